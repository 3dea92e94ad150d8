"""An independent SAML server (pysaml2 with xmlsec1) in the process of the test."""

import shutil
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

with warnings.catch_warnings():
    # It names a cipher by a place that cryptography has left.
    warnings.simplefilter("ignore")
    from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
    from saml2.config import IdPConfig
    from saml2.metadata import entity_descriptor
    from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
    from saml2.server import Server

ENTITY = "https://idp.mission.example/metadata"
PAGE = "https://idp.mission.example/sso"


def key_pair(folder: Path, name: str) -> tuple[str, str]:
    """Make a key with a certificate; return their files."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(who, who, key.public_key(), 1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    plain = serialization.PrivateFormat.TraditionalOpenSSL
    files = folder / f"{name}.key", folder / f"{name}.pem"
    files[0].write_bytes(key.private_bytes(serialization.Encoding.PEM, plain, serialization.NoEncryption()))
    files[1].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return str(files[0]), str(files[1])


@dataclass(frozen=True)
class Idp:
    """A server that knows one service, and how it answers."""

    server: Server

    @property
    def metadata(self) -> str:
        return str(entity_descriptor(self.server.config))

    def answer(self, *, to: str, audience: str, question: str | None, email: str, **how: Any) -> str:
        """Return an answer as XML: the assertion signed, unless `how` says otherwise."""
        shown = how.pop("class_ref", "urn:oasis:names:tc:SAML:2.0:ac:classes:Password")
        signing = {
            "sign_assertion": True,
            "sign_response": False,
            "sign_alg": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "digest_alg": "http://www.w3.org/2001/04/xmlenc#sha256",
        } | how
        made = self.server.create_authn_response(
            identity={"mail": [email]},
            in_response_to=question,
            destination=to,
            sp_entity_id=audience,
            name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text="number-4711"),
            authn={"class_ref": shown},
            **signing,
        )
        return str(made)


def idp(keys: tuple[str, str], services: list[str], *, minutes: int = 5) -> Idp:
    """A server with these keys, for the services of this metadata, whose assertions live some minutes."""
    lifetime = {"default": {"lifetime": {"minutes": minutes}, "attribute_restrictions": None}}
    config = IdPConfig().load(
        {
            "entityid": ENTITY,
            "key_file": keys[0],
            "cert_file": keys[1],
            "xmlsec_binary": shutil.which("xmlsec1") or "xmlsec1",
            "service": {
                "idp": {
                    "endpoints": {
                        "single_sign_on_service": [(PAGE, BINDING_HTTP_REDIRECT), (PAGE, BINDING_HTTP_POST)]
                    },
                    "policy": lifetime,
                    "name_id_format": [NAMEID_FORMAT_PERSISTENT],
                }
            },
            "metadata": {"inline": services},
        }
    )
    return Idp(Server(config=config))

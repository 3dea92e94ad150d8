"""
SAML 2.0: what is asked of a server, and when its answer is believed.

An answer has to carry one assertion that is signed itself, by a key of the server's metadata, for us, for
this address, within its time, and used once. The extra `chancery[saml]` brings the packages.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import xmlsec
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from lxml import etree
from onelogin.saml2.authn_request import OneLogin_Saml2_Authn_Request
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Words
from onelogin.saml2.errors import OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from chancery.accounts.sign_on import refusing
from chancery.accounts.sign_on.saml_server import Proven
from chancery.configuration_sign_on import SamlServer

METADATA_SECONDS = 4 * 60 * 60
USED_SECONDS = 24 * 60 * 60
LARGEST_ANSWER = 256 * 1024
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
EMAIL = (
    "urn:oid:0.9.2342.19200300.100.1.3",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    "mail",
    "email",
)
SECOND_STEPS = {"https://refeds.org/profile/mfa", "http://schemas.microsoft.com/claims/multipleauthn"}
"""How a server says that it asked for a second step: in the words of REFEDS, or of Microsoft."""
PERSON = (
    "urn:oasis:names:tc:SAML:attribute:subject-id",
    "http://schemas.microsoft.com/identity/claims/objectidentifier",
)
SECURITY = {
    "wantAssertionsSigned": True,
    "wantAttributeStatement": False,
    "wantNameId": False,
    "requestedAuthnContext": False,
    "rejectDeprecatedAlgorithm": True,
    "signatureAlgorithm": Words.RSA_SHA256,
    "digestAlgorithm": Words.SHA256,
    "allowRepeatAttributeName": True,
}
TOO_OLD = {
    OneLogin_Saml2_ValidationError.ASSERTION_EXPIRED,
    OneLogin_Saml2_ValidationError.ASSERTION_TOO_EARLY,
    OneLogin_Saml2_ValidationError.SESSION_EXPIRED,
}
NO_ANSWERS = (OneLogin_Saml2_Error, etree.LxmlError, xmlsec.Error, ValueError, KeyError, TypeError)
"""What reading something can end in that is no answer of SAML."""


def metadata_of_ours(server: SamlServer) -> str:
    """Return what a server has to know of us."""
    ours = OneLogin_Saml2_Settings(_settings(server, {}), sp_validation_only=True)
    text = ours.get_sp_metadata()
    return text.decode() if isinstance(text, bytes) else str(text)


def question_for(server: SamlServer) -> tuple[str, str]:
    """Return where to send somebody who signs in, and the name of the question. Errors: NotBelieved."""
    told = _told(server)
    asked = OneLogin_Saml2_Authn_Request(told, set_nameid_policy=False)
    address = OneLogin_Saml2_Utils.redirect(
        told.get_idp_sso_url(), {"SAMLRequest": asked.get_request()}, _request_of(server)
    )
    return address, asked.get_id()


def proven_by(server: SamlServer, answer: str) -> Proven:
    """
    Return what an answer proves; it is used up by it.

    Errors: NotBelieved; RequestException where the metadata cannot be had.
    """
    if len(answer) > LARGEST_ANSWER:
        raise refusing.not_proven(server.name)
    told = _told(server)
    try:
        response = OneLogin_Saml2_Response(told, answer)
        response.is_valid(_request_of(server), raise_exceptions=True)
        found = _person_in(server, response)
        used = _digest(f"{told.get_idp_data()['entityId']} {response.get_assertion_id()}")
    except OneLogin_Saml2_ValidationError as error:
        raise _refusal(server, error) from error
    except NO_ANSWERS as error:
        raise refusing.not_proven(server.name) from error
    if not cache.add(f"saml:{used}", True, USED_SECONDS):
        raise refusing.not_asked_for(server.name)
    return found


def _refusal(server: SamlServer, error: OneLogin_Saml2_ValidationError) -> refusing.NotBelieved:
    if error.code in TOO_OLD:
        return refusing.too_old(server.name)
    if error.code == OneLogin_Saml2_ValidationError.WRONG_AUDIENCE:
        return refusing.for_another(server.name)
    return refusing.not_proven(server.name)


def _person_in(server: SamlServer, response: OneLogin_Saml2_Response) -> Proven:
    """Who somebody is: by an attribute that lasts, else by the name at the server, else by the address."""
    attributes = {name: values for name, values in response.get_attributes().items() if values}
    name, form = response.get_nameid(), response.get_nameid_format()
    email = _first(attributes, (server.email_attribute, *EMAIL))
    if not email and form == Words.NAMEID_EMAIL_ADDRESS:
        email = name or ""
    person = _first(attributes, (server.person_attribute, *PERSON))
    if not person:
        person = name if name and form != TRANSIENT else email
    return Proven(
        person=person,
        email=email,
        answers=response.get_in_response_to() or "",
        has_second_step=not SECOND_STEPS.isdisjoint(response.get_authn_contexts()),
    )


def _first(attributes: dict[str, list[Any]], names: tuple[str, ...]) -> str:
    return next((str(attributes[name][0]) for name in names if name in attributes), "")


def _told(server: SamlServer) -> OneLogin_Saml2_Settings:
    """Both sides, as the metadata of the server tells. Errors: NotBelieved; RequestException."""
    text = _metadata(server)
    try:
        told = OneLogin_Saml2_IdPMetadataParser.parse(text, entity_id=server.entity_id or None)
        return OneLogin_Saml2_Settings(_settings(server, told["idp"]))
    except NO_ANSWERS as error:
        raise refusing.not_proven(server.name) from error


def _metadata(server: SamlServer) -> bytes:
    if isinstance(server.metadata, Path):
        return server.metadata.read_bytes()
    key = f"saml-metadata:{_digest(server.metadata)}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        with get_adapter().get_requests_session() as session:
            answer = session.get(server.metadata)
            answer.raise_for_status()
        kept = bytes(answer.content)
        cache.set(key, kept, METADATA_SECONDS)
    return kept


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _settings(server: SamlServer, of_server: dict[str, Any]) -> dict[str, Any]:
    metadata, acs = (
        f"{settings.BASE_URL}{reverse(name, args=[server.key])}" for name in ("saml_metadata", "saml_acs")
    )
    ours = {
        "entityId": server.own_entity_id or metadata,
        "assertionConsumerService": {"url": acs, "binding": Words.BINDING_HTTP_POST},
    }
    # `localhost` is a name of one word, and an office may be tried out there.
    security = SECURITY | {"allowSingleLabelDomains": True}
    return {"strict": True, "security": security, "sp": ours, "idp": of_server}


def _request_of(server: SamlServer) -> dict[str, Any]:
    """The request as the server sees it: by the address of the office, whatever stands between."""
    parts = urlsplit(settings.BASE_URL)
    return {
        "https": "on" if parts.scheme == "https" else "off",
        "http_host": parts.netloc,
        "script_name": reverse("saml_acs", args=[server.key]),
        "get_data": {},
        "post_data": {},
    }

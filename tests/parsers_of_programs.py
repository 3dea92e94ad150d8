"""Parsers of what other programs send over the web, and of files that only an administrator brings."""

import base64
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.http import HttpRequest, QueryDict
from django.test import RequestFactory
from pydantic import ValidationError
from scim2_models import Context, PatchOp, SCIMException, SearchRequest

from chancery.accounts import scim
from chancery.accounts.sign_on import saml
from chancery.accounts.sign_on.refusing import NotBelieved
from chancery.accounts.views import scim_service
from chancery.api.problems import Problem
from chancery.api.reading import JsonParser
from chancery.base import mail_events, secret_box
from chancery.base.audit_seal import receipts
from chancery.base.backup import manifests
from chancery.base.backup.refusing import BackupRefused
from chancery.base.media import tus
from chancery.configuration import MailEvents
from chancery.configuration_sign_on import SamlServer
from chancery.desk.bringing.events import read_events
from chancery.directory import commands as pairs
from chancery.directory.importing.problems import UnreadableFile
from chancery.door import told
from chancery.door.told import NotAsTold
from chancery.door.views import device_calls
from chancery.occasions.queries import asked as asked_occasions
from chancery.programme.plain import errors as plain_errors
from chancery.programme.plain import reading as plain
from chancery.programme.views import hall
from chancery.rules.names import printed, search
from chancery.rules.reported import read_after
from chancery.seating.views import editor
from tests.parsing import Parser, from_file, text

SAML_ANSWER = (
    b'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" '
    b'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="a" Version="2.0" '
    b'IssueInstant="2026-11-24T02:00:00Z"><saml:Issuer>x</saml:Issuer><samlp:Status>'
    b'<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>'
    b'<saml:Assertion ID="b" Version="2.0"><saml:Subject><saml:NameID>n</saml:NameID></saml:Subject>'
    b"</saml:Assertion></samlp:Response>"
)

SCAN = (
    b'{"scans":[{"uid":"0b8f4c3e-1d2a-4f5b-9c6d-7e8f90a1b2c3","kind":"admit","how":"pass","party":'
    b'"2345bcdfghjk","people":1,"device_at":1795464000000,"at":1795464000000,"undoes":null,"words":"",'
    b'"was_offline":false}],"waiting":0,"device_at":1795464000000}'
)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
REPORTS = {
    "brevo": b'{"event":"hard_bounce","email":"a@example.org","ts_epoch":1604933654000,"message-id":"<x>"}',
    "mailersend": b'{"type":"x","data":{"type":"hard_bounced","email":{"message":{"id":"x"}},"morph":{}}}',
    "mailgun": b'{"event-data":{"event":"failed","timestamp":1604933654.1,"recipient":"a@example.org"}}',
    "mailjet": b'[{"event":"bounce","time":1604933654,"MessageID":19,"email":"a@example.org","error":"no"}]',
    "mailtrap": b'{"events":[{"event":"bounce","message_id":"x","email":"a@b.org","timestamp":1604933}]}',
    "postal": b'{"timestamp":1604933654.1,"payload":{"status":"HardFail","message":{"id":1,"to":"a@b.org"}}}',
    "postmark": b'{"RecordType":"Bounce","Type":"HardBounce","Email":"a@b.org","BouncedAt":"2026-11-23"}',
    "sparkpost": b'[{"msys":{"message_event":{"type":"bounce","timestamp":"160493365","rcpt_to":"a"}}}]',
}

RECEIVED = b'{"items":[],"rcpt_to":"x","type":"inbound.message","RecordType":"Inbound","event":"inbound"}'
"""What some of them send where they were told to hand over mail that came."""


def sent(content: bytes) -> HttpRequest:
    """A request that brings JSON."""
    return RequestFactory().post("/", content, content_type="application/json")


def _provider(name: str) -> Callable[[bytes], object]:
    reader = mail_events.reader_of(MailEvents(name, "a:secret"))
    return lambda content: mail_events.told_in(reader, sent(content))


def _filter(content: bytes) -> None:
    with scim.POLICY:
        asked = SearchRequest[scim.User].model_validate({"filter": text(content), "sortBy": text(content)})
        somebody = scim.User(user_name="ana", emails=[scim.Email(value="a@example.org")])
        assert asked.filter is None or asked.filter.match(somebody) in (True, False)


def _account(content: bytes) -> object:
    """What a directory sends of somebody, and what it changes of them."""
    body = scim_service.json_of(sent(content))
    somebody = scim.User(user_name="ana", emails=[scim.Email(value="a@example.org")])
    with scim.POLICY:
        if "Operations" in body:
            patch = PatchOp[scim.User].model_validate(body, scim_ctx=Context.RESOURCE_PATCH_REQUEST)
            patch.patch(somebody)
            return scim.told_by(somebody)
        whole = scim.completed(body)
        return scim.told_by(scim.User.model_validate(whole, scim_ctx=Context.RESOURCE_CREATION_REQUEST))


@cache
def _saml_server() -> SamlServer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp")])
    made = x509.CertificateBuilder(who, who, key.public_key(), 1)
    made = made.not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=99))
    der = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    path = Path(tempfile.mkdtemp()) / "idp.xml"
    path.write_text(
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><IDPSSODescriptor '
        'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing">'
        '<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>'
        f"{base64.b64encode(der).decode()}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>"
        '<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" '
        'Location="https://idp.example/sso"/></IDPSSODescriptor></EntityDescriptor>'
    )
    return SamlServer("x", "X", path, "", "", "", "", True, False, ())


def _saml(content: bytes) -> object:
    return saml.proven_by(_saml_server(), base64.b64encode(content).decode())


def _manifest(path: Path) -> object:
    return manifests.facts_of(path), list(manifests.entries_of(path))


def _named_file(content: bytes) -> object:
    value = text(content).replace("\r", " ").replace("\n", " ")
    return tus.name_of(RequestFactory().post("/", headers={"Upload-Metadata": value}))


def _name(content: bytes) -> object:
    words = text(content).replace("\0", "")
    return printed.taken_apart(words), search.words_of(words), read_after("Ana", words)


PROGRAMS: dict[str, Parser] = {
    **{
        f"reports of {name}": Parser(_provider(name), (mail_events.NotAReport,), (report, RECEIVED))
        for name, report in REPORTS.items()
    },
    "a filter of a directory": Parser(
        _filter,
        (SCIMException, ValidationError),
        (b'userName eq "ana" and (emails[type eq "work"].value co "@" or not (active pr))', b"a sw 1"),
    ),
    "an account of a directory": Parser(
        _account,
        (SCIMException, ValidationError),
        (
            b'{"userName":"ana","emails":[{"value":"a@example.org","primary":true}],"active":true}',
            b'{"Operations":[{"op":"replace","path":"emails[type eq \\"work\\"].value","value":"b@c.org"}]}',
        ),
    ),
    "an answer of SAML": Parser(_saml, (NotBelieved,), (SAML_ANSWER,)),
    "the body of a call of the interface": Parser(
        lambda content: JsonParser().parse_body(sent(content)), (Problem,), (b'{"a":[1,"\\u00e9"]}',)
    ),
    "a call of a telephone": Parser(
        lambda content: told.exchange_in(device_calls.sent_in(sent(content))),
        (NotAsTold,),
        (SCAN, SCAN.replace(b'"words":""', b'"words":"\\ud800\\u0000"')),
    ),
    "a report of a screen": Parser(
        lambda content: hall.report_in(sent(content)),
        (),
        (b'{"turn":1,"state":"playing","position":1.5,"isReady":true,"loaded":5,"problem":"","ago":0}',),
    ),
    "a drawing of the editor": Parser(
        lambda content: editor.sent_in(sent(content)),
        (editor.UnreadableDrawing,),
        (b'{"layout":{},"since":1}',),
    ),
    "the name of a file in parts": Parser(_named_file, (), (b"filename dG9tYi5qcGc=,x",)),
    "a plain programme": Parser(
        lambda content: plain.read(text(content), file="-"),
        (plain_errors.UnreadableFile,),
        (
            b'[{"id":"a","title":"Anthem","minutes":3,"start":"19:00"},{"title":"Speech","after":"a"}]',
            b'{"programmes":[{"items":[],"date":"2026-11-24","zone":"Europe/Bucharest"}]}',
        ),
    ),
    "events of another program": Parser(
        read_events,
        (UnreadableFile,),
        (
            b'{"results":[{"id":"1","title":"x","startDate":{"date":"2026-11-24","time":"10:00:00","tz":"UTC"}}]}',
            b'[{"slug":"x","name":{"en":"x"},"date_from":"2026-11-24T10:00:00Z","timezone":"UTC"}]',
        ),
    ),
    "a list of pairs": Parser(
        pairs.read_pairs, (pairs.UnreadablePairs,), (b"a,b\nAna,Anna\n", b"Ana|Anna\n")
    ),
    "a receipt of a seal": Parser(
        lambda content: receipts.read(text(content)),
        (receipts.UnreadableReceipt,),
        (b"Office: x\nSeal: 3\nDigest: " + b"0a1b2c3d " * 8,),
    ),
    "the list of a backup": Parser(
        from_file("manifest", _manifest),
        (BackupRefused,),
        (b'{"version":"1","database":{"size":1,"digest":"a","content":"b"}}\n{"path":"media/a","size":1}\n',),
    ),
    "a sealed text": Parser(secret_box.unseal, (secret_box.SecretUnreadable,), (b"gAAAAABn",)),
    "a question of recognitions": Parser(
        lambda content: asked_occasions.asked_from(
            QueryDict(content).lists and dict(QueryDict(content).lists()), now=NOW
        ),
        (),
        (b"as_of=2026-11-24&known=2026-11-24T10:00&status=adopted&level=state&body=x",),
    ),
    "a name": Parser(_name, (), ("H.E. Dr. Ana-Maria al-Khūrī, née Popescu 王小明".encode(),)),
}

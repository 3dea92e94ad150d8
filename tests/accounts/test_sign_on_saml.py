"""Signing in by SAML through an independent server, and every answer of it that must open nothing."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zlib import decompress

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.core.cache import cache
from django.test import Client
from lxml import etree

from chancery import checks
from chancery.accounts.models import Organiser, User
from chancery.configuration import UnusableConfiguration, read_configuration
from chancery.configuration_sign_on import SamlServer
from tests import make
from tests.accounts.identity.saml_idp import PAGE, Idp, idp, key_pair

# python3-saml asks for the time in a way that Python is about to leave.
pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utc:DeprecationWarning")

BASE = "http://localhost:8000/account/saml/ministry"
OURS, ACS = f"{BASE}/metadata/", f"{BASE}/acs/"
ELSEWHERE = "https://another.example.org/metadata"
NOT_BELIEVED = "cannot be trusted; try again, or sign in another way."
NOT_ASKED = "belongs to no sign-in that was begun here; begin again."
SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
FOREIGN = (
    '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}">'
    '<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
    '<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" '
    'Location="{address}" index="1"/></md:SPSSODescriptor></md:EntityDescriptor>'
)
SERVICES = [
    FOREIGN.format(entity=OURS, address=ACS),
    FOREIGN.format(entity=ELSEWHERE, address="https://another.example.org/acs"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pairs of keys: that of the server, and that of a stranger."""
    return tmp_path_factory.mktemp("saml")


@pytest.fixture(scope="module")
def keys(folder: Path) -> tuple[str, str]:
    """The keys of the server."""
    return key_pair(folder, "server")


@pytest.fixture(scope="module")
def honest(keys: tuple[str, str]) -> Idp:
    """The server that the installation knows."""
    return idp(keys, SERVICES)


@pytest.fixture
def ministry(honest: Idp, folder: Path, settings: Any, db: Any) -> Iterator[dict[str, Any]]:
    """The settings of that server, by its file of metadata."""
    cache.clear()
    (folder / "metadata.xml").write_text(honest.metadata)
    server = SamlServer(
        key="ministry",
        name="Ministry",
        metadata=folder / "metadata.xml",
        entity_id="",
        own_entity_id="",
        email_attribute="",
        person_attribute="",
        trusted_for_email=True,
        takes_unsolicited=False,
        origins=(),
    )
    app: dict[str, Any] = {
        "provider_id": "ministry",
        "name": "Ministry",
        "client_id": "ministry",
        "settings": {"server": server, "verified_email": True},
    }
    kept = settings.SOCIALACCOUNT_PROVIDERS["saml"]
    settings.SOCIALACCOUNT_PROVIDERS = {"saml": {**kept, "APPS": [app]}}
    settings.BASE_URL = "http://localhost:8000"
    yield app["settings"]
    cache.clear()


@pytest.fixture
def ana(db: Any) -> User:
    """A member whom the server knows too."""
    return make.member(make.organiser(), who=make.user("ana@example.org", name="Ana")).user


def question(client: Client) -> str:
    """Press the button; return the name of the question that goes to the server."""
    response = client.post("/account/saml/ministry/login/")
    assert response.headers["Location"].startswith(f"{PAGE}?SAMLRequest=")
    [request] = parse_qs(urlsplit(response.headers["Location"]).query)["SAMLRequest"]
    asked = etree.fromstring(decompress(b64decode(request), -15))
    assert asked.get("AssertionConsumerServiceURL") == ACS
    return str(asked.get("ID"))


def answered(client: Client, xml: str) -> Any:
    """Post an answer as a browser does: without the session, which comes with the next step alone."""
    carrier = Client()
    response: Any = carrier.post(
        "/account/saml/ministry/acs/", {"SAMLResponse": b64encode(xml.encode()).decode()}
    )
    if response.status_code != 302:
        return response
    waiting = response.cookies["saml-answer"]
    assert (waiting["samesite"], waiting["httponly"], waiting["path"]) == (
        "Lax",
        True,
        "/account/saml/ministry/acs/finish/",
    )
    client.cookies["saml-answer"] = waiting.value
    return client.get(response.headers["Location"])


def good(server: Idp, client: Client, **how: Any) -> str:
    """An answer to a question of this browser."""
    told = {"to": ACS, "audience": OURS, "question": question(client), "email": "ana@example.org"}
    return server.answer(**(told | how))


def is_signed_in(client: Client) -> bool:
    return bool(get_user(client).is_authenticated)


def test_a_member_signs_in(ministry: dict[str, Any], honest: Idp, ana: User, client: Client) -> None:
    response = answered(client, good(honest, client))

    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert get_user(client) == ana
    [link] = SocialAccount.objects.all()
    assert (link.provider, link.uid, link.extra_data) == ("ministry", "number-4711", {})
    ana.refresh_from_db()
    assert (ana.name, ana.email) == ("Ana", "ana@example.org")


@pytest.mark.parametrize(
    ("shown", "counts"),
    [
        ("https://refeds.org/profile/mfa", True),
        ("http://schemas.microsoft.com/claims/multipleauthn", True),
        ("urn:oasis:names:tc:SAML:2.0:ac:classes:Password", False),
    ],
)
def test_a_second_step_at_the_server_counts_where_it_says_so(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client, shown: str, counts: bool
) -> None:
    Organiser.objects.update(asks_second_step=True)

    answered(client, good(honest, client, class_ref=shown))

    assert is_signed_in(client)
    assert (client.get("/o/mission/").status_code == 200) is counts


def test_our_metadata_asks_for_signed_assertions(ministry: dict[str, Any], client: Client) -> None:
    response = client.get("/account/saml/ministry/metadata/")

    told = etree.fromstring(response.content)
    space = "{urn:oasis:names:tc:SAML:2.0:metadata}"
    service = told.find(f"{space}SPSSODescriptor")
    assert response.headers["Content-Type"] == "application/samlmetadata+xml"
    assert (told.get("entityID"), service.get("WantAssertionsSigned")) == (OURS, "true")
    assert service.find(f"{space}AssertionConsumerService").get("Location") == ACS
    assert service.find(f"{space}SingleLogoutService") is None


def evil_copy(assertion: Any) -> Any:
    """The assertion with another name and address, and without its signature."""
    evil = deepcopy(assertion)
    evil.set("ID", "evil")
    evil.remove(evil.find(SIGNATURE))
    evil.find(f".//{SAML}NameID").text = "number-1"
    evil.find(f".//{SAML}AttributeValue").text = "ana@example.org"
    return evil


def before_the_signed_one(answer: Any, signed: Any) -> None:
    answer.insert(answer.index(signed), evil_copy(signed))


def around_the_signed_one(answer: Any, signed: Any) -> None:
    evil = evil_copy(signed)
    answer.replace(signed, evil)
    evil.append(signed)


def with_the_signed_one_in_its_signature(answer: Any, signed: Any) -> None:
    evil = evil_copy(signed)
    signature = signed.find(SIGNATURE)
    answer.replace(signed, evil)
    evil.insert(1, signature)
    etree.SubElement(signature, "{http://www.w3.org/2000/09/xmldsig#}Object").append(signed)


def with_the_signed_one_set_aside(answer: Any, signed: Any) -> None:
    evil = evil_copy(signed)
    answer.replace(signed, evil)
    evil.insert(1, deepcopy(signed.find(SIGNATURE)))
    aside = etree.Element("{urn:oasis:names:tc:SAML:2.0:protocol}Extensions")
    aside.append(signed)
    answer.insert(1, aside)


@pytest.mark.parametrize(
    "wrap",
    [
        before_the_signed_one,
        around_the_signed_one,
        with_the_signed_one_in_its_signature,
        with_the_signed_one_set_aside,
    ],
)
def test_an_assertion_wrapped_round_a_signed_one_opens_nothing(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client, wrap: Callable[[Any, Any], None]
) -> None:
    answer = etree.fromstring(good(honest, client, email="eve@example.org").encode())
    wrap(answer, answer.find(f"{SAML}Assertion"))

    response = answered(client, etree.tostring(answer).decode())

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert NOT_BELIEVED in response.content.decode()


def test_a_comment_cuts_no_address_short(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client
) -> None:
    """A signature says nothing of comments, so that they may be added to what is signed."""
    answer = good(honest, client, email="ana@example.org.evil.example")

    response = answered(client, answer.replace("ana@example.org.evil", "ana@example.org<!---->.evil"))

    assert (response.status_code, is_signed_in(client)) == (401, False)


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"sign_assertion": False}, NOT_BELIEVED),
        ({"sign_assertion": False, "sign_response": True}, NOT_BELIEVED),
        ({"to": "https://another.example.org/acs"}, NOT_BELIEVED),
        ({"audience": ELSEWHERE}, "was made for another program;"),
        ({"question": "id-of-another-browser"}, NOT_ASKED),
        ({"question": None}, NOT_ASKED),
        ({"sign_alg": "http://www.w3.org/2000/09/xmldsig#rsa-sha1"}, NOT_BELIEVED),
    ],
)
def test_an_answer_that_does_not_hold_opens_nothing(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client, how: dict[str, Any], sentence: str
) -> None:
    response = answered(client, good(honest, client, **how))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert sentence in response.content.decode()
    assert not SocialAccount.objects.exists()


def test_an_answer_by_a_strange_key_opens_nothing(
    ministry: dict[str, Any], folder: Path, ana: User, client: Client
) -> None:
    stranger = idp(key_pair(folder, "stranger"), SERVICES)

    response = answered(client, good(stranger, client))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert NOT_BELIEVED in response.content.decode()


def test_an_altered_answer_opens_nothing(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client
) -> None:
    answer = good(honest, client, email="eve@example.org")

    response = answered(client, answer.replace("eve@example.org", "ana@example.org"))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert NOT_BELIEVED in response.content.decode()


def test_an_old_answer_opens_nothing(
    ministry: dict[str, Any], keys: tuple[str, str], ana: User, client: Client
) -> None:
    response = answered(client, good(idp(keys, SERVICES, minutes=-30), client))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert "is too old; try again," in response.content.decode()


@pytest.mark.parametrize("xml", ["", "no XML", "<a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "\0"])
def test_what_is_no_answer_is_refused_in_a_sentence(
    ministry: dict[str, Any], client: Client, xml: str
) -> None:
    response = answered(client, xml)

    assert response.status_code == 401
    assert NOT_BELIEVED in response.content.decode()


def test_an_answer_serves_once(ministry: dict[str, Any], honest: Idp, ana: User, client: Client) -> None:
    answer = good(honest, client)
    answered(client, answer)
    client.post("/account/logout/")

    response = answered(client, answer)

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert NOT_ASKED in response.content.decode()


def test_an_answer_to_another_browser_opens_nothing(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client
) -> None:
    response = answered(client, good(honest, Client()))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert NOT_ASKED in response.content.decode()


def test_an_answer_that_nobody_asked_for_is_taken_where_it_is_set_so_and_once(
    ministry: dict[str, Any], honest: Idp, ana: User, client: Client
) -> None:
    ministry["server"] = replace(ministry["server"], takes_unsolicited=True)
    answer = good(honest, client, question=None)

    assert answered(client, answer).status_code == 302
    assert get_user(client) == ana
    again = Client()
    assert (answered(again, answer).status_code, is_signed_in(again)) == (401, False)


@pytest.mark.parametrize(
    ("trust", "sentence"),
    [(True, "Ask an owner of your office to invite you;"), (["mission.example"], "does not say that it has")],
)
def test_who_is_not_known_is_refused(
    ministry: dict[str, Any], honest: Idp, client: Client, trust: Any, sentence: str
) -> None:
    ministry["verified_email"] = trust

    response = answered(client, good(honest, client))

    assert (response.status_code, is_signed_in(client)) == (401, False)
    assert sentence in response.content.decode()
    assert not User.objects.exists()


TOML = '[[saml]]\nid = "ministry"\nname = "Ministry"\nmetadata = "idp.xml"\n'


def test_a_server_is_read_with_the_origin_of_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, honest: Idp
) -> None:
    (tmp_path / "idp.xml").write_text(honest.metadata)
    (tmp_path / "chancery.toml").write_text(TOML)
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))

    [server] = read_configuration().saml

    assert (server.origins, server.trusted_for_email, server.takes_unsolicited) == (
        ("https://idp.mission.example",),
        True,
        False,
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TOML, "idp.xml, which cannot be read:"),
        (TOML.replace("idp.xml", "chancery.toml"), "which is no metadata of a SAML server."),
        (TOML + 'certificate = "x"\n', "has certificate, which is not known;"),
        (
            TOML.replace("idp.xml", "https://a.example/") + TOML.replace("idp.xml", "https://b.example/"),
            "two sign-on servers of the id 'ministry';",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    (tmp_path / "chancery.toml").write_text(text)
    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path))

    with pytest.raises(UnusableConfiguration) as refused:
        read_configuration()

    assert sentence in str(refused.value)


def test_missing_packages_are_told_where_they_are_needed() -> None:
    [message] = checks.saml(is_set_up=True, package="no_such_package")

    assert message.msg == "Single sign-on by SAML needs more packages; install chancery[saml]."
    assert checks.saml(is_set_up=False, package="no_such_package") == checks.saml(is_set_up=True) == []

"""The entry pass in the wallet of a telephone: who is offered it, what it says, in which language."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import jwt
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.passes import Pass, read_pass
from chancery.events.models import Event, Place
from chancery.guests import seats
from chancery.guests.models import Standing
from chancery.guests.queries.reply_page import forget_plans
from tests import wallet_built as built
from tests.access import body_of
from tests.guests.reply_built import Party, coming_event, day_in, invited

pytestmark = pytest.mark.django_db

PAGES = ("pass.pkpass", "pass/google/")


@pytest.fixture
def folder() -> Iterator[Path]:
    with built.folder() as where:
        yield where


@pytest.fixture
def wallets(folder: Path, settings: Any) -> None:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    built.lay_apple(folder)
    built.lay_google(folder)


def expected(event: Event | None = None, **fields: Any) -> Party:
    party = invited(event, **fields)
    party.send("accept")
    return party


def package_of(party: Party, **query: str) -> dict[str, bytes]:
    response = party.look("pass.pkpass", **query)
    assert response.status_code == 200
    with ZipFile(BytesIO(response.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told_by(party: Party, **query: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(package_of(party, **query)["pass.json"])
    return found


def lines_of(told: dict[str, Any]) -> dict[str, str]:
    return {field["label"]: field["value"] for field in told["eventTicket"]["backFields"]}


def payload_of(party: Party, **query: str) -> dict[str, Any]:
    response = party.look("pass/google/", **query)
    assert response.status_code == 303
    token = urlsplit(response.headers["Location"]).path.removeprefix("/gp/v/save/")
    claims = jwt.decode(token, built.key(3).public_key(), algorithms=["RS256"], audience="google")
    return {name: rows[0] for name, rows in claims["payload"].items()}


def test_nothing_is_offered_before_the_operator_has_certificates(folder: Path) -> None:
    party = expected()

    page = body_of(party.look("pass/"))

    assert "Wallet" not in page
    assert "Google" not in body_of(party.look("privacy/"))
    for address in PAGES:
        response = party.look(address)
        assert response.status_code == 404
        assert "There is no pass for this wallet" in body_of(response)


@pytest.mark.usefixtures("wallets")
def test_whoever_is_expected_is_offered_both_wallets_beside_the_pass() -> None:
    party = expected()

    page = body_of(party.look("pass/"))

    for address in PAGES:
        assert f'href="{party.address(address)}"' in page
    assert "Google is told your name, the event and the pass only when you add it there." in page
    assert "pay.google.com" not in page
    assert "Google, only if you add your entry pass to Google Wallet" in body_of(party.look("privacy/"))


@pytest.mark.parametrize(
    ("lies", "offered", "hidden"),
    [("apple", "pass.pkpass", "pass/google/"), ("google", "pass/google/", "pass.pkpass")],
)
def test_one_wallet_is_offered_without_the_other(
    folder: Path, settings: Any, lies: str, offered: str, hidden: str
) -> None:
    if lies == "apple":
        built.lay_apple(folder)
    else:
        settings.GOOGLE_WALLET_ISSUER = built.ISSUER
        built.lay_google(folder)
    party = expected()

    page = body_of(party.look("pass/"))

    assert party.address(offered) in page
    assert party.address(hidden) not in page
    assert party.look(hidden).status_code == 404


def test_what_is_set_up_wrongly_breaks_no_page_and_is_offered_to_nobody(folder: Path, settings: Any) -> None:
    settings.GOOGLE_WALLET_ISSUER = built.ISSUER
    built.lay_apple(folder, key=built.private_pem(built.key(4)))
    (folder / "google.json").write_text("none")
    party = expected()

    response = party.look("pass/")

    assert response.status_code == 200
    assert "Wallet" not in body_of(response)
    assert [party.look(address).status_code for address in PAGES] == [404, 404]


@pytest.mark.usefixtures("wallets")
@pytest.mark.parametrize("answer", ["", "regret", "undecided"])
def test_whoever_is_not_expected_gets_no_pass_for_a_wallet(answer: str) -> None:
    party = invited()
    if answer:
        party.send(answer)

    for address in PAGES:
        response = party.look(address)
        assert response.status_code == 404
        assert "There is no entry pass" in body_of(response)


@pytest.mark.usefixtures("wallets")
def test_a_wrong_link_and_an_event_that_is_cancelled_give_no_pass() -> None:
    party = expected()
    Event.objects.filter(pk=party.event.pk).update(status=Event.Status.CANCELLED)
    forget_plans()

    for address in PAGES:
        assert party.look(address).status_code == 409
        assert Client().get(f"/r/{party.token[:-1]}0/{address}").status_code == 404


@pytest.mark.usefixtures("wallets")
def test_the_pass_says_who_comes_to_what_when_and_where() -> None:
    event = coming_event(dress={"en": "Dark suit"}, host_line={"en": "The Ambassador of Sampleland"})
    Place.objects.update(address="1 Sample Street")
    forget_plans()
    party = expected(event, companions=("Maria Sample",))
    party.send("accept", {"companions": ["Maria Sample"]})

    response = party.look("pass.pkpass")
    told = told_by(party)

    assert response.headers["Content-Type"] == "application/vnd.apple.pkpass"
    assert response.headers["Cache-Control"] == "no-store"
    lines = lines_of(told)
    assert lines["Event"] == "National day"
    assert lines["Guest"] == "Ana Sample"
    assert "19:00" in lines["When"]
    assert lines["Where"] == "Great Hall"
    assert lines["Dress"] == "Dark suit"
    assert lines["Host"] == "The Ambassador of Sampleland"
    assert lines["Companions"] == "Maria Sample"
    assert "Seat" not in lines
    assert told["organizationName"] == "Embassy of Sampleland"
    [code] = told["barcodes"]
    assert read_pass(code["message"]) == Pass(party.invitation.code, 2)
    assert code["altText"] == party.invitation.code.upper()
    assert code["altText"] in body_of(party.look("pass/"))


@pytest.mark.usefixtures("wallets")
@pytest.mark.parametrize("zone", ["Europe/Bucharest", "Asia/Tokyo", "America/New_York"])
def test_the_pass_comes_up_at_the_time_of_the_place(zone: str) -> None:
    party = expected()
    Event.objects.filter(pk=party.event.pk).update(time_zone=zone)
    forget_plans()

    told = told_by(party)

    held = party.again().guest.event.held_on
    assert isinstance(held, date)
    moment = datetime.combine(held, time(19), ZoneInfo(zone))
    assert told["relevantDate"].startswith(f"{held}T19:00:00")
    assert datetime.fromisoformat(told["relevantDate"]).utcoffset() == moment.utcoffset()


@pytest.mark.usefixtures("wallets")
def test_an_event_without_a_time_gives_a_pass_for_the_day() -> None:
    party = expected()
    Event.objects.filter(pk=party.event.pk).update(starts_at=None)
    forget_plans()

    told = told_by(party)

    assert "relevantDate" not in told
    assert told["expirationDate"].startswith(f"{day_in(31)}T12:00:00")
    assert "dateTime" not in payload_of(party)["eventTicketClasses"]


@pytest.mark.usefixtures("wallets")
def test_the_seat_is_told_where_the_office_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    party = expected()
    monkeypatch.setattr(seats, "_TELLERS", [lambda _invitation, _language: ["Table 4, seat 12"]])

    assert lines_of(told_by(party))["Seat"] == "Table 4, seat 12"
    seat = payload_of(party)["eventTicketObjects"]["seatInfo"]["seat"]
    assert seat["defaultValue"]["value"] == "Table 4, seat 12"


@pytest.mark.usefixtures("wallets")
def test_a_sample_is_marked_on_the_front() -> None:
    party = expected(is_sample=True)

    [mark] = told_by(party)["eventTicket"]["headerFields"]

    assert mark["value"] == "Sample"


@pytest.mark.usefixtures("wallets")
def test_the_pass_is_in_the_language_of_the_guest_with_the_others_of_the_event_beside_it() -> None:
    event = coming_event(dress={"en": "Dark suit"})
    event.titles = {"en": "National day", "ar": "العيد الوطني", "ro": "Ziua națională"}
    event.save(update_fields=["titles"])
    party = expected(event)

    files = package_of(party, language="ar")

    told = json.loads(files["pass.json"])
    lines = lines_of(told)
    assert "العيد الوطني" in lines.values()
    assert "National day" not in json.dumps(told)
    assert "متى" in lines
    # no dress code is written in Arabic, and none is silently taken from English
    assert "Dark suit" not in lines.values()
    assert {name for name in files if name.endswith(".strings")} == {
        "ar.lproj/pass.strings",
        "en.lproj/pass.strings",
        "ro.lproj/pass.strings",
    }
    assert '"العيد الوطني" = "Ziua națională";' in files["ro.lproj/pass.strings"].decode("utf-16")


@pytest.mark.usefixtures("wallets")
def test_google_is_told_name_event_and_pass_in_the_language_of_the_guest() -> None:
    event = coming_event()
    event.titles = {"en": "National day", "ar": "العيد الوطني"}
    event.save(update_fields=["titles"])
    party = expected(event)

    payload = payload_of(party, language="ar")

    told, ticket = payload["eventTicketClasses"], payload["eventTicketObjects"]
    assert told["eventName"]["defaultValue"] == {"language": "ar", "value": "العيد الوطني"}
    assert ticket["ticketHolderName"] == "Ana Sample"
    assert read_pass(ticket["barcode"]["value"]) == Pass(party.invitation.code, 1)
    assert party.token not in json.dumps(payload)


@pytest.mark.usefixtures("wallets")
@pytest.mark.parametrize("language", ["en", "fr", "ro", "az", "ar"])
def test_the_page_offers_the_wallets_in_every_language(language: str) -> None:
    page = body_of(expected().look("pass/", language=language))

    assert page.count("/pass.pkpass") == page.count("/pass/google/") == 1
    assert "UNKNOWN VARIABLE" not in page


@pytest.mark.usefixtures("wallets")
def test_looking_at_the_passes_changes_nothing_and_asks_as_much_for_one_guest_as_for_three() -> None:
    event = coming_event()
    party = expected(event)
    party.look("pass.pkpass")

    def asked() -> list[int]:
        counts = []
        for address in PAGES:
            with CaptureQueriesContext(connection) as queries:
                party.look(address)
            assert not [query for query in queries if not query["sql"].startswith("SELECT")]
            counts.append(len(queries))
        return counts

    alone = asked()
    for name in ("Ion Sample", "Eva Sample"):
        expected(event, printed=name)
    party.look("pass.pkpass")

    assert asked() == alone
    assert party.again().standing == Standing.ACCEPTED

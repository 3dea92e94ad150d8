"""What the reply page keeps to itself: looking records nothing, and neither answers nor logs hold a token."""

import logging

import pytest
from django.test import Client
from django.utils import timezone

from chancery.base.logs import Plain
from chancery.guests.actions import links
from chancery.guests.models import Reply
from tests import make
from tests.access import body_of
from tests.guests.reply_built import coming_event, invited

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
@pytest.mark.parametrize("page", ["", "accept/", "regret/", "undecided/", "represent/", "other/", "privacy/"])
def test_looking_never_records_anything(method: str, page: str) -> None:
    party = invited()

    response = getattr(Client(), method)(party.address(page), headers={"sec-purpose": "prefetch"})

    assert response.status_code == (200 if method in ("get", "head") else 405)
    assert not Reply.objects.exists()
    assert party.again().standing == party.invitation.standing
    assert not response.cookies


def test_a_mail_scanner_that_follows_every_link_records_nothing() -> None:
    party = invited(coming_event(representatives="consent"))
    page = body_of(party.look())

    for address in {part.split('"')[0] for part in page.split('href="') if part.startswith("/r/")}:
        assert Client().get(address.replace("&amp;", "&")).status_code in (200, 404)

    assert not Reply.objects.exists()


@pytest.mark.parametrize("token", ["wrong", "b" * 28, "ș" * 28, "x" * 3000, "%00", "<script>"])
def test_every_wrong_token_gets_the_same_page(token: str) -> None:
    right = invited().token
    answers = [Client().get(f"/r/{one}/") for one in (token, right[:-1] + "0", right.upper())]

    assert {response.status_code for response in answers} == {404}
    assert len({body_of(response) for response in answers}) == 1
    assert "There is no invitation at this address" in body_of(answers[0])


def test_a_link_that_was_withdrawn_says_so_and_shows_nothing() -> None:
    party = invited()
    links.revoke(party.link, by=make.actor(party.event.organiser), now=timezone.now())

    for response in (party.look(), party.send("accept"), party.look("calendar.ics")):
        assert response.status_code == 410
        assert "The office has withdrawn this link" in body_of(response)
        assert "+40 21 000 00 00" in body_of(response)
        assert "Ana Sample" not in body_of(response)
    assert not Reply.objects.exists()


def test_too_many_wrong_links_are_refused() -> None:
    statuses = [Client().get(f"/r/wrong{number}/").status_code for number in range(31)]

    assert statuses == [404] * 30 + [429]


def test_nothing_of_the_office_or_of_other_guests_stands_on_any_page() -> None:
    event = coming_event()
    party, _other = invited(event, "Ana Sample"), invited(event, "Quite Another")
    party.invitation.tags = ["front row"]
    party.invitation.save()
    guest = party.invitation.guest
    guest.note = "Not beside his brother"
    guest.save()
    party.send("accept")

    pages = "".join(body_of(party.look(page)) for page in ("", "regret/", "other/", "privacy/", "pass/"))

    for words in ("Quite Another", "front row", "Not beside his brother"):
        assert words not in pages


@pytest.mark.parametrize("page", ["", "accept/", "nowhere/", "calendar.ics", "pass/"])
def test_every_page_keeps_its_address_to_itself(page: str) -> None:
    party = invited()
    party.send("accept")

    for response in (party.look(page), Client().get(f"/r/wrong/{page}"), Client().put(party.address(page))):
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert not response.cookies


def test_no_log_holds_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    party, lines = invited(), list[str]()
    handler = logging.Handler()
    handler.setFormatter(Plain())
    monkeypatch.setattr(handler, "emit", lambda record: lines.append(handler.format(record)))
    logging.getLogger("django.request").addHandler(handler)
    monkeypatch.setattr("chancery.guests.views.answering.card_of", lambda *_given: 1 / 0)

    try:
        response = Client(raise_request_exception=False).get(party.address())
    finally:
        logging.getLogger("django.request").removeHandler(handler)

    assert response.status_code == 500
    assert party.token not in body_of(response)
    assert any("/r/<str:token>/" in line for line in lines)
    assert party.token not in "".join(lines)


@pytest.mark.cases("R124")
def test_the_notice_says_who_why_what_how_long_and_whom_to_ask() -> None:
    page = body_of(invited(coming_event(asks_diet=True)).look("privacy/"))

    for words in (
        "Embassy of Sampleland",
        "National day",
        "Your diet",
        "Diet and access needs are deleted on",
    ):
        assert words in page
    assert "+40 21 000 00 00" in page

"""Links by which guests answer: nobody makes one up, and the database does not hold what opens them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.base import audit
from chancery.base.passes import Pass, read_pass
from chancery.base.seals import sealed
from chancery.guests import tokens
from chancery.guests.actions import links
from chancery.guests.models import Dispatch, Invitation, ReplyLink
from chancery.guests.queries.reply_links import link_of
from tests import make
from tests.guests.built import guest

pytestmark = pytest.mark.django_db


def an_invitation() -> Invitation:
    return guest(make.event(make.organiser())).invitation


def test_a_token_opens_its_own_link_and_is_kept_nowhere() -> None:
    party = an_invitation()

    link, token = links.issue(party, None, now=timezone.now())

    assert link_of(token) == link
    assert links.token_of(link) == token
    stored = ReplyLink.objects.values().get()
    assert token not in str(stored)
    assert token[len(link.code) :] not in str(stored)


@pytest.mark.parametrize(
    "spoil", [str.upper, lambda token: token[:-1], lambda token: token + "b", lambda _: ""]
)
def test_a_token_that_differs_in_anything_opens_nothing(spoil: object) -> None:
    _, token = links.issue(an_invitation(), None, now=timezone.now())

    assert link_of(spoil(token)) is None  # type: ignore[operator]  # one of the functions above


def test_a_code_without_the_key_of_the_installation_makes_no_token() -> None:
    link, token = links.issue(an_invitation(), None, now=timezone.now())
    made_up = sealed("hall", link.code)
    ReplyLink.objects.filter(pk=link.pk).update(digest=tokens.digest_of(made_up))

    assert link_of(made_up) is None
    assert link_of(token) is None


@pytest.mark.parametrize("token", ["", "wrong", "b" * 28, "ș" * 28, "x" * 5000])
def test_wrong_tokens_take_the_same_steps_as_right_ones(token: str) -> None:
    _, right = links.issue(an_invitation(), None, now=timezone.now())
    with CaptureQueriesContext(
        connection,
    ) as by_right:
        link_of(right)

    with CaptureQueriesContext(connection) as by_wrong:
        found = link_of(token)

    assert found is None
    assert len(by_wrong) == len(by_right) == 1


def test_many_links_are_made_with_one_statement_in_the_order_given() -> None:
    event = make.event(make.organiser())
    parties = [guest(event, f"Guest {number}").invitation for number in range(3)]

    with CaptureQueriesContext(connection) as asked:
        issued = links.issue_all([(party, None) for party in parties], now=timezone.now())

    assert [link.invitation for link, _ in issued] == parties
    assert len({token for _, token in issued}) == 3
    assert sum("INSERT" in query["sql"] for query in asked) == 1


def test_links_are_drafted_before_the_dispatch_that_carries_them_is_saved() -> None:
    party = an_invitation()
    dispatch = Dispatch(invitation=party, key="one", kind="invitation", channel="email", language="en")
    link, token = links.draft(party, dispatch, now=timezone.now())
    dispatch.save()

    links.save_all([link])

    found = link_of(token)
    assert found is not None
    assert found.dispatch == dispatch


def test_a_revoked_link_says_so_once() -> None:
    party = an_invitation()
    office = party.guest.event.organiser
    link, token = links.issue(party, None, now=timezone.now())

    for _ in range(2):
        links.revoke(link, by=make.actor(office), now=timezone.now())

    found = link_of(token)
    assert found is not None
    assert found.revoked_at is not None
    lines = audit.lines_of(link)
    assert [line.code for line in lines] == ["guests.link.revoked"]
    assert token not in str([line.changes for line in lines])


def test_the_address_stands_under_the_address_of_the_office(settings: object) -> None:
    settings.BASE_URL = "https://office.example.org"  # type: ignore[attr-defined]  # the fixture of Django's settings

    assert links.address_of("abc") == "https://office.example.org/r/abc/"


def test_a_pass_is_neither_a_token_nor_guessable() -> None:
    invitation = an_invitation()
    token, entry = tokens.token_for(invitation.code), tokens.pass_for(invitation, ["Ion Sample"])

    assert read_pass(entry) == Pass(invitation.code, 2)
    assert [read_pass(text) for text in (token, invitation.code)] == [None, None]
    assert not tokens.is_token(entry)

"""What security asks for: sealed, read by grant with a line, on one counted list, deleted in days (R123)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts.models import Grant
from chancery.base.models import AuditLine
from chancery.custody.actions import sweeping
from chancery.guests.models import SecurityIdentity
from tests import make
from tests.guests import built
from tests.guests.reply_built import Party, coming_event, invited

NUMBER = "P-4711-ZZ"


@pytest.fixture
def party(db: None) -> Party:
    return invited(coming_event(asks_identity=True))


def signed_in(party: Party, role: str = "protocol", *, with_grant: bool = False) -> Client:
    member = make.member(party.event.organiser, role)
    if with_grant:
        Grant.objects.create(membership=member, secret=Grant.Secret.SECURITY)
    client = Client()
    client.force_login(member.user)
    return client


def stored_plain() -> bool:
    """Whether the number stands plain in what is kept or in the history."""
    rows = list(SecurityIdentity.objects.values_list("sealed", flat=True))
    lines = list(AuditLine.objects.values_list("label", "changes", "reason"))
    return NUMBER in str([bytes(row) for row in rows]) or NUMBER in str(lines)


def test_what_a_guest_tells_is_sealed_and_shown_nowhere(party: Party) -> None:
    party.send("accept", {"identity": NUMBER})

    pages = [party.look().content.decode(), party.look("accept/").content.decode()]
    officer = signed_in(party, with_grant=True)
    pages.append(
        officer.get(
            built.address(party.event, "guest-replies", guest=party.invitation.guest.code)
        ).content.decode()
    )

    assert SecurityIdentity.objects.count() == 1
    assert not stored_plain()
    assert not any(NUMBER in page for page in pages)


def test_the_list_asks_for_the_grant_and_is_counted(party: Party) -> None:
    party.send("accept", {"identity": NUMBER})
    address = built.address(party.event, "identities-paper")

    refused = signed_in(party).post(address, {"recipient": "Police"}, follow=True)
    granted = signed_in(party, with_grant=True)
    papers = [granted.post(address, {"recipient": "Police"}) for _time in range(2)]

    assert "only with a grant" in refused.content.decode()
    assert all(paper.content.startswith(b"%PDF") for paper in papers)
    lines = AuditLine.objects.filter(code="guests.identity.listed").order_by("pk")
    assert [line.changes["list"][1] for line in lines] == [1, 2]
    assert [line.changes["people"][1] for line in lines] == [1, 1]


def act(party: Party, officer: Client, what: str, **sent: str) -> str:
    """Do something about the identity on the page of the guest, and return the page that answers."""
    address = built.address(party.event, what, guest=party.invitation.guest.code)
    return officer.post(address, sent, follow=True).content.decode()


def test_an_officer_with_the_grant_enters_it_for_the_guest(party: Party) -> None:
    page = act(party, signed_in(party, with_grant=True), "enter-identity", text=NUMBER, way="letter")

    told = SecurityIdentity.objects.get()
    assert (told.way, told.entered_by is not None) == ("letter", True)
    assert NUMBER not in page
    assert not stored_plain()
    line = AuditLine.objects.get(code="guests.identity.told")
    assert line.by == told.entered_by


def test_reading_one_leaves_a_line_and_deleting_leaves_nothing(party: Party) -> None:
    party.send("accept", {"identity": NUMBER})
    officer = signed_in(party, with_grant=True)

    read = act(party, officer, "read-identity")
    after = act(party, officer, "forget-identity")

    assert NUMBER in read
    assert "Nothing was told yet" in after
    codes = AuditLine.objects.filter(code__startswith="guests.identity").order_by("pk")
    assert [(line.code, line.by is not None) for line in codes] == [
        ("guests.identity.told", False),
        ("guests.identity.read", True),
        ("guests.identity.deleted", True),
    ]
    assert SecurityIdentity.objects.count() == 0
    assert not stored_plain()


@pytest.mark.parametrize("what", ["enter-identity", "read-identity", "forget-identity"])
def test_without_the_grant_nothing_is_entered_read_or_deleted(party: Party, what: str) -> None:
    party.send("accept", {"identity": NUMBER})
    before = AuditLine.objects.count()

    page = act(party, signed_in(party), what, text="other", way="letter")

    assert "only with a grant" in page
    assert NUMBER not in page
    assert AuditLine.objects.count() == before
    assert SecurityIdentity.objects.get().way == "page"


def test_it_goes_three_days_after_the_event(party: Party) -> None:
    party.send("accept", {"identity": NUMBER})
    over = timezone.now() + timedelta(days=30)

    assert sweeping.sweep(over + timedelta(days=1)) == []
    made = sweeping.sweep(over + timedelta(days=4))

    assert [line["count"] for each in made for line in each.lines] == [1]
    assert SecurityIdentity.objects.count() == 0


def test_nobody_is_asked_where_security_asks_nothing(db: None) -> None:
    party = invited(coming_event())

    party.send("accept", {"identity": NUMBER})

    assert SecurityIdentity.objects.count() == 0


def test_the_page_asks_as_often_for_three_as_for_one(party: Party) -> None:
    officer = signed_in(party)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            officer.get(built.address(party.event, "identities"))
        return len(queries)

    party.send("accept")
    one = count()
    for name in ("Ben Guest", "Cy Guest"):
        invited(party.event, name).send("accept")

    assert count() == one

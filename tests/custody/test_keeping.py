"""What is deleted when: by the rules of the office, held back, with a certificate (R120, R123)."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.custody.actions import sweeping
from chancery.custody.keeping import KINDS
from chancery.custody.models import Certificate
from chancery.custody.queries import due
from chancery.guests.models import Dispatch, Invitation, Reply
from chancery.privacy.actions import keeping
from chancery.privacy.models import Hold, KeepingRule
from tests import make
from tests.conftest import People
from tests.custody.subject_built import MARK, Subject, attendance

# The event is on 26 February 2025.
NEXT_DAY = datetime(2025, 2, 27, 12, tzinfo=UTC)
AFTER_NEEDS = datetime(2025, 3, 13, 12, tzinfo=UTC)
LONG_AFTER = datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def subject(people: People) -> Subject:
    return Subject(people.office)


@pytest.fixture
def owner(people: People) -> Client:
    client = Client()
    client.force_login(people.owner)
    return client


def page(subject: Subject, name: str = "keeping", **arguments: str) -> str:
    return reverse(f"custody:{name}", kwargs={"ref": subject.office.ref, **arguments})


def settle(subject: Subject, kind: str, days: int = 365) -> KeepingRule:
    return keeping.settle(subject.office, kind=kind, days=days, reason="Ours", by=subject.by)


def test_needs_go_by_themselves_and_what_nobody_settled_stays(subject: Subject) -> None:
    assert sweeping.sweep(NEXT_DAY) == []

    made = sweeping.sweep(AFTER_NEEDS)

    assert [[(line["what"], line["count"]) for line in each.lines] for each in made] == [
        [("reply", 1), ("consent of a guest", 1)]
    ]
    assert made[0].about == "Commemoration"
    assert Reply.objects.get().sealed_diet is None
    assert Dispatch.objects.get().text == f"Dear {MARK}"
    assert sweeping.sweep(AFTER_NEEDS) == []


def test_settled_kinds_go_on_their_day_and_the_figures_stay(subject: Subject) -> None:
    before = attendance(subject.event)
    for kind in ("letters", "deliveries", "lists", "presence", "photos"):
        settle(subject, kind)

    sweeping.sweep(LONG_AFTER)

    sent = Dispatch.objects.get()
    assert (sent.text, sent.address, sent.state) == ("", "", "waiting")
    assert Invitation.objects.get(pk=subject.party.pk).tags == []
    assert [one.name for one in subject.party.companions.all()] == ["—"]
    assert Reply.objects.get().message == ""
    assert attendance(subject.event) == before
    # who was invited stays: only the person's own entry and the names of their letters tell of them
    assert due.still_held(subject.office) == []
    told = AuditLine.objects.filter(kind="guests.reply").values_list("changes", flat=True)
    assert MARK not in str(list(told))


def test_a_hold_keeps_everything_of_the_event(subject: Subject) -> None:
    held = keeping.hold(subject.event, reason="A court asks", by=subject.by, now=NEXT_DAY)

    assert sweeping.sweep(AFTER_NEEDS) == []
    keeping.end(held, by=subject.by, now=AFTER_NEEDS)
    assert len(sweeping.sweep(AFTER_NEEDS)) == 1


def test_an_event_without_a_day_keeps_its_needs(subject: Subject) -> None:
    subject.event.held_on = None
    subject.event.save()

    assert sweeping.sweep(LONG_AFTER) == []


def test_the_preview_counts_what_the_sweep_deletes(owner: Client, subject: Subject) -> None:
    settle(subject, "letters", 30)

    shown = owner.get(page(subject)).content.decode()
    counted = {each.settled.kind.key: each.count for each in due.still_held(subject.office)}
    made = sweeping.sweep_office(subject.office, now=LONG_AFTER)[0]

    assert "Correspondence: 2" in shown
    assert counted["letters"] == 2
    assert sum(line["count"] for line in made.lines if "Correspondence" in line["rule"]) == 2


def test_rows_open_to_the_owner(owner: Client, subject: Subject) -> None:
    shown = owner.get(page(subject, "rows", kind="letters", event=subject.event.code)).content.decode()

    assert f"Ana {MARK}" in shown


def test_days_stay_within_their_bounds(owner: Client, subject: Subject) -> None:
    refused = owner.post(f"{page(subject, 'rule')}?kind=letters", {"days": "5", "reason": "Soon"})
    assert "30" in refused.content.decode()
    assert KeepingRule.objects.count() == 0

    owner.post(f"{page(subject, 'rule')}?kind=needs", {"days": "3", "reason": "Soon"})

    assert KeepingRule.objects.get().days == 3
    assert subject.event.held_on == date(2025, 2, 26)


def test_an_owner_holds_back_and_deletes_at_once(owner: Client, subject: Subject) -> None:
    owner.post(page(subject), {"event": subject.event.pk, "reason": "A court asks"})
    owner.post(page(subject, "delete-due"))
    assert Certificate.objects.count() == 0

    owner.post(page(subject, "end-hold", hold=Hold.objects.get().code))
    owner.post(page(subject, "delete-due"))

    made = Certificate.objects.get()
    assert (made.number, made.made_by) == (1, AuditLine.objects.filter(code="privacy.hold.begun").get().by)


def test_the_page_asks_as_often_for_many_events_as_for_one(owner: Client, subject: Subject) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            owner.get(page(subject))
        return len(queries)

    one = count()
    for year in (2021, 2022):
        event = make.event(subject.office, str(year), held_on=date(year, 2, 26))
        Invitation.objects.create(
            guest=make.participation(event, make.person(subject.office), note="x"), tags=["x"]
        )

    assert count() == one


def test_every_kind_says_how_long_or_why(subject: Subject) -> None:
    assert [kind.key for kind in KINDS if kind.proposed_days is None and not kind.ground] == []

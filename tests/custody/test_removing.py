"""Values of people in old lines of the history go by age; who, when and what stay, and so does the seal."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base import history
from chancery.base.audit_seal import sealing, verifying
from chancery.base.models import AuditLine, ErasedValues
from chancery.base.undo import CannotUndo, undo
from chancery.custody.actions import removing, sweeping
from chancery.custody.models import Certificate, Removal
from chancery.custody.queries import past
from chancery.directory.models import Person
from chancery.privacy.actions import keeping
from chancery.privacy.models import KeepingRule
from tests import make
from tests.conftest import People
from tests.custody.subject_built import MARK, Subject

NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
LONG_AGO, OF_LATE = NOW - timedelta(days=1000), NOW - timedelta(days=10)


def line(
    people: People, kind: str, row: int, *, at: datetime = LONG_AGO, label: str = "", **after: object
) -> AuditLine:
    """A line about a row, as an action leaves it."""
    return AuditLine.objects.create(
        organiser_id=people.office.pk,
        at=at,
        by=people.owner,
        code=f"{kind}.changed",
        kind=kind,
        object_id=row,
        label=label or MARK,
        changes={name: [f"{MARK} before", value] for name, value in after.items()},
    )


def settle(people: People, kind: str = "past-people", days: int = 365) -> KeepingRule:
    return keeping.settle(people.office, kind=kind, days=days, reason="Ours", by=make.actor(people.office))


def broken(people: People) -> list[object]:
    sealing.seal_lines(people.office.pk, now=NOW)
    return list(verifying.verify(people.office.pk, now=NOW).findings)


def test_old_values_go_and_who_when_and_what_stay_sealed(people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    old = line(people, "directory.person", person.pk, label=str(person), note=f"{MARK} after", gender="f")
    gone = line(people, "directory.contactpoint", 4711, value=f"{MARK}@example.org")
    young = line(people, "directory.person", person.pk, at=OF_LATE, label=str(person), note=f"{MARK} new")
    assert broken(people) == []
    settle(people)

    [made] = sweeping.sweep_office(people.office, now=NOW)

    for each in (old, gone, young):
        each.refresh_from_db()
    mark = "[removed by age]"
    assert (old.label, old.changes["note"]) == (str(person), [mark, mark])
    assert old.changes["gender"][1] == "f"  # a word of a list, no text
    assert (gone.label, gone.changes["value"], gone.by) == ("—", [mark, mark], people.owner)
    assert young.changes["note"][1] == f"{MARK} new"
    assert [(each["count"], each["rule"]) for each in made.lines] == [
        (2, "Values of people in the history: 365 days after the change.")
    ]
    assert broken(people) == []
    assert {each.proofs["=label"][0] for each in ErasedValues.objects.all()} == {"salt", "digest"}
    assert sweeping.sweep_office(people.office, now=NOW) == []


def test_a_value_put_in_the_place_of_a_removed_one_breaks_the_seal(people: People) -> None:
    old = line(people, "directory.personname", 4711, printed=MARK)
    assert broken(people) == []
    settle(people)
    removing.remove_due(people.office, by=make.actor(people.office), now=NOW)

    AuditLine.objects.filter(pk=old.pk).update(changes={"printed": ["[removed by age]", "Somebody else"]})

    assert [each.number for each in verifying.verify(people.office.pk, now=NOW).findings] == [old.pk]


def test_the_history_reads_on_and_what_was_removed_cannot_be_undone(people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    old = line(people, "directory.person", person.pk, label=str(person), note="")
    settle(people)
    sweeping.sweep_office(people.office, now=NOW)

    [shown] = [each for each in history.of(person, language="en") if each.number == old.pk]

    assert [(each.before, each.after) for each in shown.fields] == [("removed by age", "")]
    assert shown.by == str(people.owner)
    old.refresh_from_db()
    with pytest.raises(CannotUndo):
        undo(old, by=make.actor(people.office))


def test_an_earlier_name_goes_from_the_label_too(people: People) -> None:
    person = make.person(people.office, "Ana Sample")
    old = line(people, "directory.person", person.pk, label=f"Ana {MARK}", note="")
    settle(people)

    sweeping.sweep_office(people.office, now=NOW)

    old.refresh_from_db()
    assert old.label == "—"


def test_nothing_goes_before_it_is_settled_or_while_an_event_is_held(people: People) -> None:
    before = line(people, "directory.personname", 1, printed=MARK)
    event = make.event(people.office, "Reception")
    line(people, "events.event", event.pk, status="held")
    after = line(people, "directory.personname", 2, printed=MARK)
    assert sweeping.sweep_office(people.office, now=NOW) == []
    settle(people)
    held = keeping.hold(event, reason="A court asks", by=make.actor(people.office), now=NOW)

    sweeping.sweep_office(people.office, now=NOW)
    found = AuditLine.objects.filter(pk__in=[before.pk, after.pk]).order_by("pk")
    assert [MARK in str(each.changes) for each in found] == [False, True]
    keeping.end(held, by=make.actor(people.office), now=NOW)
    sweeping.sweep_office(people.office, now=NOW)

    assert MARK not in str(AuditLine.objects.get(pk=after.pk).changes)


def test_what_was_said_in_public_and_other_offices_stay(people: People) -> None:
    spoken = line(people, "record.statement", 1, summary=MARK)
    other = make.organiser("another")
    foreign = line(people, "directory.personname", 1, printed=MARK)
    AuditLine.objects.filter(pk=foreign.pk).update(organiser_id=other.pk)
    settle(people)
    settle(people, "past-guests")

    sweeping.sweep(NOW)

    kept = AuditLine.objects.filter(pk__in=[spoken.pk, foreign.pk]).values_list("changes", flat=True)
    assert all(MARK in str(changes) for changes in kept)


def test_values_of_guests_go_and_what_leads_from_row_to_row_stays(people: People) -> None:
    subject = Subject(people.office)
    AuditLine.objects.filter(organiser_id=people.office.pk).update(at=LONG_AGO)
    settle(people, "past-guests")

    sweeping.sweep_office(people.office, now=NOW)

    about = AuditLine.objects.filter(organiser_id=people.office.pk, kind__startswith="guests.")
    assert MARK not in str(list(about.values_list("changes", "reason")))
    assert "[removed by age]" not in str(list(about.values_list("changes__invitation_id", flat=True)))
    assert Person.objects.filter(pk=subject.person.pk).exists()


def test_a_break_between_two_steps_leaves_nothing_uncertified(people: People) -> None:
    line(people, "directory.personname", 1, printed=MARK)
    settle(people)
    sweeping.sweep_office(people.office, now=NOW)
    Removal.objects.update(uncertified=3)
    line(people, "directory.personname", 2, printed=MARK)

    [made] = removing.remove_due(people.office, by=make.actor(people.office), now=NOW)

    assert [each["count"] for each in made.lines] == [4]
    assert (made.number, Removal.objects.get().uncertified) == (2, 0)


def test_the_preview_counts_what_goes_and_names_no_value(people: People) -> None:
    line(people, "directory.personname", 1, printed=f"{MARK} secret")
    line(people, "directory.personname", 2, at=OF_LATE, printed=MARK)
    AuditLine.objects.exclude(label=MARK).update(at=OF_LATE)
    client = Client()
    client.force_login(people.owner)
    page = reverse("custody:keeping", args=[people.office.ref])

    before = client.get(f"{reverse('custody:rule', args=[people.office.ref])}?kind=past-people")
    lines = client.get(f"{reverse('custody:lines', args=[people.office.ref])}?kind=past-people")
    AuditLine.objects.filter(label=MARK).update(label="Ana")
    settle(people)
    [due] = past.due_in(people.office, now=NOW)

    assert "Proposed: 1095 days after the change." in before.content.decode()
    assert f"{MARK} secret" not in lines.content.decode()
    assert due.count == 1
    assert "Values of people in the history" in client.get(page).content.decode()
    [made] = sweeping.sweep_office(people.office, now=NOW)
    assert (made.kind, [each["count"] for each in made.lines]) == (Certificate.Kind.HISTORY, [1])

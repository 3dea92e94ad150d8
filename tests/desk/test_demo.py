"""The evening of the demo shows every page of invitations and replies at work."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from chancery.accounts.models import Membership, Organiser
from chancery.accounts.roles import Role
from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.desk.commands import DEMO, REFERENCE
from chancery.desk.demo import EVENING, load_evening
from chancery.desk.demo_screens import put_up_samples
from chancery.directory.models import Person
from chancery.events.models import Event, Participation
from chancery.guests.models import Dispatch, Invitation, NoteVerbale, Reply, Standing, Wave
from chancery.programme.models import Cue, Screen
from tests import make

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Event, Membership]]:
    """The evening, made once for all tests: each takes back what it changes, the last one the evening."""
    with django_db_blocker.unblock(), transaction.atomic():
        office = office_for(REFERENCE / DEMO[0])
        for name in DEMO:
            load_event(REFERENCE / name, organiser=office, by=Actor(office.pk))
        officer, head = make.member(office, Role.OWNER), make.member(office, Role.HEAD)
        event = load_evening(REFERENCE / EVENING, officer=officer, head=head, now=NOW)
        assert event is not None
        yield event, officer
        transaction.set_rollback(True)


@pytest.fixture
def evening(made: tuple[Event, Membership], db: Any) -> Event:
    return made[0]


@pytest.fixture
def officer(made: tuple[Event, Membership], db: Any) -> Membership:
    return made[1]


def of(event: Event, model: Any, path: str) -> Any:
    return model.objects.filter(**{path: event})


def test_invitations_stand_in_every_way_but_walking_in(evening: Event) -> None:
    standings = set(of(evening, Invitation, "guest__event").values_list("standing", flat=True))

    assert standings == set(Standing) - {Standing.WALK_IN}


def test_messages_went_by_every_channel_in_four_languages_and_some_came_back(evening: Event) -> None:
    sent = of(evening, Dispatch, "invitation__guest__event")

    assert set(sent.values_list("channel", flat=True)) == {"email", "post", "hand", "note", "telephone"}
    assert set(sent.values_list("language", flat=True)) == {"en", "fr", "ro", "az"}
    assert set(sent.values_list("state", flat=True)) == {"waiting", "gone", "delivered", "returned"}
    returned = sent.filter(state="returned").order_by("channel").values_list("channel", "remark")
    assert list(returned) == [("email", "550 5.1.1 The mailbox does not exist"), ("post", "Moved away")]
    assert NoteVerbale.objects.count() == sent.filter(channel="note").count() == 8


def test_replies_came_late_and_some_wait_for_a_decision(evening: Event) -> None:
    replies = of(evening, Reply, "invitation__guest__event")

    assert replies.filter(is_late=True).get().channel == "email"
    assert set(replies.exclude(why_open="").filter(decision="").values_list("why_open", flat=True)) == {
        "contradicts",
        "other-person",
        "consent",
    }
    assert replies.filter(why_open="consent", decision="taken").exists()


def test_the_next_waves_are_prepared(evening: Event) -> None:
    waves = list(evening.waves.order_by("number").values_list("kind", "state", "fills_places"))

    assert waves == [
        ("invitation", "sent", False),
        ("reminder-1", "draft", False),
        ("invitation", "draft", True),
    ]
    assert evening.waves.get(number=1).approvals.get().decision == "given"
    reminded = Wave.objects.get(event=evening, number=2).invitations
    assert reminded.exists()
    assert set(reminded.values_list("standing", flat=True)) == {Standing.SILENT}


def test_nothing_lies_in_the_future_but_the_evening(evening: Event) -> None:
    assert evening.held_on == date(2026, 3, 21)
    assert not Reply.objects.filter(given_at__gt=NOW).exists()
    assert not Dispatch.objects.filter(gone_at__gt=NOW).exists()


def test_everybody_of_the_evening_is_labelled_as_a_sample(evening: Event) -> None:
    assert not Participation.objects.filter(event=evening, is_sample=False, represents=None).exists()
    assert not Person.objects.filter(participations__event=evening, is_sample=False).exists()


def test_the_guests_of_the_reference_event_say_nothing(evening: Event) -> None:
    reference = Event.objects.get(ref="bucharest-2025")

    assert not of(reference, Reply, "invitation__guest__event").exists()
    assert not of(reference, Dispatch, "invitation__guest__event").exists()


def test_the_evening_is_made_once(evening: Event, officer: Membership) -> None:
    head = make.member(officer.organiser, Role.HEAD)

    assert load_evening(REFERENCE / EVENING, officer=officer, head=head, now=NOW) is None


def test_the_reference_event_has_a_screen_of_every_kind(evening: Event, officer: Membership) -> None:
    reference, by = Event.objects.get(ref="bucharest-2025"), Actor(officer.organiser_id, officer.user)

    made = put_up_samples(officer.organiser, event=reference.ref, by=by)

    screens = Screen.objects.filter(event=reference)
    assert made == screens.count()
    assert set(screens.values_list("kind", flat=True)) == set(Screen.Kind.values)
    shown = set(screens.filter(kind="department").values_list("department", flat=True))
    assert {"Sound", "Light", "Stage", "Interpreters", "Photographers"} <= shown
    assert shown == set(of(reference, Cue, "item__event").values_list("department", flat=True))


def test_a_screen_that_was_withdrawn_in_the_demo_stays_so(evening: Event, officer: Membership) -> None:
    by = Actor(officer.organiser_id, officer.user)
    put_up_samples(officer.organiser, event="bucharest-2025", by=by)
    Screen.objects.all().delete()

    assert put_up_samples(officer.organiser, event="bucharest-2025", by=by) == 0
    assert not Screen.objects.exists()


def test_the_whole_evening_travels(evening: Event, tmp_path: Path) -> None:
    """What the demo did is exported, loaded into an empty installation and exported again, byte by byte."""
    write_event(evening, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(again, tmp_path / "two")

    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    assert Reply.objects.filter(invitation__guest__event=again).count() > 15


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, pictures too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}

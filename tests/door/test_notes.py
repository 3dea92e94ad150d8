"""Notes for stewards and prepared answers (R126), as the office writes them and a telephone has them."""

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.frame import UNDO_TAG
from chancery.door.models import DoorNote, PreparedAnswer
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.door import built


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


KEPT = {"band": "Heads of mission", "outcome": "standing", "where": "", "words": ""}


def path(name: str, event: Event, **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": "mission", "code": event.code, **route})


def test_a_note_is_written_for_one_door(signed_in: Client, event: Event) -> None:
    guest, door = make.participation(event, make.person(event.organiser)), built.door(event, "Garden")
    sent = {"participation": guest.pk, "kind": "press", "text": "Camera team", "door": door.pk}

    page = signed_in.post(path("new-note", event), sent, follow=True).content.decode()

    note = DoorNote.objects.get()
    assert (note.participation, note.kind, note.door) == (guest, "press", door)
    assert all(words in page for words in ("Ana Sample", "Camera team", "Garden"))


def test_a_plain_note_says_something(signed_in: Client, event: Event) -> None:
    guest = make.participation(event, make.person(event.organiser))

    page = signed_in.post(path("new-note", event), {"participation": guest.pk, "kind": "note", "text": ""})

    assert "Write what the steward shall know." in page.content.decode()
    assert not DoorNote.objects.exists()


def test_a_guest_of_another_event_cannot_be_noted(signed_in: Client, event: Event, people: People) -> None:
    other = make.event(people.office, "Other")
    guest = make.participation(other, make.person(people.office))

    signed_in.post(path("new-note", event), {"participation": guest.pk, "kind": "press", "text": "x"})

    assert not DoorNote.objects.exists()


def test_a_deleted_note_comes_back(signed_in: Client, event: Event, people: People) -> None:
    code = built.a_note(people.office)
    page = signed_in.post(path("delete-note", event, note=code), follow=True)
    assert not DoorNote.objects.exists()

    signed_in.post(next(iter(page.context["messages"])).extra_tags.split(UNDO_TAG)[-1].split()[-1])

    assert DoorNote.objects.get().code == code


@pytest.mark.cases("R126")
def test_answers_are_prepared_by_band(signed_in: Client, event: Event) -> None:
    rows = {"answers-TOTAL_FORMS": "1", "answers-INITIAL_FORMS": "0"}
    row = {
        "band": "Heads of mission",
        "outcome": "reserve",
        "where": "Row 1",
        "words": "This way, Excellency.",
    }
    sent = rows | {f"answers-0-{name}": value for name, value in row.items()}

    signed_in.post(path("answers", event), sent)

    answer = PreparedAnswer.objects.get()
    assert (answer.band, answer.outcome, answer.where) == ("Heads of mission", "reserve", "Row 1")
    assert "Heads of mission" in signed_in.get(path("answers", event)).content.decode()


@pytest.mark.cases("R126")
def test_a_band_has_one_answer(signed_in: Client, event: Event) -> None:
    made = PreparedAnswer.objects.create(event=event, band="Heads of mission", outcome="reserve")
    rows = {"answers-TOTAL_FORMS": "2", "answers-INITIAL_FORMS": "1", "answers-0-id": str(made.pk)}
    both = {f"answers-{n}-{name}": value for n in (0, 1) for name, value in KEPT.items()}

    page = signed_in.post(path("answers", event), rows | both).content.decode()

    assert PreparedAnswer.objects.get().outcome == "reserve"
    assert page.count("Heads of mission") >= 2
    assert "band of rank" in page


def test_who_may_only_look_changes_no_answer(people: People, event: Event) -> None:
    client = Client()
    client.force_login(make.member(people.office, "door").user)
    rows = {"answers-TOTAL_FORMS": "1", "answers-INITIAL_FORMS": "0", "answers-0-band": "x"}

    client.post(path("answers", event), rows | {"answers-0-outcome": "standing"})

    assert not PreparedAnswer.objects.exists()

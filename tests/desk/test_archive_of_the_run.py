"""What the caller pressed travels with its event, by the names of whoever pressed it."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event
from chancery.programme.actions import running
from chancery.programme.models import Item, Run, Screen, Step
from chancery.programme.running import state_of
from tests import make
from tests.conftest import People

FILE = "programme.toml"
TOLD = ("revision", "state", "is_rehearsal", "held_at", "word", "back", "end")
NOBODYS = ("caller", "asked_by", "caller_seen_at")


@pytest.fixture
def event(people: People) -> Event:
    """An evening that was rehearsed, then called in earnest with one step taken back, and is held."""
    made = make.event(people.office, held_on=timezone.now().date(), starts_at=timezone.now().time())
    kinds = {"anthem": "anthem", "address": "speech", "letters": "reading"}
    for position, (ref, kind) in enumerate(kinds.items()):
        make.item(made, ref.title(), kind, ref=ref, position=position, duration_seconds=300)
    people.owner.name = "Ana Sample"
    people.owner.save()
    running.rehearse(made, is_rehearsal=True, by=make.actor(people.office, people.owner))
    press(made, people.owner, 1, "go", "anthem", ago=4000)
    running.rehearse(made, is_rehearsal=False, by=make.actor(people.office, people.owner))
    press(made, people.owner, 2, "go", "anthem", ago=600)
    press(made, people.owner, 3, "go", "address", ago=400)
    press(made, people.owner, 4, "back", ago=390)
    press(made, people.owner, 5, "go", "address", ago=300)
    press(made, people.owner, 6, "word", words="close", ago=200)
    press(made, people.owner, 7, "hold", ago=100)
    Screen.objects.create(event=made, kind="speaker", name="Lectern")
    return made


def press(event: Event, who: Any, number: int, kind: str, item: str = "", ago: int = 0, **more: Any) -> Step:
    """Take a step with a uid that says its number, so many seconds ago."""
    return running.take_step(
        event,
        kind,
        uid=UUID(int=number) if number else uuid4(),
        by=make.actor(event.organiser, who),
        at=timezone.now() - timedelta(seconds=ago),
        item=event.items.get(ref=item) if item else None,
        **more,
    )


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def stands(event: Event) -> dict[str, Any]:
    """Where a run stands, by names that are the same in every installation, at one moment."""
    refs = dict(Item.objects.filter(event=event).values_list("code", "ref"))
    at = Step.objects.filter(run__event=event).last()
    assert at is not None
    told = state_of(event, now=at.at + timedelta(seconds=60)).as_json()
    kept = {name: told[name] for name in TOLD}
    items = [(refs[item["code"]], item["progress"], item["start"], item["end"]) for item in told["items"]]
    row = Run.objects.select_related("current").get(event=event)
    return kept | {"items": items, "current": row.current and row.current.ref, "row": (row.state, row.since)}


def moved(event: Event, folder: Path) -> Event:
    """Load the folder of an event into an office of its own."""
    Organiser.objects.filter(pk=event.organiser.pk).update(ref="moved-away")
    empty = office_for(folder)
    return load_event(folder, organiser=empty, by=Actor(empty.pk)).event


def test_a_run_comes_out_of_an_empty_installation_as_it_went_in(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")
    told, uids = stands(event), list(Step.objects.values_list("uid", flat=True))
    organiser = event.organiser
    Event.objects.all().delete()

    second = load_event(tmp_path / "one", organiser=organiser, by=Actor(organiser.pk)).event
    write_event(second, tmp_path / "two")

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert stands(second) == told
    assert list(Step.objects.values_list("uid", flat=True)) == uids
    assert set(Step.objects.values_list("by", "by_name")) == {(None, "Ana Sample")}
    assert [getattr(second.run, name) for name in NOBODYS] == [None, None, None]


def test_a_second_office_of_the_installation_has_steps_of_its_own(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")

    second = moved(event, tmp_path / "one")
    write_event(second, tmp_path / "two")
    again = load_event(tmp_path / "one", organiser=second.organiser, by=Actor(second.organiser.pk))

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert (again.created, again.changed) == (0, 0)
    assert stands(second) == stands(event)
    assert Step.objects.values("uid").distinct().count() == 14


def test_a_folder_loaded_where_it_came_from_changes_nothing(event: Event, tmp_path: Path) -> None:
    event.items.get(ref="letters").delete()
    write_event(event, tmp_path)
    lines, told = AuditLine.objects.count(), stands(event)

    again = load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))

    assert (again.created, again.changed, AuditLine.objects.count()) == (0, 0, lines)
    assert stands(event) == told


def test_a_step_of_an_item_that_is_gone_travels_without_it(event: Event, tmp_path: Path) -> None:
    event.items.exclude(ref="anthem").delete()
    running.follow_steps(event)
    write_event(event, tmp_path / "one")

    here = load_event(tmp_path / "one", organiser=event.organiser, by=Actor(event.organiser.pk))
    second = moved(event, tmp_path / "one")
    write_event(second, tmp_path / "two")

    assert (here.created, here.changed) == (0, 0)
    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert stands(second) == stands(event)


def test_a_run_goes_on_elsewhere_and_comes_home(people: People, event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")
    second = moved(event, tmp_path / "one")

    with pytest.raises(running.StepRefused, match="Ana Sample has the call"):
        press(second, people.colleague, 0, "resume")
    press(second, people.colleague, 0, "take")
    press(second, people.colleague, 0, "resume")
    press(second, people.colleague, 0, "back")
    press(second, people.colleague, 0, "go", "letters")
    write_event(second, tmp_path / "two")
    office = event.organiser
    home = load_event(tmp_path / "two", organiser=office, by=Actor(office.pk))

    assert home.event == event
    assert second.run.steps.filter(by=people.colleague).count() == 4
    assert event.run.steps.filter(by=None).count() == 4
    assert stands(event) == stands(second)
    assert stands(event)["current"] == "letters"


def test_a_step_is_taken_back_elsewhere_to_what_stood_before_it(
    people: People, event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path)
    second = moved(event, tmp_path)

    press(second, people.colleague, 0, "take")
    for _step in ("hold", "address"):
        press(second, people.colleague, 0, "back")

    address = second.items.get(ref="address")
    assert (address.started_at, address.happened) == (None, "")
    assert second.items.get(ref="anthem").started_at == event.items.get(ref="anthem").started_at


def test_no_link_of_a_screen_is_in_the_folder(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)

    assert event.screens.get().code not in (tmp_path / FILE).read_text()
    assert "Lectern" not in (tmp_path / FILE).read_text()


def test_a_step_on_record_stays_as_it_was_taken(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    path = tmp_path / FILE
    path.write_text(path.read_text().replace('kind = "hold"', 'kind = "end"'))

    with pytest.raises(UnreadableFolder, match="field “kind”: it is on record as “hold” and stays so"):
        load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("number = 3", "number = 2", "two steps of the run have one number"),
        ('kind = "hold"', 'kind = "halt"', "“halt” does not fit; write one of stand-by, go"),
        ('kind = "hold"', 'kind = "hold"\nitem = "toast"', "there is no item “toast”"),
        ('happened = ""', 'happened = "perhaps"', "field “before”: it does not fit; write what stood"),
        ('happened = ""', 'started_at = "at five"', "field “before”: it does not fit; write what stood"),
        ('happened = ""', "started_at = 5", "field “before”: it does not fit; write what stood"),
        ('happened = ""', 'ended_at = "2027-01-01T10:00:00"', "field “before”: it does not fit"),
        ("since = 1", "since = -1", "field “since”"),
        ("by_name", "by", "has a field “by” that is not known"),
    ],
)
def test_a_run_that_contradicts_itself_is_told(
    event: Event, tmp_path: Path, before: str, after: str, said: str
) -> None:
    write_event(event, tmp_path)
    written = (tmp_path / FILE).read_text()
    assert before in written
    (tmp_path / FILE).write_text(written.replace(before, after, 1))

    with pytest.raises(UnreadableFolder, match=said):
        moved(event, tmp_path)

    assert Step.objects.exclude(run__event=event).count() == 0

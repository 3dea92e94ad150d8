"""Doors, slots, notes and scans travel with their event; no key of a telephone does."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.door.actions import presences
from chancery.door.models import ArrivalPlan, Device, Door, DoorNote, PreparedAnswer, Presence, Scan, Slot
from chancery.events.models import Event, Participation
from tests import make
from tests.door.built import device

FILE = "door.toml"
SIX = datetime(2027, 3, 4, 17, 0, tzinfo=UTC)
COLUMNS = ("participation__ref", "expected", "came", "inside", "first_at", "last_at", "door__ref")


@pytest.fixture
def event(db: Any) -> Event:
    """An evening with two doors, at which one guest came and went, one was taken back, one was unknown."""
    event = make.event(make.organiser("post"), "Evening")
    ana, ion, eva = (
        make.participation(event, make.person(event.organiser, name))
        for name in ("Ana One", "Ion Other", "Eva Third")
    )
    main = Door.objects.create(event=event, ref="main", name="Main entrance", instructions="Coats left.")
    garden = Door.objects.create(event=event, ref="garden", name="Garden", walk_ins="refuse", position=1)
    slot = Slot.objects.create(event=event, ref="last", starts_at=time(18, 50), ends_at=time(19, 0))
    PreparedAnswer.objects.create(
        event=event, band="Ministers", outcome="reserve", where="Row 1", words="Come."
    )
    ArrivalPlan.objects.create(
        participation=ana,
        slot=slot,
        awaited_at=time(18, 55),
        door=main,
        greeter=ion,
        escort="Usher of honour",
        announced="at-the-door",
        announced_at=SIX,
        announced_door=garden,
    )
    DoorNote.objects.create(participation=ana, kind="escort", text="To the salon.")
    DoorNote.objects.create(participation=eva, door=garden, kind="press", text="Camera.")
    telephone = device(main, "Telephone 1", token_digest="f" * 64, paired_at=SIX, made_at=SIX)
    device(garden, "Never used", made_at=SIX)
    scan(event, 1, ana, telephone)
    scan(event, 2, ana, telephone, kind="leave", minutes=9)
    scan(event, 3, ion, telephone, minutes=1, was_offline=True)
    scan(event, 4, ion, None, kind="undo", how="office", undoes=UUID(int=3), minutes=2)
    scan(event, 5, None, telephone, kind="refuse", words="CARD77", minutes=3)
    presences.prepare(event)
    presences.count_again(event, {ana.pk, ion.pk})
    return event


def scan(event: Event, number: int, who: Participation | None, at: Device | None, **fields: Any) -> Scan:
    """A scan with a uid that says its number, some minutes after six."""
    moment = SIX + timedelta(minutes=fields.pop("minutes", 0))
    values = {"kind": "admit", "at": moment, "device_at": moment, "received_at": moment} | fields
    return Scan.objects.create(
        uid=UUID(int=number),
        event=event,
        participation=who,
        device=at,
        door=at.door if at else None,
        **values,
    )


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def counted(event: Event) -> list[tuple[Any, ...]]:
    return list(Presence.objects.filter(event=event).order_by("participation__ref").values_list(*COLUMNS))


def test_what_happened_at_the_doors_comes_out_of_an_empty_installation_as_it_went_in(
    event: Event, tmp_path: Path
) -> None:
    write_event(event, tmp_path / "one")
    told, uids = counted(event), set(Scan.objects.values_list("uid", flat=True))
    organiser, ref = event.organiser, event.ref
    Scan.objects.all().delete()
    Device.objects.all().delete()
    Event.objects.all().delete()

    second = load_event(tmp_path / "one", organiser=organiser, by=Actor(organiser.pk)).event
    write_event(second, tmp_path / "two")

    assert second.ref == ref
    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert counted(second) == told
    assert set(Scan.objects.values_list("uid", flat=True)) == uids


def test_a_second_office_of_the_installation_has_scans_of_its_own(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path / "one")
    told = counted(event)
    Organiser.objects.update(ref="moved-away")
    empty = office_for(tmp_path / "one")

    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(second, tmp_path / "two")
    again = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk))

    assert texts(tmp_path / "two") == texts(tmp_path / "one")
    assert (again.created, again.changed) == (0, 0)
    assert counted(second) == counted(event) == told
    undoing = Scan.objects.get(event=second, kind="undo")
    assert Scan.objects.get(uid=undoing.undoes).event == second


def test_a_folder_loaded_where_it_came_from_changes_nothing(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    lines, told = AuditLine.objects.count(), counted(event)

    again = load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))

    assert (again.created, again.changed, AuditLine.objects.count()) == (0, 0, lines)
    assert counted(event) == told


def test_a_device_travels_by_its_name_and_lets_nobody_in(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    Organiser.objects.update(ref="moved-away")
    empty = office_for(tmp_path)

    second = load_event(tmp_path, organiser=empty, by=Actor(empty.pk)).event

    written = (tmp_path / FILE).read_text()
    assert "ffff" not in written
    assert "Never used" not in written
    came = Device.objects.get(door__event=second)
    assert (came.name, came.token_digest, came.expires_at) == ("Telephone 1", None, SIX)


def test_a_scan_that_is_on_record_stays_as_it_was_made(event: Event, tmp_path: Path) -> None:
    write_event(event, tmp_path)
    path = tmp_path / FILE
    path.write_text(path.read_text().replace('kind = "leave"', 'kind = "admit"'))

    with pytest.raises(UnreadableFolder, match="field “kind”: it is on record as “leave” and stays so"):
        load_event(tmp_path, organiser=event.organiser, by=Actor(event.organiser.pk))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "Garden"', 'name = "Main entrance"', "door 2 .*: two doors have one name"),
        ("ends_at = 19:00:00", "ends_at = 18:50:00", "field “ends_at”: a slot needs some time"),
        ('undoes = "00000000', 'words = "00000000', "an “undo” names the scan it takes back"),
        ('undoes = "00000000-0000-0000-0000-000000000003"', "undoes = 3", "“3” is no ref"),
        ('kind = "refuse"', 'kind = "refuse"\npeople = 0', "field “people”: “0” does not fit"),
        ('announced_door = "garden"', 'announced_door = "attic"', "there is no door “attic”"),
        ('outcome = "reserve"', 'outcome = "lobby"', "“lobby” does not fit; write one of reserve"),
    ],
)
def test_a_door_that_contradicts_itself_is_told(
    event: Event, tmp_path: Path, before: str, after: str, said: str
) -> None:
    write_event(event, tmp_path)
    written = (tmp_path / FILE).read_text()
    assert before in written
    (tmp_path / FILE).write_text(written.replace(before, after))
    Organiser.objects.update(ref="moved-away")
    empty = office_for(tmp_path)

    with pytest.raises(UnreadableFolder, match=said):
        load_event(tmp_path, organiser=empty, by=Actor(empty.pk))

    assert not Door.objects.filter(event__organiser=empty).exists()

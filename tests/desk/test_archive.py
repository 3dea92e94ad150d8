"""An event folder comes out as it went in."""

import re
from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import columns_of
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.shapes import TABLES
from chancery.desk.archive.writing import write_event
from chancery.directory.models import Person
from chancery.directory.queries.search import search
from chancery.programme import queries as programme
from chancery.record.models import Statement
from chancery.rules.timing import moment_words
from tests import make

MANUAL = Path(__file__).parents[2] / "docs" / "user" / "event-folder.md"
REFERENCE = Path(__file__).parents[2] / "chancery" / "desk" / "reference" / "bucharest-2025"


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


def test_loading_twice_changes_nothing(office: Organiser) -> None:
    load_event(REFERENCE, organiser=office, by=Actor(office.pk))
    lines = AuditLine.objects.count()

    again = load_event(REFERENCE, organiser=office, by=Actor(office.pk))

    assert (again.created, again.changed) == (0, 0)
    assert AuditLine.objects.count() == lines


def test_export_and_load_into_an_empty_installation_gives_the_same_bytes(
    office: Organiser, tmp_path: Path
) -> None:
    first = load_event(REFERENCE, organiser=office, by=Actor(office.pk)).event
    write_event(first, tmp_path / "one")
    Organiser.objects.update(ref="moved-away")

    empty = office_for(tmp_path / "one")
    second = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(second, tmp_path / "two")

    assert second.organiser != office
    assert texts(tmp_path / "two") == texts(tmp_path / "one")


def test_a_file_that_has_nothing_to_hold_any_more_goes(office: Organiser, tmp_path: Path) -> None:
    event = load_event(REFERENCE, organiser=office, by=Actor(office.pk)).event
    write_event(event, tmp_path)
    Statement.objects.all().delete()

    write_event(event, tmp_path)

    assert "record.toml" not in texts(tmp_path)


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_statement_of_the_reference_event_stands_under_its_speaker(office: Organiser) -> None:
    load_event(REFERENCE, organiser=office, by=Actor(office.pk))

    spoken = Statement.objects.values_list("speaker__person__ref", "speaker__capacity")

    assert sorted(spoken) == [("qudsi-osmanov", "speaker")] * 6 + [("vasili-simileanu", "speaker")] * 3


def test_a_loaded_person_is_found_by_any_spelling(office: Organiser) -> None:
    load_event(REFERENCE, organiser=office, by=Actor(office.pk))

    hits = search(office, "Əliyeva Leyla")

    assert hits[0].object_id == Person.objects.get(ref="leyla-aliyeva").pk


def test_the_event_of_the_manual_can_be_loaded_and_says_what_it_shows(db: Any, tmp_path: Path) -> None:
    for name, text in re.findall(r"\*\*(\w+\.toml)\*\*\n\n```toml\n(.*?)```", MANUAL.read_text(), re.DOTALL):
        (tmp_path / name).write_text(text)
    office = office_for(tmp_path)

    event = load_event(tmp_path, organiser=office, by=Actor(office.pk)).event

    items = list(programme.items_alone(event))
    plan = programme.timing_of(event, items)
    assert [(timed.item_id, moment_words(timed.start)) for timed in plan.items if timed.start] == [
        ("guests", "18:15"),
        ("speech", "18:30"),
        ("silence", "18:40"),
    ]
    assert not [conflict for conflict in plan.conflicts if conflict.is_wrong]


def test_every_table_and_field_of_the_folder_is_described() -> None:
    manual = MANUAL.read_text()

    for table in TABLES:
        section = manual.partition(f"### `[[{table.name}]]`")[2].partition("###")[0]
        names = [field.name for field in columns_of(table.model, table.without) if field.name != "event"]
        names += [*table.many, *(rows.name for rows in table.rows)]
        assert [name for name in names if f"`{name}`" not in section] == [], table.name

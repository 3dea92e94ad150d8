"""An event folder comes out as it went in."""

from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.desk.archive.columns import UnreadableFolder, columns_of
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.shapes import TABLES
from chancery.desk.archive.writing import write_event
from chancery.directory.models import Person
from chancery.directory.queries.search import search
from chancery.record.models import Statement
from tests import make

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


def test_export_and_load_elsewhere_gives_the_same_bytes(office: Organiser, tmp_path: Path) -> None:
    first = load_event(REFERENCE, organiser=office, by=Actor(office.pk)).event
    write_event(first, tmp_path / "one")
    other = make.organiser("other")

    second = load_event(tmp_path / "one", organiser=other, by=Actor(other.pk)).event
    write_event(second, tmp_path / "two")

    texts = {path.name: path.read_text() for path in (tmp_path / "one").iterdir()}
    assert texts == {path.name: path.read_text() for path in (tmp_path / "two").iterdir()}


def test_every_statement_of_the_reference_event_stands_under_its_speaker(office: Organiser) -> None:
    load_event(REFERENCE, organiser=office, by=Actor(office.pk))

    spoken = Statement.objects.values_list("speaker__person__ref", "speaker__capacity")

    assert sorted(spoken) == [("qudsi-osmanov", "speaker")] * 6 + [("vasili-simileanu", "speaker")] * 3


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("directory.toml", "[[person]\n", "directory.toml cannot be read"),
        ("directory.toml", '[[person]]\nsort_name = "X"\n', "person 1 has no ref"),
        (
            "directory.toml",
            '[[person]]\nref = "x"\nborn = "soon"\n',
            "person 1 (x), field “born”: “soon” is not a date",
        ),
        ("directory.toml", '[[person]]\nref = "x"\ngender = "q"\n', "field “gender”: “q” is none of"),
        ("directory.toml", '[[person]]\nref = "x"\nshoe = 43\n', "has a field “shoe” that is not known"),
        ("directory.toml", '[[persons]]\nref = "x"\n', "has a table “persons” that is not known"),
        ("directory.toml", '[[office]]\nref = "x"\nbody = "nowhere"\n', "there is no body “nowhere”"),
        ("guests.toml", '[[participation]]\nref = "x"\n', "there is no event “None”"),
    ],
)
def test_a_broken_folder_is_refused_in_words_and_changes_nothing(
    office: Organiser, tmp_path: Path, name: str, text: str, words: str
) -> None:
    (tmp_path / name).write_text(text)

    with pytest.raises(UnreadableFolder) as refused:
        load_event(tmp_path, organiser=office, by=Actor(office.pk))

    assert words in str(refused.value)
    assert not Person.objects.exists()


def test_a_loaded_person_is_found_by_any_spelling(office: Organiser) -> None:
    load_event(REFERENCE, organiser=office, by=Actor(office.pk))

    hits = search(office, "Əliyeva Leyla")

    assert hits[0].object_id == Person.objects.get(ref="leyla-aliyeva").pk


def test_every_table_and_field_of_the_folder_is_described() -> None:
    manual = (REFERENCE.parents[3] / "docs" / "user" / "event-folder.md").read_text()

    for table in TABLES:
        section = manual.partition(f"### `[[{table.name}]]`")[2].partition("###")[0]
        names = [field.name for field in columns_of(table.model, table.without) if field.name != "event"]
        names += [*table.many, *(rows.name for rows in table.rows)]
        assert [name for name in names if f"`{name}`" not in section] == [], table.name

"""An event folder that cannot be read is refused in one sentence with its place, and changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.agreement import SENTENCES
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.shapes import TABLES, Rows
from chancery.desk.archive.writing import model_of
from chancery.events.models import Event
from tests import make

ORDER = '[[order]]\nref = "o"\nprofile = "diplomatic-corps"\n'
EVENT = ORDER + '[[event]]\nref = "e"\nordering = "o"\ntitles = { en = "Evening" }\n'
HEAD = 'event = "e"\n'
ITEM = HEAD + '[[item]]\nref = "i"\nkind = "speech"\n'
PERSON = '[[person]]\nref = "p"\nsort_name = "P"\nnames = [ { printed = "P" } ]\n'
GUEST = HEAD + '[[participation]]\nref = "g"\nperson = "p"\n'


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with a small event and the given files."""
    for name, text in ({"event.toml": EVENT} | files).items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def refusal(folder: Path, office: Organiser) -> str:
    with pytest.raises(UnreadableFolder) as refused:
        load_event(folder, organiser=office, by=Actor(office.pk))
    return str(refused.value)


ITEM_FIELDS = {
    'titles = "S"': 'field “titles”: “S” does not fit; write a text by language, as { en = "Remarks" }.',
    'titles = { "my language" = "S" }': (
        "field “titles”: “{'my language': 'S'}” does not fit; "
        'write a text by language, as { en = "Remarks" }.'
    ),
    'languages = "en"': 'field “languages”: “en” does not fit; write a list of texts, as ["en", "ro"].',
    'languages = ["my language"]': (
        "field “languages”: “my language” does not fit; write the code of a language, as en or pt-BR."
    ),
    'duration_seconds = "10 min"': "field “duration_seconds”: “10 min” does not fit; write a whole number.",
    "duration_seconds = 1.5": "field “duration_seconds”: “1.5” does not fit; write a whole number.",
    "duration_seconds = true": "field “duration_seconds”: “True” does not fit; write a whole number.",
    "duration_seconds = -5": "field “duration_seconds”: Ensure this value is greater than or equal to 0.",
    "is_public = 1": "field “is_public”: “1” does not fit; write true or false.",
    'anchor_at = "25:00"': "field “anchor_at”: “25:00” does not fit; write a clock time as 17:00:00.",
    "anchor_at = 2025-02-25": "field “anchor_at”: “2025-02-25” does not fit; write a clock time as 17:00:00.",
    "started_at = 2025-02-25T17:00:00": (
        "field “started_at”: “2025-02-25 17:00:00” does not say in which zone it is meant; "
        "write a moment as 2025-02-25T17:04:00Z."
    ),
    'responsible = "a\\u0000b"': (
        "field “responsible”: “a\x00b” does not fit; write a text between quotation marks."
    ),
    'parent = "nowhere"': "field “parent”: there is no item “nowhere”; add it or correct the ref.",
    "parent = 5": "field “parent”: “5” is no ref; write one between quotation marks.",
    "contributions = 5": "field “contributions”: “5” is no list of rows; write [ { … }, { … } ].",
    'contributions = { participation = "g" }': (
        "field “contributions”: “{'participation': 'g'}” is no list of rows; write [ { … }, { … } ]."
    ),
    'cues = [ { department = "Light", text = "Go", kind = "run" } ]': (
        "cues 1, field “kind”: “run” does not fit; write one of stand-by, go, hold."
    ),
}


@pytest.mark.parametrize("line", ITEM_FIELDS, ids=str)
def test_a_value_that_does_not_fit_is_told_with_what_to_write(
    office: Organiser, tmp_path: Path, line: str
) -> None:
    write(tmp_path, {"programme.toml": ITEM + line + "\n"})

    assert refusal(tmp_path, office) == f"programme.toml, item 1 (i), {ITEM_FIELDS[line]}"
    assert not Event.objects.exists()


ITEM_WHOLE = {
    "duration_seconds = 5\nshortest_seconds = 10": (
        ": duration_seconds is missing or under shortest_seconds; correct one."
    ),
    "anchor_at = 17:00:00\nanchor_offset_seconds = 0": (
        ": anchor_at and anchor_offset_seconds are both given; leave one of them out."
    ),
    'parent = "i"': ": an item cannot be part of itself; name another one.",
    "showings = [ {} ]": ", showings 1: name either a film or an exhibition.",
    'cues = [ { department = "Light" } ]': ", cues 1 has no field “text”; add it.",
    'contributions = [ { form = "speech" } ]': ", contributions 1 has no field “participation”; add it.",
    "colour = 5": " has a field “colour” that is not known; remove or correct it.",
}


@pytest.mark.parametrize("lines", ITEM_WHOLE, ids=str)
def test_a_row_that_contradicts_itself_is_told_in_words(
    office: Organiser, tmp_path: Path, lines: str
) -> None:
    write(tmp_path, {"programme.toml": ITEM + lines + "\n"})

    assert refusal(tmp_path, office) == f"programme.toml, item 1 (i){ITEM_WHOLE[lines]}"
    assert not Event.objects.exists()


FILES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "a table broken off": (
        {"directory.toml": "[[person]\n"},
        (
            "directory.toml cannot be read: Expected ']]' at the end of an array declaration "
            "(at line 1, column 9); correct that line."
        ),
    ),
    "a row without a ref": (
        {"directory.toml": PERSON.replace('ref = "p"\n', "")},
        "directory.toml, person 1 has no ref; give it a short name of letters, digits and hyphens.",
    ),
    "a date in words": (
        {"directory.toml": PERSON + 'born = "soon"\n'},
        (
            "directory.toml, person 1 (p), field “born”: “soon” does not fit; "
            "write a date as far as it is known, as 1992 or 1992-02-26."
        ),
    ),
    "a table of another name": (
        {"directory.toml": '[[persons]]\nref = "x"\n'},
        "directory.toml has a table “persons” that is not known there; remove or correct it.",
    ),
    "not UTF-8": ({"event.toml": b"# \xe9"}, "event.toml is not text in UTF-8; save it so."),
    "a file under another name": (
        {"program.toml": ""},
        (
            "program.toml is none of files.toml, directory.toml, occasions.toml, event.toml, "
            "exhibition.toml, campaign.toml, guests.toml, seating.toml, programme.toml, door.toml, "
            "record.toml, photos.toml, communique.toml, after.toml, correspondence.toml; "
            "rename it or take it away."
        ),
    ),
    "a table that is none": (
        {"programme.toml": HEAD + "item = 5\n"},
        "programme.toml, table “item”: “5” is no list of rows; write [ { … }, { … } ].",
    ),
    "no event at the head": (
        {"programme.toml": ITEM.removeprefix(HEAD)},
        'programme.toml, item 1 (i) belongs to no event; write event = "its ref".',
    ),
    "a ref with a blank": (
        {"programme.toml": ITEM.replace('"i"', '"i i"')},
        (
            "programme.toml, item 1: “i i” is no ref; write up to 80 letters without accents, digits and "
            "hyphens."
        ),
    ),
    "a ref twice": (
        {"programme.toml": ITEM + ITEM.removeprefix(HEAD)},
        "programme.toml, item 2 (i) uses a ref twice; give each row its own.",
    ),
    "no kind": (
        {"programme.toml": HEAD + '[[item]]\nref = "i"\n'},
        "programme.toml, item 1 (i) has no field “kind”; add it.",
    ),
    "no order": (
        {"event.toml": '[[event]]\nref = "e"\n'},
        "event.toml, event 1 (e) has no field “ordering”; add it.",
    ),
    "two events of one order": (
        {"event.toml": EVENT + EVENT.removeprefix(ORDER).replace('"e"', '"f"')},
        "event.toml, event 2 (f): another row has the same “ordering”; give each its own.",
    ),
    "no such zone": (
        {"event.toml": EVENT + 'time_zone = "Mars/Base"\n'},
        "event.toml, event 1 (e), field “time_zone”: “Mars/Base” is no time zone; write Europe/Bucharest.",
    ),
    "no such profile": (
        {"event.toml": EVENT.replace("diplomatic-corps", "nowhere")},
        (
            "event.toml, order 1 (o), field “profile”: there is no profile “nowhere”; "
            "`chancery order --list-profiles` lists them."
        ),
    ),
    "no such rule": (
        {"occasions.toml": '[[occasion]]\nref = "oc"\nkind = "anniversary"\nrule = { kind = "moon" }\n'},
        (
            "occasions.toml, occasion 1 (oc), field “rule”, kind: “moon” is not a kind of calendar rule; "
            "write fixed, nth-weekday, easter, hebrew or hijri."
        ),
    ),
    "nobody takes part": (
        {"guests.toml": GUEST.replace('person = "p"\n', "")},
        "guests.toml, participation 1 (g): name a person, a body or an office that takes part.",
    ),
    "mentioned and present": (
        {
            "directory.toml": PERSON,
            "guests.toml": GUEST + 'capacity = "mentioned"\nactual = "attended"\n',
        },
        (
            "guests.toml, participation 1 (g): who is only mentioned did not attend; "
            "correct the capacity or “actual”."
        ),
    ),
    "members that are no list": (
        {"directory.toml": PERSON + '[[group]]\nref = "gr"\nmembers = "p"\n'},
        "directory.toml, group 1 (gr), field “members”: “p” is no list; write it in [ and ].",
    ),
    "a state by its name": (
        {"directory.toml": '[[body]]\nref = "b"\nstate = "Sampleland"\n'},
        (
            "directory.toml, body 1 (b), field “state”: “Sampleland” does not fit; "
            "write the two capital letters of a state, as RO."
        ),
    ),
}


@pytest.mark.parametrize("case", FILES, ids=str)
def test_a_broken_file_is_told_by_its_name_and_row(office: Organiser, tmp_path: Path, case: str) -> None:
    files, sentence = FILES[case]
    write(tmp_path, files)

    assert refusal(tmp_path, office) == sentence
    assert not Event.objects.exists()


def test_a_byte_order_mark_is_passed_over(office: Organiser, tmp_path: Path) -> None:
    write(tmp_path, {"event.toml": b"\xef\xbb\xbf" + EVENT.encode()})

    assert load_event(tmp_path, organiser=office, by=Actor(office.pk)).event.ref == "e"


OFFICE = 'ref = "new"\ncity = "Bucharest"\nlanguages = ["en"]\nnames = { en = "New" }\n'
OFFICES = {
    "no office at all": (None, "", "No office is named; write its ref into office.toml, or give --office."),
    "only its ref": (
        'ref = "new"\n',
        "",
        "There is no office “new”; name an existing one with --office.",
    ),
    "another one": (OFFICE, "other", "There is no office “other”; name an existing one with --office."),
    "an unknown field": (
        OFFICE + "colour = 5\n",
        "",
        "office.toml has a field “colour” that is not known; remove it.",
    ),
    "no city": (
        OFFICE.replace('city = "Bucharest"\n', ""),
        "",
        "office.toml has no field “city”; add it.",
    ),
    "no name": (OFFICE.partition("names")[0], "", "office.toml has no field “names”; add it."),
    "no zone of that name": (
        OFFICE + 'time_zone = "Mars/Base"\n',
        "",
        "office.toml, field “time_zone”: write a zone such as Europe/Bucharest.",
    ),
    "no profile of that name": (
        OFFICE + 'profile = "nowhere"\n',
        "",
        (
            "office.toml, field “profile”: there is no profile “nowhere”; "
            "`chancery order --list-profiles` lists them."
        ),
    ),
    "broken": (
        "ref = ",
        "",
        "office.toml cannot be read: Invalid value (at end of document); correct that line.",
    ),
}


@pytest.mark.parametrize("case", OFFICES, ids=str)
def test_an_office_that_cannot_be_founded_is_told(db: Any, tmp_path: Path, case: str) -> None:
    text, named, sentence = OFFICES[case]
    if text is not None:
        (tmp_path / "office.toml").write_text(text)

    with pytest.raises(UnreadableFolder) as refused:
        office_for(tmp_path, named)

    assert str(refused.value) == sentence
    assert not Organiser.objects.exists()


def test_an_office_is_founded_as_it_is_described(db: Any, tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text(OFFICE + 'time_zone = "Europe/Bucharest"\n')

    founded = office_for(tmp_path)

    assert (founded.ref, founded.names, founded.city) == ("new", {"en": "New"}, "Bucharest")
    assert founded == office_for(tmp_path)


def test_every_constraint_of_the_folder_has_a_sentence() -> None:
    """A constraint that is broken by hand is told in words, not by its name."""
    silent = set()
    for table in TABLES:
        for model in (table.model, *inner(table.model, table.rows)):
            for constraint in model._meta.constraints:
                is_told = constraint.violation_error_message != constraint.default_violation_error_message
                is_ref = list(getattr(constraint, "fields", ()))[-1:] == ["ref"]
                if not (is_told or is_ref or constraint.name in SENTENCES):
                    silent.add(constraint.name)

    assert silent == set()


def inner(model: Any, rows: tuple[Rows, ...]) -> list[Any]:
    found = []
    for each in rows:
        child = model_of(model(), each)
        found += [child, *inner(child, each.rows)]
    return found

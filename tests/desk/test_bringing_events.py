"""Events of Indico and pretix become drafts, each once."""

import json
from datetime import date, time
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from chancery.accounts.models import Organiser
from chancery.desk import commands_bringing
from chancery.desk.bringing.events import bring_events, read_events
from chancery.directory.importing.problems import UnreadableFile
from chancery.events.models import Event, Place, Station
from tests import make

INDICO = {
    "count": 1,
    "results": [
        {
            "_type": "Conference",
            "id": "1234",
            "title": "Evening of remembrance",
            "description": "<p>Not brought</p>",
            "startDate": {"date": "2027-02-26", "time": "16:00:00", "tz": "UTC"},
            "endDate": {"date": "2027-02-26", "time": "18:30:00", "tz": "UTC"},
            "timezone": "Europe/Bucharest",
            "room": "Great Hall",
            "location": "Library",
            "address": "1 Sample Street",
        }
    ],
}
PRETIX = {
    "results": [
        {
            "name": {"en": "Fair of books", "ro": "Târg de carte"},
            "slug": "books",
            "date_from": "2027-05-01T22:30:00Z",
            "date_to": "2027-05-03T10:00:00Z",
            "timezone": "Europe/Bucharest",
            "location": {"en": "Great Hall, Library\n1 Sample Street"},
        },
        {"name": "Without a day", "slug": "open", "timezone": "Nowhere/Nothing", "location": None},
    ]
}


@pytest.fixture
def office(db: None) -> Organiser:
    return make.organiser()


def test_an_event_of_indico_becomes_a_draft_in_its_own_hours(office: Organiser) -> None:
    (event,), known = bring_events(
        read_events(json.dumps(INDICO).encode()), organiser=office, by=make.actor(office)
    )

    assert (event.ref, event.titles, event.status) == (
        "indico-1234",
        {"en": "Evening of remembrance"},
        "draft",
    )
    assert (event.held_on, event.held_until_on) == (date(2027, 2, 26), None)
    assert (event.starts_at, event.ends_at) == (time(18), time(20, 30))
    assert Place.objects.get().names == {"en": "Great Hall, Library"}
    assert Station.objects.get().event == event
    assert known == 0


def test_events_of_pretix_keep_their_languages_and_days(office: Organiser) -> None:
    bring_events(read_events(json.dumps(INDICO).encode()), organiser=office, by=make.actor(office))
    found = read_events(json.dumps(PRETIX).encode())

    made, _known = bring_events(found, organiser=office, by=make.actor(office))
    again, known = bring_events(found, organiser=office, by=make.actor(office))

    fair, without = made
    assert fair.titles == {"en": "Fair of books", "ro": "Târg de carte"}
    assert (fair.held_on, fair.held_until_on) == (date(2027, 5, 2), date(2027, 5, 3))
    assert (without.held_on, without.time_zone) == (None, "Europe/Bucharest")
    assert Place.objects.count() == 1
    assert (again, known) == ([], 2)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"results": []}', b"[1]", b'[{"startDate": 1}]', b"\xff"])
def test_another_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_events(content)


def test_the_command_looks_first(office: Organiser, tmp_path: Path) -> None:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(INDICO))
    app = typer.Typer()
    commands_bringing.register(app)

    looked = CliRunner().invoke(app, ["bring-events", "mission", str(path), "--look"])
    before = Event.objects.count()
    done = CliRunner().invoke(app, ["bring-events", "mission", str(path)])

    assert "indico-1234: Evening of remembrance (2027-02-26)" in looked.output
    assert "1 events are planned as drafts; 0 were here already." in done.output
    assert (before, Event.objects.count()) == (0, 1)

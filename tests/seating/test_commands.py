"""`chancery seat`: who sits where at an event, and why."""

import json

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.events.models import Event
from chancery.seating import commands
from tests import make
from tests.seating import built


def seat(*arguments: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    commands.register(app)
    return CliRunner().invoke(app, ["seat", *arguments])


@pytest.fixture
def event(db: None) -> Event:
    return make.event(make.organiser(), "Reception", ref="reception")


def test_plan_is_written_with_seats_and_reasons(event: Event) -> None:
    guest = make.participation(event, make.person(event.organiser, "Ana Sample"), planned="accepted")
    make.participation(event, make.person(event.organiser, "Dan Sample"), planned="accepted")
    built.seat(built.plan(event), guest, "A-1-3")

    rows = json.loads(seat("reception", "--format", "json").stdout)

    seats = {row["name"]: row["seat"] for row in rows}
    assert seats == {"Ana Sample": "A-1-3", "Dan Sample": ""}
    assert all(row["reasons"] for row in rows if row["seat"])
    assert {"words", "rule", "source", "is_open"} == set(rows[0]["reasons"][0])


def test_who_has_no_seat_is_named(event: Event) -> None:
    make.participation(event, make.person(event.organiser, "Dan Sample"), planned="accepted")
    built.plan(event)

    assert "no seat" in seat("reception").stdout


def test_what_is_not_there_is_refused_in_one_sentence(event: Event) -> None:
    without = seat("reception")
    built.plan(event)
    unknown, language = seat("reception", "--plan", "7"), seat("reception", "--language", "xx")

    assert [each.exit_code for each in (without, unknown, language)] == [2, 2, 2]
    assert "has no plan of its seats yet" in without.stderr
    assert "has no plan 7" in unknown.stderr
    assert not without.stdout + unknown.stdout + language.stdout

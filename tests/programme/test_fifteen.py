"""Fifteen real programmes, entered through the forms, come out of the archive as they went in."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.desk.archive.office import office_for
from chancery.desk.archive.reading import load_event
from chancery.desk.archive.writing import write_event
from chancery.events.models import Event
from tests import make
from tests.conftest import People
from tests.programme.built import address, form_at

EXAMPLES = Path(__file__).parent / "programmes.json"
PROGRAMMES: dict[str, Any] = {
    one["id"]: one for one in json.loads(EXAMPLES.read_text(encoding="utf-8"))["programmes"]
}


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"], time_zone="Europe/Bucharest")


def enter(client: Client, event: Event, programme: dict[str, Any], *, by_line: bool) -> None:
    """Type a programme as an officer would: on the page of a new item, or line by line."""
    path = address(event, "add-line" if by_line else "add")
    empty = {} if by_line else form_at(client, path)
    title = "title" if by_line else "titles-en"
    for item in programme["items"]:
        written = {"kind": item["kind"], title: item["title"], "time": item["time"] or ""}
        assert client.post(path, empty | written).status_code == 302


def told(folder: Path) -> list[dict[str, Any]]:
    """The items of an exported event as the examples tell them."""
    items = tomllib.loads((folder / "programme.toml").read_text(encoding="utf-8"))["item"]
    return [{"time": _time(item), "kind": item["kind"], "title": item["titles"]["en"]} for item in items]


def _time(item: dict[str, Any]) -> str | None:
    if "anchor_at" in item:
        return f"{item['anchor_at']:%H:%M}"
    return item.get("printed_time")


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.cases
@pytest.mark.parametrize("by_line", [False, True], ids=["item by item", "line by line"])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_programme_comes_out_as_it_was_entered(
    signed_in: Client, event: Event, tmp_path: Path, name: str, by_line: bool
) -> None:
    """R91: each order is its own, and no time is invented; R92: a real programme is not wrong."""
    enter(signed_in, event, PROGRAMMES[name], by_line=by_line)

    scale = signed_in.get(address(event)).context["scale"]
    assert [(row.item.title, row.item.clock or None) for row in scale.rows] == [
        (item["title"], item["time"]) for item in PROGRAMMES[name]["items"]
    ]
    assert (scale.wrong, scale.trouble) == (0, "")
    write_event(event, tmp_path / "one")

    assert told(tmp_path / "one") == PROGRAMMES[name]["items"]
    Organiser.objects.filter(pk=event.organiser_id).update(ref="moved-away")
    empty = office_for(tmp_path / "one")
    loaded = load_event(tmp_path / "one", organiser=empty, by=Actor(empty.pk)).event
    write_event(loaded, tmp_path / "two")
    assert texts(tmp_path / "two") == texts(tmp_path / "one")

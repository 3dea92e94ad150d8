"""The client that the build generates, and the examples of the manual, against a live server."""

import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from types import ModuleType
from typing import Any

import pytest

from tests import make
from tests.api.asking import token_of
from tests.serving import Site

ROOT = Path(__file__).parents[2]
TOOL, MANUAL = ROOT / "tools" / "client.py", ROOT / "docs" / "admin" / "api.md"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The generated package, imported; it is forgotten with the test."""
    found = importlib.util.spec_from_file_location("client_tool", TOOL)
    assert found is not None
    assert found.loader is not None
    tool: Any = importlib.util.module_from_spec(found)
    found.loader.exec_module(tool)
    assert tool.write_client(tmp_path) == []
    monkeypatch.syspath_prepend(str(tmp_path / "chancery-client"))
    yield importlib.import_module("chancery_client")
    for name in [name for name in sys.modules if name.partition(".")[0] == "chancery_client"]:
        del sys.modules[name]


def part(name: str) -> ModuleType:
    return importlib.import_module(f"chancery_client.{name}")


@pytest.mark.loopback
def test_the_examples_of_the_manual_work(asgi_server: Site) -> None:
    office = make.organiser("mission")
    event, person = make.event(office, held_on="2027-02-26"), make.person(office)
    lines = re.findall(r"^```sh\n(.+?)^```$", MANUAL.read_text(), re.DOTALL | re.MULTILINE)
    named = {
        "CHANCERY": asgi_server.url,
        "TOKEN": token_of(make.member(office, "owner")),
        "EVENT": event.code,
        "PERSON": person.code,
    }

    done = run(
        ["sh", "-eu"],
        input="".join([*lines, *lines]),
        env={"PATH": os.environ["PATH"], **named},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) >= 4
    assert event.participations.get().person == person
    person.refresh_from_db()
    assert person.pronunciation == "AH-na"


@pytest.mark.loopback
def test_the_client_reads_and_writes(asgi_server: Site, client: Any) -> None:
    office = make.organiser("mission")
    token = token_of(make.member(office, "owner"))
    models = part("models")
    event = make.event(office, held_on="2027-02-26")

    with client.AuthenticatedClient(base_url=asgi_server.url, token=token) as asking:
        me = part("api.me.me_get").sync(client=asking)
        name = models.NameNew(printed="Əli Nümunə", given="Əli", family="Nümunə", language="az")
        person = part("api.persons.persons_create").sync(
            client=asking, body=models.PersonNew(names=[name]), idempotency_key="1"
        )
        guest = part("api.guests.guests_create").sync(
            event.code, client=asking, body=models.GuestNew(person=person.code)
        )
        page = part("api.guests.guests_list").sync(event.code, client=asking, limit=1)
        wrong = part("api.guests.guests_create").sync(
            event.code, client=asking, body=models.GuestNew(person=person.code)
        )

    assert me.office.ref == "mission"
    assert person.sort_name == "Nümunə, Əli"
    assert [each.code for each in page.items] == [guest.code]
    assert page.next_ is None
    assert (wrong.status, wrong.type_) == (409, "urn:chancery:problem:refused")

"""The worker that opens the telephone's page without a network: it holds all that the page asks for."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from chancery.door.views import reader, worker

FROM = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.[^"']+\.js)["']""")
STATIC = re.compile(r'(?:href|src|data-\w+)="(/static/[^"]+)"')
URL_OF_CODE = re.compile(r"""new URL\("(\.[^"]+)", import\.meta\.url\)""")
URL_OF_STYLE = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


@pytest.fixture
def script(client: Client) -> str:
    return client.get(reverse("phone:worker")).content.decode()


def _file(name: str) -> Path:
    found = finders.find(name)
    assert isinstance(found, str), name
    return Path(found)


def _asked_for(name: str) -> set[str]:
    """A file and what it asks for in its turn, by their names."""
    root, found, left = _file("door/js/sw.js").parents[2], set[str](), [name]
    while left:
        one = left.pop()
        if one in found or not finders.find(one):
            continue
        found.add(one)
        path = _file(one)
        if path.suffix in {".js", ".css"}:
            pattern = FROM if path.suffix == ".js" else URL_OF_STYLE
            near = pattern.findall(path.read_text(encoding="utf-8"))
            folder = Path("/") / one
            left += [str((folder.parent / each).resolve().relative_to("/")) for each in near]
    assert root.name == "static"
    return found


def test_the_page_and_all_that_it_asks_for_is_kept(client: Client) -> None:
    """A file that is missing in the list would be missing in the hall."""
    page = client.get(reverse("phone:shell")).content.decode()
    names = [address.removeprefix("/static/").split("/", 1) for address in STATIC.findall(page)]
    linked = ["/".join(name if len(name[0]) != 12 else name[1:]) for name in names]
    kept = {*worker.files_of_the_page(), worker.SCRIPT}

    asked = set[str]().union(*(_asked_for(name) for name in linked))

    assert "door/js/door.js" in asked
    assert asked - kept == set()


def test_the_reader_lies_below_the_page_and_is_kept(script: str, client: Client) -> None:
    """Elsewhere the browser would ask the network for it, which is not there in the hall."""
    kept = re.search(r"FILES = (\[.*?\]);", script)
    assert kept is not None
    addresses = json.loads(kept[1])

    readers = [address for address in addresses if address.startswith(reverse("phone:shell"))]
    answers = [client.get(address) for address in readers]

    assert readers == [reader.address_of(name) for name in reader.FILES]
    assert f'data-reader="{readers[0]}"' in client.get(reverse("phone:shell")).content.decode()
    assert not {"door/js/reader_worker.js", "door/vendor/zxing/zxing_reader.wasm"} & set(
        worker.files_of_the_page()
    )
    assert [answer["Content-Type"] for answer in answers] == ["text/javascript"] * 3 + ["application/wasm"]
    assert all("immutable" in answer["Cache-Control"] for answer in answers)


def test_the_reader_asks_for_nothing_else() -> None:
    """What its scripts import and fetch is in the list."""
    folder = reader.path_of(reader.STARTED_BY).parents[1]
    scripts = [reader.path_of(name) for name in reader.FILES if name.endswith(".js")]
    asked = {
        (script.parent / name).resolve().relative_to(folder).as_posix()
        for script in scripts
        for pattern in (FROM, URL_OF_CODE)
        for name in pattern.findall(script.read_text(encoding="utf-8"))
    }

    assert asked == set(reader.FILES) - {reader.STARTED_BY}


@pytest.mark.parametrize("name", ["js/phone.js", "vendor/zxing/LICENSE", "../../../settings.py"])
def test_nothing_but_the_reader_is_given_out_there(client: Client, name: str) -> None:
    path = reverse("phone:reader", kwargs={"release": "another", "name": reader.STARTED_BY})
    elsewhere = reader.address_of().replace(reader.STARTED_BY, name)

    assert [client.get(address).status_code for address in (path, elsewhere)] == [404, 404]


def test_the_worker_rules_the_page_of_the_telephone_alone(client: Client) -> None:
    """It lies below the page, is asked for anew each time, and needs nobody signed in."""
    response = client.get(reverse("phone:worker"))

    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-store"
    assert reverse("phone:worker").rpartition("/")[0] + "/" == reverse("phone:shell")


def test_another_file_makes_another_release(script: str, client: Client, tmp_path: Path) -> None:
    """The version follows what the page is made of, so that old and new are never mixed."""
    again = client.get(reverse("phone:worker")).content.decode()
    assert again == script

    version = re.search(r'VERSION = "(\w+)"', script)
    assert version is not None
    request = client.get(reverse("phone:shell")).wsgi_request
    assert worker.version_of(request, worker.files_of_the_page()[1:]) != version[1]

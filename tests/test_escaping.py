"""Names are texts, whatever they hold: no page takes one for a part of itself."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.directory.actions.index import index_organiser
from tests import make
from tests.access import body_of
from tests.browser.test_journeys import OF_THE_EVENT, OF_THE_OFFICE

HOSTILE = """"><script>alert('x')</script><img src=x onerror=alert(1)>{{ 7|add:7 }}"""


@pytest.fixture
def hostile_site(db: Any) -> tuple[Client, str, str]:
    """A client of an office where every name is hostile: the client, the office and its event."""
    office = make.organiser(names={"en": HOSTILE}, city=HOSTILE)
    owner = make.member(office, "owner", make.user(name=HOSTILE)).user
    person = make.person(office, HOSTILE)
    make.tenure(person, make.post(make.body(office, HOSTILE), HOSTILE))
    event = make.event(office, HOSTILE)
    make.participation(event, person)
    make.participation(event, make.person(office, f"Second {HOSTILE}"), "speaker")
    make.item(event, HOSTILE)
    make.task(event, HOSTILE)
    for build in (make.place, make.occasion, make.campaign, make.film, make.exhibition):
        build(office, HOSTILE)
    index_organiser(office)
    client = Client()
    client.force_login(owner)
    return client, office.ref, event.code


@pytest.mark.parametrize("route", [*OF_THE_OFFICE, *OF_THE_EVENT])
def test_no_page_takes_a_name_for_markup(hostile_site: tuple[Client, str, str], route: str) -> None:
    client, ref, code = hostile_site

    page = body_of(client.get(reverse(route, args=[ref, code] if route in OF_THE_EVENT else [ref])))

    assert_is_harmless(page)


def test_what_was_found_is_no_markup(hostile_site: tuple[Client, str, str]) -> None:
    client, ref, _code = hostile_site
    found = reverse("desk:find", args=[ref])

    assert_is_harmless(body_of(client.get(found, {"q": "script"})))
    assert_is_harmless(body_of(client.get(found, {"q": HOSTILE}, headers={"HX-Request": "true"})))


def assert_is_harmless(page: str) -> None:
    """The name stands in the page, and only as text."""
    assert "script&gt;alert" in page
    assert not re.search(r"<script>|<img src=x", page)
    assert "14" not in re.findall(r"onerror=alert\(1\)&gt;(\d*)", page)


@pytest.mark.parametrize("path", ["/o/mission/find/", "/o/mission/people/", "/o/mission/history/"])
def test_a_character_that_no_database_keeps_is_refused(db: Any, path: str) -> None:
    client = Client()
    client.force_login(make.member(make.organiser(), "owner").user)

    assert client.get(f"{path}?q=%00").status_code == 400

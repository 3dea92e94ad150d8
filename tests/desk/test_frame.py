"""The sections of an office above each of its pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.access import body_of
from tests.conftest import People


@pytest.mark.parametrize(
    ("route", "section"),
    [
        ("occasions:occasions", ["Occasions"]),
        ("occasions:every-series", ["Occasions"]),
        ("campaign:calendar", ["Occasions"]),
        ("campaign:office", ["Occasions"]),
        ("exhibition:loans", ["Exhibitions"]),
        ("record:media-lists", ["Mail"]),
        ("accounts:team", []),
    ],
)
def test_a_page_is_marked_in_the_section_it_belongs_to(
    people: People, signed_in: Client, route: str, section: list[str]
) -> None:
    page = body_of(signed_in.get(reverse(route, args=[people.office.ref])))

    (sections,) = re.findall(r'<nav class="sections".*?</nav>', page, re.DOTALL)
    assert re.findall(r'aria-current="page">([^<]*)<', sections) == section

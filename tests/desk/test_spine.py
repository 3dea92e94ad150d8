"""The stages of an event beside each of its pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.access import body_of
from tests.conftest import People


@pytest.mark.parametrize(
    ("route", "near"),
    [
        ("guests:guests", ["Plan", "Programme", "Guests", "Papers"]),
        ("events:order", ["Plan", "Programme", "Guests", "Order"]),
        ("record:course", ["Plan", "Programme", "Guests", "Record"]),
    ],
)
def test_a_phone_shows_four_stages_with_the_current_one(
    people: People, signed_in: Client, route: str, near: list[str]
) -> None:
    event = make.event_of(people.office)

    page = body_of(signed_in.get(reverse(route, args=[people.office.ref, event.code])))

    stages = re.findall(r"<li data-near>.*?</li>", page, re.DOTALL)
    assert [re.findall(r"[A-Z][a-z]+", re.sub(r"<[^>]*>", " ", stage))[0] for stage in stages] == near

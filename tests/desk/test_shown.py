"""The stage of an event that says what is shown: exhibitions and films of its programme."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.events.models import Event
from chancery.exhibition.models import Exhibition, Film, Stay, Subtitles
from chancery.programme.models import Showing
from tests import make
from tests.access import body_of
from tests.conftest import People


@pytest.fixture
def event(people: People) -> Event:
    return make.event_of(people.office)


def show(event: Event, **what: Any) -> None:
    Showing.objects.create(item=make.item(event, "Evening of pictures"), **what)


def page(client: Client, event: Event) -> str:
    return body_of(client.get(reverse("desk:shown", args=[event.organiser.ref, event.code])))


def test_nothing_shown_leads_to_the_programme(signed_in: Client, event: Event) -> None:
    assert "Nothing is shown at this event yet" in page(signed_in, event)


def test_what_is_shown_stands_there_once_with_its_item(signed_in: Client, event: Event) -> None:
    film = Film.objects.create(organiser=event.organiser, titles={"en": "Sample film"})
    Subtitles.objects.create(film=film, language="ro", text="WEBVTT\n")
    show(event, film=film)
    show(event, film=film)

    body = page(signed_in, event)

    assert body.count("Sample film") == 1
    assert body.count("Evening of pictures") == 2
    assert "rights not cleared" in body
    assert "Romanian" in body
    assert "1 film<" in body


def test_an_exhibition_that_only_stays_at_the_event_is_shown_too(signed_in: Client, event: Event) -> None:
    shown = Exhibition.objects.create(organiser=event.organiser, titles={"en": "Sample pictures"})
    Stay.objects.create(exhibition=shown, event=event, place=make.place(event.organiser))

    body = page(signed_in, event)

    assert "Sample pictures" in body
    assert "not published" in body


def test_the_number_of_queries_is_that_of_one_film(
    signed_in: Client, event: Event, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        show(event, film=Film.objects.create(organiser=event.organiser, titles={"en": f"Film {number}"}))

    page(signed_in, event)
    with django_assert_max_num_queries(32):
        page(signed_in, event)

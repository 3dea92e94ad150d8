"""The repeated rows of an event: each kind on its page, saved as a whole, in its order, and undone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.forms import BaseForm
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.events.models import (
    Arrangement,
    Broadcast,
    Event,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    OtherEvent,
    Part,
    Source,
    Station,
    Task,
)
from chancery.events.sections import SECTIONS
from tests import make
from tests.conftest import People
from tests.events.sent import address, rows


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


def save(client: Client, event: Event, key: str, *written: dict[str, Any], stored: int = 0) -> Any:
    """Send the rows of a section; the page that follows, or the form with what is wrong."""
    return client.post(address(event, f"edit/{key}/"), rows(key, written, stored=stored), follow=True)


def as_shown(form: BaseForm) -> dict[str, Any]:
    """What a browser sends for a row that nobody has touched."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, {})}


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_section_opens_empty_and_saves_nothing_of_nothing(
    signed_in: Client, event: Event, key: str
) -> None:
    opened = signed_in.get(address(event, f"edit/{key}/"))
    saved = save(signed_in, event, key, as_shown(opened.context["formset"].forms[0]))

    assert (opened.status_code, len(saved.redirect_chain)) == (200, 1)
    assert AuditLine.objects.filter(organiser_id=event.organiser_id).count() == 0


def test_rows_of_every_kind_are_written(signed_in: Client, event: Event, people: People) -> None:
    office = people.office
    place, body = make.place(office), make.body(office)
    occasion, campaign = make.occasion(office), make.campaign(office)
    owner = office.memberships.get(user=people.owner)
    written: dict[str, dict[str, Any]] = {
        "occasions": {"occasion": occasion.pk, "role": "main", "anniversary_on": "2025-02-26"},
        "campaigns": {"campaign": campaign.pk, "relation": "served"},
        "organisers": {"who": body.code, "who-text": str(body), "role": "organiser"},
        "places": {"place": place.pk, "role": "start"},
        "parts": {"names-en": "Second day", "kind": "day", "held_on": "2025-02-26"},
        "arrangements": {"kind": "dress", "texts-en": "Dark suit", "texts-ro": "Costum închis"},
        "categories": {"names-en": "Historians"},
        "sources": {"title": "Report", "dated-year": "2025", "address": "https://example.org/report"},
        "broadcasts": {
            "kind": "stream",
            "name": "Sample TV",
            "starts_at": "2025-02-25T18:00",
            "ends_at": "2025-02-25T19:00",
            "languages": ["en", "ro"],
        },
        "other-events": {"names-en": "March in another city", "city": "Constanța", "dated-year": "2025"},
        "tasks": {"title": "Cards", "days_before": "21", "in_working_days": "True", "owner": owner.pk},
        "glossary": {"meaning": "the town", "texts-en": "Sampletown"},
        "team": {"membership": owner.pk, "role": "caller"},
    }

    for key, row in written.items():
        page = save(signed_in, event, key, row)
        assert page.redirect_chain, (key, page.content.decode())

    assert list(EventOccasion.objects.values_list("role", "anniversary_on")) == [("main", date(2025, 2, 26))]
    assert list(EventCampaign.objects.values_list("relation", flat=True)) == ["served"]
    assert list(Involvement.objects.values_list("body", "role")) == [(body.pk, "organiser")]
    assert list(Station.objects.values_list("place", "role")) == [(place.pk, "start")]
    assert list(Part.objects.values_list("names", "held_on")) == [({"en": "Second day"}, date(2025, 2, 26))]
    assert Arrangement.objects.get().texts == {"en": "Dark suit", "ro": "Costum închis"}
    assert GuestCategory.objects.get().names == {"en": "Historians"}
    assert str(Source.objects.get().dated) == "2025"
    stream = Broadcast.objects.get()
    assert (stream.name, stream.languages) == ("Sample TV", ["en", "ro"])
    assert stream.starts_at == datetime(2025, 2, 25, 16, tzinfo=UTC)
    assert OtherEvent.objects.get().city == "Constanța"
    assert list(Task.objects.values_list("days_before", "in_working_days", "owner")) == [(21, True, owner.pk)]
    assert GlossaryTerm.objects.get().organiser == office
    assert EventMember.objects.get().role == "caller"


BAD: dict[str, tuple[str, dict[str, Any], str]] = {
    "an occasion of nobody": ("occasions", {"occasion": "999", "role": "main"}, "not one of the available"),
    "no occasion": (
        "occasions",
        {"role": "second", "anniversary_on": "2025-02-26"},
        "This field is required",
    ),
    "a day that is none": ("occasions", {"anniversary_on": "soon"}, "Enter a valid date"),
    "nobody organises": ("organisers", {"role": "organiser"}, "This field is required"),
    "an unknown role": ("organisers", {"role": "king"}, "not one of the available"),
    "no place": ("places", {"role": "start"}, "This field is required"),
    "a part without a name": ("parts", {"kind": "day"}, "Write it in at least one language"),
    "an arrangement without words": ("arrangements", {"kind": "dress"}, "Write it in at least one language"),
    "a category without a name": ("categories", {"within": "77"}, "Write it in at least one language"),
    "a source at no address": ("sources", {"title": "Report", "address": "nowhere"}, "Enter a valid URL"),
    "a date with a gap": ("sources", {"title": "Report", "dated-day": "3"}, "This date has a gap"),
    "a stream that ends before it begins": (
        "broadcasts",
        {
            "kind": "stream",
            "name": "TV",
            "starts_at": "2025-02-25T18:00",
            "ends_at": "2025-02-25T17:00",
        },
        "It ended before it began",
    ),
    "another event without a name": ("other-events", {"city": "Cluj"}, "Write it in at least one language"),
    "days that are no number": ("tasks", {"title": "Cards", "days_before": "many"}, "Enter a whole number"),
    "days out of reach": ("tasks", {"title": "Cards", "days_before": "1001"}, "less than or equal to 1000"),
    "a task without words": ("tasks", {"days_before": "8"}, "This field is required"),
    "a term without words": ("glossary", {"meaning": "the town"}, "Write it in at least one language"),
    "a place in the order that is none": (
        "arrangements",
        {"kind": "dress", "texts-en": "Dark", "ORDER": "first"},
        "Enter a whole number",
    ),
    "a role for nobody": ("team", {"role": "caller"}, "This field is required"),
    "a zero byte": ("tasks", {"title": "Car\x00ds", "days_before": "1"}, "Null characters are not allowed"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_rows_are_told_and_nothing_is_saved(signed_in: Client, event: Event, case: str) -> None:
    key, row, words = BAD[case]

    page = save(signed_in, event, key, row)

    assert (page.status_code, page.redirect_chain) == (200, [])
    assert words in page.content.decode()
    assert AuditLine.objects.filter(organiser_id=event.organiser_id).count() == 0


def test_what_was_written_stays_beside_what_is_wrong(signed_in: Client, event: Event) -> None:
    page = save(
        signed_in,
        event,
        "tasks",
        {"title": "Cards printed", "days_before": "9"},
        {"title": "", "days_before": "x"},
    )

    assert 'value="Cards printed"' in page.content.decode()
    assert not Task.objects.exists()


def test_a_form_without_its_rows_is_refused_in_words(signed_in: Client, event: Event) -> None:
    page = signed_in.post(address(event, "edit/tasks/"), {"nothing": "of it"})

    assert page.status_code == 200
    assert "Not all of the rows arrived, so none was kept" in page.content.decode()


def test_rows_of_another_office_cannot_be_chosen(signed_in: Client, event: Event) -> None:
    elsewhere = make.organiser("third")

    page = save(signed_in, event, "places", {"place": make.place(elsewhere).pk, "role": "venue"})

    assert "not one of the available" in page.content.decode()
    assert not Station.objects.exists()


def test_rows_of_another_event_cannot_be_changed(signed_in: Client, event: Event, people: People) -> None:
    foreign = make.task(make.event(people.office, "Another"), "Theirs")

    save(signed_in, event, "tasks", {"id": foreign.pk, "title": "Ours", "days_before": 1}, stored=1)

    foreign.refresh_from_db()
    assert (foreign.title, foreign.event_id == event.pk) == ("Theirs", False)


def test_rows_take_the_order_that_was_written(signed_in: Client, event: Event) -> None:
    first, second = (make.place(event.organiser, name) for name in ("Hall", "Garden"))
    save(
        signed_in, event, "places", {"place": first.pk, "role": "start"}, {"place": second.pk, "role": "end"}
    )
    one, two = Station.objects.order_by("position")

    save(
        signed_in,
        event,
        "places",
        {"id": one.pk, "place": first.pk, "role": "start", "ORDER": 2},
        {"id": two.pk, "place": second.pk, "role": "end", "ORDER": 1},
        stored=2,
    )

    assert [str(station) for station in Station.objects.order_by("position")] == ["Garden", "Hall"]


def test_a_saved_section_is_undone_as_a_whole(signed_in: Client, event: Event) -> None:
    kept, gone = make.task(event, "Cards"), make.task(event, "Envelopes")
    page = save(
        signed_in,
        event,
        "tasks",
        {"id": kept.pk, "title": "Place cards", "days_before": 3},
        {"id": gone.pk, "title": "Envelopes", "days_before": 7, "DELETE": "on"},
        {"title": "Flags", "days_before": 1},
        stored=2,
    )
    assert {task.title for task in Task.objects.all()} == {"Place cards", "Flags"}
    undo = (
        page.content.decode().partition(f'action="{address(event, "edit/tasks/undo/")}')[2].partition('"')[0]
    )

    back = signed_in.post(f"{address(event, 'edit/tasks/undo/')}{undo}", follow=True)

    assert "The rows are as they were before." in back.content.decode()
    assert set(Task.objects.values_list("title", "days_before")) == {("Cards", 7), ("Envelopes", 7)}


def test_two_main_occasions_are_refused_and_swapped_ones_are_not(signed_in: Client, event: Event) -> None:
    one, two = make.occasion(event.organiser, "One"), make.occasion(event.organiser, "Two")
    save(
        signed_in,
        event,
        "occasions",
        {"occasion": one.pk, "role": "main"},
        {"occasion": two.pk, "role": "second"},
    )
    first, second = EventOccasion.objects.order_by("position")

    clash = save(
        signed_in,
        event,
        "occasions",
        {"id": first.pk, "occasion": one.pk, "role": "main"},
        {"id": second.pk, "occasion": two.pk, "role": "main"},
        stored=2,
    )
    assert "only one is the main one" in clash.content.decode()
    save(
        signed_in,
        event,
        "occasions",
        {"id": first.pk, "occasion": one.pk, "role": "second"},
        {"id": second.pk, "occasion": two.pk, "role": "main"},
        stored=2,
    )

    assert dict(EventOccasion.objects.values_list("occasion__names__en", "role")) == {
        "One": "second",
        "Two": "main",
    }


def test_a_part_with_places_of_its_own_is_not_taken_away(signed_in: Client, event: Event) -> None:
    part = Part.objects.create(event=event, names={"en": "Online part"}, kind="online")
    Station.objects.create(event=event, part=part, place=make.place(event.organiser))

    page = save(
        signed_in,
        event,
        "parts",
        {"id": part.pk, "names-en": "Online part", "kind": "online", "DELETE": "on"},
        stored=1,
    )

    assert "“Online part” is still named by something else (station)" in page.content.decode()
    assert Part.objects.exists()
    assert Station.objects.exists()


def test_a_category_with_guests_is_not_taken_away(signed_in: Client, event: Event) -> None:
    category = GuestCategory.objects.create(event=event, names={"en": "Historians"})
    make.participation(event, make.person(event.organiser), category=category)

    page = save(
        signed_in,
        event,
        "categories",
        {"id": category.pk, "names-en": "Historians", "DELETE": "on"},
        stored=1,
    )

    assert "is still named by something else (participation)" in page.content.decode()
    assert GuestCategory.objects.exists()


def test_what_stands_within_a_dropped_category_moves_up(signed_in: Client, event: Event) -> None:
    corps = GuestCategory.objects.create(event=event, names={"en": "Corps"})
    heads = GuestCategory.objects.create(event=event, names={"en": "Heads"}, within=corps, position=1)

    save(
        signed_in,
        event,
        "categories",
        {"id": corps.pk, "names-en": "Corps", "DELETE": "on"},
        {"id": heads.pk, "names-en": "Heads", "within": corps.pk},
        stored=2,
    )

    assert list(GuestCategory.objects.values_list("names__en", "within")) == [("Heads", None)]


def test_categories_do_not_stand_within_each_other(signed_in: Client, event: Event) -> None:
    one = GuestCategory.objects.create(event=event, names={"en": "One"})
    two = GuestCategory.objects.create(event=event, names={"en": "Two"}, position=1)

    page = save(
        signed_in,
        event,
        "categories",
        {"id": one.pk, "names-en": "One", "within": two.pk},
        {"id": two.pk, "names-en": "Two", "within": one.pk},
        stored=2,
    )

    assert "would stand within itself" in page.content.decode()
    assert set(GuestCategory.objects.values_list("within", flat=True)) == {None}


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_queries_do_not_grow_with_the_rows(signed_in: Client, event: Event, key: str) -> None:
    one = _queries(signed_in, event, key, rows=1)
    many = _queries(signed_in, event, key, rows=40)

    assert many == one


def _queries(client: Client, event: Event, key: str, *, rows: int) -> int:
    """Let the event have so many rows of a kind, and count the queries of its page."""
    for number in range(rows):
        _add(event, key, number)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(event, f"edit/{key}/")).status_code == 200
    return len(captured)


def _add(event: Event, key: str, number: int) -> None:
    office, name = event.organiser, {"en": f"Row {number}"}
    match key:
        case "occasions":
            occasion = make.occasion(
                office, happened_on="1992-02-26", rule={"kind": "fixed", "month": 2, "day": 26}
            )
            EventOccasion.objects.create(event=event, occasion=occasion, role="passing")
        case "campaigns":
            EventCampaign.objects.create(event=event, campaign=make.campaign(office), relation="served")
        case "organisers":
            Involvement.objects.create(event=event, body=make.body(office), role="organiser")
            Involvement.objects.create(event=event, person=make.person(office), role="patron")
        case "places":
            Station.objects.create(event=event, place=make.place(office))
        case "parts":
            Part.objects.create(event=event, names=name)
        case "arrangements":
            category = GuestCategory.objects.create(event=event, names=name)
            Arrangement.objects.create(event=event, kind="dress", texts=name, category=category)
        case "categories":
            within = GuestCategory.objects.filter(event=event).first()
            GuestCategory.objects.create(event=event, names=name, within=within)
        case "sources":
            version_of = Source.objects.filter(event=event).first()
            Source.objects.create(event=event, title=f"Report {number}", dated="2025", version_of=version_of)
        case "broadcasts":
            Broadcast.objects.create(event=event, name=f"Channel {number}")
        case "other-events":
            OtherEvent.objects.create(event=event, names=name, source=event.sources.first())
        case "tasks":
            make.task(event, owner=make.member(office))
        case "glossary":
            GlossaryTerm.objects.create(organiser=office, event=event, meaning=f"{number}", texts=name)
        case "team":
            EventMember.objects.create(event=event, membership=make.member(office), role="caller")


def test_the_plan_shows_every_kind_and_asks_as_often_for_many_as_for_one(
    signed_in: Client, event: Event
) -> None:
    counts = []
    signed_in.get(address(event))
    for number in (1, 20):
        for section in SECTIONS:
            for row in range(number):
                _add(event, section.key, row)
        make.event(event.organiser, "Dinner", part_of=event)
        with CaptureQueriesContext(connection) as captured:
            page = signed_in.get(address(event)).content.decode()
        counts.append(len(captured))

    assert counts[0] == counts[1]
    for words in (
        "Founding day",
        "Remember",
        "Embassy of Sampleland",
        "Great Hall",
        "Row 19",
        "21 open",
        "Dinner",
    ):
        assert words in page

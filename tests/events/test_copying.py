"""Next year's event as a copy of this year's: its day, its number, its tasks, and whom to keep."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.events.copy_actions import copy_event
from chancery.events.counting_on import counted_on
from chancery.events.models import (
    Event,
    EventMember,
    EventOccasion,
    GuestCategory,
    Part,
    Participation,
    Station,
    Task,
)
from chancery.events.occasion_days import next_time
from tests import make
from tests.conftest import People
from tests.events.sent import address

RULE = {"kind": "fixed", "month": 2, "day": 26}


@pytest.fixture
def event(people: People) -> Event:
    """The 33rd anniversary, held the day before it."""
    held = make.event(
        people.office, "The 33rd anniversary in 2025", held_on=date(2025, 2, 25), ref="day-2025"
    )
    occasion = make.occasion(people.office, happened_on="1992-02-26", rule=RULE)
    EventOccasion.objects.create(event=held, occasion=occasion, anniversary_on=date(2025, 2, 26))
    return Event.objects.get(pk=held.pk)


def twin_of(event: Event, held_on: date | None = date(2026, 2, 25)) -> Event:
    by = make.actor(event.organiser)
    return copy_event(event, held_on=held_on, titles={"en": "Again"}, ref="again", by=by)


# today → the day proposed, and the numbers before and now
PROPOSED: dict[str, tuple[date, date, tuple[int, int]]] = {
    "R112 right after": (date(2025, 3, 1), date(2026, 2, 25), (33, 34)),
    "R112 two years later": (
        date(2026, 3, 1),
        date(2027, 2, 25),
        (33, 35),
    ),
    "R112 while it is still to come": (date(2024, 12, 1), date(2026, 2, 25), (33, 34)),
    "R112 on the Friday, where the day before is a Sunday": (date(2028, 2, 26), date(2029, 2, 23), (33, 37)),
}


@pytest.mark.cases
@pytest.mark.parametrize("case", PROPOSED, ids=str)
def test_next_time_is_as_far_from_the_anniversary(event: Event, case: str) -> None:
    today, day, numbers = PROPOSED[case]

    proposed = next_time(event, today)

    assert (proposed.held_on, proposed.number) == (day, numbers)


def test_next_time_of_a_lunar_day_is_a_lunar_year_later(people: People) -> None:
    """R116: the next keeping of a Hijri day comes eleven days earlier, and counts in its own years."""
    held = make.event(people.office, held_on=date(2024, 7, 16))
    rule = {"kind": "hijri", "month": 1, "day": 10, "table": "umm-al-qura"}
    occasion = make.occasion(people.office, happened_on="1992-07-12", rule=rule)
    EventOccasion.objects.create(event=held, occasion=occasion, anniversary_on=date(2024, 7, 16))

    proposed = next_time(Event.objects.get(pk=held.pk), date(2024, 8, 1))

    assert (proposed.held_on, proposed.number) == (date(2025, 7, 5), (33, 34))


def test_without_an_anniversary_it_is_a_year_later(people: People) -> None:
    held = make.event(people.office, held_on=date(2024, 2, 29))

    assert next_time(held, date(2024, 3, 1)).held_on == date(2025, 2, 28)
    assert next_time(held, date(2026, 3, 1)).held_on == date(2027, 2, 28)
    assert next_time(make.event(people.office), date(2026, 3, 1)).held_on is None


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "The 33rd anniversary in 2025", "The 34th anniversary in 2026"),
        ("fr", "Le 33e anniversaire", "Le 34e anniversaire"),
        ("ro", "Comemorarea a 33 de ani, ediția a 33-a", "Comemorarea a 33 de ani, ediția a 34-a"),
        ("ro", "Comemorarea a 33 de ani", "Comemorarea a 34 de ani"),
        ("az", "33-cü ildönümü", "34-cü ildönümü"),
        ("ar", "الذكرى الـ33", "الذكرى الـ34"),
        ("ar", "الذكرى الثالثة والثلاثون", "الذكرى الثالثة والثلاثون"),
        ("de", "33. Jahrestag", "34. Jahrestag"),
        ("en", "133 candles and room 330", "133 candles and room 330"),
    ],
)
def test_titles_are_counted_on(language: str, before: str, after: str) -> None:
    counted = counted_on({language: before}, number=(33, 34), year=(2025, 2026))

    assert counted == {language: after}


def test_the_page_proposes_day_and_title(signed_in: Client, event: Event) -> None:
    proposed = next_time(event, timezone.now().date())
    assert proposed.held_on is not None
    assert proposed.number is not None

    page = signed_in.get(address(event, "copy/")).content.decode()

    assert f'value="{proposed.held_on.isoformat()}"' in page
    assert f"anniversary in {proposed.held_on.year}" in page
    assert "33rd" not in page.partition('name="titles-en"')[2].partition(">")[0]


def test_a_copy_keeps_the_plan_and_opens_the_tasks_again(event: Event, people: People) -> None:
    owner = people.office.memberships.get(user=people.colleague)
    part = Part.objects.create(event=event, names={"en": "Second day"}, held_on=date(2025, 2, 26))
    Station.objects.create(event=event, place=make.place(people.office), part=part)
    make.task(event, owner=owner, done_at=timezone.now(), done_by=people.owner, days_before=14)
    EventMember.objects.create(event=event, membership=owner, role="caller")
    outer = GuestCategory.objects.create(event=event, names={"en": "Corps"}, was_present=True)
    GuestCategory.objects.create(event=event, names={"en": "Heads"}, within=outer)
    make.participation(event, make.person(people.office))

    twin = twin_of(event)

    copied_part = Part.objects.get(event=twin)
    assert (twin.status, twin.copied_from, twin.happened_on) == ("draft", event, None)
    assert copied_part.held_on == date(2026, 2, 26)
    assert Station.objects.get(event=twin).part == copied_part
    task = Task.objects.get(event=twin)
    assert (task.owner, task.days_before, task.done_at, task.done_by) == (owner, 14, None, None)
    assert EventMember.objects.get(event=twin).role == "caller"
    assert GuestCategory.objects.get(event=twin, names__en="Heads").within.event == twin  # type: ignore[union-attr]  # it stands within one
    assert set(GuestCategory.objects.filter(event=twin).values_list("was_present", flat=True)) == {None}
    assert not twin.participations.exists()
    assert (twin.ordering == event.ordering, twin.ordering.profile) == (False, event.ordering.profile)


@pytest.mark.cases
@pytest.mark.parametrize(
    ("held_on", "anniversary"),
    [
        (date(2026, 2, 25), date(2026, 2, 26)),
        (date(2027, 3, 2), date(2027, 2, 26)),
        (None, None),
    ],
)
def test_the_copy_counts_from_the_nearest_anniversary(
    event: Event, held_on: date | None, anniversary: date | None
) -> None:
    """R112: the number follows the anniversary day nearest to the new event."""
    twin = twin_of(event, held_on)

    assert EventOccasion.objects.get(event=twin).anniversary_on == anniversary


def test_a_copy_leaves_the_first_event_as_it_was(event: Event, people: People) -> None:
    make.task(event, done_at=timezone.now(), done_by=people.owner)

    twin_of(event)

    assert Task.objects.get(event=event).done_at is not None
    assert Event.objects.get(ref="day-2025").titles == event.titles


def test_copies_of_one_year_have_names_of_their_own(signed_in: Client, event: Event) -> None:
    for _ in range(2):
        signed_in.post(address(event, "copy/"), {"held_on": "2026-02-25", "titles-en": "Again"})

    assert sorted(Event.objects.values_list("ref", flat=True)) == ["day-2025", "day-2026", "day-2026-2"]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"held_on": "2026-02-30", "titles-en": "Again"}, "Enter a valid date"),
        ({"held_on": "2026-02-25"}, "Write it in at least one language"),
    ],
)
def test_a_copy_told_wrong_things_is_not_made(
    signed_in: Client, event: Event, sent: dict[str, str], words: str
) -> None:
    page = signed_in.post(address(event, "copy/"), sent)

    assert words in page.content.decode()
    assert Event.objects.count() == 1


@pytest.fixture
def known(event: Event, people: People) -> dict[str, Participation]:
    """People of the event before, about whom something or nothing has changed since."""
    office = people.office
    embassy = make.post(make.body(office))
    gone, here, dead = (make.person(office, name) for name in ("Ana Gone", "Bo Here", "Cy Dead"))
    make.tenure(gone, embassy, ends="2025-06-30")
    make.tenure(here, embassy, begins="2025-07-01")
    dead.died = "2025-09"
    dead.save()
    return {
        "gone": make.participation(event, gone, "speaker", office=embassy, actual="attended"),
        "same": make.participation(event, make.person(office, "Di Same"), "host"),
        "dead": make.participation(event, dead, "guest", planned="accepted", actual="attended"),
        "mentioned": make.participation(event, make.person(office, "El Mentioned"), "mentioned"),
    }


def test_people_of_the_event_before_are_shown_with_what_changed(
    signed_in: Client, event: Event, known: dict[str, Participation]
) -> None:
    page = signed_in.get(address(twin_of(event), "keep/"))

    changes = {line.code: list(line.changes) for line in page.context["lines"]}
    assert changes == {
        known["gone"].code: ["no longer Ambassador", "Ambassador is now Bo Here"],
        known["same"].code: [],
        known["dead"].code: ["has died"],
    }
    ticked = {code for code in changes if f'value="{code}" data-ch-pick aria-label' in page.content.decode()}
    assert ticked == set(changes)
    assert page.content.decode().count(" checked>") == 1


def test_those_who_are_kept_are_asked_anew(
    signed_in: Client, event: Event, known: dict[str, Participation]
) -> None:
    category = GuestCategory.objects.create(event=event, names={"en": "Corps"})
    Participation.objects.filter(pk=known["dead"].pk).update(category=category)
    twin = twin_of(event)
    codes = [known[name].code for name in ("same", "dead", "mentioned")]

    said = signed_in.post(address(twin, "keep/"), {"row": codes}, follow=True).content.decode()

    kept = twin.participations.order_by("capacity")
    assert "2 people are taken over, to be asked anew." in said
    assert [(who.capacity, who.planned, who.actual) for who in kept] == [
        ("guest", "listed", ""),
        ("host", "", ""),
    ]
    assert [who.category.event if who.category else None for who in kept] == [twin, None]


def test_nobody_is_kept_twice_and_keeping_is_undone(
    signed_in: Client, event: Event, known: dict[str, Participation]
) -> None:
    twin = twin_of(event)
    signed_in.post(address(twin, "keep/"), {"row": [known["same"].code]})
    again = signed_in.post(address(twin, "keep/"), {"row": [known["same"].code]}, follow=True)
    assert twin.participations.count() == 1
    assert "0 people are taken over" in again.content.decode()

    said = signed_in.post(address(twin, "keep/"), {"row": [known["gone"].code]}, follow=True).content.decode()
    undo = said.partition(f'action="{address(twin, "keep/undo/")}')[2].partition('"')[0]
    signed_in.post(f"{address(twin, 'keep/undo/')}{undo}")

    assert [who.person.main_name for who in twin.participations.all() if who.person] == ["Di Same"]


def test_people_of_another_event_cannot_be_kept(signed_in: Client, event: Event, people: People) -> None:
    other = make.participation(make.event(people.office, "Other"), make.person(people.office))

    signed_in.post(address(twin_of(event), "keep/"), {"row": [other.code, "nobody"]})

    assert Participation.objects.count() == 1


def test_an_event_without_one_before_keeps_nobody(signed_in: Client, event: Event) -> None:
    assert signed_in.get(address(event, "keep/")).status_code == 404


def test_keeping_asks_as_often_for_many_as_for_one(signed_in: Client, event: Event, people: People) -> None:
    post = make.post(make.body(people.office))
    twin, counts = twin_of(event), []
    signed_in.get(address(twin, "keep/"))
    for number in (1, 40):
        for _ in range(number):
            person: Any = make.person(people.office)
            make.tenure(person, post)
            make.participation(event, person, "speaker", office=post)
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(address(twin, "keep/"))
        counts.append(len(captured))

    assert counts[0] == counts[1]

"""The course of an event: each item as planned and as it was, written down on one page."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme.models import Act, Contribution, Happened, Item
from chancery.record.queries.course import items_as_they_were
from tests import make
from tests.conftest import People
from tests.forms import sent_by
from tests.record.built import address, page, said, send, somebody, undo, write


@pytest.fixture
def event(people: People) -> Event:
    day = {"held_on": date(2025, 2, 25), "starts_at": time(18), "time_zone": "Europe/Bucharest"}
    return make.event(people.office, languages=["en"], **day)


@pytest.fixture
def items(event: Event) -> list[Item]:
    titles = ["Anthem", "Opening", "Film"]
    return [make.item(event, title, position=number) for number, title in enumerate(titles)]


def test_an_event_without_a_programme_says_what_to_do(signed_in: Client, event: Event) -> None:
    assert "Nothing was planned; items that took place can be added." in page(signed_in, address(event))


def test_nothing_is_known_until_somebody_writes_it(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    shown = page(signed_in, address(event))

    assert "0 of 3 items entered" in shown
    assert list(Item.objects.values_list("happened", "started_at").distinct()) == [("", None)]


def test_what_was_typed_stands_beside_the_plan(signed_in: Client, event: Event, items: list[Item]) -> None:
    opening = items[1]

    response = write(
        signed_in,
        event,
        opening,
        happened="changed",
        started_at="19:04",
        ended_at="19.10",
        outcome="Shorter.",
    )

    opening.refresh_from_db()
    assert said(response) == ["1 item is saved."]
    assert (opening.happened, opening.outcome) == ("changed", "Shorter.")
    assert opening.started_at == datetime(2025, 2, 25, 17, 4, tzinfo=UTC)
    assert opening.ended_at == datetime(2025, 2, 25, 17, 10, tzinfo=UTC)
    assert "1 of 3 items entered" in page(signed_in, address(event))


def test_a_time_after_midnight_belongs_to_the_next_day(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    Event.objects.update(starts_at=time(22, 30))

    write(signed_in, event, items[0], started_at="23:50")
    write(signed_in, event, items[1], started_at="0:20")

    assert Item.objects.get(pk=items[0].pk).started_at == datetime(2025, 2, 25, 21, 50, tzinfo=UTC)
    assert Item.objects.get(pk=items[1].pk).started_at == datetime(2025, 2, 25, 22, 20, tzinfo=UTC)


def test_a_wrong_time_is_told_and_the_input_stays(signed_in: Client, event: Event, items: list[Item]) -> None:
    response = write(signed_in, event, items[0], started_at="soon", outcome="Late.")

    shown = response.content.decode()
    assert "“soon” is not a time; write 19:04, or 2025-02-26 00:10 with its day." in shown
    assert 'value="soon"' in shown
    assert 'value="Late."' in shown
    assert AuditLine.objects.count() == 0


WRONG = {
    "an end before the beginning": (
        {"started_at": "19:04", "ended_at": "19:00"},
        "The item ended before it began; correct one of the times.",
    ),
    "times of what did not take place": (
        {"happened": "no", "started_at": "19:04"},
        "What did not take place has no times; correct one of the two.",
    ),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_times_that_cannot_be_are_told(signed_in: Client, event: Event, items: list[Item], case: str) -> None:
    fields, words = WRONG[case]

    response = write(signed_in, event, items[0], **fields)

    assert words in response.content.decode()
    assert AuditLine.objects.count() == 0


def test_now_is_the_moment_the_button_is_pressed(signed_in: Client, event: Event, items: list[Item]) -> None:
    before = datetime.now(UTC).replace(microsecond=0)

    write(signed_in, event, items[0], press=f"now={items[0].code}-started_at")

    begun = Item.objects.get(pk=items[0].pk).started_at
    assert begun is not None
    assert before <= begun <= datetime.now(UTC)


def test_two_who_write_at_once_lose_nothing(signed_in: Client, event: Event, items: list[Item]) -> None:
    old = page(signed_in, address(event))
    write(signed_in, event, items[0], happened="yes")
    standing = sent_by(old, having=f"{items[0].code}-shown")
    signed_in.post(address(event, "write-course"), standing | {f"{items[1].code}-happened": "no"})

    assert list(Item.objects.order_by("position").values_list("happened", flat=True)) == ["yes", "no", ""]


def test_one_item_was_as_planned_with_all_in_it(signed_in: Client, event: Event, items: list[Item]) -> None:
    coming = somebody(event, "Ana Sample", "speaker")
    declined = somebody(event, "Ion Sample", "speaker")
    Contribution.objects.create(item=items[1], participation=coming)
    Contribution.objects.create(item=items[1], participation=declined, is_confirmed=False)

    response = write(signed_in, event, items[1], press=f"as_planned={items[1].code}")

    assert said(response) == ["“Opening” is noted as planned."]
    assert list(Item.objects.order_by("position").values_list("happened", flat=True)) == ["", "yes", ""]
    outcomes = dict(Contribution.objects.values_list("participation__ref", "happened"))
    assert outcomes == {"Ana Sample": "yes", "Ion Sample": ""}


def test_the_rest_was_as_planned_and_it_can_be_undone(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    Item.objects.filter(pk=items[2].pk).update(status="dropped")
    write(signed_in, event, items[0], happened="no", outcome="No sound.")

    response = write(signed_in, event, items[0], press="as_planned=all")

    assert said(response) == ["2 items are noted as planned; what was written already stays."]
    assert list(Item.objects.order_by("position").values_list("happened", flat=True)) == ["no", "yes", "no"]
    undone = undo(signed_in, response)
    assert said(undone) == ["The course is as it was before."]
    assert list(Item.objects.order_by("position").values_list("happened", flat=True)) == ["no", "", ""]


def test_items_are_put_in_the_order_in_which_they_were(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    anthem, opening, film = (item.code for item in items)

    response = signed_in.post(address(event, "course-order"), {"order": [opening, anthem, film]}, follow=True)

    assert said(response) == ["The order is saved."]
    assert [item.code for item in items_as_they_were(event)] == [opening, anthem, film]
    assert list(Item.objects.order_by("position").values_list("code", flat=True)) == [anthem, opening, film]
    undo(signed_in, response)
    assert [item.code for item in items_as_they_were(event)] == [anthem, opening, film]


def test_a_step_is_shown_before_it_is_saved(signed_in: Client, event: Event, items: list[Item]) -> None:
    codes = [item.code for item in items]

    response = signed_in.post(address(event, "course-order"), {"order": codes, "up": codes[2]})

    shown = response.content.decode()
    assert "Film moves from place 3 to place 2." in shown
    assert [item.code for item in items_as_they_were(event)] == codes


def test_a_refused_sheet_stands_beside_the_other_pages_of_the_record(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    code = items[0].code

    response = signed_in.post(address(event, "write-course"), {f"{code}-started_at": "noon o’clock"})

    assert 'aria-current="page"' in response.content.decode()
    assert [tab.name for tab in response.context["tabs"] if tab.is_current] == ["Course"]


def test_an_order_that_misses_an_item_is_refused(signed_in: Client, event: Event, items: list[Item]) -> None:
    response = signed_in.post(address(event, "course-order"), {"order": [items[0].code]}, follow=True)

    assert said(response) == ["The course was changed meanwhile; look at it again and then move it."]
    assert AuditLine.objects.count() == 0


def test_an_item_that_came_stands_in_the_course_and_not_in_the_plan(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    came = {"title": "Poem by a pupil", "kind": "reading", "after": items[0].code}

    response = send(signed_in, address(event), "after", came, to=address(event, "add-came"))

    assert said(response) == ["“Poem by a pupil” stands in the course; the plan is as it was."]
    titles = [str(item) for item in items_as_they_were(event)]
    assert titles == ["Anthem", "Poem by a pupil", "Opening", "Film"]
    programme = signed_in.get(f"/o/mission/events/{event.code}/programme/").content.decode()
    assert "Poem by a pupil" not in programme
    assert "not planned" in page(signed_in, address(event))


def test_what_came_can_be_taken_out_again_and_brought_back(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    poem = make.item(event, "Poem", is_planned=False, happened="yes", position=3)
    path = address(event, "take-out-came", item=poem.code)

    assert "Take “Poem” out of the record?" in page(signed_in, path)
    response = signed_in.post(path, follow=True)

    assert not Item.objects.filter(pk=poem.pk).exists()
    undo(signed_in, response)
    assert Item.objects.filter(pk=poem.pk).exists()


def test_order_and_times_that_contradict_each_other_are_told(
    signed_in: Client, event: Event, items: list[Item]
) -> None:
    write(signed_in, event, items[0], started_at="18:10")
    write(signed_in, event, items[1], started_at="18:05")

    shown = page(signed_in, address(event))

    assert "The order and the times contradict each other at 1 item." in shown
    assert "It stands after “Anthem”, but began at 18:05 and that one at 18:10." in shown


def test_a_reader_sees_the_course_and_no_fields(client: Client, people: People, event: Event) -> None:
    item = make.item(event, "Anthem", happened="yes", outcome="Sung by all.")
    head = make.member(people.office, "head")
    client.force_login(head.user)

    shown = page(client, address(event))

    assert "Sung by all." in shown
    assert f"{item.code}-happened" not in shown


def test_the_page_asks_as_often_for_many_items_as_for_one(signed_in: Client, event: Event) -> None:
    counts = []
    for number in (1, 3, 60):
        for place in range(Item.objects.count(), number):
            item = make.item(event, f"Item {place}", position=place)
            who = somebody(event, f"Ana Sample{place}", "speaker")
            Contribution.objects.create(item=item, participation=who, happened=Happened.YES)
            Act.objects.create(item=item, participation=who)
        signed_in.get(address(event))
        with CaptureQueriesContext(connection) as captured:
            page(signed_in, address(event))
        counts.append(len(captured))

    assert counts[0] == counts[1] == counts[2]

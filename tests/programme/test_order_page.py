"""The running order on its page: the scale, the order and its undo, the lengths, and the quick line."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme import queries
from chancery.programme.models import Item
from tests import make
from tests.conftest import People
from tests.programme.built import address, form_at, item_address, many_items, page, speaker

EMPTY = "The programme is empty; the order is enough, times may come later."


@pytest.fixture
def event(people: People) -> Event:
    return make.event(
        people.office, languages=["en"], time_zone="Europe/Bucharest", held_on=date(2025, 2, 25)
    )


def order(event: Event) -> list[str]:
    """The titles in their order."""
    return [str(item) for item in Item.objects.filter(event=event).order_by("position", "id")]


def three(event: Event) -> list[Item]:
    return [make.item(event, title, position=place) for place, title in enumerate(("One", "Two", "Three"))]


def arrange(client: Client, event: Event, codes: list[str], **fields: str) -> Any:
    return client.post(address(event, "arrange"), {"item": codes} | fields)


def test_an_empty_programme_teaches_in_one_sentence(signed_in: Client, event: Event) -> None:
    assert EMPTY in page(signed_in, address(event))


def test_order_alone_is_a_whole_programme(signed_in: Client, event: Event) -> None:
    three(event)

    shown = page(signed_in, address(event))

    assert shown.index("One") < shown.index("Two") < shown.index("Three")
    assert "the end is not known" in shown
    assert 'class="conflict"' not in shown


@pytest.mark.cases
def test_times_are_counted_back_from_an_anchor_and_an_elastic_item_gives_way(
    signed_in: Client, event: Event
) -> None:
    """R92: the silence stays at 11:00, the reading before it shrinks, the assembly is counted back."""
    make.item(event, "Assembly", "arrival", position=0, anchor_at=time(10), duration_seconds=1200)
    make.item(
        event,
        "Names",
        "reading",
        position=1,
        duration_seconds=3000,
        shortest_seconds=600,
        longest_seconds=3600,
    )
    make.item(event, "Two minutes", "silence", position=2, anchor_at=time(11), duration_seconds=120)

    rows = signed_in.get(address(event)).context["scale"].rows

    assert [(row.item.clock, row.item.length) for row in rows] == [
        ("10:00", "20 min"),
        ("10:20", "40 min"),
        ("11:00", "120 s"),
    ]


def test_conflicts_stand_in_words_beside_their_place(signed_in: Client, event: Event) -> None:
    make.item(event, "First", position=0, anchor_at=time(10), duration_seconds=1200)
    make.item(event, "Long", position=1, duration_seconds=3000)
    last = make.item(event, "Last", position=2, anchor_at=time(11), duration_seconds=300)

    response = signed_in.get(address(event))

    troubles = {
        row.item.title: [each.words for each in row.troubles] for row in response.context["scale"].rows
    }
    assert troubles == {
        "First": [],
        "Long": ["“Long” begins at 10:10, while “First” lasts until 10:20."],
        "Last": [
            (
                "“Last” cannot be kept at 11:00: what comes before it from 10:00 on needs 10 min more; "
                "shorten it or move one of the two times."
            ),
        ],
    }
    shown = response.content.decode()
    assert "2 things stand against this plan" in shown
    assert shown.index('id="item-' + last.code) < shown.index("cannot be kept at 11:00")


def test_free_time_is_said_and_not_counted_as_wrong(signed_in: Client, event: Event) -> None:
    make.item(event, "First", position=0, anchor_at=time(10), duration_seconds=600)
    make.item(event, "Last", position=1, anchor_at=time(11), duration_seconds=300)

    shown = page(signed_in, address(event))

    assert "50 min are free between “First” and “Last”." in shown
    assert "against this plan" not in shown


def test_the_row_says_who_speaks_and_whether_they_said_yes(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Panel", "panel", languages=["en", "ro"], responsible="Protocol")
    for name, answer in (("Ana Yes", True), ("Ion No", False), ("Eva Open", None)):
        item.contributions.create(participation=speaker(event, name), is_confirmed=answer)
    item.cues.create(department="Light", text="Lectern up")

    shown = page(signed_in, address(event))

    for words in ("Ana Yes", "has said yes", "has said no", "no answer yet", "Lectern up", "Protocol"):
        assert words in shown
    assert "English, Romanian" in shown


def test_items_side_by_side_and_parts_are_shown_as_such(signed_in: Client, event: Event) -> None:
    outer = make.item(event, "Commission", position=0)
    make.item(event, "Left", position=1, parent=outer, parallel="rooms", track="a", duration_seconds=600)
    make.item(event, "Right", position=2, parent=outer, parallel="rooms", track="b", duration_seconds=900)

    rows = signed_in.get(address(event)).context["scale"].rows

    assert [(row.item.title, row.depth, row.beside, row.group) for row in rows] == [
        ("Commission", 0, "", ""),
        ("Left", 1, "first", "rooms"),
        ("Right", 1, "last", "rooms"),
    ]


def test_a_new_order_is_saved_with_one_line_and_taken_back(signed_in: Client, event: Event) -> None:
    one, two, three_ = three(event)

    arrange(signed_in, event, [three_.code, one.code, two.code])

    line = AuditLine.objects.get()
    assert order(event) == ["Three", "One", "Two"]
    assert line.changes["order"] == [["One", "Two", "Three"], ["Three", "One", "Two"]]

    signed_in.post(address(event, "undo-order", line=line.pk))

    assert order(event) == ["One", "Two", "Three"]


def test_an_order_changed_since_is_not_taken_back(signed_in: Client, event: Event) -> None:
    one, two, three_ = three(event)
    arrange(signed_in, event, [three_.code, one.code, two.code])
    first = AuditLine.objects.get()
    arrange(signed_in, event, [two.code, three_.code, one.code])

    response = signed_in.post(address(event, "undo-order", line=first.pk), follow=True)

    assert "The order was changed since; nothing was taken back." in response.content.decode()
    assert order(event) == ["Two", "Three", "One"]


@pytest.mark.parametrize("sent", ["none", "one missing", "one twice", "one unknown"])
def test_an_order_that_does_not_name_each_item_once_changes_nothing(
    signed_in: Client, event: Event, sent: str
) -> None:
    codes = [item.code for item in three(event)][::-1]
    wrong = {
        "none": [],
        "one missing": codes[:2],
        "one twice": [*codes, codes[0]],
        "one unknown": [*codes[:2], "nowhere"],
    }

    response = signed_in.post(address(event, "arrange"), {"item": wrong[sent]}, follow=True)

    assert "The programme was changed meanwhile" in response.content.decode()
    assert order(event) == ["One", "Two", "Three"]
    assert not AuditLine.objects.exists()


def test_a_button_without_script_shows_who_moves_before_it_is_saved(signed_in: Client, event: Event) -> None:
    two = three(event)[1]
    sent = form_at(signed_in, address(event), having="item")

    preview = signed_in.post(address(event, "arrange"), sent | {"up": two.code}).content.decode()

    assert "Two moves from place 2 to place 1." in preview or "One moves from place 1 to place 2." in preview
    assert order(event) == ["One", "Two", "Three"]
    assert preview.index(">Two<") < preview.index(">One<")


def test_parts_stay_behind_their_whole_whatever_the_order_says(signed_in: Client, event: Event) -> None:
    whole = make.item(event, "Whole", position=0)
    part = make.item(event, "Part", position=1, parent=whole)
    last = make.item(event, "Last", position=2)

    arrange(signed_in, event, [part.code, last.code, whole.code])

    assert order(event) == ["Last", "Whole", "Part"]


@pytest.mark.parametrize(
    ("minutes", "seconds"), [("12", 720), ("1", 300), ("900", 1200), ("", 600), ("-4", 600), ("x", 600)]
)
def test_a_stretched_length_is_held_between_its_bounds(
    signed_in: Client, event: Event, minutes: str, seconds: int
) -> None:
    item = make.item(event, duration_seconds=600, shortest_seconds=300, longest_seconds=1200)
    sent = {f"minutes-{item.code}": minutes, f"shown-{item.code}": "10"}

    arrange(signed_in, event, [item.code], **sent)

    item.refresh_from_db()
    assert item.duration_seconds == seconds


def test_a_length_not_touched_keeps_its_seconds(signed_in: Client, event: Event) -> None:
    item = make.item(event, duration_seconds=610, shortest_seconds=300, longest_seconds=1200)
    sent = form_at(signed_in, address(event), having="item")

    signed_in.post(address(event, "arrange"), sent)

    item.refresh_from_db()
    assert item.duration_seconds == 610


def test_a_fixed_item_is_not_stretched(signed_in: Client, event: Event) -> None:
    item = make.item(event, duration_seconds=600)

    arrange(signed_in, event, [item.code], **{f"minutes-{item.code}": "5", f"shown-{item.code}": "10"})

    item.refresh_from_db()
    assert item.duration_seconds == 600


def test_the_quick_line_adds_an_item_at_the_end(signed_in: Client, event: Event) -> None:
    three(event)

    signed_in.post(
        address(event, "add-line"),
        {"title": "Reception", "kind": "reception", "length": "1 h", "time": "19:00"},
    )

    item = Item.objects.get(kind="reception")
    assert (item.titles, item.duration_seconds, item.anchor_at) == ({"en": "Reception"}, 3600, time(19))
    assert order(event)[-1] == "Reception"


def test_a_quick_line_that_cannot_be_read_stays(signed_in: Client, event: Event) -> None:
    response = signed_in.post(
        address(event, "add-line"), {"title": "Speech", "kind": "speech", "length": "long", "time": "noon"}
    )

    shown = response.content.decode()
    assert "“long” is not a length of time; write 15 min, 90 s or 1 h 20 min." in shown
    assert "“noon” is not a clock time; write 18:30, 18:30-19:00 or T-15." in shown
    assert 'value="Speech"' in shown
    assert not Item.objects.exists()


def test_every_change_raises_the_version(signed_in: Client, event: Event) -> None:
    for title in ("One", "Two"):
        signed_in.post(address(event, "add-line"), {"title": title, "kind": "speech"})
    codes = [item.code for item in Item.objects.order_by("position")]
    before = queries.revision_of(event)

    arrange(signed_in, event, codes[::-1])
    arrange(signed_in, event, codes[::-1])

    assert queries.revision_of(event) == before + 1
    assert f"Version {before + 1}" in page(signed_in, address(event))


def test_why_says_how_the_time_was_found(signed_in: Client, event: Event) -> None:
    first = make.item(event, "First", position=0, duration_seconds=600)
    make.item(event, "Silence", "silence", position=1, anchor_at=time(11), duration_seconds=120)

    shown = page(signed_in, item_address(first, "why"))

    assert "10:50–11:00" in shown
    assert "Counted back from “Silence” at 11:00." in shown
    assert "R92" in shown


def test_an_order_is_taken_over_without_people_and_only_into_an_empty_programme(
    signed_in: Client, people: People, event: Event
) -> None:
    item = make.item(event, "Speech", duration_seconds=600, happened="yes")
    item.contributions.create(participation=speaker(event))
    item.cues.create(department="Sound", text="Go")
    make.item(event, "Fallen out", position=1, status="dropped")
    next_year = make.event(people.office, "Next year", copied_from=event)
    assert "Take over its order, without people" in page(signed_in, address(next_year))

    signed_in.post(address(next_year, "take-over"))
    again = signed_in.post(address(next_year, "take-over"), follow=True)

    taken = Item.objects.get(event=next_year)
    assert (str(taken), taken.duration_seconds, taken.happened) == ("Speech", 600, "")
    assert taken.cues.get().text == "Go"
    assert not taken.contributions.exists()
    assert "The programme has items already; take them out first." in again.content.decode()


def test_a_reader_sees_the_programme_and_no_way_to_change_it(people: People, event: Event) -> None:
    three(event)
    viewer = Client()
    viewer.force_login(make.member(people.office, "viewer").user)

    shown = page(viewer, address(event))

    assert "Two" in shown
    for words in ("Add an item", "Save the lengths", "Add a line", "data-ch-sorting", "data-ch-handle"):
        assert words not in shown


def test_an_item_without_a_title_goes_by_its_kind(signed_in: Client, event: Event) -> None:
    Item.objects.create(event=event, kind="anthem")

    assert signed_in.get(address(event)).context["scale"].rows[0].item.title == "anthem"


def test_items_nested_in_themselves_are_named_and_still_shown(signed_in: Client, event: Event) -> None:
    first = make.item(event, "First", position=0)
    second = make.item(event, "Second", position=1, parent=first)
    Item.objects.filter(pk=first.pk).update(parent=second)

    shown = page(signed_in, address(event))

    assert "is nested in itself by its parents; take one of them out." in shown
    assert "Second" in shown


@pytest.mark.parametrize("name", ["programme", "history", "why", "change", "happened"])
def test_queries_do_not_grow_with_the_items(signed_in: Client, people: People, name: str) -> None:
    paths = []
    for title, number in (("Few", 5), ("Many", 60)):
        event = make.event(people.office, title)
        first = many_items(event, number)[0]
        is_of_item = name in ("why", "change", "happened")
        paths.append(item_address(first, name) if is_of_item else address(event, name))
    signed_in.get(paths[0])

    counts = []
    for path in paths:
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(path)
        counts.append(len(captured))

    assert counts[0] == counts[1]

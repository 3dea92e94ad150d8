"""One item: adding it, changing everything it holds, what happened of it, and taking it out."""

from datetime import UTC, datetime, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation
from chancery.programme import queries
from chancery.programme.models import Item
from tests import make
from tests.conftest import People
from tests.programme.built import (
    add,
    address,
    change,
    errors,
    form_at,
    item_address,
    page,
    speaker,
)


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"], time_zone="Europe/Bucharest")


@pytest.mark.parametrize("kind", Item.Kind.values)
def test_an_item_of_every_kind_is_added_at_the_end(signed_in: Client, event: Event, kind: str) -> None:
    make.item(event, "First")

    response = add(signed_in, event, kind=kind, titles_en="Second")

    item = Item.objects.get(kind=kind, position=1)
    assert item.titles == {"en": "Second"}
    assert response.headers["Location"] == item_address(item)
    assert queries.revision_of(event) == 1


def test_an_item_keeps_everything_that_was_written(signed_in: Client, event: Event, people: People) -> None:
    hall = make.place(people.office)
    part = event.parts.create(ref="day-one", names={"en": "First day"})
    above = make.item(event, "Ceremony")

    add(
        signed_in,
        event,
        kind="performance",
        titles_en="Music",
        titles_ro="Muzică",
        details_en="Played twice",
        languages=["en", "ro"],
        duration_seconds="10 min",
        shortest_seconds="90 s",
        longest_seconds="1 h 20 min",
        time="18:30",
        anchor_day="1",
        latest_arrival="18:15",
        transition_seconds="0:05",
        printed_time="about half past six",
        parent=str(above.pk),
        parallel="music",
        track="left",
        part=str(part.pk),
        place=str(hall.pk),
        responsible="Protocol",
        status="moved",
        status_reason="The hall was taken",
        cut_order="1",
    )

    item = Item.objects.get(kind="performance")
    assert (item.titles, item.details) == ({"en": "Music", "ro": "Muzică"}, {"en": "Played twice"})
    assert (item.duration_seconds, item.shortest_seconds, item.longest_seconds) == (600, 90, 4800)
    assert (item.anchor_at, item.anchor_day, item.latest_arrival) == (time(18, 30), 1, time(18, 15))
    assert (item.transition_seconds, item.printed_time) == (300, "about half past six")
    assert (item.parent, item.parallel, item.track, item.part) == (above, "music", "left", part)
    assert (item.place, item.responsible, item.languages) == (hall, "Protocol", ["en", "ro"])
    assert (item.status, item.status_reason, item.cut_order) == ("moved", "The hall was taken", 1)
    assert item.is_public


@pytest.mark.cases
@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("18:30", (time(18, 30), None, None, None, "")),
        ("18:30-19:00", (time(18, 30), None, time(19), None, "")),
        ("T-15", (None, -900, None, None, "T-15")),
        ("T0", (None, 0, None, None, "T0")),
        ("T+1:30", (None, 5400, None, None, "T+1:30")),
        ("T-15 to T-10", (None, -900, None, 300, "T-15 to T-10")),
        ("", (None, None, None, None, "")),
    ],
)
def test_a_fixed_time_is_kept_as_it_was_meant(
    signed_in: Client, event: Event, written: str, kept: tuple[Any, ...]
) -> None:
    """R92: by the clock, from-to, or told from the start; the latter is printed as it was written."""
    add(signed_in, event, kind="arrival", titles_en="Guests", time=written)

    item = Item.objects.get()
    found = (item.anchor_at, item.anchor_offset_seconds, item.ends_at)
    assert (*found, item.duration_seconds, item.printed_time) == kept


def test_a_form_sent_as_it_stands_changes_nothing(signed_in: Client, event: Event, people: People) -> None:
    who, other = speaker(event), speaker(event, "Ion Model")
    film = make.film(people.office)
    item = make.item(
        event,
        anchor_offset_seconds=-930,
        printed_time="T-15",
        duration_seconds=95,
        shortest_seconds=20,
        longest_seconds=3725,
        languages=["en"],
    )
    item.contributions.create(participation=who, form="opening", is_confirmed=True, titles={"en": "On peace"})
    item.messages.create(author=who, reader=other, form="letter", details={"en": "Two pages"})
    item.acts.create(participation=who, on_behalf_of=other, details={"en": "With a ribbon"})
    item.performances.create(work={"en": "Elegy"}, authors="A. Composer", performers="Trio")
    item.showings.create(film=film)
    item.awards.create(laureate=who, receiver=other, names={"en": "Medal"}, is_posthumous=True)
    item.cues.create(department="Light", text="Dim", kind="stand-by")

    response = change(signed_in, item)

    assert response.status_code == 302
    assert [(line.code, line.changes) for line in AuditLine.objects.all()] == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": ""}, "This field is required."),
        (
            {"duration_seconds": "-5"},
            "“-5” is not a length of time; write 15 min, 90 s or 1 h 20 min.",
        ),
        ({"duration_seconds": "soon"}, "“soon” is not a length of time; write 15 min, 90 s or 1 h 20 min."),
        (
            {"duration_seconds": "800 h"},
            "“800 h” is not a length of time; write 15 min, 90 s or 1 h 20 min.",
        ),
        ({"shortest_seconds": "5"}, "Give the usual length as well."),
        (
            {"duration_seconds": "5", "shortest_seconds": "6"},
            "This is longer than the usual length.",
        ),
        ({"duration_seconds": "5", "longest_seconds": "4"}, "This is shorter than the usual length."),
        ({"time": "25:00"}, "“25:00” is not a clock time; write 18:30, 18:30-19:00 or T-15."),
        (
            {"time": "2025-02-26T18:00"},
            "Write the clock time alone; the day of the item stands beside it.",
        ),
        ({"time": "18:00 to T+5"}, "Write the clock time alone; the day of the item stands beside it."),
        ({"status_reason": "ill"}, "A fixed item needs no reason; change its status, too."),
        ({"anchor_day": "x"}, "Enter a whole number."),
        ({"place": "999999"}, "Select a valid choice. That choice is not one of the available choices."),
    ],
)
def test_what_cannot_be_is_said_and_the_input_stays(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    response = add(signed_in, event, **{"kind": "speech", "titles_en": "Kept as typed"} | fields)

    assert response.status_code == 200
    assert errors(response) == [sentence]
    assert "Kept as typed" in response.content.decode()
    assert not Item.objects.exists()


def test_an_item_is_not_nested_in_itself(signed_in: Client, event: Event) -> None:
    outer = make.item(event, "Outer")
    inner = make.item(event, "Inner", parent=outer, position=1)

    response = change(signed_in, outer, parent=str(inner.pk))

    assert errors(response) == ["“Outer” is nested in itself by its parents; take one of them out."]
    outer.refresh_from_db()
    assert outer.parent is None


def test_a_speaker_already_there_a_person_of_the_directory_and_a_name_contribute(
    signed_in: Client, event: Event, people: People
) -> None:
    item, there = make.item(event), speaker(event, "Ana Sample")
    listed = make.person(people.office, "Ion Model")
    change(signed_in, item, contribution_0_participation=there.code)

    change(
        signed_in,
        item,
        contribution_1_participation=listed.code,
        contribution_1_form="moderation",
        contribution_1_is_confirmed="False",
        contribution_1_language="ro",
    )

    first, second = item.contributions.order_by("position")
    assert first.participation == there
    assert (second.participation.person, second.participation.capacity) == (listed, "moderator")
    assert (second.form, second.is_confirmed, second.language) == ("moderation", False, "ro")


def test_the_same_person_contributes_to_two_items_by_one_participation(
    signed_in: Client, event: Event, people: People
) -> None:
    opening, closing = make.item(event, "Opening"), make.item(event, "Closing", position=1)
    who = make.person(people.office)
    change(signed_in, opening, contribution_0_participation=who.code)

    change(signed_in, closing, contribution_0_participation=who.code)

    assert Participation.objects.filter(event=event).count() == 1


def test_signs_that_no_database_keeps_are_refused_or_passed_over(signed_in: Client, event: Event) -> None:
    response = change(
        signed_in,
        make.item(event),
        titles_en="Spe\x00ech",
        responsible="Pro\x00tocol",
        contribution_0_participation="\x00",
        contribution_0_participation_text="Nobody\x00 Known",
        time="18\x00:30",
    )

    assert sorted(errors(response)) == [
        "Nobody and nothing is called “Nobody Known”; choose from the list, or enter it first.",
        "Null characters are not allowed.",
        "Null characters are not allowed.",
        "“18\x00:30” is not a clock time; write 18:30, 18:30-19:00 or T-15.",
    ]


def test_nobody_of_that_name_is_refused_and_the_name_stays(signed_in: Client, event: Event) -> None:
    response = change(signed_in, make.item(event), contribution_0_participation_text="Nobody Known")

    assert errors(response) == [
        "Nobody and nothing is called “Nobody Known”; choose from the list, or enter it first."
    ]
    assert 'value="Nobody Known"' in response.content.decode()


@pytest.mark.cases
def test_a_message_has_an_author_a_reader_and_a_language(
    signed_in: Client, event: Event, people: People
) -> None:
    """R97: who wrote it, who reads it and how it is delivered are three things; the author does not come."""
    item = make.item(event, "Message", "message")
    author, reader = make.person(people.office, "Absent Author"), make.person(people.office, "Present Reader")

    change(
        signed_in,
        item,
        message_0_author=author.code,
        message_0_reader=reader.code,
        message_0_form="letter",
        message_0_delivery="read",
        message_0_language="ro",
    )

    message = item.messages.get()
    assert (message.author.person, message.author.capacity) == (author, "author")
    assert (message.reader and message.reader.person, message.language) == (reader, "ro")
    assert "read by Present Reader" in page(signed_in, address(event))


def test_acts_stand_in_their_order_and_on_behalf_of_others(
    signed_in: Client, event: Event, people: People
) -> None:
    item = make.item(event, "Wreaths", "wreath")
    names = ("First Layer", "Second Layer")
    layers = [make.person(people.office, name) for name in names]
    state = make.post(make.body(people.office, "Republic of Sampleland"), "President")
    for place, layer in enumerate(layers):
        change(signed_in, item, **{f"act_{place}_participation": layer.code})
    change(signed_in, item, act_0_on_behalf_of=state.code, act_0_ORDER="9")

    shown = page(signed_in, address(event))

    assert [act.participation.person for act in item.acts.order_by("position")] == layers[::-1]
    assert shown.index("1. Second Layer") < shown.index("2. First Layer")
    assert "on behalf of President" in shown


def test_works_films_awards_and_cues_are_kept(signed_in: Client, event: Event, people: People) -> None:
    item = make.item(event, "Concert", "performance")
    film, laureate = make.film(people.office), make.person(people.office, "Lea Laureate")

    change(
        signed_in,
        item,
        performance_0_work_en="Elegy",
        performance_0_authors="A. Composer",
        showing_0_film=str(film.pk),
        award_0_laureate=laureate.code,
        award_0_names_en="Medal",
        award_0_is_posthumous="on",
        cue_0_department="Light",
        cue_0_kind="stand-by",
        cue_0_text="Dim the hall",
    )

    assert item.performances.get().work == {"en": "Elegy"}
    assert item.showings.get().film == film
    award = item.awards.get()
    assert (award.laureate.person, award.laureate.capacity, award.is_posthumous) == (
        laureate,
        "laureate",
        True,
    )
    cue = item.cues.get()
    assert (cue.department, cue.kind, cue.text) == ("Light", "stand-by", "Dim the hall")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"performance_0_ORDER": "2"}, "Name the work, its author or who performs it."),
        ({"award_0_is_posthumous": "on"}, "This field is required."),
        ({"cue_0_department": "Light"}, "This field is required."),
        ({"contribution_0_form": "keynote"}, "This field is required."),
        ({"act_0_details_en": "With a ribbon"}, "This field is required."),
    ],
)
def test_a_row_begun_and_not_finished_is_named(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    response = change(signed_in, make.item(event), **fields)

    assert errors(response) == [sentence]


def test_a_film_and_an_exhibition_are_not_one_row(signed_in: Client, event: Event, people: People) -> None:
    item = make.item(event, "Film", "film")
    film, exhibition = make.film(people.office), make.exhibition(people.office)

    response = change(signed_in, item, showing_0_film=str(film.pk), showing_0_exhibition=str(exhibition.pk))

    assert errors(response) == ["Choose either a film or an exhibition."]
    assert not item.showings.exists()


def test_one_wrong_row_keeps_everything_else_from_being_saved(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Before")

    change(signed_in, item, titles_en="After", cue_0_department="Light")

    item.refresh_from_db()
    assert item.titles == {"en": "Before"}


def test_a_row_ticked_is_taken_out_with_a_line(signed_in: Client, event: Event) -> None:
    item = make.item(event)
    item.cues.create(department="Sound", text="Go")

    change(signed_in, item, cue_0_DELETE="on")

    assert not item.cues.exists()
    assert AuditLine.objects.get().code == "programme.cue.deleted"


def test_somebody_of_another_office_cannot_be_chosen(signed_in: Client, event: Event, people: People) -> None:
    item, foreign = make.item(event), make.person(make.organiser("far"), "Foreign Person")

    response = change(signed_in, item, contribution_0_participation=foreign.code)

    assert response.status_code == 200
    assert not item.contributions.exists()


def test_an_item_of_another_event_is_not_found_under_this_one(
    signed_in: Client, event: Event, people: People
) -> None:
    other = make.item(make.event(people.office, "Other"))

    for name in ("change", "happened", "why", "delete"):
        assert signed_in.get(address(event, name, item=other.code)).status_code == 404


def test_what_happened_stands_beside_the_plan(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Speech", anchor_at=time(18), duration_seconds=600)
    path = item_address(item, "happened")
    sent = form_at(signed_in, path, having="happened")

    signed_in.post(
        path,
        sent
        | {
            "happened": "changed",
            "started_at": "2025-02-25T18:05",
            "ended_at": "2025-02-25T18:20",
            "outcome": "Given from the floor",
        },
    )

    item.refresh_from_db()
    assert (item.anchor_at, item.duration_seconds) == (time(18), 600)
    assert item.started_at == datetime(2025, 2, 25, 16, 5, tzinfo=UTC)
    shown = page(signed_in, address(event))
    assert "18:00 · 10 min" in shown
    assert "18:05–18:20 · 15 min" in shown
    assert "Given from the floor" in shown


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"started_at": "2025-02-25T18:05", "ended_at": "2025-02-25T18:00"},
            "The item ended before it began; correct one of the times.",
        ),
        (
            {"happened": "no", "started_at": "2025-02-25T18:05"},
            "What did not take place has no times; correct one of the two.",
        ),
    ],
)
def test_impossible_facts_are_refused(
    signed_in: Client, event: Event, fields: dict[str, str], sentence: str
) -> None:
    path = item_address(make.item(event), "happened")

    response = signed_in.post(path, fields)

    assert errors(response) == [sentence]
    assert Item.objects.get().started_at is None


def test_taking_an_item_out_says_what_goes_and_its_parts_move_up(signed_in: Client, event: Event) -> None:
    outer = make.item(event, "Outer")
    inner = make.item(event, "Inner", parent=outer, position=1)
    outer.cues.create(department="Sound", text="Go")
    question = page(signed_in, item_address(outer, "delete"))

    signed_in.post(item_address(outer, "delete"))

    assert "1 contribution, message, act or cue goes with it" in question
    assert "Its part stays and moves up." in question
    inner.refresh_from_db()
    assert inner.parent is None
    assert [item.pk for item in Item.objects.all()] == [inner.pk]


def test_asking_takes_nothing_out(signed_in: Client, event: Event) -> None:
    item = make.item(event)

    signed_in.get(item_address(item, "delete"))

    assert Item.objects.filter(pk=item.pk).exists()


def test_an_item_taken_out_is_brought_back_with_its_cue(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Speech", duration_seconds=600)
    item.cues.create(department="Sound", text="Go")
    signed_in.post(item_address(item, "delete"))
    assert not Item.objects.exists()

    for code in ("programme.item.deleted", "programme.cue.deleted"):
        line = AuditLine.objects.get(code=code)
        signed_in.post(reverse("accounts:undo", args=[event.organiser.ref, line.pk]))

    assert Item.objects.get().duration_seconds == 600
    assert Item.objects.get().cues.get().text == "Go"


def test_a_change_is_told_with_before_and_after_in_the_history(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Speech", duration_seconds=600)

    change(signed_in, item, duration_seconds="15 min")

    line = AuditLine.objects.get()
    assert (line.code, line.changes) == ("programme.item.changed", {"duration_seconds": [600, 900]})
    told = page(signed_in, address(event, "history"))
    assert "Speech" in told
    assert reverse("accounts:undo", args=[event.organiser.ref, line.pk]) in told

"""What became of everything in an item: wreaths in their order, messages, awards, and who came instead."""

import pytest
from django.test import Client

from chancery.events.models import Event, Participation
from chancery.programme.models import Act, Award, Contribution, Item, Message
from chancery.record.queries.course import acts_as_they_were
from tests import make
from tests.conftest import People
from tests.record.built import address, chosen, page, said, send, somebody, undo


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, languages=["en"])


def outcome(client: Client, item: Item, **fields: str) -> str:
    """Fill in the page of an item; `act_0_happened` stands for `act-0-happened`. What the page tells then."""
    path = address(item.event, "outcome", item=item.code)
    response = send(client, path, "happened", fields)
    assert response.redirect_chain, [rows.errors for _kind, rows, _open in response.context["groups"]]
    return said(response)[0]


def names(item: Item) -> list[str]:
    return [act.participation.name_printed for act in acts_as_they_were(item) if act.happened != "no"]


def test_wreaths_are_laid_in_rank_order_by_deputies_too_and_one_comes_on_the_day(
    signed_in: Client, event: Event
) -> None:
    item = make.item(event, "Wreaths", "wreath")
    nuncio, doyen, mayor = (somebody(event, name) for name in ("The Nuncio", "The Doyen", "The Mayor"))
    for number, who in enumerate((nuncio, doyen, mayor)):
        Act.objects.create(item=item, participation=who, position=number, kind="wreath")
    deputy = somebody(event, "The Deputy")
    veteran = somebody(event, "The Veteran")

    told = outcome(
        signed_in,
        item,
        happened="yes",
        **{"act-0-happened": "yes", "act-2-happened": "yes"},
        **chosen(deputy, "act-1-instead"),
        **chosen(veteran, "act-3-participation"),
    )

    assert told == "What became of “Wreaths” is saved."
    assert names(item) == ["The Nuncio", "The Deputy", "The Mayor", "The Veteran"]
    laid_for = Act.objects.get(participation=deputy)
    assert (laid_for.on_behalf_of, laid_for.is_planned, laid_for.kind) == (doyen, False, "wreath")
    assert Act.objects.get(participation=doyen).happened == "no"
    assert [act.position for act in item.acts.filter(is_planned=True).order_by("position")] == [0, 1, 2]


def test_acts_are_put_in_the_order_in_which_they_were_done(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Wreaths", "wreath")
    acts = [
        Act.objects.create(item=item, participation=somebody(event, name), position=number)
        for number, name in enumerate(["First Sample", "Second Sample", "Third Sample"])
    ]
    path = address(event, "order-of-acts", item=item.code)
    assert "The order in which they laid, lit or raised" in page(signed_in, path)

    order = [str(acts[number].pk) for number in (2, 0, 1)]
    response = signed_in.post(path, {"order": order}, follow=True)

    assert names(item) == ["Third Sample", "First Sample", "Second Sample"]
    assert list(item.acts.order_by("position").values_list("pk", flat=True)) == [act.pk for act in acts]
    undo(signed_in, response)
    assert names(item) == ["First Sample", "Second Sample", "Third Sample"]


def test_a_message_is_read_and_its_reader_speaks_too(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Message", "message")
    author, reader = somebody(event, "The President", "author"), somebody(event, "The Adviser")
    message = Message.objects.create(item=item, author=author)

    outcome(
        signed_in,
        item,
        **{
            "message-0-happened": "yes",
            "message-0-author_was_present": "False",
            "message-0-made_elsewhere": "Sample City, at noon",
            "message-0-spoke_too": "on",
        },
        **chosen(reader, "message-0-reader"),
    )

    message.refresh_from_db()
    assert (message.reader, message.author_was_present) == (reader, False)
    assert message.made_elsewhere == "Sample City, at noon"
    remarks = Contribution.objects.get()
    assert (remarks.participation, remarks.form, remarks.is_planned) == (reader, "remarks", False)


def test_nobody_spoke_where_nobody_read(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Message", "message")
    Message.objects.create(item=item, author=somebody(event, "The President", "author"))
    path = address(event, "outcome", item=item.code)

    response = send(signed_in, path, "happened", {"message-0-spoke_too": "on"})

    assert "Say who read the message and then spoke, too." in response.content.decode()
    assert not Contribution.objects.exists()


def test_another_reader_than_planned_keeps_the_plan_in_words(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Message", "message")
    planned, came = somebody(event, "The Envoy"), somebody(event, "The Adviser")
    author = somebody(event, "The President", "author")
    message = Message.objects.create(item=item, author=author, reader=planned)

    outcome(signed_in, item, **{"message-0-happened": "yes"}, **chosen(came, "message-0-reader"))

    message.refresh_from_db()
    assert (message.happened, message.outcome) == ("changed", "Planned was The Envoy.")
    assert message.reader == came


def test_an_award_to_a_couple_is_received_by_the_daughter(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Award", "award")
    wife, husband = somebody(event, "Maria Sample", "laureate"), somebody(event, "Ion Sample", "laureate")
    award = Award.objects.create(
        item=item, names={"en": "Medal of Merit"}, laureate=wife, laureate_with=husband
    )
    daughter = make.person(event.organiser, "Ana Sample")

    outcome(
        signed_in,
        item,
        happened="yes",
        **{"award-0-happened": "yes", "award-0-is_posthumous": "on"},
        **{"award-0-receiver": daughter.code, "award-0-receiver_text": "Ana Sample"},
    )

    award.refresh_from_db()
    assert award.receiver == Participation.objects.get(person=daughter)
    assert award.is_posthumous
    shown = page(signed_in, address(event))
    assert "together with Ion Sample" in shown
    assert "received by Ana Sample" in shown


def test_somebody_else_speaks_instead(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Remarks")
    planned, came = somebody(event, "Ana Sample", "speaker"), somebody(event, "Ion Sample")
    Contribution.objects.create(item=item, participation=planned, form="remarks")

    outcome(signed_in, item, **chosen(came, "contribution-0-instead"))

    found = Contribution.objects.order_by("pk").values_list("participation", "form", "happened", "is_planned")
    assert list(found) == [(planned.pk, "remarks", "no", True), (came.pk, "remarks", "yes", False)]


def test_what_was_planned_cannot_be_taken_away_here(signed_in: Client, event: Event) -> None:
    item = make.item(event, "Remarks")
    Contribution.objects.create(item=item, participation=somebody(event, "Ana Sample", "speaker"))
    came = Contribution.objects.create(
        item=item, participation=somebody(event, "Ion Sample"), is_planned=False, position=1
    )

    outcome(signed_in, item, **{"contribution-0-DELETE": "on", "contribution-1-DELETE": "on"})

    assert [row.participation.ref for row in Contribution.objects.all()] == ["Ana Sample"]
    assert not Contribution.objects.filter(pk=came.pk).exists()


def test_a_march_with_stations_is_told_station_by_station(signed_in: Client, event: Event) -> None:
    march = make.item(event, "March", "procession")
    stations = [
        make.item(event, name, "other", parent=march, position=number)
        for number, name in enumerate(["Opera Square", "Bridge", "Monument"], start=1)
    ]

    outcome(signed_in, stations[1], happened="no", outcome="The police closed the bridge.")
    outcome(signed_in, stations[2], happened="yes", started_at="2025-02-25 19:30")

    shown = page(signed_in, address(event))
    assert "The police closed the bridge." in shown
    assert 'data-depth="1"' in shown
    assert "2 of 4 items entered" in shown

"""Events that a ministry gives its posts to begin from: the plan comes over, and nobody with it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from chancery.accounts.models import Organiser
from chancery.base.models import AuditLine
from chancery.events import pattern_actions
from chancery.events.models import (
    Arrangement,
    Event,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    Part,
    Station,
    Task,
)
from chancery.guests.models import Invitation, Question
from chancery.programme.models import Contribution, Cue, Item, Performance, Showing
from chancery.record.models import Cost
from tests import make
from tests.conftest import People
from tests.precedence import given_built


@pytest.fixture
def ministry(people: People) -> Organiser:
    return given_built.ministry_of(people.office)


@pytest.fixture
def pattern(ministry: Organiser) -> Event:
    """An event of the ministry with something of all that a plan holds, offered to posts."""
    event = make.event(
        ministry,
        "Day of remembrance",
        ref="pattern",
        kind="ceremony",
        held_on=date(2025, 2, 25),
        held_until_on=date(2025, 2, 26),
        time_zone="Europe/Lisbon",
        pattern_for="tree",
        status="held",
    )
    part = Part.objects.create(
        event=event, ref="second", names={"en": "Second day"}, held_on=date(2025, 2, 26)
    )
    outer = GuestCategory.objects.create(event=event, ref="corps", names={"en": "Corps"}, was_present=True)
    GuestCategory.objects.create(event=event, names={"en": "Heads"}, within=outer)
    Arrangement.objects.create(event=event, kind="dress", texts={"en": "dark suit"}, category=outer)
    owner = make.member(ministry)
    make.task(event, owner=owner, done_by=owner.user, done_at=event.created_at, days_before=14)
    GlossaryTerm.objects.create(
        organiser=ministry, event=event, ref="night", meaning="the night", texts={"en": "that night"}
    )
    first = Question.objects.create(event=event, ref="stay", texts={"en": "Will you stay?"})
    Question.objects.create(
        event=event, texts={"en": "Fish?"}, only_if=first, only_if_answer="yes", position=1
    )
    place = make.place(ministry)
    whole = make.item(event, "Ceremony", part=part, responsible="Ana Sample", place=place)
    speech = make.item(event, "Speech", parent=whole, position=1)
    make.item(event, "Dropped", status="dropped", position=2)
    Cue.objects.create(item=speech, department="Light", text="Lectern up")
    Performance.objects.create(item=whole, work={"en": "Lament"}, authors="Trad.", performers="Bo Sample")
    return event


@pytest.fixture
def of_people(pattern: Event, ministry: Organiser) -> None:
    """What the pattern says of people, places, the record and the costs."""
    who = make.participation(pattern, make.person(ministry), "speaker", actual="attended")
    Invitation.objects.create(guest=make.participation(pattern, make.person(ministry, "Bo Guest")))
    Contribution.objects.create(item=pattern.items.get(parent__isnull=False), participation=who)
    Showing.objects.create(item=pattern.items.get(titles__en="Ceremony"), film=make.film(ministry))
    Station.objects.create(event=pattern, place=make.place(ministry, "Palace"))
    Involvement.objects.create(event=pattern, body=make.body(ministry), role="organiser")
    EventMember.objects.create(event=pattern, membership=make.member(ministry), role="caller")
    Cost.objects.create(event=pattern, words="Flowers", paid=10, currency="EUR")
    make.statement(who)


def begun(pattern: Event, office: Organiser, held_on: date | None = date(2026, 3, 10)) -> Event:
    by = make.actor(office)
    return pattern_actions.begin_from(
        pattern, organiser=office, held_on=held_on, titles={"en": "Ours"}, ref="ours", by=by
    )


def test_the_plan_comes_over_to_the_place_of_the_post(pattern: Event, people: People) -> None:
    event = begun(pattern, people.office)

    assert (event.organiser, event.status, event.kind) == (people.office, "draft", "ceremony")
    assert (event.held_until_on, event.time_zone) == (date(2026, 3, 11), "Europe/Bucharest")
    assert (event.ordering.organiser, event.ordering.profile) == (people.office, "diplomatic-corps")
    assert Part.objects.get(event=event).held_on == date(2026, 3, 11)
    heads = GuestCategory.objects.get(event=event, names__en="Heads")
    assert heads.within
    assert (heads.within.event, heads.within.was_present) == (event, None)
    assert Arrangement.objects.get(event=event).category == heads.within
    task = Task.objects.get(event=event)
    assert (task.days_before, task.owner, task.done_at, task.done_by) == (14, None, None, None)
    assert GlossaryTerm.objects.get(event=event).organiser == people.office
    after = Question.objects.get(event=event, only_if__isnull=False)
    assert after.only_if
    assert (after.only_if.event, after.only_if.ref) == (event, "stay")


def test_the_running_order_comes_over_without_people_and_places(pattern: Event, people: People) -> None:
    event = begun(pattern, people.office)

    items = Item.objects.filter(event=event).order_by("position", "id")
    assert [(str(item), str(item.parent or "")) for item in items] == [
        ("Ceremony", ""),
        ("Speech", "Ceremony"),
    ]
    assert [(item.place, item.responsible) for item in items] == [(None, ""), (None, "")]
    assert items[0].part == Part.objects.get(event=event)
    played = Performance.objects.get(item__event=event)
    assert (played.work, played.authors, played.performers) == ({"en": "Lament"}, "Trad.", "")
    assert Cue.objects.get(item__event=event).text == "Lectern up"


@pytest.mark.usefixtures("of_people")
def test_nothing_of_people_places_record_and_costs_comes_over(pattern: Event, people: People) -> None:
    event = begun(pattern, people.office)

    for model in (EventMember, Involvement, Station, Cost):
        assert not model._default_manager.filter(event=event).exists(), model
    assert not event.participations.exists()
    assert not Contribution.objects.filter(item__event=event).exists()
    assert not Showing.objects.filter(item__event=event).exists()
    lines = str(list(AuditLine.objects.filter(organiser_id=people.office.pk).values_list("changes", "label")))
    assert [name for name in ("Ana Sample", "Bo Sample", "Bo Guest", "Palace") if name in lines] == []


def test_occasions_and_campaigns_that_the_post_may_serve_come_over(
    pattern: Event, people: People, ministry: Organiser
) -> None:
    rule = {"kind": "fixed", "month": 2, "day": 26}
    day = make.occasion(ministry, happened_on="1992-02-26", rule=rule)
    EventOccasion.objects.create(event=pattern, occasion=day, anniversary_on=date(2025, 2, 26))
    shown, hidden = make.campaign(ministry, visibility="tree"), make.campaign(ministry, "Inner")
    for campaign in (shown, hidden):
        EventCampaign.objects.create(event=pattern, campaign=campaign, relation="served")

    event = begun(pattern, people.office)

    link = EventOccasion.objects.get(event=event)
    assert (link.occasion, link.anniversary_on) == (day, date(2026, 2, 26))
    assert [served.campaign for served in EventCampaign.objects.filter(event=event)] == [shown]


@pytest.mark.parametrize("is_given", [True, False])
def test_the_profile_of_the_pattern_is_followed_where_it_is_given(
    pattern: Event, people: People, ministry: Organiser, is_given: bool
) -> None:
    version = given_built.given(people.office) if is_given else given_built.saved(ministry)
    pattern.ordering.profile, pattern.ordering.host_state = "house", "PT"
    pattern.ordering.save()

    event = begun(pattern, people.office)

    followed = (event.ordering.profile, event.ordering.follows)
    assert followed == (("house", version) if is_given else ("diplomatic-corps", None))
    assert (event.ordering.host_state, event.ordering.place) == (people.office.host_state, "Bucharest")


def test_the_page_says_what_comes_over_and_the_event_where_it_came_from(
    signed_in: Client, pattern: Event, people: People
) -> None:
    listed = signed_in.get("/o/mission/events/new/").content.decode()
    page = signed_in.get(f"/o/mission/events/new/from/{pattern.code}/")
    said = signed_in.post(
        f"/o/mission/events/new/from/{pattern.code}/",
        {"held_on": "2026-03-10", "titles-en": "Our day"},
        follow=True,
    ).content.decode()

    event = Event.objects.get(organiser=people.office)
    assert "Begin from" in listed
    assert [(str(name), number) for name, number in page.context["given"]] == [
        ("Parts", 1),
        ("Categories of guests", 2),
        ("Arrangements", 1),
        ("Tasks", 1),
        ("Items of the programme", 2),
        ("Questions to guests", 2),
    ]
    assert (event.titles, event.held_on, event.ref) == ({"en": "Our day"}, date(2026, 3, 10), "our-day-2026")
    assert (event.pattern, event.copied_from) == (pattern, None)
    assert "the pattern “" in said
    assert "Day of remembrance" in said
    line = AuditLine.objects.get(code="events.event.begun")
    assert line.reason == "Begun from the pattern “Day of remembrance” of Above-Mission."


@pytest.mark.parametrize("changed", [{"pattern_for": "own"}, {"status": "cancelled"}])
def test_what_is_no_pattern_is_not_found(signed_in: Client, pattern: Event, changed: dict[str, str]) -> None:
    Event.objects.filter(pk=pattern.pk).update(**changed)

    assert "Begin from" not in signed_in.get("/o/mission/events/new/").content.decode()
    assert signed_in.get(f"/o/mission/events/new/from/{pattern.code}/").status_code == 404


def test_a_pattern_of_another_ministry_is_not_found(signed_in: Client, people: People) -> None:
    other = given_built.ministry_of(make.organiser("other-post"))
    foreign = make.event(other, pattern_for="tree")

    assert signed_in.get(f"/o/mission/events/new/from/{foreign.code}/").status_code == 404


def test_an_event_is_offered_and_no_longer(signed_in: Client, people: People) -> None:
    event = make.event(people.office)
    at = f"/o/mission/events/{event.code}/pattern/"

    said = signed_in.post(at, follow=True).content.decode()
    event.refresh_from_db()
    offered = event.pattern_for
    signed_in.post(at, {"hide": "yes"})
    event.refresh_from_db()

    assert "All posts can begin an event from this one" in said
    assert (offered, event.pattern_for) == ("tree", "own")


@pytest.mark.parametrize("count", [1, 3])
def test_planning_asks_as_often_for_many_patterns(
    signed_in: Client, ministry: Organiser, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        make.event(ministry, f"Pattern {number}", pattern_for="tree")

    with django_assert_num_queries(6):
        page = signed_in.get("/o/mission/events/new/").content.decode()

    assert page.count("pattern given by") == count

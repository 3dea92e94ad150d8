"""The board of arrivals: who is awaited, who is here, who is needed; from the first guest to the last."""

from collections.abc import Callable
from datetime import time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chancery.accounts.models import User
from chancery.base.audit import Actor
from chancery.directory.models import ContactPoint
from chancery.door import board
from chancery.door.arrival_words import late_words
from chancery.door.models import ArrivalPlan, Door
from chancery.door.queries import needed
from chancery.door.queries.awaited import Arrivals, arrivals_at
from chancery.door.queries.host_lines import told_of
from chancery.events.models import Event
from chancery.guests.models import Invitation
from chancery.programme.actions.running import take_step
from chancery.programme.models import Contribution
from chancery.rules.door.awaiting import Where
from tests import make
from tests.conftest import People
from tests.door import built
from tests.door.awaiting import BEGINS, ambassador, before, came, evening, plan, slot
from tests.record.built import page, said, undo
from tests.seating.paged import coming


@pytest.fixture
def event(people: People) -> Event:
    return evening(people.office)


@pytest.fixture
def door(event: Event) -> Door:
    return built.door(event)


def at(event: Event, minutes: int) -> Arrivals:
    """The arrivals so many minutes before the beginning."""
    return arrivals_at(event, language="en", now=before(minutes))


def names(arrivals: Arrivals) -> list[str]:
    return [each.who.name for each in arrivals.parties]


def url(event: Event, name: str = "arrivals", **route: str) -> str:
    return reverse(f"door:{name}", kwargs={"ref": event.organiser.ref, "code": event.code, **route})


def test_guests_stand_in_order_of_rank_and_who_declined_does_not(event: Event) -> None:
    ambassador(event, "Ion Example", "2024-01-01")
    ambassador(event, "Ana Sample", "2020-01-01")
    make.participation(event, make.person(event.organiser, "Radu Refused"), planned="declined")
    make.participation(event, make.person(event.organiser, "Sil Ent"), planned="invited")

    assert names(at(event, 60)) == ["Ana Sample", "Ion Example"]


def test_who_came_without_having_said_so_is_shown_as_not_expected(event: Event, door: Door) -> None:
    silent = make.participation(event, make.person(event.organiser, "Sil Ent"), planned="invited")
    came(silent, at=before(10), door=door)

    (each,) = at(event, 5).parties

    assert (each.is_expected, each.where) == (False, Where.HERE)
    assert board.figures_of(at(event, 5)) == board.Figures(awaited=0, here=1, came=1, on_the_way=0, missing=0)


def test_times_are_those_of_the_place_also_for_an_office_elsewhere(
    signed_in: Client, event: Event, door: Door
) -> None:
    Event.objects.update(time_zone="Asia/Baku")
    event.refresh_from_db()
    guest = make.participation(event, make.person(event.organiser, "Ana Sample"), planned="accepted")
    came(guest, at=before(10), door=door)
    minute = before(10).astimezone(ZoneInfo("Asia/Baku")).strftime("%H:%M")
    assert f"here since {minute}" in page(signed_in, url(event))


@pytest.mark.cases("R83")
def test_who_comes_instead_is_here_by_the_pass_of_the_guest(event: Event, door: Door) -> None:
    ana = make.participation(event, make.person(event.organiser, "Ana Sample"))
    Invitation.objects.create(guest=ana, standing="represented")
    bob = make.participation(
        event, make.person(event.organiser, "Bob Sample"), represents=ana, planned="accepted"
    )
    Invitation.objects.create(guest=bob, standing="accepted", coming=1)
    came(ana, at=before(10), door=door)

    (each,) = at(event, 5).parties

    assert (each.who.name, each.where, each.is_expected) == ("Bob Sample", Where.HERE, True)
    assert board.figures_of(at(event, 5)).here == 1


@pytest.mark.parametrize(
    ("minutes", "expected"), [(30, Where.AWAITED), (20, Where.AWAITED), (19, Where.MISSING)]
)
def test_a_guest_is_late_after_the_end_of_the_slot(event: Event, minutes: int, expected: Where) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    plan(ana, slot=slot(event, time(18, 30), time(18, 40)))

    assert [each.where for each in at(event, minutes).parties] == [expected]


def test_the_own_time_of_a_guest_goes_before_the_slot(event: Event) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    plan(ana, slot=slot(event, time(18, 30), time(18, 40)), awaited_at=time(18, 50))

    (each,) = at(event, 5).parties

    assert (each.where, each.late_by(before(5))) == (Where.MISSING, 5)


def test_who_lives_in_the_house_is_late_only_by_a_time_of_their_own(event: Event) -> None:
    host = make.participation(event, make.person(event.organiser, "Host Sample"), "host")
    make.participation(event, make.person(event.organiser, "Speaker Sample"), "speaker")
    ambassador(event, "Ana Sample", "2020-01-01")

    found = {each.who.name: each.where for each in at(event, -12).parties}
    assert found["Ana Sample"] == Where.MISSING
    assert {found["Host Sample"], found["Speaker Sample"]} == {Where.AWAITED}

    plan(host, slot=slot(event, time(18), time(18, 10)))
    assert {each.who.name: each.where for each in at(event, 0).parties}["Host Sample"] == Where.MISSING


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "not here yet"),
        (1, "late by 1 minute"),
        (12, "late by 12 minutes"),
        (119, "late by 119 minutes"),
        (120, "late by 2 hours"),
    ],
)
def test_how_late_somebody_is_in_words(minutes: int, expected: str) -> None:
    assert late_words(minutes) == expected


def test_nobody_is_called_missing_at_an_event_whose_time_is_not_known(people: People) -> None:
    event = evening(people.office, held_on=None, starts_at=None)
    coming(event, "Ana Sample")

    assert [each.where for each in at(event, -600).parties] == [Where.AWAITED]


def test_an_event_that_is_over_without_a_scan_says_nothing_of_who_came(event: Event) -> None:
    coming(event, "Ana Sample")

    found = arrivals_at(event, language="en", now=BEGINS + timedelta(days=3))

    assert [each.where for each in found.parties] == [Where.NOT_COUNTED]
    assert board.figures_of(found).missing == 0


def test_next_come_those_on_the_way_then_by_slot_the_highest_in_rank_last(event: Event) -> None:
    early, late = slot(event, time(18, 20), time(18, 30)), slot(event, time(18, 50), time(19))
    plan(ambassador(event, "First Rank", "2010-01-01"), slot=late)
    plan(ambassador(event, "Second Rank", "2015-01-01"), slot=early)
    plan(ambassador(event, "Third Rank", "2018-01-01"), slot=early)
    plan(ambassador(event, "Fourth Rank", "2020-01-01"), slot=early, announced="on-the-way")

    lines = board.next_of(at(event, 60), "en")

    assert [line.name for line in lines] == ["Fourth Rank", "Third Rank", "Second Rank", "First Rank"]


def test_a_speaker_who_is_not_here_is_needed_with_the_number_to_call(event: Event) -> None:
    who = ambassador(event, "Ana Sample", "2020-01-01")
    assert who.person is not None
    assistant = make.person(event.organiser, "Ion Assistant")
    ContactPoint.objects.create(person=who.person, kind="mobile", value="+40 700 000 001", via=assistant)
    speech = make.item(event, "Greeting", anchor_at=time(19, 12), duration_seconds=300)
    Contribution.objects.create(item=speech, participation=who)

    assert needed.needed_at(at(event, 30)) == []
    (line,) = board.needed_lines(needed.needed_at(at(event, 0)), at(event, 0), "en")

    assert (line.name, line.item, line.minutes) == ("Ana Sample", "Greeting", "in 12 minutes")
    assert line.numbers == [needed.Number("+40 700 000 001", "Ion Assistant")]


def test_needed_speakers_follow_the_programme_as_it_runs(people: People) -> None:
    now = timezone.now().replace(microsecond=0)
    planned = (now - timedelta(minutes=10)).astimezone(BEGINS.tzinfo)
    event = evening(people.office, held_on=planned.date(), starts_at=planned.time())
    make.item(event, "Opening", duration_seconds=600, position=1)
    speech = make.item(event, "Greeting", duration_seconds=300, position=2)
    speaker = ambassador(event, "Ana Sample", "2020-01-01")
    Contribution.objects.create(item=speech, participation=speaker)
    by, begun = Actor(event.organiser_id, people.owner), now - timedelta(minutes=5)
    take_step(event, "go", uid=uuid4(), by=by, at=begun)

    (line,) = needed.needed_at(arrivals_at(event, language="en", now=now))

    assert (line.starts_at, line.minutes_to(now)) == (begun + timedelta(seconds=600), 5)


def test_nobody_is_needed_who_is_here_in_another_capacity(event: Event, door: Door) -> None:
    guest = ambassador(event, "Ana Sample", "2020-01-01")
    assert guest.person is not None
    speaker = make.participation(event, guest.person, "speaker")
    item = make.item(event, "Greeting", anchor_at=time(19), duration_seconds=300)
    Contribution.objects.create(item=item, participation=speaker)
    assert [line.who.key for line in needed.needed_at(at(event, 5))] == [speaker.pk]

    came(guest, at=before(6), door=door)

    assert needed.needed_at(at(event, 5)) == []


def test_a_video_message_and_a_dropped_item_need_nobody(event: Event) -> None:
    who = ambassador(event, "Ana Sample", "2020-01-01")
    shown = make.item(event, "Greeting", anchor_at=time(19), duration_seconds=300)
    Contribution.objects.create(item=shown, participation=who, mode="recorded")
    dropped = make.item(event, "Toast", anchor_at=time(19, 10), status="dropped")
    Contribution.objects.create(item=dropped, participation=who)

    assert needed.needed_at(at(event, 0)) == []


def test_the_host_is_told_how_to_address_and_when_they_last_met(event: Event) -> None:
    office = event.organiser
    guest = ambassador(event, "Ana Sample", "2020-01-01")
    receiver = make.person(office, "Host Sample", languages=["ro"])
    make.participation(event, receiver, "host")
    assert event.held_on is not None
    before_that = make.event(office, "Concert", held_on=event.held_on - timedelta(days=300))
    later = make.event(office, "Lecture", held_on=event.held_on - timedelta(days=30))
    assert guest.person is not None
    for who in (guest.person, receiver):
        make.participation(before_that, who, actual="attended")
    make.participation(later, guest.person, actual="attended")

    found = at(event, 30)
    (told,) = told_of(found, [each for each in found.parties if each.who.key == guest.pk], language="en")

    assert told.met is not None
    assert (told.met.event, told.met.with_host) == ("Concert", True)
    assert told.address_language == "ro"
    assert told.address


def test_one_press_announces_and_another_answers(signed_in: Client, event: Event, door: Door) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    say = url(event, "say-of-arrival", guest=ana.code)

    signed_in.post(say, {"deed": "at-the-door"})

    made = ArrivalPlan.objects.get()
    assert (made.announced, made.announced_door) == ("at-the-door", door)
    response = signed_in.post(say, {"deed": "acknowledge", "back": url(event, "host")})
    assert response.headers["Location"] == url(event, "host")
    made.refresh_from_db()
    assert made.acknowledged_by == response.wsgi_request.user


def test_an_announcement_is_taken_back_by_undo_and_leads_to_no_foreign_page(
    signed_in: Client, event: Event
) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    say = url(event, "say-of-arrival", guest=ana.code)

    response = signed_in.post(say, {"deed": "on-the-way", "back": "https://example.org/"}, follow=True)

    assert response.redirect_chain[-1][0] == url(event)
    assert "on the way" in said(response)[0]
    undo(signed_in, response)
    assert not ArrivalPlan.objects.exists()


def test_nothing_pressed_says_so(signed_in: Client, event: Event) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")

    response = signed_in.post(url(event, "say-of-arrival", guest=ana.code), {"deed": "dance"}, follow=True)

    assert said(response) == ["Nothing was said of the guest; press one of the buttons."]
    assert not ArrivalPlan.objects.exists()


def test_who_stands_at_the_door_is_told_in_one_sentence(event: Event, door: Door) -> None:
    plan(
        ambassador(event, "Ana Sample", "2020-01-01"),
        announced="at-the-door",
        announced_at=before(3),
        announced_door=door,
    )

    (banner,) = board.banners_of(at(event, 2), "en")

    assert banner.sentence == "Ana Sample, Ambassador, is at the door: Main entrance."
    assert board.banners_of(at(event, -180), "en") == []


def test_the_banner_names_who_goes_there_and_is_gone_when_the_guest_is_in(
    signed_in: Client, people: People, event: Event, door: Door
) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    plan(ana, announced="at-the-door", announced_at=before(3), announced_door=door)

    User.objects.filter(pk=people.owner.pk).update(name="Officer Sample")

    signed_in.post(url(event, "say-of-arrival", guest=ana.code), {"deed": "acknowledge"})

    (banner,) = board.banners_of(at(event, 2), "en")
    assert banner.answered == "Officer Sample goes there."
    came(ana, at=before(1), door=door)
    assert board.banners_of(at(event, 1), "en") == []


def test_the_board_is_narrowed_by_where(signed_in: Client, people: People) -> None:
    event = evening(people.office, held_on=timezone.localdate())
    came(ambassador(event, "Ana Sample", "2020-01-01"))
    ambassador(event, "Ion Example", "2024-01-01")

    shown = page(signed_in, url(event) + "?where=here").partition("By rank")[2]

    assert "Ana Sample" in shown
    assert "Ion Example" not in shown


def test_how_a_guest_is_awaited_is_planned_and_undone(signed_in: Client, event: Event, door: Door) -> None:
    ana, begins = ambassador(event, "Ana Sample", "2020-01-01"), slot(event, time(18, 30), time(18, 40))
    host = make.participation(event, make.person(event.organiser, "Host Sample"), "host")
    sent = {"slot": begins.pk, "door": door.pk, "greeter": host.pk, "late_place": "the gallery"}

    response = signed_in.post(url(event, "plan-arrival", guest=ana.code), sent, follow=True)

    made = ArrivalPlan.objects.get()
    assert (made.slot, made.door, made.greeter, made.late_place) == (begins, door, host, "the gallery")
    assert "Host Sample" in response.content.decode()
    undo(signed_in, response)
    assert not ArrivalPlan.objects.exists()


def test_two_greeters_are_refused(signed_in: Client, event: Event) -> None:
    ana = ambassador(event, "Ana Sample", "2020-01-01")
    host = make.participation(event, make.person(event.organiser, "Host Sample"), "host")
    sent = {"greeter": host.pk, "greeter_name": "Somebody Else"}

    shown = signed_in.post(url(event, "plan-arrival", guest=ana.code), sent).content.decode()

    assert "Choose a greeter or write a name, not both." in shown
    assert not ArrivalPlan.objects.exists()


@pytest.mark.parametrize("name", ["arrivals", "host", "steward", "slots", "propose-slots"])
def test_queries_do_not_grow_with_the_guests(signed_in: Client, people: People, name: str) -> None:
    event = evening(people.office, held_on=timezone.localdate())
    door = built.door(event)
    made = _one_of_each(event, door)
    made(1)
    page(signed_in, url(event, name))

    with CaptureQueriesContext(connection) as few:
        page(signed_in, url(event, name))
    for number in (2, 3):
        made(number)
    with CaptureQueriesContext(connection) as more:
        page(signed_in, url(event, name))

    assert len(more) == len(few)


def _one_of_each(event: Event, door: Door) -> Callable[[int], None]:
    """Make one guest who is here, one on the way, and one who is late, each with all that hangs on them."""

    def make_them(number: int) -> None:
        came(ambassador(event, f"Here {number}", f"201{number}-01-01"), door=door)
        plan(ambassador(event, f"Way {number}", f"201{number}-02-01"), announced="on-the-way", door=door)
        speaker = ambassador(event, f"Late {number}", f"201{number}-03-01")
        assert speaker.person is not None
        ContactPoint.objects.create(person=speaker.person, kind="phone", value="+40 21 000 0000")
        item = make.item(event, "Speech", started_at=timezone.now(), position=number)
        Contribution.objects.create(item=item, participation=speaker)

    return make_them


def test_a_host_whom_nobody_scans_is_not_late(event: Event) -> None:
    make.participation(event, make.person(event.organiser, "Hana Sample"), capacity="host")

    (each,) = at(event, -60).parties

    assert (each.where, each.late_by(before(-60))) == (Where.AWAITED, 0)


def test_the_board_says_what_to_prepare_first(signed_in: Client, event: Event) -> None:
    assert "Guest list" in page(signed_in, url(event)).partition("Nobody is awaited yet")[2]
    ambassador(event, "Ana Sample", "2020-01-01")

    assert "make the doors of the event first" in page(signed_in, url(event))
    door = built.door(event)
    assert "No slots of arrival are planned" in page(signed_in, url(event))
    slot(event, time(18), time(18, 10))
    first = board.first_of(arrivals_at(event, language="en", now=BEGINS))
    assert (first, door.event) == (None, event)

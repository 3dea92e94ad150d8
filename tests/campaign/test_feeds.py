"""Calendars for others: an address shown once, days and titles alone, unchanged told, revoked gone."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.campaign.actions import feeds as actions
from chancery.campaign.documents.feeds import calendar_of
from chancery.campaign.models import CalendarFeed
from chancery.events.actions import change_event
from chancery.events.models import Event
from chancery.guests.actions import replies
from chancery.guests.models import Invitation, Terms
from chancery.occasions.actions.days import save_occasion
from chancery.occasions.models import Occasion
from tests import make
from tests.conftest import People

FEEDS = "/o/mission/calendar/feeds/"


def feed_of(office: Organiser, **fields: Any) -> tuple[CalendarFeed, str]:
    """A calendar for others and the path of its address."""
    values = {"name": "For the press", "language": "en"} | fields
    feed = CalendarFeed(organiser=office, **values)
    token = actions.make_feed(feed, by=make.actor(office))
    return feed, f"/calendar/{token}.ics"


def entries(path: str) -> dict[str, str]:
    """The entries of a calendar as anybody reads it: title by day of beginning."""
    answer = Client().get(path)
    assert answer.status_code == 200
    read = Calendar.from_ical(answer.content)
    return {f"{each['dtstart'].dt:%Y-%m-%d}": str(each["summary"]) for each in read.walk("VEVENT")}


def test_an_address_is_made_and_shown_once(signed_in: Client, people: People) -> None:
    sent = {"name": "For the press", "shows": "events", "language": "en"}

    shown = signed_in.post(f"{FEEDS}new/", sent, follow=True).content.decode()
    again = signed_in.get(FEEDS).content.decode()

    feed = CalendarFeed.objects.get()
    path = shown.partition("/calendar/")[2]
    assert ".ics" in shown
    assert "webcal:" in shown
    assert ".ics" not in again
    assert feed.token_digest not in shown
    assert "For the press" in again
    assert path


@pytest.mark.django_db
def test_a_calendar_tells_days_and_titles_and_nothing_else(db: None) -> None:
    office = make.organiser()
    year = date.today().year
    make.occasion(office, happened_on=f"{year - 35}-02-26")
    event = make.event(office, "Evening", held_on=date(year, 3, 1), status="planned")
    make.participation(event, make.person(office, "Invited Sample"))
    make.event(office, "Draft", held_on=date(year, 3, 2))
    _feed, path = feed_of(office, shows="events")

    found = entries(path)

    assert found[f"{year}-02-26"] == "Founding day · 35th anniversary"
    assert found[f"{year}-03-01"] == "Evening"
    assert f"{year}-03-02" not in found
    assert (min(found)[:4], max(found)[:4]) == (str(year - 2), str(year + 10))
    assert b"Invited" not in Client().get(path).content


@pytest.mark.django_db
def test_occasions_alone_are_shown_where_nothing_else_was_chosen(db: None) -> None:
    office = make.organiser()
    make.event(office, "Evening", held_on=date.today(), status="planned")
    _feed, path = feed_of(office)

    assert entries(path) == {}


@pytest.mark.django_db
def test_names_of_entries_stay_and_a_cancelled_event_says_so(db: None) -> None:
    office = make.organiser()
    event = make.event(office, "Evening", held_on=date.today(), status="planned")
    _feed, path = feed_of(office, shows="events")

    before = Calendar.from_ical(Client().get(path).content).walk("VEVENT")[0]
    event.status, event.held_on = "cancelled", date(date.today().year, 1, 15)
    change_event(event, by=make.actor(office))
    after = Calendar.from_ical(Client().get(path).content).walk("VEVENT")[0]

    assert before["uid"] == after["uid"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")


@pytest.mark.django_db
def test_posts_are_shown_where_the_ministry_says_so_and_one_day_once(db: None) -> None:
    ministry = make.organiser("ministry")
    for ref in ("first", "second"):
        make.occasion(
            make.organiser(ref, parent=ministry),
            "Shared day",
            kind="other",
            rule={"kind": "fixed", "month": 5, "day": 9},
            counts="nothing",
        )

    def titles(**fields: Any) -> list[str]:
        read = Calendar.from_ical(Client().get(feed_of(ministry, **fields)[1]).content)
        return [str(each["summary"]) for each in read.walk("VEVENT")]

    assert titles() == []
    assert titles(of_all_posts=True) == ["Shared day"] * 13


@pytest.mark.django_db
def test_what_has_not_changed_is_not_sent_again(db: None) -> None:
    office = make.organiser()
    _feed, path = feed_of(office)
    etag = Client().get(path).headers["ETag"]

    unchanged = Client().get(path, headers={"If-None-Match": etag})
    save_occasion(Occasion(organiser=office, names={"en": "New"}), by=make.actor(office))
    changed = Client().get(path, headers={"If-None-Match": etag})

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert changed.status_code == 200


@pytest.mark.django_db
def test_wrong_addresses_are_nowhere_and_revoked_ones_gone(db: None) -> None:
    office = make.organiser()
    feed, path = feed_of(office)
    actions.revoke_feed(feed, now=timezone.now(), by=make.actor(office))

    assert Client().get(path).status_code == 410
    assert Client().get(f"/calendar/{new_code()}{new_code()}.ics").status_code == 404
    with pytest.raises(actions.FeedAlreadyRevoked):
        actions.revoke_feed(feed, now=timezone.now(), by=make.actor(office))


@pytest.mark.django_db
def test_whoever_tries_addresses_is_held_back(db: None) -> None:
    cache.clear()
    answers = [Client().get(f"/calendar/{new_code()}.ics").status_code for _ in range(31)]
    cache.clear()

    assert set(answers[:30]) == {404}
    assert answers[30] == 429


def test_an_address_is_revoked_on_its_page(signed_in: Client, people: People) -> None:
    feed, path = feed_of(people.office)
    assert Client().get(path).status_code == 200

    page = signed_in.post(f"{FEEDS}{feed.code}/revoke/", follow=True).content.decode()

    assert "The address is revoked" in page
    assert Client().get(path).status_code == 410
    assert CalendarFeed.objects.get().read_at is not None


@pytest.mark.django_db
def test_the_calendar_of_all_posts_hears_of_each_at_the_same_cost(db: None) -> None:
    ministry = make.organiser("ministry")
    feed, path = feed_of(ministry, shows="events", of_all_posts=True)

    def post(number: int) -> Event:
        office = make.organiser(f"post-{number}", parent=ministry)
        make.occasion(office, f"Day {number}", happened_on="1992-02-26")
        return make.event(office, f"Evening {number}", held_on=date(2027, 3, number))

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            calendar_of(feed, date(2027, 1, 1))
        return len(asked)

    post(1)
    first = queries()
    event = [post(2), post(3)][0]
    etag = Client().get(path).headers["ETag"]
    event.titles = {"en": "Another evening"}
    change_event(event, by=make.actor(event.organiser))

    assert queries() == first
    assert Client().get(path, headers={"If-None-Match": etag}).status_code == 200


def test_the_same_address_gives_a_table_without_formulas(people: People) -> None:
    event = make.event(people.office, "=HYPERLINK(1)", held_on=date(2026, 11, 24), status="confirmed")
    make.event(people.office, "Hidden draft", held_on=date(2026, 11, 25))
    feed, path = feed_of(people.office, shows="events")

    answer = Client().get(path.replace(".ics", ".csv"))
    again = Client().get(path.replace(".ics", ".csv"), headers={"If-None-Match": answer["ETag"]})
    of_calendar = Client().get(path, headers={"If-None-Match": answer["ETag"]})
    actions.revoke_feed(feed, now=timezone.now(), by=make.actor(people.office))
    gone = Client().get(path.replace(".ics", ".csv"))

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["first day", "last day", "title", "standing", "ref"]
    assert rows[1:] == [["2026-11-24", "2026-11-24", "'=HYPERLINK(1)", "confirmed", f"event-{event.code}"]]
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert (again.status_code, of_calendar.status_code, gone.status_code) == (304, 200, 410)


def table(path: str) -> list[list[str]]:
    """The rows of a table as anybody with its address reads it."""
    answer = Client().get(path.replace(".ics", ".csv"))
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def an_event_with_answers(office: Organiser) -> Event:
    """Two guests, one with a companion and with needs that few may know of."""
    event = make.event(office, "Evening", held_on=date.today())
    coming = make.participation(event, make.person(office, "=Ana Sample"), planned="accepted", note="Secret")
    make.participation(event, make.person(office, "Ion Silent"), planned="invited")
    asked = {"asks_diet": True, "asks_access": True}
    Terms.objects.create(event=event, companions="number", most_companions=2, **asked)
    party = Invitation.objects.create(guest=coming)
    said = replies.Answer(
        "accepted", 1, ["Dan Companion"], diet="Coeliac", access="Wheels", has_consented=True
    )
    now = timezone.now()
    replies.record(party, said, channel="telephone", given_at=now, by=make.actor(office), now=now)
    return event


def test_a_table_of_guests_tells_who_comes_and_nothing_of_their_needs(people: People) -> None:
    _feed, path = feed_of(people.office, shows="guests", event=an_event_with_answers(people.office))

    rows = table(path)

    assert rows[0] == ["name", "office", "body", "state", "category", "reply", "with"]
    assert sorted((row[0], row[5], row[6]) for row in rows[1:]) == [
        ("'+1", "accepted", "'=Ana Sample"),
        ("'=Ana Sample", "accepted", ""),
        ("Dan Companion", "accepted", "'=Ana Sample"),
        ("Ion Silent", "no answer", ""),
    ]
    told = Client().get(path.replace(".ics", ".csv")).content
    assert not [secret for secret in (b"Coeliac", b"Wheels", b"Secret") if secret in told]
    assert Client().get(path).status_code == 404


def test_a_table_of_answers_tells_figures_alone(people: People) -> None:
    _feed, path = feed_of(people.office, shows="answers", event=an_event_with_answers(people.office))

    heads, *rows = table(path)

    found = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [(each["row"], each["invited"], each["coming"], each["accepted"]) for each in found] == [
        ("all", "2", "3", "1"),
        ("none", "2", "3", "1"),
    ]
    assert b"Ana" not in Client().get(path.replace(".ics", ".csv")).content


def test_a_table_that_did_not_change_is_not_sent_again_and_ends_after_its_event(people: People) -> None:
    event = an_event_with_answers(people.office)
    feed, path = feed_of(people.office, shows="guests", event=event)
    path = path.replace(".ics", ".csv")
    etag = Client().get(path)["ETag"]

    unchanged = Client().get(path, headers={"If-None-Match": etag})
    Event.objects.filter(pk=event.pk).update(held_on=date.today() - timedelta(days=30))
    on_the_last_day = Client().get(path)
    Event.objects.filter(pk=event.pk).update(held_on=date.today() - timedelta(days=32))
    after = Client().get(path)

    assert (unchanged.status_code, on_the_last_day.status_code, after.status_code) == (304, 200, 410)
    feed.refresh_from_db()
    assert feed.revoked_at is None


def test_whoever_may_not_read_guests_makes_no_table_of_them(people: People, client: Client) -> None:
    event = make.event(people.office, held_on=date.today())
    sent = {"name": "Caterer", "shows": "guests", "event": event.pk, "language": "en"}
    client.force_login(make.member(people.office, "press").user)
    offered = client.get(f"{FEEDS}new/").content.decode()

    client.post(f"{FEEDS}new/", sent)

    assert 'value="guests"' not in offered
    assert not CalendarFeed.objects.exists()


def test_a_table_is_made_for_an_event_of_the_office(signed_in: Client, people: People) -> None:
    event, foreign = (
        make.event(office, held_on=date.today()) for office in (people.office, make.organiser("third"))
    )
    sent = {"name": "Caterer", "shows": "guests", "language": "en"}

    for wrong in ({}, {"event": foreign.pk}):
        assert signed_in.post(f"{FEEDS}new/", sent | wrong).status_code == 200
    shown = signed_in.post(f"{FEEDS}new/", sent | {"event": event.pk}, follow=True).content.decode()

    assert CalendarFeed.objects.get().event == event
    assert ".csv" in shown
    assert ".ics" not in shown
    assert "webcal:" not in shown

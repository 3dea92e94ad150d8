"""Planning an event: what is written of it, what is due for it, who may do it, and its history."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.accounts.models import User
from chancery.base import audit
from chancery.base.audit import Actor, lines_of
from chancery.events import actions
from chancery.events.models import Event, EventMember, EventOccasion, GlossaryTerm, Participation, Place, Task
from chancery.events.wording import occasion_in_words
from chancery.occasions.models import Occasion
from tests import make
from tests.conftest import People
from tests.events.sent import address, rows


@pytest.fixture
def event(people: People) -> Event:
    return make.event(people.office, held_on=date(2025, 2, 25))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def written(**fields: str) -> dict[str, str]:
    """What a browser sends for an event."""
    sent = {"titles-en": "Commemoration", "kind": "commemoration", "status": "planned"}
    return sent | {"openness": "invitation", "time_zone": "Europe/Bucharest"} | fields


def test_an_event_is_planned_and_named_after_its_title_and_year(signed_in: Client, people: People) -> None:
    sent = written(held_on="2025-02-25", starts_at="17:00", languages="en")

    page = signed_in.post("/o/mission/events/new/", sent, follow=True)

    event = Event.objects.get()
    assert page.status_code == 200
    assert (event.ref, event.organiser, event.ordering.profile) == (
        "commemoration-2025",
        people.office,
        people.office.profile,
    )
    assert (event.starts_at.hour, event.languages) == (17, ["en"])  # type: ignore[union-attr]  # just written


BAD: dict[str, tuple[dict[str, str], str]] = {
    "no title": ({"titles-en": ""}, "Write it in at least one language."),
    "ends before it begins": (
        {"held_on": "2025-02-25", "held_until_on": "2025-02-24"},
        "The last day is before the first; correct one of them.",
    ),
    "a last day without a first": (
        {"held_until_on": "2025-02-24"},
        "There is a last day but no first one; give the first.",
    ),
    "a day that is none": ({"held_on": "2025-02-30"}, "Enter a valid date"),
    "an hour that is none": ({"starts_at": "25:00"}, "Enter a valid time"),
    "a time zone that is none": ({"time_zone": "Moon/Sea"}, "Moon/Sea"),
    "a language that is none": ({"languages": "xx-none"}, "not one of the available"),
    "part of nothing": ({"part_of": "999"}, "not one of the available"),
    "a date with a gap": ({"happened_on-day": "3"}, "This date has a gap"),
    "a kind that is none": ({"kind": "party"}, "not one of the available"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_wrong_events_are_told_and_not_saved(signed_in: Client, people: People, case: str) -> None:
    fields, words = BAD[case]

    page = signed_in.post("/o/mission/events/new/", written(**fields))

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Event.objects.exists()


def test_what_was_written_wrongly_is_not_shown_as_saved(signed_in: Client, event: Event) -> None:
    page = signed_in.post(address(event, "edit/"), written(**{"titles-en": "New", "held_on": "never"}))

    assert 'value="never"' in page.content.decode()
    assert Event.objects.get().titles == {"en": "Commemoration"}


def test_an_event_is_no_part_of_itself_or_of_a_part(signed_in: Client, event: Event, people: People) -> None:
    part = make.event(people.office, "Part", part_of=event)

    own = signed_in.post(address(event, "edit/"), written(part_of=str(event.pk)))
    below = signed_in.post(address(event, "edit/"), written(part_of=str(part.pk)))

    assert "not one of the available" in own.content.decode()
    assert "not one of the available" in below.content.decode()


def test_events_stand_apart_as_to_come_and_others(signed_in: Client, people: People) -> None:
    today = timezone.now().date()
    make.event(people.office, "To come", held_on=today + timedelta(days=30))
    make.event(people.office, "Sooner", held_on=today + timedelta(days=3))
    make.event(people.office, "Past", held_on=today - timedelta(days=3))
    make.event(people.office, "Cancelled", held_on=today + timedelta(days=3), status="cancelled")
    make.event(people.office, "Some day")

    page = signed_in.get("/o/mission/events/")

    assert [str(each) for each in page.context["coming"]] == ["Sooner", "To come"]
    assert {str(each) for each in page.context["others"]} == {"Past", "Cancelled", "Some day"}


@pytest.mark.parametrize("path", ["events/", "places/", "wording/", ""])
def test_lists_ask_as_often_for_many_as_for_one(signed_in: Client, people: People, path: str) -> None:
    office, counts = people.office, []
    signed_in.get(f"/o/mission/{path}")
    for number in (1, 40):
        for _ in range(number):
            event = make.event(office, held_on=timezone.now().date() + timedelta(days=30))
            make.task(event, owner=make.member(office), in_working_days=True)
            EventOccasion.objects.create(event=event, occasion=make.occasion(office))
            make.place(office, part_of=make.place(office))
            GlossaryTerm.objects.create(organiser=office, meaning="x", texts={"en": "y"})
        with CaptureQueriesContext(connection) as captured:
            assert signed_in.get(f"/o/mission/{path}").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]


# state, days before, in working days → due for an event on Tuesday, 25 February 2025
DUE: dict[str, tuple[str, int, bool, date | None]] = {
    "a week before": ("RO", 7, False, date(2025, 2, 18)),
    "the day itself": ("RO", 0, False, date(2025, 2, 25)),
    "a week after": ("RO", -7, False, date(2025, 3, 4)),
    "two working days over a weekend": ("RO", 2, True, date(2025, 2, 21)),
    "two working days after": ("RO", -2, True, date(2025, 2, 27)),
    "where Friday and Saturday are free": ("EG", 2, True, date(2025, 2, 23)),
    "three, where Friday and Saturday are free": ("EG", 3, True, date(2025, 2, 20)),
    "no state is known": ("", 2, True, date(2025, 2, 21)),
}


@pytest.mark.parametrize("case", DUE, ids=str)
def test_tasks_are_counted_back_from_the_day(people: People, signed_in: Client, case: str) -> None:
    state, days, in_working_days, due = DUE[case]
    people.office.host_state = state
    people.office.save()
    event = make.event(people.office, held_on=date(2025, 2, 25))
    make.task(event, days_before=days, in_working_days=in_working_days)

    (listed,) = signed_in.get(address(event, "tasks/")).context["tasks"]

    assert listed.due_on == due


def test_without_a_day_nothing_is_due(signed_in: Client, people: People) -> None:
    event = make.event(people.office)
    make.task(event, days_before=3)

    page = signed_in.get(address(event, "tasks/"))

    assert page.context["tasks"][0].due_on is None
    assert "3 days before" in page.content.decode()


def test_a_task_is_done_opened_again_and_told(signed_in: Client, event: Event, people: People) -> None:
    task = make.task(event)
    path = address(event, f"tasks/{task.code}/")

    done = signed_in.post(path, follow=True).content.decode()
    task.refresh_from_db()
    assert (task.done_by, "“Invitations sent” is done." in done) == (people.owner, True)
    signed_in.post(path)
    task.refresh_from_db()

    assert (task.done_at, task.done_by) == (None, None)
    assert signed_in.get(path).status_code == 405


def test_home_names_what_is_due_first_by_working_days(signed_in: Client, people: People) -> None:
    day = timezone.now().date() + timedelta(days=60)
    event = make.event(people.office, held_on=day)
    make.task(event, "Calendar", days_before=29)
    make.task(event, "Working", days_before=25, in_working_days=True)
    make.task(event, "Done", days_before=50, done_at=timezone.now(), done_by=people.owner)
    make.task(make.event(people.office, held_on=day, status="cancelled"), "Cancelled", days_before=40)
    past = make.event(people.office, held_on=timezone.now().date() - timedelta(days=5))
    make.task(past, "Thanks", days_before=-7)
    make.task(past, "Too late", days_before=1)

    lines = signed_in.get("/o/mission/").context["due"]

    assert [line.name for line in lines] == ["Thanks", "Working", "Calendar"]
    assert {line.event for line in lines} == {"Commemoration"}


def test_a_role_for_one_event_opens_that_event_only(people: People, event: Event) -> None:
    other = make.event(people.office, "Another")
    member = make.member(people.office, "viewer")
    EventMember.objects.create(event=event, membership=member, role="protocol")
    client = client_of(member.user)
    task = rows("tasks", [{"title": "Cards", "days_before": 3}])

    here = client.post(address(event, "edit/tasks/"), task)
    there = client.post(address(other, "edit/tasks/"), task)
    office = client.get("/o/mission/events/new/")

    assert (here.status_code, there.status_code, office.status_code) == (302, 403, 403)
    assert Task.objects.get().event == event


def test_a_role_for_one_event_undoes_there(people: People, event: Event) -> None:
    member = make.member(people.office, "viewer")
    EventMember.objects.create(event=event, membership=member, role="protocol")
    client = client_of(member.user)
    client.post(address(event, "edit/tasks/"), rows("tasks", [{"title": "Cards", "days_before": 3}]))
    line = lines_of(Task.objects.get())[0]

    shown = client.get(address(event, "history/")).content.decode()
    assert f'action="{address(event, f"history/{line.pk}/undo/")}"' in shown
    client.post(address(event, f"history/{line.pk}/undo/"))

    assert not Task.objects.exists()


def test_nobody_gives_a_right_they_have_not(people: People, event: Event) -> None:
    client = client_of(people.colleague)
    member = make.member(people.office, "viewer")
    sent = rows("team", [{"membership": member.pk, "role": "owner"}])

    page = client.post(address(event, "edit/team/"), sent)

    assert "not one of the available" in page.content.decode()
    assert not EventMember.objects.exists()


def test_a_viewer_reads_the_history_of_the_plan_and_no_guest(people: People, event: Event) -> None:
    by = Actor(people.office.pk, people.owner)
    event.titles = {"en": "Renamed"}
    actions.change_event(event, by=by)
    guest = make.participation(event, make.person(people.office, "Guest Hidden"))
    client = client_of(make.member(people.office, "viewer").user)
    _note_participation(guest, by)

    page = client.get(address(event, "history/")).content.decode()
    others = [client.get(path).content.decode() for path in ("/o/mission/history/", "/o/mission/")]
    people_page = client.get(address(event, "history/people/"))
    undone = client.post(f"/o/mission/history/{lines_of(guest)[0].pk}/undo/")

    assert "Renamed" in page
    assert [text for text in (page, *others) if "Hidden" in text] == []
    assert (people_page.status_code, undone.status_code) == (403, 404)


def _note_participation(guest: Participation, by: Actor) -> None:
    with transaction.atomic():
        guest.planned = "accepted"
        audit.update(guest, by=by, code="guests.reply.changed")


def test_the_history_undoes_a_change_and_says_why_it_cannot(
    signed_in: Client, event: Event, people: People
) -> None:
    by = Actor(people.office.pk, people.colleague)
    for title in ("Second", "Third"):
        event.titles = {"en": title}
        actions.change_event(event, by=by)
    newest, oldest = lines_of(event)[:2]

    refused = signed_in.post(address(event, f"history/{oldest.pk}/undo/"), follow=True)
    signed_in.post(address(event, f"history/{newest.pk}/undo/"))
    event.refresh_from_db()

    assert "has been changed again since; undo the later change first." in refused.content.decode()
    assert event.titles == {"en": "Second"}


def test_a_line_of_another_event_is_not_undone_here(signed_in: Client, event: Event, people: People) -> None:
    other = make.event(people.office, "Another")
    other.titles = {"en": "Changed"}
    actions.change_event(other, by=make.actor(people.office))

    page = signed_in.post(address(event, f"history/{lines_of(other)[0].pk}/undo/"))

    assert page.status_code == 404


@pytest.mark.parametrize("path", ["", "edit/", "edit/tasks/", "copy/", "tasks/", "people/", "history/"])
def test_a_stranger_finds_no_event(people: People, event: Event, path: str) -> None:
    client = client_of(people.stranger)

    assert client.get(address(event, path)).status_code == 404
    assert client.get(f"/o/elsewhere/events/{event.code}/{path}").status_code == 404


def test_an_unknown_section_is_not_found(signed_in: Client, event: Event) -> None:
    assert signed_in.get(address(event, "edit/nothing/")).status_code == 404


def test_a_place_is_added_changed_and_no_part_of_itself(signed_in: Client, people: People) -> None:
    signed_in.post("/o/mission/places/new/", {"names-en": "House", "city": "Bucharest", "state": "RO"})
    house = Place.objects.get()
    hall = make.place(people.office, "Hall", part_of=house)
    path = f"/o/mission/places/{house.code}/"

    circle = signed_in.post(path, {"names-en": "House", "part_of": hall.pk})
    signed_in.post(path, {"names-en": "Big house", "city": "Bucharest", "state": "RO"})
    house.refresh_from_db()

    assert "That place is itself a part of this one; choose another." in circle.content.decode()
    assert (house.names, house.state) == ({"en": "Big house"}, "RO")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"city": "Bucharest"}, "Write it in at least one language"),
        ({"names-en": "X", "state": "Atlantis"}, "Atlantis"),
    ],
)
def test_a_wrong_place_is_told(signed_in: Client, people: People, sent: dict[str, Any], words: str) -> None:
    page = signed_in.post("/o/mission/places/new/", sent)

    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Place.objects.exists()


def test_the_wording_of_an_office_holds_for_all_its_events(signed_in: Client, people: People) -> None:
    """R104: the product supplies no wording of its own."""
    elsewhere = GlossaryTerm.objects.create(
        organiser=make.organiser("third"), meaning="the town", texts={"en": "Theirs"}
    )

    signed_in.post("/o/mission/wording/", rows("terms", [{"meaning": "the town", "texts-en": "Ours"}]))
    page = signed_in.get("/o/mission/wording/").content.decode()

    assert GlossaryTerm.objects.get(organiser=people.office).event is None
    assert ("Ours" in page, "Theirs" in page) == (True, False)
    assert GlossaryTerm.objects.filter(pk=elsewhere.pk).exists()


def test_an_anniversary_is_proposed_and_taken(signed_in: Client, event: Event, people: People) -> None:
    """R112: the rule of the occasion proposes the anniversary day; the number follows it."""
    occasion = make.occasion(
        people.office, happened_on="1992-02-26", rule={"kind": "fixed", "month": 2, "day": 26}
    )
    link = EventOccasion.objects.create(event=event, occasion=occasion)

    offered = signed_in.get(address(event, "edit/occasions/")).content.decode()
    assert "is kept nearest to this event on 26 February 2025 (33rd anniversary)." in offered
    signed_in.post(address(event, f"occasions/{occasion.code}/take/"))
    link.refresh_from_db()
    why = signed_in.get(address(event, f"occasions/{occasion.code}/why/")).content.decode()

    assert link.anniversary_on == date(2025, 2, 26)
    assert "2025 minus 1992 is 33; the year of the anniversary day counts" in why
    assert "date of history: 26 February 1992" in why
    assert "day of the event: 25 February 2025" in why


def test_an_occasion_without_a_rule_proposes_no_day(signed_in: Client, event: Event, people: People) -> None:
    link = EventOccasion.objects.create(event=event, occasion=make.occasion(people.office, kind="opening"))

    page = signed_in.post(address(event, f"occasions/{link.occasion.code}/take/"), follow=True)

    assert "No rule gives a day for this occasion; write the day yourself." in page.content.decode()


@pytest.mark.parametrize(
    ("reader", "names", "shown"),
    [
        ("en", {"en": "Day 2"}, "Day 2 · 26 February 1992"),
        ("ar", {"en": "Day 2"}, "\u2068Day 2\u2069 · 26 فبراير 1992"),
        ("ar", {"ar": "يوم"}, "يوم · 26 فبراير 1992"),
        ("en", {"ar": "يوم"}, "\u2068يوم\u2069 · 26 February 1992"),
    ],
)
def test_a_name_of_the_other_direction_is_kept_apart(
    people: People, reader: str, names: dict[str, str], shown: str
) -> None:
    occasion = make.occasion(people.office, happened_on="1992-02-26")
    Occasion.objects.filter(pk=occasion.pk).update(names=names)
    link = EventOccasion.objects.create(event=make.event(people.office), occasion=occasion)

    assert occasion_in_words(EventOccasion.objects.get(pk=link.pk), reader) == shown

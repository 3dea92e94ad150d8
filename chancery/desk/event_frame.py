"""The header of an event and its spine: each stage with its state in a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.frame import EventHeader, Stage
from chancery.base.languages import wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.access import EventOffice
from chancery.events.models import Event, EventOccasion, Participation
from chancery.precedence.loader import UnknownProfile
from chancery.programme.models import Item
from chancery.record.models import Statement


def header_of(office: EventOffice) -> EventHeader:
    """Return the event above its pages, in the reader's language."""
    event, language = office.event, get_language() or "en"
    today = timezone.now().astimezone(ZoneInfo(event.time_zone)).date()
    ref = office.organiser.ref
    due = next(
        (task for task in events.tasks_of(event, today) if task.task.done_at is None and task.due_on), None
    )
    return EventHeader(
        title=wording(event.titles, language).text,
        url=reverse("desk:event", args=[ref, event.code]),
        occasion=occasion_line(event, language),
        when=when_line(event, language),
        venue=" · ".join(
            wording(station.place.names, language).text for station in events.stations_of(event)
        ),
        countdown=countdown(event.held_on, today),
        due=_due_line(due, language) if due and not _is_over(event, today) else "",
        due_url=reverse("events:tasks", args=[ref, event.code]) if due else "",
    )


def occasion_line(event: Event, language: str) -> str:
    """Say which anniversary of what is kept, and the date of the event of history."""
    link = events.main_occasion(event)
    if link is None:
        return ""
    parts = [words.ordinal_line(link, language), words.occasion_in_words(link, language)]
    return " · ".join(part for part in parts if part)


def when_line(event: Event, language: str) -> str:
    """Say when the event is planned, marked where the plan is a sample."""
    if event.held_on is None:
        return gettext("day not known")
    when = words.day_and_time(event, language)
    return gettext("%(when)s (sample plan)") % {"when": when} if event.is_sample_plan else when


def tasks_line(event: Event) -> str:
    """Say how many tasks are open, and how many of them late."""
    today = timezone.now().astimezone(ZoneInfo(event.time_zone)).date()
    tasks = [due for due in events.tasks_of(event, today) if due.task.done_at is None]
    late = sum(due.is_late for due in tasks)
    still_open = ngettext("%(count)s open", "%(count)s open", len(tasks)) % {"count": len(tasks)}
    if not late or _is_over(event, today):
        return still_open
    return gettext("%(open)s, %(late)s late") % {"open": still_open, "late": late}


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """An occasion of an event in words; a part that is not known is empty."""

    role: str
    name: str
    ordinal: str
    dates: str


def occasion_lines(event: Event, language: str) -> list[OccasionLine]:
    """Describe every occasion of an event, with its three dates kept apart (R112)."""
    return [_occasion(link, language) for link in events.occasion_links_of(event)]


def _occasion(link: EventOccasion, language: str) -> OccasionLine:
    happened = link.occasion.happened_on
    dates = []
    if happened:
        known = cldr.partial_date_in_words(happened, language)
        dates.append(gettext("Date of history: %(day)s") % {"day": known})
    if link.anniversary_on:
        day = cldr.day_in_words(link.anniversary_on, language)
        dates.append(gettext("Anniversary day: %(day)s") % {"day": day})
    return OccasionLine(
        role=link.get_role_display(),
        name=wording(link.occasion.names, language).text,
        ordinal=words.ordinal_line(link, language),
        dates=" · ".join(dates),
    )


def countdown(held_on: date | None, today: date) -> str:
    """Say how many days there are to go; empty once the day is past or where it is not known."""
    if held_on is None or held_on < today:
        return ""
    days = (held_on - today).days
    if days == 0:
        return gettext("today")
    return ngettext("%(days)s day to go", "%(days)s days to go", days) % {"days": days}


def _is_over(event: Event, today: date) -> bool:
    return event.held_on is not None and event.held_on < today


def _due_line(due: events.DueTask, language: str) -> str:
    assert due.due_on is not None
    return gettext("%(task)s, due %(day)s") % {
        "task": due.task.title,
        "day": cldr.day_in_words(due.due_on, language),
    }


def spine_of(office: EventOffice, path: str) -> list[Stage]:
    """Return the stages of the chain that the reader may see, in their order."""
    event, ref = office.event, office.organiser.ref
    items = Item.objects.filter(event=event).exclude(status=Item.Status.DROPPED).count()
    guests = Participation.objects.filter(event=event, capacity__in=Participation.OF_GUESTS).aggregate(
        all=Count("id"), yes=Count("id", filter=Q(planned=Participation.Planned.ACCEPTED))
    )
    listed = ngettext("%(count)s guest", "%(count)s guests", guests["all"]) % {"count": guests["all"]}
    statements = Statement.objects.filter(event=event).count()
    stages = [
        ("desk:event", gettext("Plan"), event.get_status_display(), Right.EVENTS_VIEW, True),
        (
            "programme:programme",
            gettext("Programme"),
            ngettext("%(count)s item", "%(count)s items", items) % {"count": items},
            Right.PROGRAMME_VIEW,
            True,
        ),
        (
            "guests:guests",
            gettext("Guests"),
            gettext("%(listed)s, %(yes)s yes") % {"listed": listed, "yes": guests["yes"]},
            Right.GUESTS_VIEW,
            True,
        ),
        ("events:order", gettext("Order"), _profile_name(event), Right.GUESTS_VIEW, False),
        ("desk:papers", gettext("Papers"), "", Right.PAPERS_PRINT, True),
        (
            "record:statements",
            gettext("Record"),
            ngettext("%(count)s statement", "%(count)s statements", statements) % {"count": statements},
            Right.RECORD_VIEW,
            False,
        ),
    ]
    urls = {route: reverse(route, args=[ref, event.code]) for route, *_rest in stages}
    # A page below a stage belongs to it; the plan is above all of them.
    current = max((url for url in urls.values() if path.startswith(url)), key=len, default="")
    near = _near([urls[route] for route, *_rest, is_near in stages if is_near], current)
    return [
        Stage(name, urls[route], state, is_current=urls[route] == current, is_near=urls[route] in near)
        for route, name, state, right, _is_near in stages
        if office.may(right)
    ]


def _near(usual: Sequence[str], current: str) -> Sequence[str]:
    """The stages that a phone shows: the usual ones, of which the last makes room for the current one."""
    return usual if current in usual or not current else [*usual[:-1], current]


def _profile_name(event: Event) -> str:
    try:
        return ordering.profile_of(event).words(get_language() or "en")
    except UnknownProfile:
        return event.ordering.profile

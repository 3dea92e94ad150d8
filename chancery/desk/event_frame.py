"""The header of an event: what, when, where, and what is due next."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from chancery.base import cldr
from chancery.base.frame import EventHeader
from chancery.base.languages import wording
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.access import EventOffice
from chancery.events.models import Event, EventOccasion


def header_of(office: EventOffice) -> EventHeader:
    """Return the event above its pages, in the reader's language."""
    event, language = office.event, get_language() or "en"
    today = timezone.now().astimezone(ZoneInfo(event.time_zone)).date()
    ref = office.organiser.ref
    due = None if _is_over(event, today) else events.next_task_of(event, today)
    return EventHeader(
        title=wording(event.titles, language).text,
        url=reverse("desk:event", args=[ref, event.code]),
        occasion=occasion_line(event, language),
        when=when_line(event, language),
        venue=" · ".join(wording(names, language).text for names in events.names_of_places(event)),
        countdown=countdown(event.held_on, today),
        due=_due_line(due, language) if due else "",
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

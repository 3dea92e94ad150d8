"""The home of an office: the next event, the year as a line of occasions, what is due, what came in."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from babel.dates import get_month_names
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.models import AuditLine
from chancery.base.parts import DueLine, NewsLine, YearMark, YearMonth
from chancery.events import queries as events
from chancery.events.models import Event, Task
from chancery.occasions import queries as occasions
from chancery.occasions.models import Occasion
from chancery.rules import anniversaries

MOST_DUE = 8
MOST_NEWS = 12
NEWS_REACH = timedelta(days=7)


def next_event(office: Office, today: date) -> Event | None:
    """The next event to come, else the latest one there was."""
    coming = events.events_to_come(office.organiser, today).first()
    return coming or events.events_of(office.organiser).first()


def year_of(office: Office, year: int, today: date) -> list[YearMonth]:
    """Return the twelve months with the days that the office keeps; round numbers are marked."""
    language = get_language() or "en"
    marks: dict[int, list[tuple[date, YearMark]]] = {}
    for occasion in occasions.occasions_of(office.organiser):
        for kept in _keepings(occasion, year):
            mark = _mark(office, occasion, kept, language)
            marks.setdefault(kept.day.month, []).append((kept.day, mark))
    names = get_month_names("abbreviated", context="stand-alone", locale=cldr.locale_of(language))
    return [
        YearMonth(
            name=names[month],
            marks=[mark for _day, mark in sorted(marks.get(month, ()), key=lambda pair: pair[0])],
            is_current=(year, month) == (today.year, today.month),
        )
        for month in range(1, 13)
    ]


def _keepings(occasion: Occasion, year: int) -> Sequence[anniversaries.Kept]:
    """The days of a year on which an occasion is kept; none without a rule that can be read."""
    if not occasion.rule:
        return ()
    try:
        rule = anniversaries.read_rule(occasion.rule)
    except anniversaries.UnreadableRule:
        return ()
    return anniversaries.keepings(rule, year).kept


def _mark(office: Office, occasion: Occasion, kept: anniversaries.Kept, language: str) -> YearMark:
    number = None
    if occasion.happened_on is not None:
        rule = anniversaries.read_rule(occasion.rule)
        number = anniversaries.ordinal_of(occasion.happened_on, kept, rule).number
    is_round = number is not None and anniversaries.is_round(number)
    return YearMark(
        name=wording(occasion.names, language).text,
        url=reverse("occasions:occasions", args=[office.organiser.ref]),
        day=cldr.day_in_brief(kept.day, language),
        ordinal=(anniversaries.ordinal_words(number, language) or str(number)) if number and is_round else "",
    )


def due_of(office: Office, today: date) -> list[DueLine]:
    """What is due for events to come, the nearest first; late things stand first."""
    open_tasks = Task.objects.filter(
        event__organiser=office.organiser, event__held_on__gte=today, done_at=None
    ).select_related("event", "owner__user")
    lines = [
        _due(office, task, today) for task in open_tasks.order_by("event__held_on", "-days_before", "id")
    ]
    return sorted(lines, key=lambda line: line.day)[:MOST_DUE]


def _due(office: Office, task: Task, today: date) -> DueLine:
    assert task.event.held_on is not None
    day = task.event.held_on - timedelta(days=task.days_before)
    return DueLine(
        name=task.title,
        url=reverse("events:tasks", args=[office.organiser.ref, task.event.code]),
        day=day,
        owner=str(task.owner.user) if task.owner else "",
        is_late=day < today,
    )


def news_of(office: Office, now: datetime) -> list[NewsLine]:
    """What others changed in the last week, the newest first; only for those who may read it."""
    if not (office.may(Right.DIRECTORY_VIEW) and office.may(Right.GUESTS_VIEW)):
        return []
    return [_news(office, line) for line in _recent(office, now)]


def _recent(office: Office, now: datetime) -> Iterable[AuditLine]:
    lines: QuerySet[AuditLine] = AuditLine.objects.filter(
        organiser_id=office.organiser.pk, at__gte=now - NEWS_REACH
    ).exclude(by=office.user)
    return lines.exclude(by=None).select_related("by").order_by("-id")[:MOST_NEWS]


def _news(office: Office, line: AuditLine) -> NewsLine:
    return NewsLine(
        words=f"{line.by}: {line.label}", url=reverse("desk:office", args=[office.organiser.ref]), at=line.at
    )

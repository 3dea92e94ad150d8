"""The home of an office: the next event, the year as a line of occasions, what is due, what came in."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from babel.dates import get_month_names
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr, history
from chancery.base.kinds import kind_in_words
from chancery.base.languages import wording
from chancery.base.models import AuditLine
from chancery.base.parts import DueLine, NewsLine, YearMark, YearMonth
from chancery.events import queries as events
from chancery.events.models import Event
from chancery.guests.queries import incoming, waves
from chancery.occasions import days
from chancery.occasions.days import KeptDay
from chancery.occasions.models import Occasion
from chancery.occasions.queries.days import occasions_of
from chancery.rules.anniversaries import ordinal_words

MOST_DUE = 8
MOST_NEWS = 12
MOST_LINES = 2000
NEWS_REACH = timedelta(days=7)


def next_event(office: Office, today: date) -> Event | None:
    """The next event to come, else the latest one there was."""
    coming = events.events_to_come(office.organiser, today).first()
    return coming or events.events_of(office.organiser).first()


def year_of(office: Office, year: int, today: date) -> list[YearMonth]:
    """Return the twelve months with the days that the office keeps; round numbers are marked."""
    language = get_language() or "en"
    marks: dict[int, list[tuple[date, YearMark]]] = {}
    for occasion in occasions_of(office.organiser):
        for found in days.days_of_year(occasion, year):
            mark = _mark(office, occasion, found, language)
            marks.setdefault(found.kept.day.month, []).append((found.kept.day, mark))
    names = get_month_names("abbreviated", context="stand-alone", locale=cldr.locale_of(language))
    return [
        YearMonth(
            name=names[month],
            marks=[mark for _day, mark in sorted(marks.get(month, ()), key=lambda pair: pair[0])],
            is_current=(year, month) == (today.year, today.month),
        )
        for month in range(1, 13)
    ]


def _mark(office: Office, occasion: Occasion, found: KeptDay, language: str) -> YearMark:
    is_told = found.number is not None and found.is_round
    return YearMark(
        name=wording(occasion.names, language).text,
        url=reverse("occasions:occasion", args=[office.organiser.ref, occasion.code]),
        day=cldr.day_in_brief(found.kept.day, language),
        ordinal=(ordinal_words(found.number, language) or str(found.number))
        if is_told and found.number
        else "",
    )


def due_of(office: Office, today: date) -> list[DueLine]:
    """What is due for events to come, the nearest first; late things stand first."""
    found = events.open_tasks_of(office.organiser, today)[:MOST_DUE]
    is_of_many = len({due.task.event_id for due in found}) > 1
    return [*_mail_to_read(office), *(_due(office, due, with_event=is_of_many) for due in found)]


def _mail_to_read(office: Office) -> Iterator[DueLine]:
    """One line for all mail that waits, since the day of the oldest."""
    waiting = incoming.waiting_in(office.organiser) if office.may(Right.GUESTS_EDIT) else None
    if waiting is None:
        return
    words = ngettext(
        "%(count)s message that came in is to be read",
        "%(count)s messages that came in are to be read",
        waiting.count,
    )
    yield DueLine(
        name=words % {"count": waiting.count},
        url=reverse("guests:incoming", args=[office.organiser.ref]),
        day=waiting.since.astimezone(office.organiser.zone).date(),
    )


def _due(office: Office, due: events.DueTask, *, with_event: bool) -> DueLine:
    assert due.due_on is not None
    task = due.task
    return DueLine(
        name=task.title,
        url=reverse("events:tasks", args=[office.organiser.ref, task.event.code]),
        day=due.due_on,
        owner=str(task.owner.user) if task.owner else "",
        is_late=due.is_late,
        event=wording(task.event.titles, get_language() or "en").text if with_event else "",
    )


def approvals_of(office: Office) -> list[NewsLine]:
    """The waves that wait for the reader's approval, the longest waiting first; none where they may not."""
    if not office.may(Right.INVITATIONS_APPROVE):
        return []
    return [
        NewsLine(
            words=f"{wording(wave.event.titles, get_language() or 'en').text} · {wave}",
            url=reverse("guests:before", args=[office.organiser.ref, wave.event.code, wave.code]),
            at=asked_at,
        )
        for wave, asked_at in waves.waves_to_approve(office.organiser)
    ]


def ministries_asking(office: Office, now: datetime) -> list[NewsLine]:
    """The ministries that invite the office to become their post; for owners alone, who answer."""
    if not office.may(Right.OFFICE_MANAGE):
        return []
    language = get_language() or "en"
    words = _("%(ministry)s invites this office to become its post.")
    return [
        NewsLine(
            words=words % {"ministry": wording(each.organiser.names, language).text},
            url=reverse("accounts:ministry", args=[office.organiser.ref]),
            at=each.created_at,
        )
        for each in access.invitations_to_answer(office, now)
    ]


def news_of(office: Office, now: datetime) -> list[NewsLine]:
    """
    What others changed in the last week in what the reader may see, the newest first.

    Looked for among the newest lines alone: a quiet office would read its whole history for it.
    """
    lines = history.lines_of_office(
        office.organiser.pk,
        apps_shown=access.apps_with_history(office),
        without=access.kinds_hidden(office),
    )
    newest = AuditLine.objects.filter(organiser_id=office.organiser.pk).order_by("-pk")
    before = newest.values_list("pk", flat=True)[MOST_LINES : MOST_LINES + 1]
    recent = lines.filter(pk__gt=next(iter(before), 0), at__gte=now - NEWS_REACH)
    recent = recent.exclude(by=office.user).exclude(by=None)
    url = reverse("accounts:history", args=[office.organiser.ref])
    return [
        NewsLine(words=f"{line.by}: {line.label} ({kind_in_words(line.kind)})", url=url, at=line.at)
        for line in recent.select_related("by").order_by("-id")[:MOST_NEWS]
    ]

"""The few tags pages need beyond Django's: icons, flags, wording in languages, dates by CLDR."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField, CheckboxInput
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from chancery.base import cldr, pictures, rows
from chancery.base.frame import UNDO_TAG
from chancery.base.languages import direction, wording
from chancery.base.models import Job
from chancery.base.parts import Column
from chancery.rules.dates import PartialDate

register = template.Library()
register.simple_tag(pictures.icon)
register.simple_tag(pictures.flag)


@register.simple_tag
def list_body(
    listed: Sequence[rows.Row | rows.Group],
    columns: Sequence[Column],
    *,
    is_placed: bool = False,
    is_picked: bool = False,
) -> SafeString:
    """The rows of a long list, made in one go."""
    return rows.list_body(listed, columns, is_placed=is_placed, is_picked=is_picked)


@register.filter
def in_language(texts: Mapping[str, str]) -> SafeString | str:
    """
    The wording in the reader's language.

    Another language in its place is marked as such, and no wording at all is said: never silently replaced.
    """
    chosen = wording(texts, _reader())
    if not chosen.text:
        return format_html('<span class="missing">{}</span>', gettext("not written yet"))
    if chosen.is_asked_for:
        return format_html('<span lang="{}" dir="auto">{}</span>', chosen.language, chosen.text)
    return format_html(
        '<span class="other-language"><span lang="{}" dir="{}">{}</span> <small>({})</small></span>',
        *(chosen.language, chosen.direction, chosen.text, cldr.language_in_words(chosen.language, _reader())),
    )


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the reader's language."""
    return cldr.language_in_words(code, _reader())


@register.filter
def own_language_name(code: str) -> str:
    """The name of a language in itself."""
    return cldr.language_in_its_own_words(code)


@register.filter
def direction_of(language: str) -> str:
    """`rtl` or `ltr`."""
    return direction(language)


@register.filter
def state_name(code: str) -> str:
    """The name of a state in the reader's language."""
    return cldr.state_in_words(code, _reader()) if code else ""


@register.filter
def day(known: date | PartialDate | None) -> SafeString | str:
    """A day, or a date as far as it is known, in words; an unknown one is said to be unknown."""
    if known is None:
        return format_html('<span class="missing">{}</span>', gettext("not known"))
    if isinstance(known, PartialDate):
        return format_html(
            '<time datetime="{}">{}</time>', known, cldr.partial_date_in_words(known, _reader())
        )
    return format_html(
        '<time datetime="{}">{}</time>', known.isoformat(), cldr.day_in_words(known, _reader())
    )


@register.filter
def weekday(known: date) -> SafeString:
    """A day with its weekday in words."""
    return format_html(
        '<time datetime="{}">{}</time>', known.isoformat(), cldr.weekday_in_words(known, _reader())
    )


@register.filter
def weekday_brief(known: date) -> str:
    """The weekday of a day as the reader's language shortens it."""
    return cldr.weekday_in_brief(known, _reader())


@register.filter
def moment(at: datetime) -> SafeString:
    """A moment that happened, in the reader's zone."""
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    return format_html(
        '<time datetime="{}">{}</time>',
        local.isoformat(timespec="minutes"),
        cldr.moment_in_words(local, _reader()),
    )


@register.filter
def clock(at: datetime) -> str:
    """19:00, as planned: in the zone it is given in."""
    return cldr.clock(at)


@register.filter
def figure(number: int) -> str:
    """1,000 as the reader's language writes it."""
    return _figure(number)


@register.filter
def undo_path(message: Message) -> str:
    """The path that undoes what a message reports, where `say_with_undo` gave one."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(UNDO_TAG) for tag in tags if tag.startswith(UNDO_TAG)), "")


@register.filter
def is_switch(field: BoundField) -> bool:
    """Whether a field is a single checkbox."""
    return isinstance(field.field.widget, CheckboxInput)


@register.simple_tag
def progress_figures(job: Job) -> str:
    """Count, rate and time left of long work: `240 of 1,000 · 32 a second · 24 seconds left`."""
    if not job.total:
        return gettext("%(done)s done") % {"done": _figure(job.done)}
    words = [gettext("%(done)s of %(total)s") % {"done": _figure(job.done), "total": _figure(job.total)}]
    seconds = (timezone.now() - job.started_at).total_seconds() if job.started_at else 0
    if job.done and seconds > 0:
        rate = job.done / seconds
        words += [*_rate_in_words(rate), _time_left_in_words((job.total - job.done) / rate)]
    return " · ".join(words)


def _rate_in_words(rate: float) -> list[str]:
    """Nothing below one a minute: the time left says enough."""
    if rate >= 1:
        return [gettext("%(rate)s a second") % {"rate": _figure(round(rate))}]
    if rate * 60 >= 1:
        return [gettext("%(rate)s a minute") % {"rate": _figure(round(rate * 60))}]
    return []


def _time_left_in_words(seconds: float) -> str:
    if seconds < 90:
        left = round(seconds)
        return ngettext("%(left)s second left", "%(left)s seconds left", left) % {"left": left}
    left = round(seconds / 60)
    return ngettext("%(left)s minute left", "%(left)s minutes left", left) % {"left": left}


def _figure(number: int) -> str:
    return cldr.figure(number, _reader())


def _reader() -> str:
    return get_language() or "en"

"""Arrivals in words, in the language that is active."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base import cldr
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.rows import Mark
from chancery.door.models import Slot
from chancery.door.queries.awaited import Arrivals, Awaited, Manner
from chancery.rules.door.awaiting import Where

_MARKS: dict[Where, tuple[Shape, Tone]] = {
    Where.AWAITED: (Shape.OPEN, Tone.PLAIN),
    Where.ON_THE_WAY: (Shape.HALF, Tone.PLAIN),
    Where.AT_THE_DOOR: (Shape.PIN, Tone.CAREFUL),
    Where.HERE: (Shape.YES, Tone.GOOD),
    Where.GONE: (Shape.NO, Tone.PLAIN),
    Where.MISSING: (Shape.CAREFUL, Tone.WRONG),
    Where.WAIVED: (Shape.UNSET, Tone.PLAIN),
    Where.NOT_COUNTED: (Shape.UNSET, Tone.PLAIN),
}


def where_mark(each: Awaited, arrivals: Arrivals) -> Mark:
    """Where a party is as shape and word: here since 18:42, late by 12 minutes."""
    shape, tone = _MARKS[each.where]
    return Mark(shape, where_words(each, arrivals), tone)


def where_words(each: Awaited, arrivals: Arrivals) -> str:
    """Where a party is, with when or at which door."""
    match each.where:
        case Where.HERE:
            return _here(each, arrivals)
        case Where.GONE:
            return _("left again")
        case Where.AT_THE_DOOR:
            door = arrivals.door_name(each.manner.announced_door)
            return _("at the door: %(door)s") % {"door": door} if door else _("at the door")
        case Where.ON_THE_WAY:
            return _("on the way")
        case Where.MISSING:
            return late_words(each.late_by(arrivals.now))
        case Where.WAIVED:
            return _("no longer awaited")
        case Where.NOT_COUNTED:
            return _("not known")
        case Where.AWAITED:
            return _("awaited")


def _here(each: Awaited, arrivals: Arrivals) -> str:
    """Since when, and how many of the party where not all of them came."""
    since = clock_words(each.came.first_at, arrivals.zone)
    if each.came.inside < each.people:
        counts = {"inside": each.came.inside, "people": each.people, "time": since}
        return _("%(inside)s of %(people)s here since %(time)s") % counts
    return _("here since %(time)s") % {"time": since}


def late_words(minutes: int) -> str:
    """Late by 12 minutes; in hours where it is long."""
    if minutes < 1:
        return _("not here yet")
    if minutes < 120:
        return ngettext("late by %(count)s minute", "late by %(count)s minutes", minutes) % {"count": minutes}
    hours = minutes // 60
    return ngettext("late by %(count)s hour", "late by %(count)s hours", hours) % {"count": hours}


def minutes_words(minutes: int) -> str:
    """In how long something begins: now, in 12 minutes."""
    if minutes < 1:
        return _("now")
    return ngettext("in %(count)s minute", "in %(count)s minutes", minutes) % {"count": minutes}


def slot_words(slot: Slot) -> str:
    """18:30–18:40, and the name of the slot where it has one."""
    span = f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}"
    return f"{span} · {slot.name}" if slot.name else span


def awaited_words(manner: Manner, arrivals: Arrivals) -> str:
    """When a guest is awaited and at which door; empty where neither is planned."""
    slot = arrivals.slots.get(manner.slot or 0)
    span = f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}" if slot else ""
    at = f"{manner.awaited_at:%H:%M}" if manner.awaited_at else span
    return " · ".join(part for part in (at, arrivals.door_name(manner.door)) if part)


def company_words(manner: Manner, arrivals: Arrivals) -> str:
    """Who greets a guest and who escorts; empty for nobody."""
    greeter = arrivals.greeter_of(manner)
    parts = [_("greeted by %(name)s") % {"name": greeter}] if greeter else []
    if manner.escort:
        parts.append(_("escorted by %(name)s") % {"name": manner.escort})
    return " · ".join(parts)


def office_words(each: Awaited, language: str) -> str:
    """The office under a name; empty for who has none."""
    who, entry = each.who, each.entry
    title = entry.title if entry else who.printed or (who.post.titles if who.post else {})
    return wording(title, language).text if title else ""


def clock_words(moment: datetime | None, zone: ZoneInfo) -> str:
    """18:42 by the clock of a place; empty for no moment."""
    return cldr.clock(moment.astimezone(zone)) if moment else ""

"""The board of arrivals as its page shows it: figures, who is at the door, needed, next, and came last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.languages import wording
from chancery.base.parts import Choice, Filter
from chancery.door import arrival_words as words
from chancery.door.queries.awaited import HERE, Arrivals, Awaited
from chancery.door.queries.needed import Needed, Number
from chancery.events.models import GuestCategory
from chancery.guests.queries.parties import categories_within, nested
from chancery.rules.door.awaiting import Where

NEXT, LAST, LATE = 8, 10, 12
# Who was said to be at the door longer ago came in unseen, or went away: the banner makes room.
ANNOUNCED_FOR = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the board is narrowed to; empty values narrow nothing."""

    category: str = ""
    band: str = ""
    slot: str = ""
    where: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Wanted":
        """Read the address of the page."""
        return cls(*(asked.get(name, "") for name in ("category", "band", "slot", "where")))


@dataclass(frozen=True, slots=True)
class Figures:
    """People and parties counted over the whole event, whatever the board is narrowed to."""

    awaited: int
    here: int
    came: int
    on_the_way: int
    missing: int


@dataclass(frozen=True, slots=True)
class Line:
    """One party in a short list beside the board; `words` say where it is or since when it is awaited."""

    code: str
    name: str
    office: str
    words: str
    more: str = ""
    where: str = ""
    is_in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """Somebody who stands at a door: one sentence, and who answered that they go there."""

    code: str
    sentence: str
    since: str
    answered: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """What the office prepares before guests can be followed: one sentence, and the page where it is done."""

    sentence: str
    word: str
    route: str


def first_of(arrivals: Arrivals) -> First | None:
    """The doors where none are made, then the slots while nobody has come; None where both are there."""
    if not arrivals.doors:
        sentence = _("No door is made yet, so nobody can be counted in; make the doors of the event first.")
        return First(sentence, _("Doors and devices"), "door:doors")
    if not arrivals.slots and arrivals.is_counted and not any(each.is_here for each in arrivals.parties):
        sentence = _(
            "No slots of arrival are planned, so all guests are awaited by the beginning of the event."
        )
        return First(sentence, _("Propose slots"), "door:propose-slots")
    return None


@dataclass(frozen=True, slots=True)
class NeededLine:
    """Somebody who is needed soon and is not here; `late_place` is where who comes late is taken."""

    code: str
    name: str
    deed: str
    item: str
    minutes: str
    where: str
    late_place: str
    numbers: Sequence[Number]


def figures_of(arrivals: Arrivals) -> Figures:
    """Count people who are awaited, are here and have come, and parties on the way and missing."""
    parties = arrivals.parties
    return Figures(
        awaited=sum(each.people for each in parties if each.is_expected),
        here=sum(each.came.inside for each in parties),
        came=sum(each.came.came for each in parties),
        on_the_way=sum(each.where in (Where.ON_THE_WAY, Where.AT_THE_DOOR) for each in parties),
        missing=sum(each.where is Where.MISSING for each in parties),
    )


def narrowed(
    parties: Sequence[Awaited], wanted: Wanted, categories: Sequence[GuestCategory], slots: Mapping[int, str]
) -> list[Awaited]:
    """The parties that are asked for, in their order; a category takes those within it along."""
    inside = categories_within(wanted.category, categories)
    return [
        each
        for each in parties
        if (not wanted.category or each.who.category in inside)
        and (not wanted.band or (each.entry is not None and each.entry.rank == wanted.band))
        and (not wanted.slot or slots.get(each.manner.slot or 0) == wanted.slot)
        and _is_where(each, wanted.where)
    ]


def _is_where(each: Awaited, where: str) -> bool:
    if where == "to-come":
        return not each.is_here and each.where is not Where.WAIVED
    return not where or (where == "here" and each.is_here) or each.where == where


def filters_of(
    arrivals: Arrivals, wanted: Wanted, categories: Sequence[GuestCategory], language: str
) -> list[Filter]:
    """The lists to choose from; one without two choices is left out."""
    named = [(each.ref, wording(each.names, language).text) for each, _depth in nested(categories)]
    bands = dict.fromkeys(each.entry.rank for each in arrivals.parties if each.entry and each.entry.rank)
    slots = [(slot.code, words.slot_words(slot)) for slot in arrivals.slots.values()]
    places = [
        ("to-come", _("still to come")),
        ("here", _("here")),
        (Where.MISSING, _("late")),
        (Where.ON_THE_WAY, _("on the way")),
    ]
    made = [
        _filter("where", _("Where"), places, wanted.where),
        _filter("band", _("Rank"), [(band, band) for band in bands], wanted.band),
        _filter("category", _("Category"), named, wanted.category),
        _filter("slot", _("Slot"), slots, wanted.slot),
    ]
    return [each for each in made if len(each.options) > 1]


def _filter(name: str, label: str, pairs: Sequence[tuple[str, str]], chosen: str) -> Filter:
    return Filter(name, label, [Choice(value, word, value == chosen) for value, word in pairs])


def banners_of(arrivals: Arrivals, language: str) -> list[Banner]:
    """Who stands at a door, the highest first; who was announced long ago is left out."""
    at_door = [each for each in arrivals.parties if each.where is Where.AT_THE_DOOR]
    recent = [each for each in at_door if _is_recent(each.manner.announced_at, arrivals.now)]
    return [_banner(each, arrivals, language) for each in recent]


def _is_recent(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and now - moment < ANNOUNCED_FOR


def _banner(each: Awaited, arrivals: Arrivals, language: str) -> Banner:
    office, door = words.office_words(each, language), arrivals.door_name(each.manner.announced_door)
    who = {"name": each.who.name, "office": office, "door": door}
    if office and door:
        sentence = _("%(name)s, %(office)s, is at the door: %(door)s.") % who
    elif door:
        sentence = _("%(name)s is at the door: %(door)s.") % who
    elif office:
        sentence = _("%(name)s, %(office)s, is at the door.") % who
    else:
        sentence = _("%(name)s is at the door.") % who
    answered = ""
    if each.manner.acknowledged_at:
        by = each.manner.acknowledged_by or _("a colleague")
        answered = _("%(name)s goes there.") % {"name": by}
    since = words.clock_words(each.manner.announced_at, arrivals.zone)
    return Banner(each.who.code, sentence, since, answered)


def next_of(arrivals: Arrivals, language: str, count: int = NEXT) -> list[Line]:
    """Who is awaited next: those on the way, then by time, within one time the highest in rank last (R89)."""
    parties = [each for each in reversed(arrivals.parties) if each.where in _TO_COME]
    by_time = sorted(parties, key=lambda each: (each.until is None, each.until or arrivals.now))
    on_the_way = [each for each in by_time if each.where in (Where.ON_THE_WAY, Where.AT_THE_DOOR)]
    others = [each for each in by_time if each not in on_the_way]
    return [_line(each, arrivals, language) for each in (on_the_way + others)[:count]]


_TO_COME = frozenset({Where.AWAITED, Where.ON_THE_WAY, Where.AT_THE_DOOR})


def _line(each: Awaited, arrivals: Arrivals, language: str) -> Line:
    when = words.awaited_words(each.manner, arrivals)
    if each.where in (Where.ON_THE_WAY, Where.AT_THE_DOOR) or not when:
        when = words.where_words(each, arrivals)
    company = words.company_words(each.manner, arrivals)
    return Line(
        each.who.code, each.who.name, words.office_words(each, language), when, company, each.where.value
    )


def last_of(arrivals: Arrivals, language: str, count: int = LAST) -> list[Line]:
    """Who came last, the latest first, with time and door."""
    came = [each for each in arrivals.parties if each.came.first_at]
    latest = sorted(came, key=lambda each: each.came.first_at or arrivals.now, reverse=True)
    return [_came_line(each, arrivals, language) for each in latest[:count]]


def _came_line(each: Awaited, arrivals: Arrivals, language: str) -> Line:
    parts = [words.clock_words(each.came.first_at, arrivals.zone), arrivals.door_name(each.came.door)]
    people = each.came.came
    more = ngettext("%(count)s person", "%(count)s people", people) % {"count": people} if people > 1 else ""
    return Line(
        code=each.who.code,
        name=each.who.name,
        office=words.office_words(each, language),
        words=" · ".join(part for part in parts if part),
        more=more,
        is_in_doubt=each.came.in_doubt,
    )


def late_of(arrivals: Arrivals, language: str, count: int = LATE) -> list[Line]:
    """The highest of those who were awaited and have not come, with where who comes late is taken."""
    late = [each for each in arrivals.parties if each.where is Where.MISSING][:count]
    return [
        Line(
            code=each.who.code,
            name=each.who.name,
            office=words.office_words(each, language),
            words=words.late_words(each.late_by(arrivals.now)),
            more=late_place_words(each),
        )
        for each in late
    ]


def late_place_words(each: Awaited) -> str:
    """Where a guest is taken who comes late; empty where nothing is planned."""
    place = each.manner.late_place
    return _("if late, to: %(place)s") % {"place": place} if place else ""


def doubts_of(arrivals: Arrivals, language: str) -> list[Line]:
    """Whose scans do not agree, the highest first."""
    return [
        _came_line(each, arrivals, language)
        for each in arrivals.parties
        if each.came.in_doubt and each.where in HERE
    ]


def needed_lines(needed: Sequence[Needed], arrivals: Arrivals, language: str) -> list[NeededLine]:
    """Who is needed in the programme and is not here, the most urgent first."""
    return [
        NeededLine(
            code=each.who.code,
            name=each.who.name,
            deed=each.deed,
            item=wording(each.item.titles, language).text or each.item.get_kind_display(),
            minutes=words.minutes_words(each.minutes_to(arrivals.now)),
            where=words.where_words(each.awaited, arrivals) if each.awaited else _("not awaited"),
            late_place=late_place_words(each.awaited) if each.awaited else "",
            numbers=each.numbers,
        )
        for each in needed
    ]

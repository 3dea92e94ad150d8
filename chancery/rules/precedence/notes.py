"""What placing guests has to say: by which date, with whom a place is shared, and what is undecidable."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from chancery.rules.precedence import keys
from chancery.rules.precedence.keys import Measure, measure_of
from chancery.rules.precedence.values import Ground
from chancery.rules.reasons import Phrase, Reason, gettext_noop

DATED = gettext_noop("Ordered inside the rank by the date of %(what)s: %(shown)s.")
NUMBERED = gettext_noop("Ordered inside the rank by %(what)s: %(shown)s.")
UNDATED = gettext_noop("No date of %(what)s is recorded: placed after those whose date is known.")
UNNUMBERED = gettext_noop("No %(what)s is recorded: placed after those for whom it is known.")
SAME_DAY = gettext_noop(
    "Same date of %(what)s as %(others)s: they share the place; a more exact date or time would decide."
)
SAME_MINUTE = gettext_noop("Same date and time of %(what)s as %(others)s: they share the place.")
SAME_NUMBER = gettext_noop("Same %(what)s as %(others)s: they share the place.")
SAME_VAGUE = gettext_noop(
    "Undecidable against %(others)s: the date of %(what)s is recorded only as %(shown)s for all of them, "
    "without %(missing)s; they share the place."
)
VAGUE_HERE = gettext_noop(
    "Undecidable against %(others)s: the date of %(what)s is recorded here only as %(shown)s, "
    "without %(missing)s."
)
VAGUE_THERE = gettext_noop(
    "Undecidable against %(others)s: the date of %(what)s is %(shown)s here, theirs is less exact."
)
NOTHING_DECIDES = gettext_noop(
    "The table does not order the holders of rank %(rank)s: shares the place with %(others)s."
)
NEITHER_DATED = gettext_noop(
    "Shares the place with %(others)s, for whom no date of %(what)s is recorded either."
)
NEITHER_KNOWN = gettext_noop("Shares the place with %(others)s, for whom no %(what)s is recorded either.")

_MISSING = {
    4: Phrase(gettext_noop("the month and the day")),
    7: Phrase(gettext_noop("the day")),
    10: Phrase(gettext_noop("the time of day")),
}
_DAY = len("2025-02-25")
_MINUTE = len("2025-02-25 19:00")
Bounds = tuple[str, str]
Buckets = dict[Bounds, list[int]]
# How many guests a sentence names before it counts the rest.
_NAMED = 3
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody to be placed: the grounds, from the most to the least important."""

    id: str
    name: str
    grounds: tuple[Ground, ...]


@dataclass(slots=True)
class Placing:
    """What comes out: for each entry its place among all, and the sentences that placing it gave rise to."""

    entries: Sequence[Entry]
    places: list[int] = field(default_factory=list)
    notes: list[list[Reason]] = field(default_factory=list)


def note_split(placing: Placing, members: list[int], depth: int) -> None:
    ground = placing.entries[members[0]].grounds[depth]
    template = keys.SPLITS.get((ground.key, ground.low)) or keys.SPLITS.get((ground.key, None))
    if template:
        for member in members:
            values = {"shown": placing.entries[member].grounds[depth].shown}
            placing.notes[member].append(Reason(template, values, rule=ground.rule, source=ground.source))


def note_apart(placing: Placing, buckets: list[list[int]], depth: int) -> None:
    key = placing.entries[buckets[0][0]].grounds[depth].key
    everybody = _by_name(placing, chain.from_iterable(buckets))
    for bucket in buckets:
        mates = set(bucket)
        others = _named(_some(everybody, mates), placing, len(everybody) - len(bucket))
        for member in bucket:
            ground = placing.entries[member].grounds[depth]
            values = {"shown": ground.shown, "what": ground.what, "others": others}
            reason = Reason(keys.APART[key], values, rule=ground.rule, source=ground.source, is_open=True)
            placing.notes[member].append(reason)


def note_bounds(placing: Placing, members: list[int], depth: int) -> None:
    """Say by which date or number somebody is placed, or that it is missing where others have it."""
    is_known = any(placing.entries[member].grounds[depth].low != UNKNOWN for member in members)
    for member in members if is_known else ():
        ground = placing.entries[member].grounds[depth]
        is_date = ground.key == keys.DATE
        if ground.low == UNKNOWN:
            template = UNDATED if is_date else UNNUMBERED
        else:
            template = DATED if is_date else NUMBERED
        values = {"what": ground.what, "shown": ground.shown}
        is_open = ground.low == UNKNOWN
        placing.notes[member].append(Reason(template, values, ground.rule, ground.source, is_open))


def note_date(placing: Placing, member: int, depth: int) -> None:
    """Give the date of somebody who did not have to be compared by it."""
    grounds = placing.entries[member].grounds
    first = next((number for number, ground in enumerate(grounds) if ground.key == keys.DATE), None)
    if first is not None and first >= depth and grounds[first].low != UNKNOWN:
        note_bounds(placing, [member], first)


def note_tie(placing: Placing, members: list[int]) -> None:
    """Say with whom a place is shared; guests without a rank and groups share theirs without a word."""
    kinds = {ground.key for ground in placing.entries[members[0]].grounds}
    if not kinds & {keys.RANK, keys.DATE} or keys.GROUP in kinds:
        return
    everybody = _by_name(placing, members)
    grounds = placing.entries[members[0]].grounds
    last = next((g for g in reversed(grounds) if measure_of(g.key) is Measure.BOUNDS), None)
    template, is_open = _tie_sentence(last)
    rank = next((ground for ground in grounds if ground.key == keys.RANK), grounds[0])
    for member in members:
        others = _named(_some(everybody, {member}), placing, len(members) - 1)
        ground = last or rank
        values = {"what": ground.what, "rank": rank.shown, "others": others, "shown": ground.shown}
        values["missing"] = _MISSING.get(len(ground.shown), "")
        placing.notes[member].append(Reason(template, values, ground.rule, ground.source, is_open))


def _tie_sentence(last: Ground | None) -> tuple[str, bool]:
    if last is None:
        return NOTHING_DECIDES, True
    if last.low == UNKNOWN:
        return (NEITHER_DATED if last.key == keys.DATE else NEITHER_KNOWN), True
    if last.key != keys.DATE:
        return SAME_NUMBER, False
    if len(last.shown) < _DAY:
        return SAME_VAGUE, True
    return (SAME_MINUTE if len(last.shown) == _MINUTE else SAME_DAY), False


def note_overlaps(placing: Placing, buckets: Buckets, depth: int) -> None:
    """Name those whose dates overlap without being equal: one of the two is known less exactly."""
    ordered = sorted(
        sorted(buckets, key=lambda bounds: bounds[1], reverse=True), key=lambda bounds: bounds[0]
    )
    lows = [low for low, _ in ordered]
    wider: list[Bounds] = []
    for position, (low, high) in enumerate(ordered):
        wider = [other for other in wider if other[1] >= low]
        narrower = ordered[position + 1 : bisect_right(lows, high)]
        bucket = buckets[low, high]
        _note_vague(placing, bucket, [buckets[bounds] for bounds in narrower], VAGUE_HERE, depth)
        _note_vague(placing, bucket, [buckets[bounds] for bounds in wider], VAGUE_THERE, depth)
        wider.append((low, high))


def _note_vague(
    placing: Placing, bucket: list[int], against: list[list[int]], template: str, depth: int
) -> None:
    if not against:
        return
    everybody = _by_name(placing, chain.from_iterable(islice(against, _NAMED)))
    others = _named(everybody[:_NAMED], placing, sum(map(len, against)))
    for member in bucket:
        ground = placing.entries[member].grounds[depth]
        missing = _MISSING.get(len(ground.shown), "")
        values = {"what": ground.what, "shown": ground.shown, "missing": missing, "others": others}
        placing.notes[member].append(Reason(template, values, ground.rule, ground.source, is_open=True))


def _by_name(placing: Placing, members: Iterable[int]) -> list[int]:
    return sorted(members, key=lambda member: (placing.entries[member].name, placing.entries[member].id))


def _some(everybody: list[int], without: set[int]) -> list[int]:
    return list(islice((member for member in everybody if member not in without), _NAMED))


def _named(some: list[int], placing: Placing, count: int) -> str:
    """A few names, and how many more there are."""
    names = ", ".join(placing.entries[member].name or placing.entries[member].id for member in some)
    return f"{names} (+{count - len(some)})" if count > len(some) else names

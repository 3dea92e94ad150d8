"""
Who was present, by category in order of precedence, and which states were represented (R4, R104).

Only who is known to have come counts; who is mentioned never does. An office is the one held on the day of
the event, as the order of precedence takes it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from chancery.base.languages import wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory, Participation
from chancery.events.participants import Participant, Post
from chancery.rules.precedence import Basis, HeldOffice
from chancery.rules.precedence.classes import HEADS_OF_MISSION, PERMANENT_REPRESENTATIVES

type Key = tuple[str, int]

Actual, Capacity = Participation.Actual, Participation.Capacity
_HEADS = HEADS_OF_MISSION | PERMANENT_REPRESENTATIVES
_NOT_IN_OFFICE = frozenset({Basis.DESIGNATE, Basis.FORMER, Basis.HONORARY})


@dataclass(frozen=True, slots=True)
class Present:
    """
    Somebody who was there: `title` is the office of that day, `place` empty for who holds none in the order.

    `represents` names whom they stood in for, with that office. `office` is the one of that day as the rules
    take it, None for who holds none.
    """

    who: Participant
    place: str
    title: str
    body: str
    state: str
    represents: str = ""
    office: HeldOffice | None = None

    @property
    def is_head_of_mission(self) -> bool:
        """Whether they lead a mission, also for the time being (R1, R10, R14)."""
        held = self.office
        return held is not None and held.office_class in _HEADS and held.basis not in _NOT_IN_OFFICE


@dataclass(frozen=True, slots=True)
class Category:
    """
    A category with those of it who were present, highest first; `category` is None for who is in none.

    `depth` is 1 within another category; `count` is of these and of all categories within. It may be reported
    as present without a name.
    """

    category: GuestCategory | None
    depth: int
    present: Sequence[Present]
    count: int

    @property
    def is_reported(self) -> bool:
        """Whether a source says that the category was there."""
        return self.category is not None and self.category.was_present is True


@dataclass(frozen=True, slots=True)
class StatePresence:
    """A state by the highest of its people who were there; nobody where only a report names the state."""

    code: str
    first: Present | None
    count: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """
    Shape: `categories` in their order, those without a category last; each person once. `absent` were
    represented, but nobody who came is recorded as standing in for them.
    """

    categories: Sequence[Category]
    states: Sequence[StatePresence]
    absent: Sequence[str]

    @property
    def present(self) -> list[Present]:
        """Everybody who was there."""
        return [each for category in self.categories for each in category.present]


def attendance_of(event: Event) -> Attendance:
    """Return who was at an event, named for the reader, by a fixed number of queries."""
    return attendance_in(event, ordering.order_of(event))


def attendance_in(event: Event, order: ordering.EventOrder) -> Attendance:
    """Return who was at an event whose order is computed already."""
    actual = dict(event.participations.values_list("pk", "actual"))
    came = _came(order.participants, actual)
    by_key = {who.key: who for who in order.participants}
    places = {_key(entry.who): (number, entry) for number, entry in enumerate(order.entries)}
    present = [
        _present(rows, places[key][1] if key in places else None, by_key)
        for key, rows in sorted(came.items(), key=lambda item: _rank(item[0], item[1], places))
    ]
    categories = list(events.categories_of(event))
    return Attendance(
        categories=_by_category(categories, present),
        states=_states(present, categories, host_state=event.ordering.host_state),
        absent=_absent(order.participants, actual, came),
    )


def _key(who: Participant) -> Key:
    """A person is one, however many parts they have."""
    return ("person", who.person) if who.person else ("row", who.key)


def _came(everybody: Iterable[Participant], actual: Mapping[int, str]) -> dict[Key, list[Participant]]:
    """The rows of each person of whom one says that they came."""
    rows: dict[Key, list[Participant]] = {}
    for who in everybody:
        if who.capacity != Capacity.MENTIONED:
            rows.setdefault(_key(who), []).append(who)
    return {key: found for key, found in rows.items() if any(_has_come(who, actual) for who in found)}


def _has_come(who: Participant, actual: Mapping[int, str]) -> bool:
    return actual.get(who.key) == Actual.ATTENDED


def _rank(
    key: Key, rows: Sequence[Participant], places: Mapping[Key, tuple[int, ordering.Entry]]
) -> tuple[int, str, int]:
    """The place in the order; who has none comes after, by name."""
    number = places[key][0] if key in places else len(places)
    return number, rows[0].sort_name, rows[0].key


def _present(
    rows: Sequence[Participant], entry: ordering.Entry | None, by_key: Mapping[int, Participant]
) -> Present:
    language = get_language() or "en"
    who = entry.who if entry else rows[0]
    # The category may stand with another part of the same person than the one that gives the place.
    category = next((row.category for row in rows if row.category), None)
    principal = next((by_key.get(row.represents) for row in rows if row.represents), None)
    post = who.post or (who.held[0].post if who.held else None)
    title = entry.title if entry else who.printed or (post.titles if post else {})
    body = entry.body if entry else post.body if post else who.body
    return Present(
        who=who._replace(category=category),
        place=str(entry.place or "") if entry else "",
        title=wording(title, language).text if who.person or who.printed else "",
        body=wording(body, language).text,
        state=entry.state if entry else who.state,
        represents=_named(principal, language) if principal else "",
        office=_held_as(who, post),
    )


def _held_as(who: Participant, post: Post | None) -> HeldOffice | None:
    """The office as somebody holds it: with its basis, where the directory knows the tenure."""
    if post is None:
        return None
    return next((held.office for held in who.held if held.post.key == post.key), post.vacant)


def _named(who: Participant, language: str) -> str:
    """A name with the office it is of."""
    post = who.post or (who.held[0].post if who.held else None)
    title = wording(who.printed or (post.titles if post else {}), language).text
    return f"{who.name}, {title}" if title and title != who.name else who.name


def _by_category(categories: Sequence[GuestCategory], present: Sequence[Present]) -> list[Category]:
    by_key: dict[int | None, list[Present]] = {}
    for each in present:
        by_key.setdefault(each.who.category, []).append(each)
    count = _counts(categories, by_key)
    found = [
        Category(category, depth, by_key.get(category.pk, []), count[category.pk])
        for category, depth in _walked(categories)
    ]
    rest = by_key.get(None, [])
    return [*found, Category(None, 0, rest, len(rest))] if rest else found


def _counts(
    categories: Sequence[GuestCategory], by_key: Mapping[int | None, Sequence[Present]]
) -> dict[int, int]:
    """How many came of each category and of all within it."""
    above = {category.pk: category.within_id for category in categories}
    count = dict.fromkeys(above, 0)
    for category in categories:
        holder: int | None = category.pk
        while holder is not None:
            count[holder] += len(by_key.get(category.pk, ()))
            holder = above.get(holder)
    return count


def _walked(categories: Sequence[GuestCategory]) -> Iterable[tuple[GuestCategory, int]]:
    """Each category followed by those within it; what stands deeper counts as one level deep."""
    within: dict[int | None, list[GuestCategory]] = {}
    for category in categories:
        within.setdefault(category.within_id, []).append(category)

    def walk(above: int | None, depth: int) -> Iterable[tuple[GuestCategory, int]]:
        for category in within.get(above, []):
            yield category, min(depth, 1)
            yield from walk(category.pk, depth + 1)

    return walk(None, 0)


def _states(
    present: Sequence[Present], categories: Sequence[GuestCategory], *, host_state: str
) -> list[StatePresence]:
    """The states in whose offices somebody came, in their order, then those only reported; never the host."""
    first: dict[str, Present] = {}
    count: dict[str, int] = {}
    for each in present:
        if is_of_state(each.who, each.state, host_state=host_state):
            first.setdefault(each.state, each)
            count[each.state] = count.get(each.state, 0) + 1
    reported = [code for category in categories if category.was_present for code in category.states]
    only_reported = [code for code in dict.fromkeys(reported) if code not in first]
    return [
        *(StatePresence(code, one, count[code]) for code, one in first.items()),
        *(StatePresence(code, None, 0) for code in only_reported),
    ]


def is_of_state(who: Participant, state: str, *, host_state: str) -> bool:
    """
    Whether somebody stands for a foreign state, which is that of the office of that day.

    Only who holds an office that the rules know as one does: a journalist represents no state.
    """
    return state not in ("", host_state) and _holds_office(who)


def _holds_office(who: Participant) -> bool:
    posts = [who.post] if who.post else [held.post for held in who.held]
    return any(post.vacant.office_class for post in posts)


def _absent(
    everybody: Sequence[Participant], actual: Mapping[int, str], came: Mapping[Key, Sequence[Participant]]
) -> list[str]:
    stood_for = {who.represents for rows in came.values() for who in rows if who.represents}
    language = get_language() or "en"
    return [
        _named(who, language)
        for who in everybody
        if actual.get(who.key) == Actual.REPRESENTED and who.key not in stood_for and _key(who) not in came
    ]

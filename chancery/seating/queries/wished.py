"""What is asked of a plan: the wishes of the office, and who is kept apart on the day of the event (R79)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.rules import precedence
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating import plan as rules
from chancery.seating.models import Apart, Wish
from chancery.seating.queries.sitters import Seated

# Rules that fix the order of states (R79): a pair of states or missions gives way to them.
FIXED_BY = frozenset({"R41", "R42", "R43", "R44"})
_ORDERS_OF_STATES = (
    precedence.OrderKey.ALPHABET,
    precedence.OrderKey.UN_NAMES,
    precedence.OrderKey.OWN_NAMES,
)
GAVE_WAY = gettext_noop(
    "A wish of the office gives way: the order of states is fixed by rule, and their seats follow it."
)
_KINDS = {row: rules.WishKind(row) for row in Wish.Kind.values}
_RULES = {Wish.Kind.INTERPRETER: "R70", Wish.Kind.NEAR_STAGE: "R75", Wish.Kind.WHEELCHAIR: ""}
# What takes the companions of a group along; keeping apart and company are matters of its guests alone.
_WITH_COMPANIONS = frozenset({Wish.Kind.TOGETHER, Wish.Kind.AT_UNIT, Wish.Kind.IN_ZONE})


@dataclass(frozen=True, slots=True)
class Asking:
    """
    The wishes of a plan as the rules take them.

    `gave_way` are the pairs that give way to a fixed order of states, by the id of the wish: for those who
    may read who is kept apart.
    """

    wishes: tuple[rules.Wish, ...]
    gave_way: Mapping[str, Reason]


def wishes_of(event: Event) -> QuerySet[Wish]:
    """The wishes of the office for an event, rules before wishes, the heavier first."""
    rows = Wish.objects.filter(event=event).select_related("category", "body")
    return rows.order_by("-is_hard", "-weight", "id")


def in_force(event: Event) -> QuerySet[Apart]:
    """
    Who is kept apart on the days of an event.

    While the day is not known every pair may hold, and does.
    """
    rows = Apart.objects.filter(organiser_id=event.organiser_id).order_by("id")
    if event.held_on is None:
        return rows
    last: date = event.held_until_on or event.held_on
    begun, not_over = Q(begins=None) | Q(begins__lte=last), Q(ends=None) | Q(ends__gte=event.held_on)
    return rows.filter(begun & not_over)


def asked_of(
    event: Event,
    rows: Sequence[Wish],
    everybody: Sequence[Seated],
    computed: EventOrder,
    *,
    language: str,
    may_read_apart: bool,
) -> Asking:
    """Turn wishes and pairs into those of the rules, as far as whom they concern is seated."""
    wishes = [wish for row in rows for wish in _from_row(row, everybody, language)]
    gave_way: dict[str, Reason] = {}
    for pair in in_force(event):
        for wish, one, other in _from_pair(pair, everybody, may_read=may_read_apart):
            if not pair.person_id and _is_fixed(computed, one, other):
                gave_way[wish.id] = Reason(GAVE_WAY, rule="R79")
            else:
                wishes.append(wish)
    return Asking(tuple(wishes), gave_way)


def _from_row(row: Wish, everybody: Sequence[Seated], language: str) -> Iterator[rules.Wish]:
    guests = {each.who.key: each for each in everybody if not each.member}
    one, other = guests.get(row.guest_id or 0), guests.get(row.other_id or 0)
    if (row.guest_id and one is None) or (row.other_id and other is None):
        return
    group = _group_of(row, everybody)
    wish = rules.Wish(
        id=row.code,
        kind=_KINDS[row.kind],
        where=row.where,
        is_hard=row.is_hard,
        weight=row.weight,
        rule=_RULES.get(Wish.Kind(row.kind), ""),
    )
    called = _name_of_group(row, language)
    for number, (who, names) in enumerate(_concerned(row, one, other, group, called)):
        words = _with_reason(_words(row, names), row.reason)
        yield replace(wish, id=f"{row.code}.{number}" if number else row.code, who=who, words=words)


def _group_of(row: Wish, everybody: Sequence[Seated]) -> list[Seated]:
    among = [each for each in everybody if not each.member or row.kind in _WITH_COMPANIONS]
    if row.category:
        return [each for each in among if row.category.ref in each.categories]
    return [each for each in among if row.body_id in each.bodies] if row.body_id else []


def _name_of_group(row: Wish, language: str) -> str:
    group = row.category or row.body
    return wording(group.names, language).text or str(group) if group else ""


def _concerned(
    row: Wish, one: Seated | None, other: Seated | None, group: Sequence[Seated], called: str
) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    """Whom each wish of a row concerns, with what they are called: pairs, or all at once."""
    named = [each for each in (one, other) if each]
    if len(named) == 2:
        yield _ids(named), (named[0].sitter.name, named[1].sitter.name)
    elif one and not group:
        yield _ids(named), (one.sitter.name, "")
    elif one:
        for each in group:
            if each.who.key != one.who.key:
                yield _ids([one, each]), (one.sitter.name, each.sitter.name)
    elif group:
        yield _ids(group), (called, "")


def _ids(everybody: Iterable[Seated]) -> tuple[str, ...]:
    return tuple(each.sitter.id for each in everybody)


def _words(row: Wish, names: tuple[str, str]) -> str:
    templates = words_of_two() if names[1] else words_of_one()
    values = {"one": names[0], "other": names[1], "where": row.where}
    return templates.get(Wish.Kind(row.kind), row.get_kind_display()) % values


def words_of_two() -> dict[Wish.Kind, str]:
    """What a wish asks of two guests, in the language of the reader."""
    return {
        Wish.Kind.APART: _("%(one)s and %(other)s sit at different tables or rows"),
        Wish.Kind.NOT_BESIDE: _("%(one)s and %(other)s do not sit side by side"),
        Wish.Kind.TOGETHER: _("%(one)s and %(other)s sit at one table or row"),
        Wish.Kind.BESIDE: _("%(one)s and %(other)s sit side by side"),
        Wish.Kind.INTERPRETER: _("%(one)s interprets for %(other)s"),
    }


def words_of_one() -> dict[Wish.Kind, str]:
    """What a wish asks of one guest, or of all of a group, in the language of the reader."""
    return {
        Wish.Kind.APART: _("%(one)s at different tables or rows"),
        Wish.Kind.NOT_BESIDE: _("%(one)s not side by side"),
        Wish.Kind.TOGETHER: _("%(one)s at one table or row"),
        Wish.Kind.AT_UNIT: _("%(one)s at %(where)s"),
        Wish.Kind.IN_ZONE: _("%(one)s in the zone %(where)s"),
        Wish.Kind.NEAR_STAGE: _("%(one)s near the way to the stage"),
        Wish.Kind.AT_AISLE: _("%(one)s at an aisle"),
        Wish.Kind.WHEELCHAIR: _("%(one)s at a place for a wheelchair"),
    }


def _with_reason(words: str, reason: str) -> str:
    return _("%(wish)s (%(reason)s)") % {"wish": words, "reason": reason} if reason else words


def _from_pair(
    pair: Apart, everybody: Sequence[Seated], *, may_read: bool
) -> Iterator[tuple[rules.Wish, Seated, Seated]]:
    """One wish for every two people whom a pair keeps apart; the words are for those who may read them."""
    kind = rules.WishKind.APART if pair.distance == Apart.Distance.OTHER_UNIT else rules.WishKind.NOT_BESIDE
    if kind == rules.WishKind.NOT_BESIDE and pair.state:
        kind = rules.WishKind.STATES_APART
    found = product(_one_side(pair, everybody), _other_side(pair, everybody))
    for number, (one, other) in enumerate(pair for pair in found if pair[0] is not pair[1]):
        yield (
            rules.Wish(
                id=f"apart:{pair.code}.{number}",
                kind=kind,
                who=_ids([one, other]),
                is_hard=pair.is_hard,
                weight=HEAVY,
                words=_words_apart(pair, one, other) if may_read else "",
                rule="R79",
                is_discreet=True,
            ),
            one,
            other,
        )


# A pair that may be given up weighs as much as ten ordinary wishes.
HEAVY = 50


def _one_side(pair: Apart, everybody: Sequence[Seated]) -> list[Seated]:
    return _side(pair.person_id, pair.body_id, pair.state, everybody)


def _other_side(pair: Apart, everybody: Sequence[Seated]) -> list[Seated]:
    return _side(pair.other_person_id, pair.other_body_id, pair.other_state, everybody)


def _side(person: int | None, body: int | None, state: str, everybody: Sequence[Seated]) -> list[Seated]:
    if person:
        return [each for each in everybody if each.person == person]
    if body:
        return [each for each in everybody if body in each.bodies]
    return [each for each in everybody if state and each.sitter.state == state]


def _words_apart(pair: Apart, one: Seated, other: Seated) -> str:
    names = {"one": one.sitter.name, "other": other.sitter.name}
    if pair.distance == Apart.Distance.OTHER_UNIT:
        return _("%(one)s and %(other)s sit at different tables or rows") % names
    return _("%(one)s and %(other)s do not sit side by side") % names


def _is_fixed(computed: EventOrder, one: Seated, other: Seated) -> bool:
    """Whether a rule for the order of states sets these two one after the other (R41-R44)."""
    if one.entry is None or other.entry is None:
        return False
    if one.entry.ref == other.entry.ref:
        return False
    decided = precedence.compare(computed.places, one.entry.ref, other.entry.ref)
    return decided.rule in FIXED_BY and _orders_states(computed.profile)


def _orders_states(profile: precedence.Profile) -> bool:
    """Whether a profile orders by state first; an alphabet or lot that only breaks ties fixes nothing."""
    return any(row.order_by[:1] and row.order_by[0] in _ORDERS_OF_STATES for row in profile.rows)

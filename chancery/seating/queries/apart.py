"""Who is kept apart: pairs in force at an event become wishes that few may read (R79)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.directory.models import Person
from chancery.events.models import Event
from chancery.events.ordering import EventOrder
from chancery.events.participants import names_of
from chancery.rules import precedence
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating import plan as rules
from chancery.seating.models import Apart
from chancery.seating.queries.sitters import Seated

# Rules that fix the order of states (R79): a pair of states or missions gives way to them.
FIXED_BY = frozenset({"R41", "R42", "R43", "R44"})
_ORDERS_OF_STATES = (
    precedence.OrderKey.ALPHABET,
    precedence.OrderKey.UN_NAMES,
    precedence.OrderKey.OWN_NAMES,
)
GAVE_WAY = gettext_noop("Gives way to the order of states, which is fixed by a rule: %(wish)s.")

# A pair that may be given up weighs as much as ten ordinary wishes.
HEAVY = 50
PREFIX = "apart:"


def pairs_of(organiser: Organiser) -> QuerySet[Apart]:
    """Everybody whom an office keeps apart, in the order of entry; the caller has checked the grant."""
    rows = Apart.objects.filter(organiser=organiser)
    return rows.select_related("person", "other_person", "body", "other_body").order_by("id")


def names_of_people(pairs: Sequence[Apart], language: str) -> dict[int, str]:
    """What the people of pairs are called for a reader of `language`, by their keys."""
    keys = {key for pair in pairs for key in (pair.person_id, pair.other_person_id) if key}
    return names_of(Person.objects.filter(pk__in=keys), language)


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


def wishes_of(
    event: Event, everybody: Sequence[Seated], computed: EventOrder, *, may_read: bool
) -> tuple[list[rules.Wish], list[rules.Wish]]:
    """
    Return the pairs of whom both are seated as wishes, and those that give way to an order of states.

    Pairs of states and of bodies give way where a rule fixes the order of states (R41-R44); two people who
    are named never do.
    """
    wishes: list[rules.Wish] = []
    gave_way: list[rules.Wish] = []
    for pair in in_force(event):
        for wish, one, other in _from_pair(pair, everybody, may_read=may_read):
            is_fixed = not pair.person_id and _is_fixed(computed, one, other)
            (gave_way if is_fixed else wishes).append(wish)
    return wishes, gave_way


def gave_way_in_words(wishes: Sequence[rules.Wish], sitter: str) -> list[Reason]:
    """What gave way at somebody's seat, for those for whom the words were loaded."""
    return [
        Reason(GAVE_WAY, {"wish": wish.words}, rule="R79")
        for wish in wishes
        if wish.words and sitter in wish.who
    ]


def codes_of(wishes: Sequence[rules.Wish], sitters: Sequence[str]) -> set[str]:
    """The codes of the pairs behind the wishes that concern somebody."""
    concerned = (wish for wish in wishes if wish.is_discreet and set(wish.who) & set(sitters))
    return {wish.id.removeprefix(PREFIX).rpartition(".")[0] for wish in concerned}


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
                id=f"{PREFIX}{pair.code}.{number}",
                kind=kind,
                who=(one.sitter.id, other.sitter.id),
                is_hard=pair.is_hard,
                weight=HEAVY,
                words=_words_apart(pair, one, other) if may_read else "",
                rule="R79",
                is_discreet=True,
            ),
            one,
            other,
        )


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

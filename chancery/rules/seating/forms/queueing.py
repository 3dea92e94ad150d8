"""In which order guests take the places: precedence, lists in turn, couples together (R37, R57, R72)."""

from collections.abc import Iterable, Sequence

from chancery.rules.precedence.combing import comb
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.plan import Couples, Sitter

PLACE = gettext_noop("Place %(place)s in the order of precedence.")
WITH_PARTNER = gettext_noop(
    "Has the place of the partner %(partner)s: place %(place)s in the order of precedence."
)
NO_PLACE = gettext_noop(
    "Has no place in the order of precedence and comes after all who have one; behind the second guest "
    "the office may seat such a guest between others, for a language for example."
)
TOLD_BY_ORDER = frozenset({PLACE, WITH_PARTNER, NO_PLACE})
NEXT_NUMBER = gettext_noop("Takes the number after that of the partner %(partner)s.")
LISTS_STAND_APART = ("civil", "military")


def queue_of(draft: Draft) -> list[Sitter]:
    """
    Put the guests into the order in which they take places, and tell each why.

    Shape: everybody but interpreters of somebody, who sit by their principals. The order in which sitters
    are handed in does not matter.
    Ties: one place goes by number; nobody without a place stands before somebody who has one (R64).
    """
    problem = draft.problem
    queue = sorted((sitter for sitter in problem.sitters if not sitter.interprets), key=_order)
    by_id = {sitter.id: sitter for sitter in queue}
    for sitter in queue:
        draft.tell(sitter, _told(sitter, by_id))
    if problem.settings.lists and not stands_apart(problem.settings.lists):
        queue = _combed(draft, queue)
    if problem.settings.couples is Couples.NEXT_NUMBER:
        queue = _with_partners_next(draft, queue)
    return queue


def stands_apart(lists: Sequence[str]) -> bool:
    """Whether the lists are those of the French line, which stand on two sides and take no turns (R77)."""
    return sorted(name.casefold() for name in lists) == sorted(LISTS_STAND_APART)


def _order(sitter: Sitter) -> tuple[bool, int, int]:
    return sitter.place is None, sitter.place or 0, sitter.number


def _told(sitter: Sitter, by_id: dict[str, Sitter]) -> Reason:
    if sitter.place is None:
        return Reason(NO_PLACE, rule="R64", source=sources.TABLES_AND_SEATING)
    partner = by_id.get(sitter.partner)
    if partner and partner.place == sitter.place and partner.number < sitter.number:
        values = {"partner": partner.name, "place": str(sitter.place)}
        return Reason(WITH_PARTNER, values, rule="R57", source=sources.WOMEN)
    return Reason(PLACE, {"place": str(sitter.place)}, rule="R52", source=sources.PLACE_OF_HONOUR)


def _combed(draft: Draft, queue: Sequence[Sitter]) -> list[Sitter]:
    """Merge the lists in turn; each keeps its own order (R37)."""
    lineup = Lineup({sitter.id: number for number, sitter in enumerate(queue, start=1)})
    comb(lineup, {sitter.id: sitter.list_name for sitter in queue}, draft.problem.settings.lists)
    for sitter in queue:
        draft.tell(sitter, *lineup.reasons.get(sitter.id, ()))
    return sorted(queue, key=lambda sitter: lineup.places[sitter.id])


def _with_partners_next(draft: Draft, queue: Iterable[Sitter]) -> list[Sitter]:
    """Let the partner follow at once, whoever of the two comes first (R72)."""
    waiting = {sitter.id: sitter for sitter in queue}
    ordered: list[Sitter] = []
    while waiting:
        sitter = waiting.pop(next(iter(waiting)))
        ordered.append(sitter)
        partner = waiting.pop(sitter.partner, None)
        if partner:
            draft.tell(partner, _next(sitter))
            ordered.append(partner)
    return ordered


def _next(partner: Sitter) -> Reason:
    return Reason(NEXT_NUMBER, {"partner": partner.name}, rule="R72", source=sources.CENTRE_OUT)

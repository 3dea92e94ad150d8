"""The plan by the form alone: places from the highest to the lowest, guests in their order (R52-R79)."""

from collections.abc import Sequence
from dataclasses import replace

from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.seating.forms import sources
from chancery.rules.seating.forms.counting import Spot
from chancery.rules.seating.forms.draft import Draft
from chancery.rules.seating.forms.places import seats_of_hosts, spots_of
from chancery.rules.seating.plan import Part, Problem, Settings, Sitter, Solution, System

HOST = gettext_noop("Host: presides, and the places are counted from this seat.")
CO_HOST = gettext_noop("Co-host: presides opposite the host or at another table.")
ORDER = gettext_noop("Number %(number)s of the guests who are seated by the order of precedence.")
FIRST = gettext_noop("There is no host: the first of the order sits where a host would.")


def seat_by_form(problem: Problem) -> Solution:
    """
    Seat everybody by the form, with a reason for each seat.

    Shape: locked seats stay; whoever finds no seat stands in `unseated`. The order in which sitters are
    handed in does not matter. Cost and wishes are left to the score.
    Source: R52-R79 in docs/rules/seating.md.
    """
    draft = Draft(problem)
    settings = settings_in_force(problem)
    seats = seats_of_hosts(problem.room, settings)
    spots = spots_of(problem.room, settings)
    queue = sorted(problem.sitters, key=lambda sitter: sitter.number)
    for part, seat, sentence in ((Part.HOST, seats.host, HOST), (Part.CO_HOST, seats.co_host, CO_HOST)):
        holder = next((sitter for sitter in draft.unseated(queue) if sitter.part is part), None)
        if seat and seat not in draft.sitter_in and holder:
            draft.give(holder, seat, Reason(sentence, rule="R53", source=sources.STYLES))
        elif seat and seat not in draft.sitter_in:
            first = Reason(FIRST, rule="R53", source=sources.STYLES)
            spots = (Spot(seat, first), *spots)
    _fill(draft, queue, spots)
    return draft.solution()


def settings_in_force(problem: Problem) -> Settings:
    """The settings, with one presidency where nobody could take the one opposite."""
    has_co_host = any(sitter.part is Part.CO_HOST for sitter in problem.sitters)
    if has_co_host or problem.settings.system is System.HONOUR_OPPOSITE:
        return problem.settings
    return replace(problem.settings, system=System.ONE_PRESIDENCY)


def _fill(draft: Draft, queue: Sequence[Sitter], spots: Sequence[Spot]) -> None:
    """Give the free places in their order to those without a seat in theirs."""
    numbers = {sitter.id: number for number, sitter in enumerate(queue, start=1)}
    for sitter, spot in zip(draft.unseated(queue), draft.free(spots), strict=False):
        order = Reason(ORDER, {"number": str(numbers[sitter.id])}, rule="R52", source=sources.PLACE_OF_HONOUR)
        draft.give(sitter, spot.seat, order, spot.reason)

"""The papers of a plan: what there is, how it is made, and which cards have changed since."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.base.pdf import Imprint
from chancery.events.models import Event
from chancery.events.wording import main_language
from chancery.rules.seating.grounds import has_talk
from chancery.rules.seating.layout import LayoutRefused
from chancery.seating.documents import cards, drawn, lists, passes
from chancery.seating.documents.refused import DrawingRefused
from chancery.seating.documents.seated import SeatedPlan
from chancery.seating.models import Plan, Printing
from chancery.seating.queries.printings import Card, Differing, differing, printed_before
from chancery.seating.queries.telling import chosen_plans, room_of

type Make = Callable[[SeatedPlan, Imprint], bytes]
type MakeCards = Callable[[SeatedPlan, Imprint, frozenset[str] | None], bytes]


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One paper of a plan; `right` is asked of whoever wants it."""

    key: str
    name: str | Promise
    make: Make = field(repr=False)
    right: Right = Right.SEATING_VIEW


def _all_cards(make: MakeCards) -> Make:
    return partial(_made_of_all, make)


def _made_of_all(make: MakeCards, plan: SeatedPlan, imprint: Imprint) -> bytes:
    return make(plan, imprint, None)


CARDS: Mapping[str, MakeCards] = {
    Printing.Paper.PLACE_CARDS: cards.place_cards,
    Printing.Paper.ESCORT_CARDS: cards.escort_cards,
    Printing.Paper.PASSES: passes.passes,
}
"""The papers of which changed cards are printed alone."""

PAPERS = (
    PlanPaper("seat-plan", _("Seat plan with numbers"), partial(drawn.seat_plan, with_names=False)),
    PlanPaper("seat-plan-names", _("Seat plan with names"), partial(drawn.seat_plan, with_names=True)),
    PlanPaper("table-list", _("Who sits at each table"), lists.table_list),
    PlanPaper("seat-finder", _("Seat finder by alphabet"), lists.seat_finder),
    PlanPaper("arrivals", _("Order of arrival for ushers"), lists.ushers_list),
    PlanPaper("place-cards", _("Place cards by seat"), _all_cards(cards.place_cards)),
    PlanPaper("escort-cards", _("Escort cards"), _all_cards(cards.escort_cards)),
    PlanPaper("table-numbers", _("Table numbers"), cards.table_numbers),
    PlanPaper("signs", _("Signs of special seats"), cards.signs),
    PlanPaper("passes", _("Entry passes with the seat"), _all_cards(passes.passes), Right.GUESTS_VIEW),
)


def papers_of(plan: Plan) -> list[PlanPaper]:
    """The papers that a plan has: signs only where a seat is special, table numbers only where tables are."""
    room = room_of(plan)
    left_out = {"table-numbers"} if room is None or not any(map(has_talk, room.units)) else set()
    if not plan.seat_notes.filter(is_blocked=False).exists():
        left_out.add("signs")
    return [paper for paper in PAPERS if paper.key not in left_out]


def version_of(plan: Plan) -> str:
    """The number of the plan and of its last change: 2.14."""
    return f"{plan.number}.{plan.revision}"


def printed(plan: Plan, paper: PlanPaper, imprint: Imprint, *, language: str = "") -> bytes:
    """Print one paper of a plan in the main language of its event. Errors: PaperFailed, WordingMissing."""
    return paper.make(seated_plan(plan, language), replace(imprint, version=version_of(plan)))


def seated_plan(plan: Plan, language: str = "") -> SeatedPlan:
    """Load a plan for its papers. Errors: DrawingRefused where its room cannot be read."""
    try:
        return SeatedPlan(plan, language or main_language(plan.event))
    except LayoutRefused as refused:
        raise DrawingRefused(refused) from refused


def papers_of_event(event: Event) -> list[tuple[Plan, PlanPaper]]:
    """The papers of the plans that stand for an event and its parts, in their order."""
    return [(plan, paper) for plan in chosen_plans(event) for paper in papers_of(plan)]


def cards_of(plan: SeatedPlan, paper: str) -> dict[str, Card]:
    """What stands on each card of a paper, by table and seat."""
    if paper == Printing.Paper.PASSES:
        told = passes.lettering_of(plan)
        sittings = [each for each in plan.in_order_of_seats() if each.sitter.id in told]
        return {
            each.sitter.id: [each.seat.id, each.unit.id, _digest(told[each.sitter.id])] for each in sittings
        }
    lettered = cards.lettering_of(plan)
    return {
        each.sitter.id: [
            each.seat.id,
            each.unit.id,
            _digest([[one.name, *one.lines, one.language] for one in lettered[each.sitter.id]]),
        ]
        for each in plan.in_order_of_seats()
    }


def _digest(lettering: object) -> str:
    return hashlib.sha256(json.dumps(lettering, ensure_ascii=False).encode()).hexdigest()[:16]


def changed_since_print(plan: SeatedPlan, paper: str) -> Differing:
    """Whose cards are to be printed anew, because name, seat or table have changed."""
    return differing(printed_before(plan.plan, paper), cards_of(plan, paper))


@dataclass(frozen=True, slots=True)
class Run:
    """Cards to be printed now, as they stand, and those that are to be taken away."""

    cards: Mapping[str, Card]
    gone: tuple[str, ...] = ()


def run_of(plan: SeatedPlan, paper: str, *, is_all: bool) -> Run:
    """The cards that have changed since they were printed, or all of them."""
    now = cards_of(plan, paper)
    changed = differing(printed_before(plan.plan, paper), now)
    wanted = now if is_all else {sitter: now[sitter] for sitter in now if sitter in changed.to_print}
    return Run(wanted, changed.gone)


def print_run(plan: SeatedPlan, paper: str, run: Run, imprint: Imprint) -> bytes:
    """Print cards of one paper as they are now; who has no seat any more has none. Errors: PaperFailed."""
    return CARDS[paper](plan, replace(imprint, version=version_of(plan.plan)), frozenset(run.cards))

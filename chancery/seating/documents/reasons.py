"""The reasons of a plan on paper: every seat with its chain, table by table or row by row."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext, override

from chancery.base import cldr
from chancery.base.pdf import Imprint
from chancery.base.reasons import in_words
from chancery.base.stock import Stock
from chancery.events import wording as words
from chancery.precedence import papers
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain import chains
from chancery.rules.seating.plan import Sitter
from chancery.seating.queries import reasons
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.wording import unit_words, where_words

type Chains = Mapping[str, Sequence[Reason]]


def reasons_list(plan: LoadedPlan, *, language: str, imprint: Imprint) -> bytes:
    """Print why everybody has the seat; of wishes that few may read only that there is one."""
    values = reasons_values(plan, language, imprint.stock)
    return papers.PRECEDENCE_LIST.pdf(values, language=language, title=values["heading"], imprint=imprint)


def reasons_values(plan: LoadedPlan, language: str, stock: Stock) -> papers.PrecedenceList:
    """The reasons of a plan as the paper of an order with reasons takes them."""
    with override(language):
        solution = reasons.as_it_stands(plan)
        told = chains(plan.problem, solution, hands=reasons.hands_of(plan))
        return {
            "format": stock.sheet,
            "heading": gettext("Reasons of the seats"),
            "event": words.event_lines(plan.plan.event, language),
            "summary": _summary(plan),
            "with_reasons": True,
            "groups": list(_groups(plan, told, language)),
            "notes": [],
        }


def _summary(plan: LoadedPlan) -> str:
    named = plan.plan.name or gettext("Plan %(number)s") % {"number": plan.plan.number}
    return f"{named} · {plan.plan.room}"


def _groups(plan: LoadedPlan, told: Chains, language: str) -> Iterator[papers.PlaceGroup]:
    """One group for each table or row in which somebody sits, then who has no seat."""
    room, sitters = plan.problem.room, {sitter.id: sitter for sitter in plan.problem.sitters}
    sitting = {seat: sitters[sitter] for sitter, seat in plan.placing.items()}
    for unit in room.units:
        rows = [_row(plan, sitting[seat], told, language) for seat in unit.seats if seat in sitting]
        if rows:
            yield {"heading": unit_words(unit), "rows": rows}
    behind = [seat.id for seat in room.seats if seat.behind and seat.id in sitting]
    if behind:
        rows = [_row(plan, sitting[seat], told, language) for seat in behind]
        yield {"heading": gettext("Chairs of interpreters"), "rows": rows}
    without = [each for each in plan.problem.sitters if each.id not in plan.placing]
    if without:
        rows = [_row(plan, each, told, language) for each in without]
        yield {"heading": gettext("Without a seat"), "rows": rows}


def _row(plan: LoadedPlan, sitter: Sitter, told: Chains, language: str) -> papers.PlaceRow:
    seat = plan.placing.get(sitter.id)
    chain = told[sitter.id]
    return {
        "place": str(sitter.place) if sitter.place else "",
        "name": sitter.name,
        "lines": [where_words(plan.problem.room, seat)] if seat else [],
        "state": cldr.state_in_words(sitter.state, language) if sitter.state else "",
        "reasons": [{"text": in_words(reason), "rule": reason.rule} for reason in chain],
        "is_open": any(reason.is_open for reason in chain),
    }

"""The page of a plan: the room as drawn, and the list beside it that is the same thing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from chancery.accounts.roles import Right
from chancery.base.frame import Link, framed
from chancery.base.parts import Choice
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.rules.seating.solve import is_installed
from chancery.seating import colouring, plan_drawing, plan_words, seat_list
from chancery.seating.forms.notes import SeatNoteForm
from chancery.seating.forms.plans import SearchForm
from chancery.seating.hand import Hand, hand_of
from chancery.seating.jobs.search import missing_words
from chancery.seating.models import Plan, Printing
from chancery.seating.queries import steps as history
from chancery.seating.queries.changes import changes_since
from chancery.seating.queries.loading import LoadedPlan
from chancery.seating.queries.plans import guest_revision_of
from chancery.seating.queries.printings import seated_elsewhere
from chancery.seating.views import reading
from chancery.seating.views.papers import may_print
from chancery.seating.views.searching import search_of
from chancery.seating.wording import unit_words


@event_page(Right.SEATING_VIEW)
def plan(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Show a plan; with `part=hand` in the address only the panel of who is in hand."""
    chosen = reading.plan_called(office, plan)
    loaded = reading.load(office, chosen)
    pointing = reading.pointing_of(request, office, chosen)
    hand = hand_of(loaded, pointing) if pointing.may_move else None
    if request.GET.get("part") == "hand":
        return framed(request, "seating/hand.html", **_hand(office, chosen, hand))
    colours = colouring.colouring_of(loaded, pointing.colour)
    context = _drawn(office, request, loaded, pointing, colours) | _told(office, chosen, loaded, pointing)
    return framed(request, "seating/plan.html", **context, **_hand(office, chosen, hand))


def _drawn(
    office: EventOffice,
    request: HttpRequest,
    loaded: LoadedPlan,
    pointing: plan_drawing.Pointing,
    colours: colouring.Colouring,
) -> dict[str, Any]:
    """The drawing and the lists."""
    moved = history.sitters_of_last_step(loaded)
    with_free = request.GET.get("free") == "1"
    lists = seat_list.lists_of(office, loaded, colours, pointing, with_free=with_free)
    return {
        "drawing": plan_drawing.drawn(loaded),
        "faces": plan_drawing.faces_of(loaded, loaded.placing, colours, pointing, moved=moved),
        "legend": colours.legend,
        "colours": [Choice(kind, str(name), kind == colours.kind) for kind, name in colouring.NAMES.items()],
        "lists": lists,
        "with_free": with_free,
        "units": [(unit.id, unit_words(unit)) for unit in loaded.problem.room.units],
    }


def _told(
    office: EventOffice, plan: Plan, loaded: LoadedPlan, pointing: plan_drawing.Pointing
) -> dict[str, Any]:
    """What is said about the plan: what it does not keep, what has changed since, whether it is searched."""
    return {
        "seated": len(loaded.placing),
        "people": len(loaded.problem.sitters),
        "locked": len(loaded.problem.locked),
        "warnings": plan_words.warnings_of(loaded, loaded.placing, pointing, plan.outcome),
        "changes": changes_since(plan, loaded),
        "out_of_date": gettext("Plan %(number)s is out of date") % {"number": plan.number},
        "cards": _cards(office, loaded),
        "repair_url": _repair_url(office, plan),
        "is_behind": plan.guest_revision < guest_revision_of(plan.event),
        "missing": "" if is_installed() else missing_words(),
        "search": search_of(office, plan),
        "search_form": SearchForm(),
    }


def _cards(office: EventOffice, loaded: LoadedPlan) -> list[tuple[Link, int]]:
    """The papers of which cards lie at another seat than their guest has, with how many."""
    room = loaded.problem.room
    places = {sitter: [seat, room.seat_of[seat].unit] for sitter, seat in loaded.placing.items()}
    return [
        (Link(str(Printing.Paper(paper).label), _cards_url(office, loaded.plan, paper)), count)
        for paper, count in seated_elsewhere(loaded.plan, places).items()
        if may_print(office, paper)
    ]


def _cards_url(office: EventOffice, plan: Plan, paper: str) -> str:
    return address(office, "seating:changed-cards", plan=plan.code, paper=paper)


def _repair_url(office: EventOffice, plan: Plan) -> str:
    """Where the repair is proposed; nowhere without the packages of the search."""
    if not is_installed():
        return ""
    return address(office, "seating:propose", plan=plan.code, deed="repaired")


def _hand(office: EventOffice, plan: Plan, hand: Hand | None) -> dict[str, Any]:
    found: dict[str, Any] = {"plan": plan, "hand": hand}
    if hand is not None and hand.to is not None:
        note = plan.seat_notes.filter(seat=hand.to.id).first()
        languages = office.event.languages or office.organiser.languages
        found["note_form"] = SeatNoteForm(instance=note, languages=languages)
        found["note_url"] = address(office, "seating:note-seat", plan=plan.code)
    return found

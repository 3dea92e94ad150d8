"""The badge and the place card of one guest: printed anew where one is lost, wrong or was never made."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.door import badge_rows
from chancery.door.queries import badges as queries
from chancery.door.queries.bearers import Bearer, bearers_at
from chancery.door.views import badges as views
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.events.wording import main_language
from chancery.seating.actions import printing as actions
from chancery.seating.documents import printed as documents
from chancery.seating.documents.printed import Run
from chancery.seating.models import Plan, Printing
from chancery.seating.queries.printings import printings_of
from chancery.seating.queries.telling import chosen_plans
from chancery.seating.views.papers import plan_words

PLACE_CARDS = Printing.Paper.PLACE_CARDS


@dataclass(frozen=True, slots=True)
class PlaceCardLine:
    """A plan in which somebody of the party has a seat, with the printing of their card, if any."""

    plan: Plan
    name: str
    last: Printing | None


@event_page(Right.DOOR_WORK)
def page(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Say what was printed for a party before, and print a badge or a place card in one more click."""
    row = _guest(office, guest)
    everybody = bearers_at(office.event, main_language(office.event))
    party = _of(everybody, row)
    printed = queries.printed_before(office.event)
    differing = queries.changed(everybody, printed.cards)
    return framed(
        request,
        "door/guest_papers.html",
        guest=row,
        name=party[0].name if party else row.name_printed,
        members=badge_rows.members_of(party, printed, differing),
        stand_in=next((each for each in everybody if party and each.who.code == party[0].stand_in), None),
        place_cards=_place_cards(office, row),
        form=views.form_of(request, office),
    )


def _guest(office: EventOffice, code: str) -> Participation:
    rows = events.participations_of(office.event).select_related("person", "body", "office")
    return get_object_or_404(rows, code=code)


def _of(everybody: Sequence[Bearer], row: Participation) -> list[Bearer]:
    return [each for each in everybody if each.who.key == row.pk]


def _place_cards(office: EventOffice, row: Participation) -> list[PlaceCardLine]:
    """The plans that stand for the event in which the party has a seat."""
    plans = chosen_plans(office.event).filter(placements__participation=row).distinct()
    return [PlaceCardLine(plan, plan_words(plan), _last_card(plan, row)) for plan in plans]


def _last_card(plan: Plan, row: Participation) -> Printing | None:
    own = f"{row.code}."
    holding = (
        one for one in printings_of(plan, PLACE_CARDS) if any(key.startswith(own) for key in one.cards)
    )
    return next(holding, None)


@require_POST
@event_page(Right.DOOR_WORK)
def print_badge(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Print the badge of one of a party, or those of all of it."""
    row, member = _guest(office, guest), request.POST.get("member", "")
    party = _of(bearers_at(office.event, main_language(office.event)), row)
    wanted = [each for each in party if member in ("", str(each.member))]
    return views.keep_and_print(request, office, wanted, back=_back(office, row))


def _back(office: EventOffice, row: Participation) -> str:
    return address(office, "door:guest-papers", guest=row.code)


@require_POST
@event_page(Right.DOOR_WORK)
def print_place_card(request: HttpRequest, office: EventOffice, guest: str) -> HttpResponse:
    """Print the place cards of a party in one plan anew, and keep that they were."""
    row = _guest(office, guest)
    plan = chosen_plans(office.event).filter(code=request.POST.get("plan", "")).first()
    try:
        run = _run_of(plan, row) if plan else Run({})
    except views.REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(_back(office, row))
    if plan is None or not run.cards:
        name = row.name_printed
        messages.warning(request, _("%(name)s has no seat in the chosen plan any more.") % {"name": name})
        return redirect(_back(office, row))
    number = _keep(request, office, plan, run)
    stock = views.form_of(request, office).stock
    url = address(office, "seating:printed-cards", plan=plan.code, paper=PLACE_CARDS, number=str(number))
    return redirect(f"{url}?{urlencode({'sheet': stock.sheet, 'place_card': stock.place_card})}")


def _run_of(plan: Plan, row: Participation) -> Run:
    cards = documents.cards_of(documents.seated_plan(plan), PLACE_CARDS)
    return Run({sitter: card for sitter, card in cards.items() if sitter.startswith(f"{row.code}.")})


def _keep(request: HttpRequest, office: EventOffice, plan: Plan, run: Run) -> int:
    """Keep a printing of place cards, with a way to undo it, and return its number."""
    kept: list[int] = []

    def keep() -> str:
        printing = actions.note_printing(
            plan, paper=PLACE_CARDS, cards=run.cards, by=office.actor, now=timezone.now()
        )
        kept.append(printing.number)
        return ngettext(
            "Printing %(number)s is kept, with %(count)s place card.",
            "Printing %(number)s is kept, with %(count)s place cards.",
            len(run.cards),
        ) % {"number": printing.number, "count": len(run.cards)}

    undoing.do_and_say(request, office, keep, route=views.UNDO)
    return kept[0]

"""Badges that are printed at the door: for everybody, a category, or who is new since the last printing."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import Link, framed
from chancery.base.languages import wording
from chancery.base.pdf import PaperFailed
from chancery.door import badge_rows
from chancery.door.actions import badges as actions
from chancery.door.documents.badges import badges, check_printable
from chancery.door.forms.badges import BadgeForm
from chancery.door.models import BadgePrinting
from chancery.door.queries import badges as queries
from chancery.door.queries.bearers import Bearer, bearers_at
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing, main_language
from chancery.guests.documents.imprints import imprint_of, usual_stock
from chancery.guests.queries.parties import category_lines
from chancery.seating.models import Printing
from chancery.seating.queries.telling import chosen_plans
from chancery.seating.views.papers import pdf_of, plan_words

UNDO = "door:undo-badges"
KEPT = "door.badges"
REFUSALS = (PaperFailed, WordingMissing)


def form_of(request: HttpRequest, office: EventOffice) -> BadgeForm:
    """What this browser prints on: as the address says, else as it was chosen last."""
    if "size" in request.GET:
        request.session[KEPT] = {name: request.GET.get(name, "") for name in BadgeForm.base_fields}
    return BadgeForm(request.session.get(KEPT, {}), usual=usual_stock(office.event))


@event_page(Right.DOOR_WORK)
def page(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say whose badges are to be printed, find somebody, and list what was printed."""
    event, query = office.event, request.GET.get("q", "").strip()[:80]
    bearers, printed = bearers_at(event, main_language(event)), queries.printed_before(event)
    differing = queries.changed(bearers, printed.cards)
    return framed(
        request,
        "door/badges.html",
        form=form_of(request, office),
        query=query,
        found=badge_rows.found_by(query, bearers),
        is_first=not printed.printings,
        lines=badge_rows.lines_of(bearers, differing) if printed.printings else [],
        new=len(differing.to_print),
        gone=len(differing.gone),
        due=sum(each.is_due for each in bearers),
        categories=_categories(event, bearers),
        printings=_printings(office, printed.printings),
        plans=_plans(office),
    )


def _categories(event: Event, bearers: Sequence[Bearer]) -> list[tuple[str, str, int]]:
    """The categories in which somebody is due: the ref, the name for the reader, and how many."""
    language, found = get_language() or "en", []
    within = _within(event)
    for each in events.categories_of(event):
        count = sum(one.is_due and each.pk in within.get(one.category, ()) for one in bearers)
        if count:
            found.append((each.ref, wording(each.names, language).text or each.ref, count))
    return found


def _within(event: Event) -> Mapping[int | None, Sequence[int | None]]:
    """The categories that each stands in, itself first."""
    return category_lines(list(events.categories_of(event)))


def _printings(
    office: EventOffice, printings: Iterable[BadgePrinting]
) -> list[tuple[BadgePrinting, int, str]]:
    """Each printing with the number of its badges and the address that prints them again."""
    return [
        (
            one,
            sum(1 for card in one.cards.values() if card),
            address(office, "door:printed-badges", number=str(one.number)),
        )
        for one in printings
    ]


def _plans(office: EventOffice) -> list[Link]:
    """Where the changed place cards of each plan are printed."""
    return [
        Link(
            plan_words(plan),
            address(office, "seating:changed-cards", plan=plan.code, paper=Printing.Paper.PLACE_CARDS),
            False,
        )
        for plan in chosen_plans(office.event)
    ]


@require_POST
@event_page(Right.DOOR_WORK)
def print_badges(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the badges that are new or changed, those of a category, or all; and keep that they were."""
    event = office.event
    bearers = bearers_at(event, main_language(event))
    differing = queries.changed(bearers, queries.printed_before(event).cards)
    which, gone = request.POST.get("which", "new"), tuple[str, ...]()
    if which == "new":
        wanted, gone = [each for each in bearers if each.id in differing.to_print], differing.gone
    elif which == "all":
        wanted = [each for each in bearers if each.is_due]
    else:
        wanted = _of_category(event, bearers, which.removeprefix("category:"))
    return keep_and_print(request, office, wanted, gone=gone, back=address(office, "door:badges"))


def _of_category(event: Event, bearers: Iterable[Bearer], ref: str) -> list[Bearer]:
    category, within = get_object_or_404(events.categories_of(event), ref=ref), _within(event)
    return [each for each in bearers if each.is_due and category.pk in within.get(each.category, ())]


def keep_and_print(
    request: HttpRequest,
    office: EventOffice,
    wanted: Sequence[Bearer],
    *,
    back: str,
    gone: Sequence[str] = (),
) -> HttpResponse:
    """Keep that some badges are printed, with a way to undo it, and open their PDF."""
    if not wanted and not gone:
        messages.warning(request, _("There is no badge to print."))
        return redirect(back)
    try:
        if wanted:
            _made(request, office, wanted, check_printable)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    number = _keep(request, office, wanted, gone)
    return redirect(address(office, "door:printed-badges", number=str(number)) if wanted else back)


def _keep(request: HttpRequest, office: EventOffice, wanted: Sequence[Bearer], gone: Sequence[str]) -> int:
    """Keep a printing, with a way to undo it, and return its number."""
    cards = queries.cards_of(wanted, with_seat=form_of(request, office).style.with_seat)
    kept: list[int] = []

    def keep() -> str:
        printing = actions.note_badges(
            office.event, cards=cards, gone=gone, by=office.actor, now=timezone.now()
        )
        kept.append(printing.number)
        return ngettext(
            "Printing %(number)s is kept, with %(count)s badge.",
            "Printing %(number)s is kept, with %(count)s badges.",
            len(wanted),
        ) % {"number": printing.number, "count": len(wanted)}

    undoing.do_and_say(request, office, keep, route=UNDO)
    return kept[0]


def _made[Made](
    request: HttpRequest, office: EventOffice, bearers: Sequence[Bearer], make: Callable[..., Made]
) -> Made:
    """Make badges as this browser prints them. Errors: PaperFailed, WordingMissing."""
    form, event = form_of(request, office), office.event
    language = main_language(event)
    imprint = imprint_of(event, language, now=timezone.now(), author=str(office.user), stock=form.stock)
    return make(event, bearers, form.style, language=language, imprint=imprint)


@event_page(Right.DOOR_WORK)
def printed(request: HttpRequest, office: EventOffice, number: int) -> HttpResponse:
    """Print the badges of one printing, as they are now; who left the list has none any more."""
    kept = get_object_or_404(queries.printings_of(office.event), number=number)
    everybody = bearers_at(office.event, main_language(office.event))
    bearers = [each for each in everybody if kept.cards.get(each.id)]
    if not bearers:
        messages.warning(request, _("Nobody of this printing is on the list any more."))
        return redirect(address(office, "door:badges"))
    try:
        content = _made(request, office, bearers, badges)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "door:badges"))
    return pdf_of(office, content, f"badges-{number}")


@require_POST
@event_page(Right.DOOR_WORK)
def undo_printing(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo that badges count as printed."""
    undoing.undo_last(request, office, done=_("It does not count as printed any more."))
    return redirect(address(office, "door:badges"))

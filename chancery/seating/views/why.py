"""Why somebody has a seat, and why one guest sits in front of another."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import ChangeLine, ReasonLine, Why, framed
from chancery.base.pdf import PaperFailed
from chancery.base.reasons import reason_line
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.events.wording import WordingMissing
from chancery.guests.documents.imprints import imprint_of, usual_stock
from chancery.rules.reasons import Reason
from chancery.rules.seating.explain import between, why
from chancery.seating.actions import apart as actions
from chancery.seating.documents.reasons import reasons_list
from chancery.seating.forms.comparing import PairForm
from chancery.seating.models import Placement, Plan
from chancery.seating.queries import apart, reasons
from chancery.seating.queries.loading import LoadedPlan, loaded
from chancery.seating.wording import where_words


@event_page(Right.SEATING_VIEW)
def seat(request: HttpRequest, office: EventOffice, plan: str, who: str, member: int) -> HttpResponse:
    """
    Say why somebody has the seat.

    A wish that few may read stays closed until a reader with the grant asks for it, which leaves a line.
    """
    sitter = f"{who}.{member}"
    is_opened = _is_opened(request, office)
    read = _loaded(office, plan, may_read_apart=is_opened)
    if sitter not in read.participants:
        raise Http404
    if is_opened:
        _note(office, read, [sitter])
    return framed(
        request,
        "seating/why.html",
        why=_why(read, sitter),
        plan=read.plan,
        who=who,
        sitter=sitter,
        may_open=_may_open(office, read, [sitter]) and not is_opened,
    )


@event_page(Right.SEATING_VIEW)
def compare(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Say what stands between two of a plan: order, form, wishes, hand."""
    read = _loaded(office, plan, may_read_apart=False)
    sitters, language = read.problem.sitters, get_language() or "en"
    form = PairForm(_pair(request.GET), sitters=sitters, language=language)
    lines: Sequence[ReasonLine] = ()
    chains: Sequence[Why] = ()
    if form.is_bound and form.is_valid():
        one, other = form.cleaned_data["first"], form.cleaned_data["second"]
        lines = [reason_line(reason) for reason in _between(read, one, other)]
        chains = [_why(read, sitter) for sitter in (one, other)]
    return framed(
        request,
        "seating/compare_seats.html",
        form=form,
        lines=lines,
        chains=chains,
        plan=read.plan,
        total=len(sitters),
    )


@event_page(Right.SEATING_VIEW)
def printed(request: HttpRequest, office: EventOffice, plan: str) -> HttpResponse:
    """Print the reasons of every seat, in the language of the reader."""
    read = _loaded(office, plan, may_read_apart=False)
    language = get_language() or "en"
    stock = usual_stock(office.event)
    imprint = imprint_of(office.event, language, now=timezone.now(), author=str(office.user), stock=stock)
    try:
        content = reasons_list(read, language=language, imprint=imprint)
    except (PaperFailed, WordingMissing) as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "seating:plan", plan=read.plan.code))
    return downloads.opened(content, f"{office.event.ref}-reasons.pdf")


def _is_opened(request: HttpRequest, office: EventOffice) -> bool:
    return request.method == "POST" and actions.SECRET in office.secrets


def _loaded(office: EventOffice, code: str, *, may_read_apart: bool) -> LoadedPlan:
    plan = get_object_or_404(Plan.objects.select_related("room"), event=office.event, code=code)
    plan.event = office.event
    return loaded(plan, language=get_language() or "en", may_read_apart=may_read_apart)


def _note(office: EventOffice, read: LoadedPlan, sitters: Sequence[str]) -> None:
    asked = [*read.problem.wishes, *read.gave_way]
    actions.note_reading(office.organiser, apart.codes_of(asked, sitters), by=office.actor)


def _may_open(office: EventOffice, read: LoadedPlan, sitters: Sequence[str]) -> bool:
    asked = [*read.problem.wishes, *read.gave_way]
    return actions.SECRET in office.secrets and bool(apart.codes_of(asked, sitters))


def _why(read: LoadedPlan, sitter: str) -> Why:
    """The chain of a seat; who gave it by hand stands among the changes, with the moment."""
    placed = read.placements.get(sitter)
    is_by_hand = placed is not None and placed.given == Placement.Given.HAND
    hand = None if is_by_hand else reasons.hands_of(read).get(sitter)
    chain = [
        *why(read.problem, reasons.as_it_stands(read), sitter, hand=hand),
        *apart.gave_way_in_words(read.gave_way, sitter),
    ]
    return Why(
        subject=next(each.name for each in read.problem.sitters if each.id == sitter),
        claim=_claim(read, sitter),
        reasons=[reason_line(reason) for reason in chain],
        changes=[_by_hand(placed)] if placed and is_by_hand and placed.given_at else [],
    )


def _claim(read: LoadedPlan, sitter: str) -> str:
    seat = read.placing.get(sitter, "")
    return where_words(read.problem.room, seat)


def _by_hand(placed: Placement) -> ChangeLine:
    by = str(placed.by) if placed.by else _("a former colleague")
    at = placed.given_at
    assert at is not None
    return ChangeLine(words=_("Seated by hand"), by=by, at=at, reason=placed.reason)


def _between(read: LoadedPlan, one: str, other: str) -> Sequence[Reason]:
    return between(
        read.problem,
        reasons.as_it_stands(read),
        one,
        other,
        decisive=reasons.decisive_between(read, one, other),
        hands=reasons.hands_of(read),
    )


def _pair(asked: QueryDict) -> dict[str, str] | None:
    """The ids of two sitters, as two fields or as two ticked rows; None where nobody is asked for."""
    ticked = asked.getlist("row")
    first = asked.get("first") or next(iter(ticked), "")
    second = asked.get("second") or next(iter(ticked[1:]), "")
    return {"first": first, "second": second} if first and second else None

"""Pages of the order of an event: the list, its reasons, two guests compared, its settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import ChangeLine, framed
from chancery.base.reasons import reason_line
from chancery.events import order_actions, order_moves, order_rows, ordering, undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.documents import summary_of
from chancery.events.models import Participation
from chancery.events.order_comparing import comparison
from chancery.events.order_forms import DayForm, GroupPlaceForm, MoveForm, OrderingForm, PairForm
from chancery.events.order_profiles import newer_for
from chancery.events.pages import event_page
from chancery.precedence.models import GroupPlace, Move, Ordering

UNDO = "events:undo-order"


@event_page(Right.GUESTS_VIEW)
def order(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the order, each place with the reason that tells most, and the places given by hand."""
    asked = DayForm(request.GET)
    asked.is_valid()
    day, is_open = asked.cleaned_data.get("on"), asked.cleaned_data.get("open")
    computed = ordering.order_of(office.event, as_of=day)
    language, may_edit = get_language() or "en", office.may(Right.ORDER_EDIT)
    entries = [entry for entry in computed.entries if entry.is_open or not is_open]
    return framed(
        request,
        "events/order.html",
        rows=list(order_rows.rows_of(office, computed, entries, language, may_edit=may_edit)),
        columns=order_rows.columns(may_edit=may_edit),
        total=len(computed.entries),
        open=sum(entry.is_open for entry in computed.entries),
        asked=asked,
        day=day,
        notes=[reason_line(note) for note in order_rows.notes_of(computed)],
        moves=order_moves.moves_of(office, computed),
        summary=summary_of(office.event, computed, language),
        standing=order_rows.standing_of(computed.profile),
        newer=newer_for(office.event.ordering),
    )


@event_page(Right.GUESTS_VIEW)
def why(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Say why somebody stands where they stand, and who gave the place where it was given by hand."""
    participation = get_object_or_404(Participation, event=office.event, code=who)
    computed = ordering.order_of(office.event)
    moves = [each for each in order_moves.moves_of(office, computed) if each.subject == participation.ref]
    changes = [ChangeLine(each.sentence, each.by, each.at, each.reason) for each in moves]
    return framed(
        request,
        "events/why.html",
        why=order_rows.why_of(computed, participation, changes),
        is_placed=computed.of(participation.ref) is not None,
        who=participation,
    )


@event_page(Right.GUESTS_VIEW)
def compare(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Say what decides between two guests; two ticked rows of the list are compared at once."""
    computed, language = ordering.order_of(office.event), get_language() or "en"
    form = PairForm(_pair(request.GET), entries=computed.entries, language=language)
    found = None
    if form.is_bound and form.is_valid():
        by_code = {entry.who.code: entry for entry in computed.entries}
        one, other = (by_code[form.cleaned_data[name]] for name in ("first", "second"))
        found = comparison(computed, one, other, language)
    return framed(request, "events/compare.html", form=form, comparison=found, total=len(computed.entries))


def _pair(asked: QueryDict) -> dict[str, str] | None:
    """The codes of two guests, as two fields or as two ticked rows; None where nobody is asked for."""
    ticked = asked.getlist("row")
    first = asked.get("first") or next(iter(ticked), "")
    second = asked.get("second") or next(iter(ticked[1:]), "")
    return {"first": first, "second": second} if first or second else None


@event_page(Right.ORDER_EDIT)
def settings(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Choose the profile and say what the order is computed for, and where groups without a rank stand."""
    form = OrderingForm(request.POST or None, instance=office.event.ordering, organiser=office.organiser)
    places = _group_places(request, office)
    if request.method == "POST" and form.is_valid() and places.is_valid():

        def save() -> str:
            order_actions.save_settings(
                form.instance, places=places.kept, dropped=places.dropped, by=office.actor
            )
            return _("The settings of the order are saved.")

        undoing.do_and_say(request, office, save, route=UNDO)
        return _back(office)
    newer = newer_for(office.event.ordering)
    return framed(request, "events/order_settings.html", form=form, places=places, newer=newer)


@require_POST
@event_page(Right.ORDER_EDIT)
def follow_newer(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Let the order follow the newer version of the profile that is given down."""
    newer = newer_for(office.event.ordering)
    if newer is None:
        messages.info(request, _("The order follows the newest version already."))
        return _back(office)

    def follow() -> str:
        order_actions.follow_newer(office.event.ordering, newer, by=office.actor)
        return _("The order follows version %(number)s of the profile.") % {"number": newer.version}

    undoing.do_and_say(request, office, follow, route=UNDO)
    return _back(office)


def _group_places(request: HttpRequest, office: EventOffice) -> RowsFormSet:
    made = rows_of(Ordering, GroupPlace, GroupPlaceForm)
    return made(
        request.POST or None,
        instance=office.event.ordering,
        queryset=GroupPlace.objects.order_by("pk"),
        prefix="groups",
        form_kwargs={"office": office, "profile": ordering.profile_of(office.event)},
    )


@event_page(Right.ORDER_EDIT)
def move(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Give somebody a place by hand: first show who moves, then save it with its reason."""
    participation = get_object_or_404(Participation, event=office.event, code=who)
    computed = ordering.order_of(office.event)
    entry = computed.of(participation.ref)
    if entry is None:
        messages.error(request, order_rows.why_of(computed, participation).claim)
        return _back(office)
    form = MoveForm(request.POST or None, entries=computed.entries, subject=entry.ref)
    preview = None
    if request.method == "POST" and form.is_valid():
        wanted = form.wanted(office.event.ordering)
        trial = ordering.order_of(office.event, trial=wanted)
        preview = order_moves.preview(computed, trial, entry.ref)
        if "save" in request.POST and not preview.refusal:
            _save_move(request, office, wanted, entry.who.name)
            return _back(office)
    return framed(request, "events/move.html", form=form, who=entry.who, entry=entry, preview=preview)


def _save_move(request: HttpRequest, office: EventOffice, wanted: Move, name: str) -> None:
    def save() -> str:
        order_actions.move_by_hand(wanted, by=office.actor)
        return _("The place of %(name)s is given by hand, with its reason.") % {"name": name}

    undoing.do_and_say(request, office, save, route=UNDO)


@require_POST
@event_page(Right.ORDER_EDIT)
def withdraw(request: HttpRequest, office: EventOffice, move: str) -> HttpResponse:
    """Take back a place given by hand."""
    chosen = get_object_or_404(Move, ordering=office.event.ordering, code=move)

    def take_back() -> str:
        order_actions.withdraw_move(chosen, by=office.actor)
        return _("The place follows the rules again.")

    undoing.do_and_say(request, office, take_back, route=UNDO)
    return _back(office)


@require_POST
@event_page(Right.ORDER_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo the last change that this reader made to the order of the event."""
    undoing.undo_last(request, office, done=_("The order is as it was before."))
    return _back(office)


def _back(office: EventOffice) -> HttpResponse:
    return redirect(address(office, "events:order"))

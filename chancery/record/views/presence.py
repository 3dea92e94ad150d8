"""Pages of presence: who was there, by person and by category, noted for many at once."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.events import queries as events
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.record import presence_rows
from chancery.record.actions import presence as actions
from chancery.record.forms.presence import CameForm, NotingForm, PresenceForm, category_formset
from chancery.record.queries import counted as doors
from chancery.record.queries import presence as queries
from chancery.record.queries.presence import Somebody

UNDO = "record:undo-presence"


@event_page(Right.RECORD_VIEW)
def presence(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List who was there, by precedence, with the counts by category and state."""
    return _presence(request, office, CameForm(office=office))


def _presence(request: HttpRequest, office: EventOffice, somebody: CameForm) -> HttpResponse:
    everybody = _seen(office, queries.everybody_at(office.event))
    asked = presence_rows.Narrowing.asked(request.GET)
    shown = [each for each in everybody if asked.holds(each)]
    counted, came = queries.counted(everybody), doors.counted_at(office.event)
    proposed = doors.proposed_by_doors(office.event, came)
    categories = list(events.categories_of(office.event))
    return framed(
        request,
        "record/presence.html",
        rows=presence_rows.rows_of(office, shown, came, proposed),
        columns=presence_rows.columns(),
        filters=presence_rows.filters_of(everybody, asked),
        counted=counted,
        states=presence_rows.state_counts(counted),
        categories=presence_rows.category_lines(categories, queries.sizes_of(office.event), counted),
        total=len(everybody),
        choices=presence_rows.bulk_choices(),
        sources=list(events.sources_of(office.event)),
        can_propose=any(each.who.planned in actions.EXPECTED and not each.known.actual for each in everybody),
        by_doors=len(proposed),
        came=somebody,
    )


def _seen(office: EventOffice, everybody: list[Somebody]) -> list[Somebody]:
    """Whom the reader may see: a guest of whom nothing is known stands on the guest list only."""
    if office.may(Right.GUESTS_VIEW):
        return everybody
    of_list = set(Participation.OF_GUESTS)
    return [each for each in everybody if each.known.actual or each.who.capacity not in of_list]


@require_POST
@event_page(Right.RECORD_EDIT)
def note(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Note the same of all ticked rows, or confirm what was proposed for them."""
    people = list(queries.rows_with(office.event, request.POST.getlist("row")))
    form = NotingForm(request.POST, event=office.event)
    back = _list(office, request.POST.get("asked", ""))
    if not people or not form.is_valid():
        messages.error(request, _("Tick at least one row and choose what is to be noted."))
        return redirect(back)
    written = form.cleaned_data

    def save() -> str:
        if written["action"] == "confirm":
            return _confirmed(actions.confirm(people, by=office.actor))
        actual = "" if written["action"] == "unknown" else written["action"]
        count = actions.note_presence(
            people, actual, reason=written["reason"], source=written["source"], by=office.actor
        )
        label = Participation.Actual(actual).label
        return ngettext(
            "%(count)s row is noted as “%(word)s”.", "%(count)s rows are noted as “%(word)s”.", count
        ) % {"count": count, "word": label}

    _do(request, office, save)
    return redirect(back)


def _confirmed(count: int) -> str:
    return ngettext("%(count)s proposal is confirmed.", "%(count)s proposals are confirmed.", count) % {
        "count": count
    }


def _do(request: HttpRequest, office: EventOffice, deed: Callable[[], str]) -> bool:
    try:
        undoing.do_and_say(request, office, deed, route=UNDO)
    except (actions.CannotHaveBeenThere, actions.RepresentsAnother) as refused:
        messages.error(request, str(refused))
        return False
    return True


@require_POST
@event_page(Right.RECORD_EDIT)
def propose(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Propose from the replies who was there; nothing counts until it is confirmed."""

    def save() -> str:
        count = actions.propose_from_replies(office.event, by=office.actor)
        return ngettext(
            "%(count)s reply is proposed; it counts once you confirm it.",
            "%(count)s replies are proposed; they count once you confirm them.",
            count,
        ) % {"count": count}

    _do(request, office, save)
    return redirect(_list(office, f"known={presence_rows.PROPOSED}"))


@require_POST
@event_page(Right.RECORD_EDIT)
def confirm_counted(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Confirm what the doors counted for everybody of whom nothing is known."""

    def save() -> str:
        count = actions.confirm_counted(office.event, by=office.actor)
        return ngettext(
            "%(count)s guest is noted as the doors counted.",
            "%(count)s guests are noted as the doors counted.",
            count,
        ) % {"count": count}

    _do(request, office, save)
    return redirect(_list(office, ""))


@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add somebody who came without having been on the list."""
    form = CameForm(request.POST or None, office=office)
    if request.method != "POST" or not form.is_valid():
        return _presence(request, office, form)
    who = form.participation()

    def save() -> str:
        actions.let_come(who, by=office.actor)
        return _("%(name)s is noted as present.") % {"name": who.name_printed}

    _do(request, office, save)
    return redirect(address(office, "record:presence"))


@event_page(Right.RECORD_EDIT)
def one(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Write down what is known of one person, and who came for them."""
    chosen = get_object_or_404(events.participations_of(office.event), code=who)
    form = PresenceForm(request.POST or None, instance=chosen, office=office)
    if request.method == "POST" and form.is_valid():

        def save() -> str:
            came = form.cleaned_data["representative"]
            actions.save_presence(form.instance, representative=came, by=office.actor)
            return _("What is known of %(name)s is saved.") % {"name": chosen.name_printed}

        if _do(request, office, save):
            return redirect(address(office, "record:presence"))
    return framed(
        request,
        "record/presence_of.html",
        form=form,
        who=chosen,
        standing_in=events.participations_of(office.event).filter(represents=chosen),
        lines=history.of(chosen, language=get_language() or "en"),
    )


@event_page(Right.RECORD_EDIT)
def categories(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Write down which categories are reported as present, and the states named of them."""
    formset = category_formset(request.POST or None, office.event)
    if request.method == "POST" and formset.is_valid():

        def save() -> str:
            actions.save_categories(formset.kept, by=office.actor)
            return _("The categories are saved.")

        _do(request, office, save)
        return redirect(address(office, "record:presence"))
    return framed(request, "record/presence_categories.html", formset=formset)


@require_POST
@event_page(Right.RECORD_EDIT)
def undo_change(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just noted of who was there."""
    undoing.undo_last(request, office, done=_("Who was there is as it was before."))
    return redirect(address(office, "record:presence"))


def _list(office: EventOffice, asked: str) -> str:
    url = address(office, "record:presence")
    return f"{url}?{asked}" if asked else url

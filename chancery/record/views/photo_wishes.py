"""Who may be shown on photographs: one list, many at once (R122)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.frame import Shape, Tone, framed
from chancery.base.parts import Column
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.events.pages import event_page
from chancery.record.actions import photo_wishes as actions
from chancery.record.forms.photos import WishesForm
from chancery.record.models import PhotoWish
from chancery.record.photo_rows import MarkLine, who_in_words
from chancery.record.queries import photo_wishes as queries

UNDO = "record:photos-undo"


@event_page(Right.RECORD_VIEW)
def wishes(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show who agreed to be shown and who did not; a POST writes it down for those who are selected."""
    if request.method == "POST":
        office.demand(Right.RECORD_EDIT)
        form = WishesForm(request.POST)
        if form.is_valid() and _recorded(request, office, form):
            return redirect("record:photo-wishes", ref=office.organiser.ref, code=office.event.code)
    else:
        form = WishesForm(initial={"wish": PhotoWish.Wish.AGREED, "said_on": timezone.localdate()})
    known = queries.wishes_of(office.event)
    language = get_language() or "en"
    people = list(queries.to_be_asked(office.event))
    by_link = queries.said_by_guests(office.event)
    rows = [
        (who, who_in_words(who, language), _mark(known[who.pk]), _wish(who), by_link.get(who.pk))
        for who in people
    ]
    return framed(
        request,
        "record/photo_wishes.html",
        form=form,
        rows=rows,
        columns=[Column(_("Name")), Column(_("Pictures")), Column(_("Said"))],
    )


def _recorded(request: HttpRequest, office: EventOffice, form: WishesForm) -> bool:
    chosen = list(queries.wish_rows(office.event, request.POST.getlist("row")))
    if not chosen:
        messages.error(request, _("Nobody is selected; tick at least one."))
        return False

    def record() -> str:
        count = actions.record_wishes(chosen, **form.cleaned_data, by=office.actor)
        sentence = ngettext("%(count)s wish is written down.", "%(count)s wishes are written down.", count)
        return sentence % {"count": count}

    undoing.do_and_say(request, office, record, route=UNDO)
    return True


def _wish(who: Participation) -> PhotoWish | None:
    return getattr(who, "photo_wish", None)


def _mark(wish: str) -> MarkLine:
    match wish:
        case PhotoWish.Wish.AGREED:
            return MarkLine(Shape.YES, _("agreed"), Tone.GOOD)
        case PhotoWish.Wish.REFUSED:
            return MarkLine(Shape.CROSS, _("does not want to be shown"), Tone.WRONG)
    return MarkLine(Shape.UNSET, _("not asked"), Tone.CAREFUL)

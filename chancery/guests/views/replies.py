"""The stage of replies: what is to decide, how the answers stand, and what is done with several guests."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed, say_with_undo
from chancery.events import wording
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests import bulk, narrowing, rows, stage
from chancery.guests.actions import replies as actions
from chancery.guests.actions import walk_ins
from chancery.guests.forms.replies import SaidForm, WalkInForm
from chancery.guests.models import Kind, Reply
from chancery.guests.queries import parties, waves

COLUMNS = ("category", "reply", "inviter", "people")
MOST_UNDONE = 100
"""Beyond so many replies no button takes them back together: their codes would not fit into an address."""


@event_page(Right.GUESTS_VIEW)
def replies(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show how the answers stand, what is to decide, and every guest with the reply."""
    shown = stage.Stage(office, timezone.now())
    wanted = narrowing.wanted_from(request.GET, COLUMNS)
    chosen = parties.narrowed(
        shown.guests, wanted.filter, categories=shown.categories, inviters=shown.inviters
    )
    words = rows.Words.of(shown.language, shown.categories, shown.inviters, shown.order)
    if wanted.sort:
        chosen = rows.sorted_by(chosen, wanted.sort, words, is_falling=wanted.is_falling)
    writer = rows.Writer(office, shown.order, words, wanted.columns, page="guests:guest-replies")
    context = {
        "stage": shown,
        "lead": stage.in_words(shown.tally),
        "due": waves.due_of(office.event),
        "rows": writer.rows(chosen, wanted.sort),
        "columns": narrowing.heads(wanted, request.GET),
        "precedence_url": narrowing.with_asked(request.GET, sort="") if wanted.sort else "",
        "density_url": reverse("accounts:density"),
        "sort": request.GET.get("sort", ""),
        "total": len(shown.guests),
        "shown": len(chosen),
        "filters": narrowing.filters_of(
            shown.guests,
            wanted.filter,
            categories=shown.categories,
            inviters=shown.inviters,
            language=shown.language,
        ),
    }
    return framed(request, "guests/replies.html", **context)


@require_POST
@event_page(Right.GUESTS_EDIT)
def enter(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Enter the same answer for several guests: first the form for those who were ticked, then the record."""
    guests = bulk.selected(office.event, request.POST.getlist("row"))
    if not guests:
        messages.error(request, _("No guest is selected; tick at least one."))
        return redirect(address(office, "guests:replies"))
    is_sent = "standing" in request.POST or "channel" in request.POST
    form = SaidForm(request.POST if is_sent else None, now=timezone.now())
    if is_sent and form.is_valid():
        try:
            made = actions.record_for_all(guests, form.answer(), by=office.actor, now=form.now, **form.how())
        except actions.ReplyRefused as refused:
            messages.error(request, str(refused))
        else:
            say_recorded(request, office, made, _recorded_words(len(made)))
            return redirect(address(office, "guests:replies"))
    language = get_language() or "en"
    names = [wording.name_of(guest, language) for guest in guests]
    return framed(request, "guests/replies_enter.html", form=form, guests=guests, names=names)


def _recorded_words(count: int) -> str:
    words = ngettext(
        "The reply of %(count)s guest is recorded.", "The replies of %(count)s guests are recorded.", count
    )
    return words % {"count": count}


def say_recorded(request: HttpRequest, office: EventOffice, made: list[Reply], sentence: str) -> None:
    """Report what was recorded, with the button that takes it back by further entries."""
    if len(made) > MOST_UNDONE:
        messages.success(request, sentence)
        return
    asked = QueryDict(mutable=True)
    asked.setlist("reply", [reply.code for reply in made])
    say_with_undo(request, sentence, f"{address(office, 'guests:take-back')}?{asked.urlencode()}")


@require_POST
@event_page(Right.GUESTS_EDIT)
def take_back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take wrong entries back by further ones; every invitation stands again where it stood without them."""
    codes = request.GET.getlist("reply") or request.POST.getlist("reply")
    found = Reply.objects.filter(invitation__guest__event=office.event, code__in=codes)
    chosen = list(found.select_related("invitation__guest").order_by("-pk"))
    if not chosen:
        messages.warning(request, _("No such entry was found, so nothing is taken back; look at the list."))
        return redirect(address(office, "guests:replies"))
    try:
        actions.take_back_all(chosen, by=office.actor, now=timezone.now())
    except actions.ReplyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, _("The entry is taken back by a further one; the invitation stands where it stood.")
        )
    if len(chosen) == 1:
        return redirect(address(office, "guests:guest-replies", guest=chosen[0].invitation.guest.code))
    return redirect(address(office, "guests:replies"))


@require_POST
@event_page(Right.INVITATIONS_SEND)
def remind(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take the ticked guests along into a new reminder."""
    guests = bulk.selected(office.event, request.POST.getlist("row"))
    if not guests:
        messages.error(request, _("No guest is selected; tick at least one."))
        return redirect(address(office, "guests:replies"))
    asked = QueryDict(mutable=True)
    asked["kind"] = Kind.REMINDER_1
    asked.setlist("guest", [guest.code for guest in guests])
    return redirect(f"{address(office, 'guests:new-wave')}?{asked.urlencode()}")


@event_page(Right.GUESTS_EDIT)
def walk_in(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Put somebody on the list who came uninvited."""
    form = WalkInForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        who, companions = form.cleaned_data["who"], form.cleaned_data["companions"]
        try:
            walk_ins.walk_in(office.event, who, companions=companions, by=office.actor, now=timezone.now())
        except actions.ReplyRefused as refused:
            form.add_error("who", str(refused))
        else:
            messages.success(
                request, _("%(name)s is on the list as a guest who came uninvited.") % {"name": who}
            )
            return redirect(address(office, "guests:replies"))
    return framed(request, "guests/walk_in.html", form=form)

"""Bringing attendees from another program: the file, what would be made of it, and making it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.widgets import FileDrop, RadioCards
from chancery.desk.bringing import waiting
from chancery.desk.bringing.planning import Fate, Plan, plan_of
from chancery.desk.bringing.reading import read
from chancery.desk.bringing.writing import Brought, Doubts, bring
from chancery.directory.importing.problems import UnreadableFile
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.guests.actions.listing import QuotaExceeded
from chancery.guests.actions.replies import ReplyRefused

# More takes longer than a page may, for each is entered and answers; the command brings it.
MOST_ATTENDEES = 500
MOST_BYTES = 20_000_000


class ExportForm(forms.Form):
    """A file of another program."""

    file = forms.FileField(
        label=gettext_lazy("Export"),
        widget=FileDrop(attrs={"accept": ".csv,.xlsx,.json"}),
        help_text=gettext_lazy(
            "Orders or attendees of pretix (CSV, XLSX or JSON), registrations of Indico (CSV or XLSX), "
            "attendees of Eventbrite (CSV); exported in English."
        ),
    )


class DoubtsForm(forms.Form):
    """What is done with doubtful rows."""

    doubts = forms.ChoiceField(
        label=gettext_lazy("Doubtful rows"),
        widget=RadioCards,
        initial=Doubts.LEAVE.value,
        choices=[
            (Doubts.LEAVE.value, gettext_lazy("leave out")),
            (Doubts.SAME.value, gettext_lazy("take for whom they may be")),
            (Doubts.NEW.value, gettext_lazy("bring as new people")),
        ],
    )


@event_page(Right.GUESTS_EDIT)
def bringing(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Take a file, and show what would be made of the one that waits."""
    form = ExportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        trouble = _keep(office, str(file.name), file.read(MOST_BYTES + 1))
        if not trouble:
            return redirect("desk:bring", ref=office.organiser.ref, code=office.event.code)
        form.add_error("file", trouble)
    kept = waiting.waiting(office.event.pk, office.user.pk)
    plan = plan_of(office.event, read(kept.content)) if kept else None
    return framed(
        request,
        "desk/bring.html",
        form=form,
        filename=kept.name if kept else "",
        plan=plan,
        counts=_counts(plan) if plan else (),
        doubtful=plan.of(Fate.DOUBTFUL) if plan else (),
        left_out=plan.of(Fate.LEFT_OUT) if plan else (),
        known=plan.of(Fate.KNOWN) if plan else (),
        doubts=DoubtsForm(),
    )


@event_page(Right.GUESTS_EDIT)
@require_POST
def write(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Bring the file that waits: all of it, or nothing and a sentence."""
    kept = waiting.waiting(office.event.pk, office.user.pk)
    form = DoubtsForm(request.POST)
    if kept is None:
        messages.info(request, _("No file waits; choose it again."))
        return redirect("desk:bring", ref=office.organiser.ref, code=office.event.code)
    doubts = Doubts(form.cleaned_data["doubts"]) if form.is_valid() else Doubts.LEAVE
    try:
        brought = bring(office.event, read(kept.content), filename=kept.name, doubts=doubts, by=office.actor)
    except (QuotaExceeded, ReplyRefused) as refused:
        messages.error(request, str(refused))
        return redirect("desk:bring", ref=office.organiser.ref, code=office.event.code)
    waiting.forget(office.event.pk, office.user.pk)
    messages.success(request, in_words(brought))
    return redirect("guests:guests", ref=office.organiser.ref, code=office.event.code)


@event_page(Right.GUESTS_EDIT)
@require_POST
def drop(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Forget the file that waits."""
    waiting.forget(office.event.pk, office.user.pk)
    return redirect("desk:bring", ref=office.organiser.ref, code=office.event.code)


def in_words(brought: Brought) -> str:
    """Say what was new."""
    if brought.is_nothing:
        return _("All of it is here already; nothing was changed.")
    guests = ngettext("%(count)s guest", "%(count)s guests", brought.guests) % {"count": brought.guests}
    replies = ngettext("%(count)s reply", "%(count)s replies", brought.replies) % {"count": brought.replies}
    words = _("%(guests)s and %(replies)s were brought; %(people)s people are new, %(arrivals)s had come.")
    return words % {
        "guests": guests,
        "replies": replies,
        "people": brought.people,
        "arrivals": brought.arrivals,
    }


def _keep(office: EventOffice, name: str, content: bytes) -> str:
    """Keep a file that can be read; else say in a sentence why not."""
    if len(content) > MOST_BYTES:
        return _("The file is larger than %(most)s MB; bring it by the command.") % {
            "most": MOST_BYTES // 1_000_000
        }
    try:
        export = read(content)
    except UnreadableFile as error:
        return _(error.problem.template) % error.problem.values
    if len(export.attendees) > MOST_ATTENDEES:
        words = _("The file holds %(count)s tickets, more than a page brings; bring it by the command.")
        return words % {"count": len(export.attendees)}
    waiting.keep(office.event.pk, office.user.pk, name, content)
    return ""


def _counts(plan: Plan) -> list[tuple[str, int]]:
    names = {
        Fate.NEW: _("new people"),
        Fate.KNOWN: _("known in the directory"),
        Fate.THERE: _("on the list already"),
        Fate.DOUBTFUL: _("doubtful"),
        Fate.LEFT_OUT: _("left out"),
    }
    return [(name, len(plan.of(fate))) for fate, name in names.items()]

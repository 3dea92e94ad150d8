"""One person and their data: what is held, the export, requests, and the erasure."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import framed
from chancery.base.kinds import kind_in_words
from chancery.custody import documents
from chancery.custody.actions import erasing, requests
from chancery.custody.forms import AnswerForm, ErasureForm, RequestForm
from chancery.custody.holdings import Fate
from chancery.custody.models import SubjectRequest
from chancery.custody.queries.held import Held, Subject, refusals
from chancery.directory import access
from chancery.directory.models import Person


@office_page(Right.OFFICE_MANAGE)
def subject(request: HttpRequest, office: Office, person: str) -> HttpResponse:
    """Show what the office holds on a person, and what they asked for."""
    chosen = access.own_row_for(office, Person, person)
    form = RequestForm(request.POST or None, today=office.today)
    if request.method == "POST" and form.is_valid():
        made = requests.enter(chosen, by=office.actor, **form.cleaned_data)
        messages.success(request, _("Request %(number)s is entered.") % {"number": made.number})
        return redirect("custody:subject", ref=office.organiser.ref, person=chosen.code)
    asked = SubjectRequest.objects.filter(person=chosen).select_related("certificate").order_by("-number")
    return framed(
        request,
        "custody/subject.html",
        person=chosen,
        held=[_in_words(each) for each in Subject(chosen).held()],
        asked=asked,
        form=form,
    )


def _in_words(held: Held) -> dict[str, object]:
    return {
        "what": kind_in_words(held.holding.kind),
        "count": held.count,
        "fate": held.holding.fate.value,
        "why": held.holding.why,
    }


@require_POST
@office_page(Right.OFFICE_MANAGE)
def export(request: HttpRequest, office: Office, person: str) -> FileResponse:
    """Hand over everything that the office holds on a person; who took it stands in the history."""
    chosen = access.own_row_for(office, Person, person)
    archive = documents.write_export(
        chosen, secrets=office.secrets, by=office.actor, author=str(office.user), now=timezone.now()
    )
    requests.note_export(chosen, by=office.actor)
    return FileResponse(archive, as_attachment=True, filename=f"{chosen.code}.zip")


@office_page(Right.OFFICE_MANAGE)
def erase(request: HttpRequest, office: Office, person: str) -> HttpResponse:
    """Show what would be deleted, reduced and kept, and erase the person once the word is written by hand."""
    chosen = access.own_row_for(office, Person, person)
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answers = SubjectRequest.objects.filter(
            person=chosen, kind=SubjectRequest.Kind.ERASURE, state=SubjectRequest.State.OPEN
        )
        try:
            made = erasing.erase(
                chosen, by=office.actor, now=timezone.now(), answers=answers.order_by("pk").first()
            )
        except erasing.ErasureRefused as refused:
            form.add_error(None, str(refused))
        else:
            done = _("The person is erased; certificate %(number)s says what.") % {"number": made}
            messages.success(request, done)
            return redirect("custody:certificate", ref=office.organiser.ref, certificate=made.code)
    about = Subject(chosen)
    held = [_in_words(each) for each in about.held()]
    return framed(
        request,
        "custody/erase.html",
        person=chosen,
        label=erasing.label_of(chosen),
        against=refusals(about, office.today),
        parts=[(fate, [each for each in held if each["fate"] == fate.value]) for fate in Fate],
        form=form,
    )


@office_page(Right.OFFICE_MANAGE)
def asked(request: HttpRequest, office: Office) -> HttpResponse:
    """List the requests of the office, those that are open first, the one due next on top."""
    rows = SubjectRequest.objects.filter(organiser=office.organiser).select_related("person", "certificate")
    still_open = rows.filter(state=SubjectRequest.State.OPEN).order_by("due_on", "pk")
    closed = rows.exclude(state=SubjectRequest.State.OPEN).order_by("-number")
    return framed(request, "custody/requests.html", still_open=still_open, closed=closed, today=office.today)


@office_page(Right.OFFICE_MANAGE)
def answer(request: HttpRequest, office: Office, asked: str) -> HttpResponse:
    """Close a request with what was answered."""
    chosen = get_object_or_404(
        SubjectRequest.objects.select_related("person"), organiser=office.organiser, code=asked
    )
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            requests.close(chosen, by=office.actor, today=office.today, **form.cleaned_data)
        except requests.RequestClosed as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("custody:requests", ref=office.organiser.ref)
    return framed(request, "custody/answer.html", asked=chosen, form=form)

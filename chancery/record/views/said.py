"""Pages of what was said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import history
from chancery.base.frame import framed
from chancery.events.access import EventOffice
from chancery.events.pages import event_page
from chancery.record.actions import said as actions
from chancery.record.forms.said import StatementForm
from chancery.record.models import Statement
from chancery.record.queries import said as queries


@event_page(Right.RECORD_VIEW)
def statements(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what was said, each statement under its speaker."""
    return framed(request, "record/statements.html", statements=list(queries.statements_of(office.event)))


@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a statement."""
    return _statement_form(request, office, Statement(event=office.event))


@event_page(Right.RECORD_EDIT)
def change(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponse:
    """Change a statement."""
    return _statement_form(request, office, _statement(office, statement))


@event_page(Right.RECORD_EDIT)
def delete(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponse:
    """Take a statement out of the record, after asking."""
    chosen = _statement(office, statement)
    if request.method == "POST":
        actions.delete_statement(chosen, by=office.actor)
        return _back(office)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take this statement of %(name)s out of the record?")
        % {"name": chosen.speaker.name_printed},
        sentences=[str(chosen), _("The history of the office can bring it back.")],
        action_word=_("Take it out"),
        cancel_url=_list_url(office),
        is_danger=True,
    )


def _statement_form(request: HttpRequest, office: EventOffice, statement: Statement) -> HttpResponse:
    form = StatementForm(request.POST or None, instance=statement, office=office)
    if request.method == "POST" and form.is_valid():
        actions.save_statement(form.instance, by=office.actor)
        messages.success(request, _("The statement is saved."))
        return _back(office)
    lines = history.of(statement, language=get_language() or "en") if statement.pk else []
    return framed(request, "record/statement_form.html", form=form, statement=statement, lines=lines)


def _statement(office: EventOffice, code: str) -> Statement:
    return get_object_or_404(Statement.objects.select_related("speaker"), event=office.event, code=code)


def _list_url(office: EventOffice) -> str:
    return reverse("record:statements", args=[office.organiser.ref, office.event.code])


def _back(office: EventOffice) -> HttpResponse:
    return redirect(_list_url(office))

"""Pages of what was said."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.base.media import MediaRefused
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.events.undoing import do_and_say, undo_last
from chancery.record import said_rows
from chancery.record.actions import said as actions
from chancery.record.forms.within import StatementForms
from chancery.record.models import Statement
from chancery.record.narrowing import filters_of
from chancery.record.queries import said as queries


@event_page(Right.RECORD_VIEW)
def statements(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show what was said, each statement under its item and its speaker."""
    reader, languages = get_language() or "en", office.event.languages
    everything = list(queries.with_all_beside(queries.statements_of(office.event)))
    choice = queries.Choice(*(request.GET.get(name, "") for name in ("speaker", "topic", "state")))
    shown = queries.chosen(everything, choice, languages)
    groups = [
        (said.item, [said_rows.line_of(each, reader=reader, languages=languages) for each in said.statements])
        for said in queries.by_item(office.event, shown)
    ]
    return framed(
        request,
        "record/statements.html",
        groups=groups,
        filters=filters_of(everything, choice),
        total=len(everything),
        shown=len(shown),
        drafts=sum(statement.is_draft for statement in everything),
    )


@event_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Add a statement."""
    return _statement_form(request, office, Statement(event=office.event))


@event_page(Right.RECORD_EDIT)
def change(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponse:
    """Change a statement, or read a note of the hall over."""
    return _statement_form(request, office, _statement(office, statement))


@event_page(Right.RECORD_EDIT)
def drafts(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Go to the first note that nobody has read over; to the statements where there is none."""
    waiting = queries.drafts_of(office.event)
    return redirect(_url(office, "change", waiting[0]) if waiting else _list_url(office))


@event_page(Right.RECORD_VIEW)
def recording(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponseBase:
    """Give out the recording or the text of a statement."""
    file = _statement(office, statement).recording
    if file is None:
        raise Http404
    return media.file_response(request, file)


@event_page(Right.RECORD_EDIT)
def delete(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponse:
    """Take a statement out of the record, after asking."""
    chosen = _statement(office, statement)
    if request.method == "POST":

        def deed() -> str:
            actions.delete_statement(chosen, by=office.actor)
            return _("The statement is taken out of the record.")

        do_and_say(request, office, deed, route="record:take-back")
        return redirect(_list_url(office))
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


@require_POST
@event_page(Right.RECORD_EDIT)
def take_back(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader last did to a statement."""
    undo_last(request, office, done=_("The statement is as it was before."))
    return redirect(_list_url(office))


def _statement_form(request: HttpRequest, office: EventOffice, statement: Statement) -> HttpResponse:
    # What somebody said has its time on the clock of the event.
    with timezone.override(office.event.time_zone):
        forms = StatementForms(request.POST or None, request.FILES or None, statement, office)
        after = _draft_after(office, statement)
        if request.method == "POST" and forms.is_valid() and _save(request, office, forms):
            return redirect(after if "over" in request.POST and after else _list_url(office))
        return _form_page(request, office, forms, statement)


def _save(request: HttpRequest, office: EventOffice, forms: StatementForms) -> bool:
    """Save and say so; where the file that came with it is refused, the form says why."""
    statement = forms.form.instance

    def deed() -> str:
        if "over" in request.POST:
            statement.is_draft = False
        if actions.save_statement(statement, forms.within(), by=office.actor):
            return _("The statement is saved; its wording has changed, so ask for its approval again.")
        return _("The statement is saved.")

    try:
        do_and_say(request, office, deed, route="record:take-back")
    except MediaRefused as refused:
        forms.form.add_error("sound" if forms.form.cleaned_data.get("sound") else "script", str(refused))
        return False
    return True


def _form_page(
    request: HttpRequest, office: EventOffice, forms: StatementForms, statement: Statement
) -> HttpResponse:
    given: dict[str, Any] = {"forms": forms, "form": forms.form, "statement": statement, "lines": []}
    if statement.pk:
        stored = _statement(office, statement.code)
        given["stored"], given["readings"] = stored, said_rows.readings_of(stored)
        citations = list(stored.citations.all())
        given["lines"] = history.of(stored, *citations, language=get_language() or "en")
        given["waiting"] = _place_among_drafts(office, stored)
    return framed(request, "record/statement_form.html", **given)


def _place_among_drafts(office: EventOffice, statement: Statement) -> dict[str, Any] | None:
    """Where a note stands among those to be read over, and the ones before and after it."""
    waiting = queries.drafts_of(office.event)
    at = next((number for number, each in enumerate(waiting) if each.pk == statement.pk), None)
    if at is None:
        return None
    before, after = waiting[at - 1 : at] if at else [], waiting[at + 1 : at + 2]
    return {
        "number": at + 1,
        "count": len(waiting),
        "before": _url(office, "change", before[0]) if before else "",
        "after": _url(office, "change", after[0]) if after else "",
    }


def _draft_after(office: EventOffice, statement: Statement) -> str:
    """The page of the note that is read over next; empty where this is the last one or no note."""
    found = _place_among_drafts(office, statement) if statement.pk else None
    if found is None:
        return ""
    return str(found["after"] or found["before"])


def _statement(office: EventOffice, code: str) -> Statement:
    found = queries.with_all_beside(queries.statements_of(office.event))
    return get_object_or_404(found, code=code)


def _url(office: EventOffice, name: str, statement: Statement) -> str:
    return address(office, f"record:{name}", statement=statement.code)


def _list_url(office: EventOffice) -> str:
    return address(office, "record:statements")

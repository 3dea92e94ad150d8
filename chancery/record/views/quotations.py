"""The approval of quotations: what waits, asking, the answers, and the sheets to be signed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.events.undoing import do_and_say
from chancery.events.wording import WordingMissing
from chancery.record import said_rows
from chancery.record.actions import quotations as actions
from chancery.record.documents.quotations import quotation_sheets
from chancery.record.forms.said import AnswerForm
from chancery.record.models import Statement
from chancery.record.queries import said as queries
from chancery.record.queries.said import Quoted


@event_page(Right.RECORD_VIEW)
def quotations(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show by speaker which wordings wait for approval, and which have it."""
    reader = get_language() or "en"
    found = queries.quotations_of(office.event)
    speakers = [
        {
            "speaker": each.speaker,
            "lines": [_line(statement, reader) for statement in each.statements],
            "open": sum(statement.approval == Statement.Approval.NOT_ASKED for statement in each.statements),
        }
        for each in found
    ]
    return framed(request, "record/quotations.html", speakers=speakers)


def _line(statement: Statement, reader: str) -> dict[str, object]:
    reads, mark = said_rows.reading_in(statement, reader), said_rows.mark_of_approval(statement)
    return {"statement": statement, "reads": reads, "mark": mark}


@require_POST
@event_page(Right.RECORD_EDIT)
def ask(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Note that one speaker is asked for the approval of their quotations."""
    quoted = _quoted(office, who)

    def deed() -> str:
        count = actions.ask_for_approval(quoted.statements, by=office.actor, now=timezone.now())
        return ngettext(
            "The approval of %(count)s wording is asked for.",
            "The approval of %(count)s wordings is asked for.",
            count,
        ) % {"count": count}

    do_and_say(request, office, deed, route="record:take-back")
    return redirect(address(office, "record:quotations"))


@event_page(Right.RECORD_EDIT)
def answer(request: HttpRequest, office: EventOffice, statement: str) -> HttpResponse:
    """Write down what was answered to a wording."""
    chosen = get_object_or_404(queries.statements_of(office.event), code=statement)
    if chosen.approved_at is None:
        chosen.approved_at = timezone.now()
    form = AnswerForm(request.POST or None, instance=chosen)
    if request.method == "POST" and form.is_valid():

        def deed() -> str:
            actions.note_answer(form.instance, by=office.actor)
            return _("The answer is written down.")

        do_and_say(request, office, deed, route="record:take-back")
        return redirect(address(office, "record:quotations"))
    reads = said_rows.reading_in(chosen, get_language() or "en")
    return framed(request, "record/answer_form.html", form=form, statement=chosen, reads=reads)


@event_page(Right.RECORD_VIEW)
def sheet(request: HttpRequest, office: EventOffice, who: str) -> HttpResponse:
    """Print the sheet of one speaker."""
    quoted = _quoted(office, who)
    return _printed(request, office, [quoted], f"quotations-{quoted.speaker.ref}")


@event_page(Right.RECORD_VIEW)
def sheets(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Print the sheets of all speakers in one file."""
    found = queries.quotations_of(office.event)
    if not found:
        messages.warning(request, _("Nothing is quoted word for word yet, so there is no sheet to print."))
        return redirect(address(office, "record:quotations"))
    return _printed(request, office, found, "quotations")


def _printed(request: HttpRequest, office: EventOffice, quoted: Sequence[Quoted], name: str) -> HttpResponse:
    try:
        content = quotation_sheets(
            office.event,
            quoted,
            language=get_language() or "en",
            now=timezone.now(),
            author=str(office.user),
        )
    except (PaperFailed, WordingMissing) as refusal:
        messages.error(request, str(refusal))
        return redirect(address(office, "record:quotations"))
    return downloads.opened(content, f"{office.event.ref}-{name}.pdf")


def _quoted(office: EventOffice, who: str) -> Quoted:
    """The quotations of one speaker. Errors: Http404 where nothing is quoted of them."""
    found = [each for each in queries.quotations_of(office.event) if each.speaker.code == who]
    if not found:
        raise Http404
    return found[0]

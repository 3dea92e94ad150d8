"""The page after the event: what was learnt, what it cost, and the papers that are due."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base.forms import RowsFormSet, rows_of
from chancery.base.frame import framed
from chancery.events import undoing
from chancery.events.access import EventOffice
from chancery.events.models import Event
from chancery.events.pages import event_page
from chancery.record import after_rows, report_rows
from chancery.record.actions import after as actions
from chancery.record.documents.report import sections_of
from chancery.record.forms.after import CostForm, ReviewForm, usual_currency
from chancery.record.models import Cost
from chancery.record.queries import after as queries

UNDO_COSTS = "record:undo-costs"


@event_page(Right.RECORD_VIEW)
def after(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the review, and what the event cost to those who keep the costs."""
    costs = queries.costs_of(office.event) if office.may(Right.COSTS_EDIT) else []
    return framed(
        request,
        "record/after.html",
        review=queries.review_of(office.event),
        columns=after_rows.cost_columns(),
        rows=after_rows.cost_rows(costs),
    )


@event_page(Right.RECORD_VIEW)
def report(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Show the report to the ministry, with its costs and papers to those who keep the costs."""
    has_costs = office.may(Right.COSTS_EDIT)
    sections = sections_of(office.event, has_costs=has_costs)
    return framed(
        request,
        "record/ministry_report.html",
        parts=[report_rows.section_of(each) for each in sections],
        papers=report_rows.papers_of(office) if has_costs and office.may(Right.PAPERS_PRINT) else [],
    )


@event_page(Right.RECORD_EDIT)
def review(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Write the review."""
    form = ReviewForm(request.POST or None, instance=queries.review_of(office.event))
    if request.method == "POST" and form.is_valid():
        actions.save_review(form.instance, by=office.actor)
        messages.success(request, _("The review is saved."))
        return _back(office)
    return framed(request, "record/review_form.html", form=form)


@event_page(Right.COSTS_EDIT)
def costs(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Change the budget: planned and paid, line by line."""
    formset = _formset(request, office)
    if request.method == "POST" and formset.is_valid():

        def save() -> str:
            actions.save_costs(formset.kept, formset.dropped, by=office.actor)
            return _("The costs are saved.")

        undoing.do_and_say(request, office, save, route=UNDO_COSTS)
        return _back(office)
    source = None if queries.costs_of(office.event) else office.event.copied_from
    has_plan = source is not None and bool(queries.costs_of(source))
    return framed(request, "record/costs.html", formset=formset, source=source if has_plan else None)


def _formset(request: HttpRequest, office: EventOffice) -> RowsFormSet:
    return rows_of(Event, Cost, CostForm, can_order=True)(
        request.POST or None,
        instance=office.event,
        queryset=Cost.objects.order_by("position", "pk"),
        prefix="costs",
        form_kwargs={"usual": usual_currency(office.event)},
    )


@require_POST
@event_page(Right.COSTS_EDIT)
def undo_costs(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Undo what this reader just saved of the costs."""
    undoing.undo_last(request, office, done=_("The costs are as they were before."))
    return _back(office)


@require_POST
@event_page(Right.COSTS_EDIT)
def take_over_costs(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Begin with the plan of the event that this one is a copy of."""
    source = office.event.copied_from
    try:
        count = actions.take_over_costs(source, office.event, by=office.actor) if source else 0
    except actions.CostsKept:
        messages.error(request, _("The event has costs already; take them out first."))
    else:
        said = ngettext(
            "%(count)s line is proposed as the plan.", "%(count)s lines are proposed as the plan.", count
        )
        messages.success(request, said % {"count": count})
    return redirect("record:costs", ref=office.organiser.ref, code=office.event.code)


def _back(office: EventOffice) -> HttpResponse:
    return redirect("record:after", ref=office.organiser.ref, code=office.event.code)

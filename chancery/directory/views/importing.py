"""Bringing a list: file, columns, preview with problems and pairs, writing, taking back."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import is_part_request, say_with_undo
from chancery.directory.actions import import_undo, imports
from chancery.directory.forms.importing import ColumnsForm, UploadForm
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.models import Import, ImportPair
from chancery.directory.queries.imports import imports_of, in_words, open_pairs, samples_of
from chancery.directory.views.deleting import in_words as row_in_words
from chancery.directory.views.pages import address, crumb, page

PAIRS_A_PAGE = 40
PROBLEMS_SHOWN = 100
State = Import.State


def _import_for(office: Seat, code: str) -> Import:
    row = imports_of(office.organiser).filter(code=code).select_related("job", "organiser").first()
    if row is None:
        raise Http404
    return row


@office_page(Right.DIRECTORY_EDIT)
def received(request: HttpRequest, office: Seat) -> HttpResponse:
    """List the imports of the office and take a new file."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = imports.receive(
                organiser=office.organiser, filename=file.name, content=file.read(), by=office.actor
            )
        except UnreadableFile as error:
            form.add_error("file", _(error.problem.template) % dict(error.problem.values))
        else:
            return redirect(address(office, "import_columns", batch=made.code))
    listed = imports_of(office.organiser)[:PAIRS_A_PAGE]
    return page(
        request, office, "imports", "people", form=form, imports=listed, crumbs=[crumb(office, "people")]
    )


@office_page(Right.DIRECTORY_EDIT)
def columns(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Ask what each column holds; a POST checks the file by it."""
    row = _import_for(office, batch)
    form = ColumnsForm(request.POST or None, headings=row.headings, mapping=row.mapping)
    if request.method == "POST" and form.is_valid():
        try:
            imports.tell_columns(row, mapping=form.mapping, by=office.actor)
        except imports.ColumnsNotClear as refused:
            form.add_error(None, _(str(refused)))
        except imports.NotReady:
            messages.error(request, _("This import went on meanwhile; see where it stands."))
            return redirect(address(office, "import_preview", batch=row.code))
        else:
            return redirect(address(office, "import_preview", batch=row.code))
    return page(
        request,
        office,
        "import_columns",
        "people",
        crumbs=[crumb(office, "people")],
        form=form,
        batch=row,
        columns=list(zip(form, samples_of(row), strict=True)),
    )


@office_page(Right.DIRECTORY_EDIT)
def preview(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Show what an import would do, or did: counts, problems by row and column, pairs to decide."""
    row = _import_for(office, batch)
    if row.state == State.UPLOADED:
        return redirect(address(office, "import_columns", batch=row.code))
    shown = Paginator(row.pairs.order_by("decision", "row", "id"), PAIRS_A_PAGE).get_page(
        request.GET.get("page")
    )
    return page(
        request,
        office,
        "import_preview",
        "people",
        crumbs=[crumb(office, "people")],
        batch=row,
        is_running=row.state in {State.CHECKING, State.RUNNING},
        problems=[in_words(problem) for problem in row.problems.order_by("row", "id")[:PROBLEMS_SHOWN]],
        page=shown,
        decisions=ImportPair.Decision.choices[1:],
        open_count=open_pairs(row).count(),
        sure_count=open_pairs(row).filter(is_sure=True).count(),
    )


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def decide(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Note decisions on pairs: those of one page, or all that are sure, or all the rest."""
    row = _import_for(office, batch)
    if row.state != State.CHECKED:
        messages.error(request, _("This import went on meanwhile; see where it stands."))
        return redirect(address(office, "import_preview", batch=row.code))
    if request.POST.get("all") == "sure":
        _say_decided(request, imports.decide_all(row, decision=ImportPair.Decision.SAME, is_sure=True))
    elif request.POST.get("all") == "new":
        _say_decided(request, imports.decide_all(row, decision=ImportPair.Decision.NEW, is_sure=False))
    else:
        _decide_page(request, row)
    return redirect(f"{address(office, 'import_preview', batch=row.code)}?page={_page_number(request)}")


def _decide_page(request: HttpRequest, row: Import) -> None:
    known = set(ImportPair.Decision.values)
    decisions = {
        key.removeprefix("pair-"): value
        for key, value in request.POST.items()
        if key.startswith("pair-") and value in known
    }
    try:
        imports.decide(row, decisions)
    except imports.SaidToBeTwo as refused:
        sentence = _("Row %(row)s is said to be two people; choose one of them.")
        messages.error(request, sentence % {"row": refused})
    else:
        _say_decided(request, len(decisions))


def _say_decided(request: HttpRequest, count: int) -> None:
    sentence = ngettext("%(count)s pair is decided.", "%(count)s pairs are decided.", count)
    messages.success(request, sentence % {"count": count})


def _page_number(request: HttpRequest) -> str:
    text = request.POST.get("page", "1")
    return text if text.isdecimal() else "1"


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def write(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Write the list into the directory."""
    row = _import_for(office, batch)
    try:
        job = imports.start_run(row, by=office.actor)
    except imports.StillOpen as still:
        sentence = ngettext(
            "%(count)s pair is not decided yet; decide it first.",
            "%(count)s pairs are not decided yet; decide them first.",
            still.args[0],
        )
        messages.error(request, sentence % {"count": still})
    except imports.NotReady:
        messages.error(request, _("This list cannot be written as it is; see where it stands."))
    else:
        if job is None:
            undo = address(office, "import_undo", batch=row.code)
            say_with_undo(request, _("The list was written into the directory."), undo)
    return redirect(address(office, "import_preview", batch=row.code))


@office_page(Right.DIRECTORY_EDIT)
def progress(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Show how far the work on a large list is; the same part until it is over."""
    row = _import_for(office, batch)
    if row.job is None or not is_part_request(request):
        return redirect(address(office, "import_preview", batch=row.code))
    given = {
        "job": row.job,
        "url": address(office, "import_progress", batch=row.code),
        "name": row.filename,
        "result_url": address(office, "import_preview", batch=row.code),
    }
    return render(request, "base/_progress.html", given)


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def drop(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Forget a list that was not written."""
    row = _import_for(office, batch)
    try:
        imports.drop(row, by=office.actor)
    except imports.NotReady:
        messages.error(request, _("This list was written already; take it back instead."))
        return redirect(address(office, "import_preview", batch=row.code))
    messages.success(request, _("The list was dropped; nothing of it is kept."))
    return redirect(address(office, "imports"))


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def take_back(request: HttpRequest, office: Seat, batch: str) -> HttpResponse:
    """Take a whole import back, or say what rests on it."""
    row = _import_for(office, batch)
    try:
        imports.start_undo(row, by=office.actor)
    except import_undo.RestsOnImport as refused:
        return _refused(request, office, row, refused.rows)
    except import_undo.NotDone:
        messages.error(request, _("This import was not written, or was taken back already."))
    else:
        messages.success(request, _("The import is taken back."))
    return redirect(address(office, "import_preview", batch=row.code))


def _refused(request: HttpRequest, office: Seat, row: Import, resting: Sequence[Any]) -> HttpResponse:
    sentence = _("%(file)s cannot be taken back because later changes or other records rest on it.")
    return page(
        request,
        office,
        "refused",
        heading=row.filename,
        sentence=sentence % {"file": row.filename},
        lines=[row_in_words(other) for other in resting],
        back=address(office, "import_preview", batch=row.code),
    )

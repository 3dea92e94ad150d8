"""Pages of the works of an office: the list, one work with its picture and rights, adding and changing."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import history, media
from chancery.base.frame import framed
from chancery.exhibition import describing
from chancery.exhibition.access import work_of
from chancery.exhibition.actions import works as actions
from chancery.exhibition.forms.works import PicturesForm, WorkForm, WorksFilter
from chancery.exhibition.models import Work
from chancery.exhibition.queries import loans, works
from chancery.exhibition.views.rows import deletion_page

WORKS_OF_A_PAGE = 60


@office_page(Right.PROGRAMME_VIEW)
def collection(request: HttpRequest, office: Office) -> HttpResponse:
    """List the works of the office with their pictures."""
    form = WorksFilter(request.GET or None, organiser=office.organiser)
    wanted, today = form.wanted, timezone.localdate()
    found = works.narrowed(
        works.works_of(office.organiser), wanted, languages=office.organiser.languages, on=today
    )
    listed = works.holding(found, wanted.words) if wanted.words else found
    page = Paginator(listed, WORKS_OF_A_PAGE).get_page(request.GET.get("page"))
    return framed(
        request,
        "exhibition/collection.html",
        form=form,
        page=page,
        lines=[describing.line_of(office, work, on=today) for work in page],
        is_narrowed=bool(request.GET),
    )


@office_page(Right.PROGRAMME_VIEW)
def work(request: HttpRequest, office: Office, work: str) -> HttpResponse:
    """Show a work: its picture, its words in every language, its rights, where it hangs, its loans."""
    chosen = work_of(office, work)
    return framed(
        request,
        "exhibition/work.html",
        work=chosen,
        line=describing.line_of(office, chosen, on=timezone.localdate()),
        wordings=describing.wordings_of(chosen, works.languages_of(chosen)),
        exhibits=chosen.exhibits.select_related("exhibition").order_by("exhibition__ref"),
        loans=loans.loans_of(office.organiser).filter(work=chosen),
        lines=history.of(chosen, language=get_language() or "en"),
    )


@office_page(Right.PROGRAMME_EDIT)
def add_work(request: HttpRequest, office: Office) -> HttpResponse:
    """Add a work."""
    return _form_page(request, office, Work(organiser=office.organiser), _("Add a work"))


@office_page(Right.PROGRAMME_EDIT)
def change_work(request: HttpRequest, office: Office, work: str) -> HttpResponse:
    """Change a work."""
    chosen = work_of(office, work)
    return _form_page(request, office, chosen, str(chosen))


@office_page(Right.PROGRAMME_EDIT)
def delete_work(request: HttpRequest, office: Office, work: str) -> HttpResponse:
    """Delete a work, after asking."""
    chosen = work_of(office, work)
    return deletion_page(request, office, chosen, actions.delete_work, "exhibition:collection")


@office_page(Right.PROGRAMME_EDIT)
def take_picture_away(request: HttpRequest, office: Office, work: str) -> HttpResponse:
    """Take the picture of a work away, after asking."""
    chosen = work_of(office, work)
    url = reverse("exhibition:work", args=[office.organiser.ref, chosen.code])
    if request.method == "POST":
        actions.take_picture_away(chosen, by=office.actor)
        return redirect(url)
    return framed(
        request,
        "base/confirm.html",
        question=_("Take the picture of “%(name)s” away?") % {"name": chosen},
        sentences=[_("The history of the work can bring it back.")],
        action_word=_("Take it away"),
        cancel_url=url,
        is_danger=True,
    )


@office_page(Right.PROGRAMME_EDIT)
def add_by_pictures(request: HttpRequest, office: Office) -> HttpResponse:
    """Add many works at once, one for each picture."""
    form = PicturesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_by_pictures(
                office.organiser.pk,
                form.cleaned_data["uploads"],
                language=(office.organiser.languages or ["en"])[0],
                by=office.actor,
            )
        except media.MediaRefused as refused:
            form.add_error("uploads", str(refused))
        else:
            sentence = ngettext("%(count)s work is added.", "%(count)s works are added.", len(added))
            messages.success(request, sentence % {"count": len(added)})
            return redirect("exhibition:collection", ref=office.organiser.ref)
    return framed(request, "exhibition/pictures_form.html", form=form)


@office_page(Right.PROGRAMME_VIEW)
def picture(request: HttpRequest, office: Office, work: str, size: str) -> HttpResponseBase:
    """Give the picture of a work in one of its sizes."""
    return describing.picture_response(request, work_of(office, work).picture, size)


def _form_page(request: HttpRequest, office: Office, work: Work, heading: str) -> HttpResponse:
    form = WorkForm(
        request.POST or None,
        request.FILES or None,
        instance=work,
        organiser=office.organiser,
        languages=works.languages_of(work),
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.save_work(form.instance, form.cleaned_data["upload"], by=office.actor)
        except media.MediaRefused as refused:
            form.add_error("upload", str(refused))
        else:
            messages.success(request, _("“%(name)s” is saved.") % {"name": saved})
            return redirect("exhibition:work", ref=office.organiser.ref, work=saved.code)
    is_new = work.pk is None
    ref = office.organiser.ref
    back = reverse("exhibition:collection", args=[ref])
    return framed(
        request,
        "exhibition/collection_form.html",
        form=form,
        heading=heading,
        work=None if is_new else work,
        back_url=back if is_new else reverse("exhibition:work", args=[ref, work.code]),
    )

"""The media lists of an office: who gets its releases, at which address, in which language."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base import audit
from chancery.base import undo as undoing
from chancery.base.frame import framed, is_part_request, say_with_undo
from chancery.directory.queries.options import options_for
from chancery.events.choosing import AT_ONCE
from chancery.record.actions import media as actions
from chancery.record.forms.media import ON_LISTS, MediaAddressForm, MediaListForm, PasteForm
from chancery.record.models import MediaAddress, MediaList
from chancery.record.queries import media


@office_page(Right.RECORD_VIEW)
def media_lists(request: HttpRequest, office: Office) -> HttpResponse:
    """The media lists with how many stand on each."""
    return framed(request, "record/media_lists.html", lists=media.lists_of(office.organiser))


@office_page(Right.RECORD_EDIT)
def new(request: HttpRequest, office: Office) -> HttpResponse:
    """Begin a media list."""
    return _list_form(request, office, MediaList(organiser=office.organiser))


@office_page(Right.RECORD_EDIT)
def change(request: HttpRequest, office: Office, chosen: str) -> HttpResponse:
    """Rename a media list."""
    return _list_form(request, office, _list(office, chosen))


def _list_form(request: HttpRequest, office: Office, chosen: MediaList) -> HttpResponse:
    form = MediaListForm(request.POST or None, instance=chosen, languages=office.organiser.languages)
    if request.method == "POST" and form.is_valid():
        actions.save_list(form.instance, by=office.actor)
        messages.success(request, _("The media list is saved."))
        return _to(office, form.instance)
    back = _url(office, chosen) if chosen.pk else reverse("record:media-lists", args=[office.organiser.ref])
    return framed(request, "record/media_list_form.html", form=form, chosen=chosen, back_url=back)


@office_page(Right.RECORD_EDIT)
def find(request: HttpRequest, office: Office) -> HttpResponse:
    """Answer `?q=` with people and bodies to choose from, also to who reads the directory nowhere else."""
    text = request.GET.get("q", "")[:200]
    found = options_for(office, text, ON_LISTS, AT_ONCE, today=office.today, with_pages=False)
    if is_part_request(request):
        return render(request, "base/_options.html", {"options": found})
    return framed(request, "events/found.html", options=found)


@office_page(Right.RECORD_VIEW)
def media_list(request: HttpRequest, office: Office, chosen: str) -> HttpResponse:
    """Who stands on a list."""
    found, language = _list(office, chosen), get_language() or "en"
    doubles = media.doubles_of(found)
    rows = [
        (address, media.name_of(address, language), doubles.get(address.email, ()))
        for address in media.addresses_of(found)
    ]
    return framed(request, "record/media_list.html", chosen=found, rows=rows)


@office_page(Right.RECORD_EDIT)
def delete(request: HttpRequest, office: Office, chosen: str) -> HttpResponse:
    """Delete a list, after asking."""
    found = _list(office, chosen)
    if request.method == "POST":
        actions.delete_list(found, by=office.actor)
        messages.success(request, _("The media list is deleted."))
        return redirect("record:media-lists", ref=office.organiser.ref)
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete the media list %(name)s?") % {"name": found},
        sentences=[
            _("Its addresses go with it; what was sent to them stays in the history of each release.")
        ],
        action_word=_("Delete it"),
        cancel_url=_url(office, found),
        is_danger=True,
    )


@office_page(Right.RECORD_EDIT)
def paste(request: HttpRequest, office: Office, chosen: str) -> HttpResponse:
    """Add many addresses at once."""
    found = _list(office, chosen)
    form = PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = actions.add_addresses(found, form.addresses, by=office.actor)
        said = ngettext("%(count)s address is added.", "%(count)s addresses are added.", added)
        messages.success(request, said % {"count": added})
        return _to(office, found)
    return framed(request, "record/media_paste.html", form=form, chosen=found, back_url=_url(office, found))


@office_page(Right.RECORD_EDIT)
def add(request: HttpRequest, office: Office, chosen: str) -> HttpResponse:
    """Add somebody to a list."""
    return _address_form(request, office, MediaAddress(media_list=_list(office, chosen)))


@office_page(Right.RECORD_EDIT)
def change_address(request: HttpRequest, office: Office, chosen: str, address: int) -> HttpResponse:
    """Change somebody on a list."""
    return _address_form(request, office, _address(office, chosen, address))


def _address_form(request: HttpRequest, office: Office, address: MediaAddress) -> HttpResponse:
    form = MediaAddressForm(request.POST or None, instance=address, office=office)
    if request.method == "POST" and form.is_valid():
        actions.save_address(form.instance, by=office.actor)
        messages.success(request, _("The address is saved."))
        return _to(office, address.media_list)
    context = {"form": form, "address": address, "back_url": _url(office, address.media_list)}
    return framed(request, "record/media_address.html", **context)


@require_POST
@office_page(Right.RECORD_EDIT)
def drop_address(request: HttpRequest, office: Office, chosen: str, address: int) -> HttpResponse:
    """Take somebody off a list."""
    found = _address(office, chosen, address)
    with transaction.atomic(), audit.collected() as lines:
        actions.drop_address(found, by=office.actor)
    undo_url = reverse("record:media-undo", args=[office.organiser.ref, lines[0].pk])
    say_with_undo(request, _("%(email)s is off the list.") % {"email": found.email}, undo_url)
    return _to(office, found.media_list)


@require_POST
@office_page(Right.RECORD_EDIT)
def undo(request: HttpRequest, office: Office, number: int) -> HttpResponse:
    """Put somebody back on a list."""
    line = access.line_to_undo(office, number)
    try:
        undoing.undo(line, by=office.actor)
    except undoing.CannotUndo as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("The change of %(label)s is undone.") % {"label": line.label})
    return redirect("record:media-lists", ref=office.organiser.ref)


def _list(office: Office, code: str) -> MediaList:
    return get_object_or_404(MediaList, organiser=office.organiser, code=code)


def _address(office: Office, chosen: str, number: int) -> MediaAddress:
    found = MediaAddress.objects.select_related("media_list", "person", "body")
    return get_object_or_404(
        found, media_list__organiser=office.organiser, media_list__code=chosen, pk=number
    )


def _url(office: Office, chosen: MediaList) -> str:
    return reverse("record:media-list", args=[office.organiser.ref, chosen.code])


def _to(office: Office, chosen: MediaList) -> HttpResponse:
    return redirect(_url(office, chosen))

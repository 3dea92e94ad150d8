"""Deleting with a clear warning, refusing in words, and taking back."""

from collections.abc import Sequence

from django.apps import apps
from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import OwnedModel
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.models import AuditLine
from chancery.directory.actions import book, undo
from chancery.directory.queries.dependents import going_along, resting_on
from chancery.directory.queries.snapshots import SECTIONS, section_values
from chancery.directory.views.pages import address, page, say_done, why_not_undone


def deletion(request: HttpRequest, office: Seat, row: OwnedModel, *, back: str, to: str) -> HttpResponse:
    """Ask before `row` is deleted, say what goes with it, or why it cannot be; then delete it."""
    if request.method == "POST":
        try:
            line = book.delete(row, by=office.actor)
        except book.SomethingRestsOnIt as refused:
            return _refused(request, office, row, refused.rows, back)
        say_done(request, office, _("%(name)s was deleted.") % {"name": row}, line)
        return redirect(to)
    if resting := resting_on(row):
        return _refused(request, office, row, resting, back)
    return page(
        request,
        office,
        "delete",
        question=_("Delete %(name)s?") % {"name": row},
        action_word=_("Delete"),
        cancel_url=back,
        is_danger=True,
        sentences=_what_goes(row),
    )


def _what_goes(row: OwnedModel) -> list[str]:
    along = len(going_along(row))
    own = sum(len(section_values(section, row)) for section in SECTIONS.get(type(row), ()))
    sentences = [_("The history keeps everything, so that the deletion can be taken back.")]
    if along:
        sentences.insert(
            0,
            ngettext(
                "%(count)s note of others about this entry goes with it: a relation, a household, a group.",
                "%(count)s notes of others about this entry go with it: relations, households, groups.",
                along,
            )
            % {"count": along},
        )
    if own:
        sentences.insert(
            0,
            ngettext(
                "%(count)s row of the entry goes with it.", "%(count)s rows of the entry go with it.", own
            )
            % {"count": own},
        )
    return sentences


def _refused(
    request: HttpRequest, office: Seat, row: OwnedModel, resting: Sequence[models.Model], back: str
) -> HttpResponse:
    sentence = _("%(name)s cannot be deleted because other records rest on it; take these away first.")
    return page(
        request,
        office,
        "refused",
        heading=str(row),
        sentence=sentence % {"name": row},
        lines=[in_words(other) for other in resting],
        back=back,
    )


def in_words(row: models.Model) -> str:
    """Name a row of any app: its kind, itself, and the event it belongs to."""
    event = getattr(row, "event", None)
    words = f"{capfirst(str(row._meta.verbose_name))}: {row}"
    return f"{words} · {event}" if event is not None else words


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def take_back(request: HttpRequest, office: Seat, line: int) -> HttpResponse:
    """Take back one line of the history and return to where the reader was."""
    found = AuditLine.objects.filter(pk=line, organiser_id=office.organiser.pk).first()
    if found is None or not found.code.startswith("directory."):
        raise Http404
    try:
        undone = undo.undo(found, by=office.actor)
    except undo.CannotBeUndone as refusal:
        messages.error(request, why_not_undone(refusal))
    else:
        say_done(request, office, _("Taken back: %(name)s.") % {"name": found.label}, undone)
    return redirect(_where(office, found))


def _where(office: Seat, line: AuditLine) -> str:
    """Return the page of what was changed, or its list where it is gone."""
    name = line.kind.removeprefix("directory.")
    lists = {
        "person": "people",
        "body": "bodies",
        "group": "groups",
        "household": "households",
        "office": "bodies",
    }
    row = apps.get_model(line.kind)._default_manager.filter(pk=line.object_id).first()
    if row is None or name not in lists:
        return address(office, lists.get(name, "people"))
    argument = "office_code" if name == "office" else name
    return address(office, name, **{argument: row.code})

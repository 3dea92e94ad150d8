"""What every page of the directory has: its layout, its sections, the day, and how an undo is offered."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.accounts.access import Office as Seat
from chancery.accounts.models import OwnedModel
from chancery.base.frame import Link, framed, say_with_undo
from chancery.base.models import AuditLine
from chancery.directory.actions.undo import (
    CannotBeUndone,
    ChangedSince,
    IsGone,
    RefusedByOthers,
    UndoneAlready,
    ValuesErased,
)

LISTS = {
    "people": gettext_lazy("People"),
    "bodies": gettext_lazy("Bodies"),
    "groups": gettext_lazy("Groups"),
    "households": gettext_lazy("Households"),
}


def page(
    request: HttpRequest, office: Seat, template: str, current: str = "", **context: Any
) -> HttpResponse:
    """Render a page of the directory; `current` is the list it belongs to."""
    lists = [
        Link(str(name), reverse(f"directory:{key}", args=[office.organiser.ref]), key == current)
        for key, name in LISTS.items()
    ]
    given = {"lists": lists, "crumbs": None, **context}
    return framed(request, f"directory/{template}.html", **given)


def crumb(office: Seat, key: str) -> Link:
    """The way back to a list."""
    return Link(str(LISTS[key]), reverse(f"directory:{key}", args=[office.organiser.ref]))


def address(office: Seat, name: str, **arguments: Any) -> str:
    """The address of a page of the directory in this office."""
    return reverse(f"directory:{name}", kwargs={"ref": office.organiser.ref, **arguments})


def say_done(request: HttpRequest, office: Seat, sentence: str, line: AuditLine | None) -> None:
    """Report what was done, with its undo where there is a line to take back."""
    if line is None:
        messages.info(request, _("Nothing was changed."))
    else:
        say_with_undo(request, sentence, address(office, "undo", line=line.pk))


def why_not_undone(refusal: CannotBeUndone) -> str:
    """Say in one sentence why a line cannot be taken back."""
    sentences: Mapping[type[CannotBeUndone], str] = {
        UndoneAlready: _("This change was taken back already."),
        ChangedSince: _("Later changes rest on this one; take those back first."),
        RefusedByOthers: _("Other records rest on what this change made; take those away first."),
        ValuesErased: _("What stood here was erased, so this cannot be undone."),
        IsGone: _("What this change was made to exists no more; restore it first."),
    }
    return sentences[type(refusal)]


def is_own(office: Seat, row: OwnedModel) -> bool:
    """Whether the row belongs to this office, not only shared with it."""
    return row.organiser_id == office.organiser.pk

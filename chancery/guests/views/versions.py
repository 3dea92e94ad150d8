"""Versions of the guest list for somebody outside: frozen, shown, compared, exported, wiped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.roles import Right
from chancery.base import downloads
from chancery.base.frame import framed
from chancery.base.pdf import PaperFailed
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.events.pages import event_page
from chancery.guests.actions import versions as actions
from chancery.guests.documents import versions as documents
from chancery.guests.forms.versions import FreezeForm
from chancery.guests.models import ListVersion
from chancery.guests.queries import freezing
from chancery.guests.queries.freezing import LABELS, Field
from chancery.rules.list_versions import Differences, FieldChange, FrozenRow, differences

NOW = "now"
"""How an address compares a version with the list as it stands."""
DAYS_KEPT = 3
"""Proposed for lists with what identifies people: days after the event (R123)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A version, and how many people of the list read otherwise by now; None once it was wiped."""

    version: ListVersion
    changed: int | None


class Now:
    """The list as it stands, read once for each choice of guests and each language of a page."""

    def __init__(self, office: EventOffice) -> None:
        self.event = office.event
        self.read: dict[tuple[str, str], list[FrozenRow]] = {}

    def since(self, version: ListVersion) -> Differences:
        """What has become of the list since a version was frozen, in the words it was frozen in."""
        held = actions.opened(version)
        key = (held.whom, held.language)
        if key not in self.read:
            with override(held.language):
                self.read[key] = freezing.rows_of(self.event, whom=held.whom, language=held.language)
        return differences(held.rows, freezing.only(self.read[key], version.fields))


@event_page(Right.GUESTS_VIEW)
def versions(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """List the versions, each with how far the list has moved on since."""
    now = Now(office)
    kept = [
        Kept(version, None if version.sealed_rows is None else now.since(version).count)
        for version in _versions(office).order_by("-number")
    ]
    return framed(request, "guests/versions.html", kept=kept)


def _versions(office: EventOffice) -> QuerySet[ListVersion]:
    return ListVersion.objects.filter(event=office.event).select_related("made_by", "event__organiser")


@event_page(Right.GUESTS_EDIT)
def freeze(request: HttpRequest, office: EventOffice) -> HttpResponse:
    """Freeze the list as it stands, with only the fields that were asked for."""
    now = timezone.now()
    today = timezone.localdate(now)
    last = office.event.held_until_on or office.event.held_on or today
    proposed = max(last, today) + timedelta(days=DAYS_KEPT)
    form = FreezeForm(request.POST or None, delete_on=proposed, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.freeze(
                office.event, language=get_language() or "en", by=office.actor, now=now, **form.asked()
            )
        except actions.VersionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Version %(number)s is frozen.") % {"number": made.number})
            return redirect(address(office, "guests:version", version=made.code))
    return framed(request, "guests/version_new.html", form=form)


@event_page(Right.GUESTS_VIEW)
def version(request: HttpRequest, office: EventOffice, version: str) -> HttpResponse:
    """Show a version, and what differs from it in another one or in the list as it stands."""
    chosen = get_object_or_404(_versions(office), code=version)
    others = _versions(office).exclude(pk=chosen.pk).filter(deleted_at=None).order_by("number")
    asked = request.GET.get("with", "")
    context: dict[str, object] = {
        "version": chosen,
        "heads": documents.heads_of(chosen, get_language() or "en"),
        "others": others,
        "asked": asked,
        "since": None,
    }
    if chosen.sealed_rows is not None:
        held = actions.opened(chosen)
        context["rows"] = [[row.values[name] for name in chosen.fields] for row in held.rows]
        moved = Now(office).since(chosen)
        since = moved if asked == NOW else _compared(office, chosen, held.rows, asked) if asked else None
        context["moved"] = moved.count
        context |= {"since": since, "changed": _changed(since) if since else ()}
    return framed(request, "guests/version.html", **context)


def _changed(found: Differences) -> list[tuple[str, list[tuple[str, FieldChange]]]]:
    """Who reads otherwise, each field with its name."""
    return [
        (change.row.name, [(str(LABELS[Field(each.field)]), each) for each in change.fields])
        for change in found.changed
    ]


def _compared(office: EventOffice, chosen: ListVersion, rows: Sequence[FrozenRow], asked: str) -> Differences:
    """The earlier of two versions is the one before, whichever page asks."""
    other = get_object_or_404(_versions(office).filter(deleted_at=None), code=asked)
    others = actions.opened(other).rows
    return differences(others, rows) if other.number < chosen.number else differences(rows, others)


@require_POST
@event_page(Right.GUESTS_VIEW)
def export(request: HttpRequest, office: EventOffice, version: str) -> HttpResponse:
    """Write a version as a file; who took it along stands in the history."""
    chosen = get_object_or_404(_versions(office), code=version)
    kind = request.POST.get("kind", "xlsx")
    if kind not in documents.KINDS:
        raise Http404
    try:
        held = actions.hand_out(chosen, kind=kind, by=office.actor)
        content = documents.file_of(
            chosen,
            list(held.rows),
            kind=kind,
            language=held.language,
            now=timezone.now(),
            author=str(office.user),
        )
    except (actions.VersionRefused, PaperFailed) as refused:
        messages.error(request, str(refused))
        return redirect(address(office, "guests:version", version=version))
    name = f"{office.event.ref}-list-{chosen.number}.{kind}"
    return downloads.saved(content, name)


@event_page(Right.GUESTS_EDIT)
def wipe(request: HttpRequest, office: EventOffice, version: str) -> HttpResponse:
    """Delete what a version holds before its day, after asking."""
    chosen = get_object_or_404(_versions(office), code=version)
    if request.method == "POST":
        try:
            actions.wipe(chosen, by=office.actor, now=timezone.now())
        except actions.VersionRefused as refused:
            messages.error(request, str(refused))
            return redirect(address(office, "guests:version", version=version))
        messages.success(request, _("What version %(number)s held is deleted.") % {"number": chosen.number})
        return redirect(address(office, "guests:versions"))
    return framed(
        request,
        "base/confirm.html",
        question=_("Delete what version %(number)s holds?") % {"number": chosen.number},
        sentences=[_("The rows are gone for good; number, recipient and days stay as a proof.")],
        action_word=_("Delete"),
        cancel_url=reverse("guests:version", args=[office.organiser.ref, office.event.code, chosen.code]),
        is_danger=True,
    )

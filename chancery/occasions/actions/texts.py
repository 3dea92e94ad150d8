"""What changes the texts of a campaign: its own, and those an office takes over and adapts."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.refs import free_ref
from chancery.base.taking import take, take_newer
from chancery.occasions.actions.rows import delete_row, save_row
from chancery.occasions.models import SharedText


@transaction.atomic
def save_text(text: SharedText, *, by: Actor) -> SharedText:
    """Save a new or changed text of a campaign."""
    return save_row(text, by=by, code="occasions.text")


def take_text(source: SharedText, *, organiser: Organiser, by: Actor) -> SharedText:
    """Make an office's own copy of a text; where there is one already, it is returned as it is."""
    known = SharedText.objects.filter(Q(organiser=organiser) | Q(campaign=source.campaign))
    taken = set(known.values_list("ref", flat=True))
    ref = free_ref(source.ref, taken, fallback=source.code)
    return take(source, organiser_id=organiser.pk, by=by, code="occasions.text.taken", ref=ref)


def take_newer_text(text: SharedText, *, by: Actor) -> audit.Changes:
    """Replace what an office made of a text by what the source says now; its history keeps the words."""
    return take_newer(text, by=by, code="occasions.text.renewed")


@transaction.atomic
def delete_text(text: SharedText, *, by: Actor) -> None:
    """Delete a text. Errors: StillServed where another office has taken it over."""
    delete_row(
        text,
        by=by,
        code="occasions.text.deleted",
        refusal=_("“%(name)s” was taken over by other offices, which keep it in view; change it instead."),
    )

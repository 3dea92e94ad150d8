"""What security asks for: sealed when it is told, read with the grant and a line each time (R123)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.guests.models import Invitation, SecurityIdentity
from chancery.guests.queries import identities

LISTED = "guests.identity.listed"
NO_GRANT = _("What security asks for is entered and read only with a grant; an owner of the office gives it.")


@dataclass(frozen=True, slots=True)
class Line:
    """One party on the list for security; the text is empty where nothing was told."""

    invitation: Invitation
    text: str


@dataclass(frozen=True, slots=True)
class SecurityList:
    """A list handed to security, under its number; each one is counted."""

    number: int
    lines: list[Line]


@transaction.atomic
def tell(invitation: Invitation, text: str, *, way: str, by: Actor, now: datetime) -> None:
    """Seal what a party told; what it told before is gone. The history says that, never what."""
    told, _is_new = SecurityIdentity.objects.update_or_create(
        invitation=invitation,
        defaults={
            "sealed": secret_box.seal_text(text),
            "way": way,
            "told_at": now,
            "entered_by_id": by.user.pk if by.user else None,
        },
    )
    audit.note(told, by=by, code="guests.identity.told")


@transaction.atomic
def read(invitation: Invitation, *, by: Actor) -> str:
    """Return what a party told; the caller has checked the grant, and reading leaves a line."""
    told = SecurityIdentity.objects.filter(invitation=invitation).first()
    if told is None:
        return ""
    audit.note(invitation, by=by, code="guests.identity.read")
    return secret_box.open_text(told.sealed)


@transaction.atomic
def forget(invitation: Invitation, *, by: Actor) -> bool:
    """Delete what a party told, because it was wrong; return whether there was something."""
    told = SecurityIdentity.objects.filter(invitation=invitation).first()
    if told is None:
        return False
    audit.note(invitation, by=by, code="guests.identity.deleted")
    told.delete()
    return True


@transaction.atomic
def list_for(event: Event, *, recipient: str, by: Actor) -> SecurityList:
    """
    Open what everybody who comes has told, for one paper; the caller has checked the grant.

    The line says under which number, for whom and how many people.
    """
    before = AuditLine.objects.filter(
        organiser_id=event.organiser_id, kind=audit.kind_of(event), object_id=event.pk, code=LISTED
    )
    lines = [Line(each, _text(each)) for each in identities.coming(event)]
    number = before.count() + 1
    changes: audit.Changes = {"list": ["", number], "recipient": ["", recipient], "people": ["", len(lines)]}
    audit.note(event, by=by, code=LISTED, changes=changes)
    return SecurityList(number, lines)


def _text(invitation: Invitation) -> str:
    told = getattr(invitation, "security_identity", None)
    return secret_box.open_text(told.sealed) if told else ""

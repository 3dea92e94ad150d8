"""Diets and access needs are kept no longer than the guest consents (R120-R123)."""

from django.db import transaction
from django.db.models import Q

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.guests.models import Invitation, Reply

DELETED = "guests.needs.deleted"
_TOLD = Q(sealed_diet__isnull=False) | Q(sealed_access__isnull=False)


@transaction.atomic
def forget_needs(invitation: Invitation, *, before: Reply, by: Actor) -> int:
    """
    Delete the diets and access needs that a party told before its answer `before`; return how many.

    The answers themselves stay, and a line says that something was deleted, never what.
    """
    told = Reply.objects.filter(_TOLD, invitation=invitation, pk__lt=before.pk)
    count = told.update(sealed_diet=None, sealed_access=None)
    if count:
        audit.note(invitation, by=by, code=DELETED)
    return count

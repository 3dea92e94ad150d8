"""What changes days to avoid."""

from django.db import transaction

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.occasions.actions.rows import save_row
from chancery.occasions.models import AvoidedDay


@transaction.atomic
def save_avoided_day(day: AvoidedDay, *, by: Actor) -> AvoidedDay:
    """Save a new or changed day to avoid."""
    return save_row(day, by=by, code="occasions.avoided")


@transaction.atomic
def delete_avoided_day(day: AvoidedDay, *, by: Actor) -> AuditLine:
    """Delete a day to avoid; the line that is returned brings it back."""
    with audit.collected() as lines:
        audit.delete(day, by=by, code="occasions.avoided.deleted")
    return lines[0]

"""How far the editions of an event are, held against the record of this moment."""

from chancery.events.models import Event
from chancery.record.models import Statement
from chancery.record.queries import drafts
from chancery.record.queries.facts import facts_of
from chancery.record.readiness import Readiness, approvals_of, readiness_of


def readiness_by_language(event: Event) -> dict[str, Readiness]:
    """Every edition of an event by language; the record is read once, not at all without an edition."""
    editions = drafts.editions_of(event)
    if not editions:
        return {}
    facts = facts_of(event)
    approvals = approvals_of(list(Statement.objects.filter(event=event).order_by("pk")))
    return {one.language: readiness_of(drafts.draft_of(one, facts), approvals) for one in editions}

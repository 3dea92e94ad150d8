"""How far the editions of an event are, held against the record of this moment."""

from chancery.events.models import Event
from chancery.events.queries import terms_that_hold
from chancery.record.models import Statement
from chancery.record.queries import drafts
from chancery.record.queries.facts import facts_of
from chancery.record.readiness import Readiness, Yardstick, approvals_of, readiness_of


def readiness_by_language(event: Event) -> dict[str, Readiness]:
    """Every edition of an event by language; the record is read once, not at all without an edition."""
    editions = drafts.editions_of(event)
    if not editions:
        return {}
    facts = facts_of(event)
    yardstick = yardstick_of(event)
    return {one.language: readiness_of(drafts.draft_of(one, facts), yardstick) for one in editions}


def yardstick_of(event: Event) -> Yardstick:
    """The approvals of the statements of an event, and the wording that holds for it."""
    statements = list(Statement.objects.filter(event=event).order_by("pk"))
    return Yardstick(approvals_of(statements), [held.term.texts for held in terms_that_hold(event)])

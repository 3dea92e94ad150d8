"""What a wave would send, in one digest: whoever approves or presses the button has seen exactly that."""

import hashlib
import json
from typing import Any

from chancery.base import audit
from chancery.guests.models import Approval, Template, Wave
from chancery.guests.queries.answering import terms_of
from chancery.guests.queries.pasts import plan_told
from chancery.guests.queries.terms import questions_of
from chancery.guests.queries.waves import approvals_of

OWN = ("kind", "own_text", "reply_by", "fills_places")
NOT_OF_THE_TEXT = frozenset({"needs_approval", "places", "silence_hours"})


def digest_of(wave: Wave) -> str:
    """Return the digest of list and texts; it changes with either and with nothing else."""
    event = wave.event
    plan = plan_told(event) | {"titles": event.titles, "status": event.status}
    terms = audit.plain_values(terms_of(event))
    seen = {
        "list": sorted(wave.invitations.values_list("code", "channel", "language")),
        "wave": {name: audit.plain_values(wave)[name] for name in OWN},
        "wordings": [audit.plain_values(each) for each in wordings_of(wave)],
        "terms": {name: value for name, value in terms.items() if name not in NOT_OF_THE_TEXT},
        "questions": [[one.texts, one.options] for one in questions_of(event)],
        "event": plan,
    }
    return hashlib.sha256(_plain(seen).encode()).hexdigest()


def _plain(seen: Any) -> str:
    return json.dumps(seen, sort_keys=True, ensure_ascii=False, default=str)


def wordings_of(wave: Wave) -> list[Template]:
    """The office's own wordings of a wave, by their form."""
    return list(wave.templates.order_by("form", "pk"))


def approval_that_counts(wave: Wave, digest: str) -> Approval | None:
    """The approval of the list and the texts as they are now, None where there is none."""
    last = approvals_of(wave).first()
    if last is None or last.decision != Approval.Decision.GIVEN or last.digest != digest:
        return None
    return last

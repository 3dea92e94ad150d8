"""What a working process does for webhooks again and again: find what is to be told, and tell it."""

import logging
import threading
from datetime import datetime

from django.conf import settings
from django.db import connection

from chancery.api.hooks.actions import delivering, deriving
from chancery.api.hooks.queries.endpoints import endpoints_due
from chancery.base import rounds

log = logging.getLogger(__name__)

SECONDS = 1.0
FORGETTING_SECONDS = 3600.0
# Endpoints that are told at the same time; a slow one holds up nobody but itself, up to so many.
AT_ONCE = 8

_in_hand: set[int] = set()
_taking = threading.Lock()


@rounds.every(SECONDS, "webhooks")
def go_round(now: datetime) -> None:
    """Make the deliveries of what changed, and have each endpoint that something waits for told."""
    deriving.derive(now)
    for endpoint in endpoints_due(now):
        with _taking:
            if endpoint in _in_hand or len(_in_hand) >= AT_ONCE:
                continue
            _in_hand.add(endpoint)
        # It ends with the process: what it had in hand is told again by the next one.
        threading.Thread(target=_tell, args=[endpoint], name="webhook", daemon=True).start()


@rounds.every(FORGETTING_SECONDS, "webhooks-log")
def forget(now: datetime) -> None:
    """Delete the log of deliveries after its days."""
    delivering.forget_old(now, days=settings.HOOK_DAYS)


def _tell(endpoint: int) -> None:
    try:
        delivering.deliver_due(endpoint)
    except Exception:
        log.exception("An endpoint was not told to the end; the next round begins anew.")
    finally:
        with _taking:
            _in_hand.discard(endpoint)
        connection.close()

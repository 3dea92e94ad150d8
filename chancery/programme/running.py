"""The state of a run, as desks and screens follow it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from chancery.events.models import Event
from chancery.programme import live as runs
from chancery.programme import run_payload


@dataclass(frozen=True, slots=True)
class RunState:
    """A run at one moment, projected to its end."""

    evening: runs.Evening

    def as_json(self) -> dict[str, Any]:
        """Return the state as plain values; times in milliseconds since 1970, lengths in seconds."""
        return run_payload.payload(self.evening)


def state_now(event: int) -> dict[str, Any]:
    """Return the run of an event, by its key, as the database has it at this moment, as plain values."""
    kept = Event.objects.select_related("organiser").get(pk=event)
    return state_of(kept, now=timezone.now()).as_json()


def state_of(event: Event, *, now: datetime) -> RunState:
    """Return the run of an event as it stands at `now` (aware)."""
    return RunState(runs.evening_of(runs.live_of(event, runs.run_of(event)), now=now))

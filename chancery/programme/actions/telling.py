"""What desks and screens are told: where the run of a programme stands."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from chancery.base.push import publish
from chancery.events.models import Event
from chancery.programme.live import Live, evening_of
from chancery.programme.models import Run, Screen
from chancery.programme.running import RunState, state_of


def publish_run(event: Event, live: Live | None = None) -> None:
    """
    Send where the run stands to every desk and screen, once the change is written.

    `live` is where it stands now, if that is known; else it is read.
    """
    now = timezone.now()
    state = state_of(event, now=now) if live is None else RunState(evening_of(live, now=now))
    publish(f"run:{event.pk}", state.as_json())


def tell_of_change(event: Event) -> None:
    """
    Send a programme that was changed to whoever follows it, once the whole change is written.

    Nobody is told before a desk or a screen was opened. What goes wrong here takes no change back.
    """
    transaction.on_commit(partial(_tell, event), robust=True)


def _tell(event: Event) -> None:
    if Run.objects.filter(event=event).exists() or Screen.objects.filter(event=event).exists():
        publish_run(event)

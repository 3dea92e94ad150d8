"""
The screens of the demo: one of every kind for the reference event, and the cues of each department.

Links open without an account, so no folder of an event holds them; the demo makes its own.
"""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.events.models import Event
from chancery.programme import queries
from chancery.programme.actions import screens
from chancery.programme.models import Screen

Kind = Screen.Kind

WELCOME = {
    "en": "Please have your card ready.",
    "ro": "Vă rugăm să aveți invitația la îndemână.",
    "az": "Xahiş olunur, dəvətnamənizi hazır saxlayın.",
}


def put_up_samples(organiser: Organiser, *, event: str, by: Actor) -> int:
    """
    Put up the sample screens of an event, and say how many.

    They are put up once: what was withdrawn or changed in the demo stays so.
    """
    found = Event.objects.get(organiser=organiser, ref=event)
    if AuditLine.objects.filter(organiser_id=organiser.pk, code="programme.screen.made").exists():
        return 0
    with transaction.atomic():
        made = [screens.put_up(Screen(event=found, **columns), by=by) for columns in _wanted(found)]
    return len(made)


def _wanted(event: Event) -> Iterator[dict[str, Any]]:
    two = event.languages[:2]
    yield {"kind": Kind.SPEAKER, "name": "On the lectern"}
    yield {"kind": Kind.STAGE, "name": "Beside the stage"}
    yield {"kind": Kind.PUBLIC, "name": "In the foyer", "languages": two}
    yield {
        "kind": Kind.WELCOME,
        "name": "At the entrance",
        "languages": event.languages,
        "words": WELCOME,
        "arrow": Screen.Arrow.RIGHT,
    }
    yield {"kind": Kind.SUBTITLES, "name": "Beside the screen of the hall", "languages": two}
    for department in queries.departments(event):
        yield {"kind": Kind.DEPARTMENT, "department": department}

"""The pages of plans as tests use them: guests who come, addresses, what a form sends."""

import re
from typing import Any

from django.urls import reverse

from chancery.events.models import Event, Participation
from chancery.guests.models import Invitation
from chancery.seating.models import Placement, Plan
from tests.guests.built import guest


def coming(event: Event, printed: str, **fields: Any) -> Participation:
    """A guest who has accepted."""
    who = guest(event, printed, planned="accepted", **fields)
    Invitation.objects.filter(guest=who).update(standing="accepted", coming=1)
    return who


def url(plan: Plan, name: str = "plan", **arguments: Any) -> str:
    office = plan.event.organiser
    route = {"ref": office.ref, "code": plan.event.code, "plan": plan.code, **arguments}
    return reverse(f"seating:{name}", kwargs=route)


def seats(plan: Plan) -> dict[str, str]:
    rows = Placement.objects.filter(plan=plan).select_related("participation")
    return {row.participation.name_printed: row.seat for row in rows}


def sent_by(page: str, having: str) -> dict[str, str]:
    """What the form with a hidden field of this name sends."""
    form = next(one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'name="{having}"' in one)
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}

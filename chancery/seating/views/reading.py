"""How views of a plan find and load it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from chancery.accounts.models import Grant
from chancery.accounts.roles import Right
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.seating.models import Plan
from chancery.seating.plan_drawing import Pointing
from chancery.seating.queries import plans as queries
from chancery.seating.queries.loading import LoadedPlan, loaded


def plan_called(office: EventOffice, code: str) -> Plan:
    """The plan of the event with this code. Errors: Http404."""
    found: Plan = get_object_or_404(queries.plans_of(office.event), code=code)
    # The event that is loaded already, with its order.
    found.event = office.event
    return found


def load(office: EventOffice, plan: Plan) -> LoadedPlan:
    """A plan as the reader may read it."""
    return loaded(plan, language=get_language() or "en", may_read_apart=may_read_apart(office))


def may_read_apart(office: EventOffice) -> bool:
    """Whether the reader may read who is kept apart."""
    return Grant.Secret.SEATING in office.secrets


def pointing_of(request: HttpRequest, office: EventOffice, plan: Plan) -> Pointing:
    """What the address of the page says is chosen."""
    return Pointing(
        url=address(office, "seating:plan", plan=plan.code),
        colour=request.GET.get("colour", ""),
        hand=request.GET.get("hand", ""),
        seat=request.GET.get("seat", ""),
        may_move=office.may(Right.SEATING_EDIT),
    )

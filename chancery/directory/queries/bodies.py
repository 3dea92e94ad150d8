"""Lists of bodies, their offices with holders, and the succession in an office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from chancery.accounts.access import Office as Seat
from chancery.directory import access
from chancery.directory.models import Body, Office, Tenure
from chancery.directory.queries.tenures import current


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office of a body with who holds it today; nobody where it is vacant or its holder not known."""

    office: Office
    held: Sequence[Tenure]


def bodies_of(office: Seat, *, kind: str = "", state: str = "") -> QuerySet[Body]:
    """Return the bodies an office may read, narrowed, with the number of their offices."""
    bodies = access.readable(office, Body)
    if kind:
        bodies = bodies.filter(kind=kind)
    if state:
        bodies = bodies.filter(state__iexact=state)
    return bodies.select_related("organiser").annotate(office_count=Count("offices"))


def office_lines(body: Body, today: date) -> list[OfficeLine]:
    """Return the offices of a body in their order, each with its holders of today."""
    tenures = Tenure.objects.select_related("person").prefetch_related("steps").order_by("begins", "id")
    offices = body.offices.order_by("position", "id").prefetch_related(
        Prefetch("tenures", tenures, to_attr="all_tenures")
    )
    return [OfficeLine(row, current(row.all_tenures, today)) for row in offices]


def succession(office: Office) -> list[Tenure]:
    """Return all tenures of an office, the newest first; those without a date last."""
    tenures = list(office.tenures.select_related("person").prefetch_related("steps").order_by("id"))
    dated = [tenure for tenure in tenures if tenure.begins or tenure.ends]
    dated.sort(key=_moment, reverse=True)
    return dated + [tenure for tenure in tenures if not (tenure.begins or tenure.ends)]


def _moment(tenure: Tenure) -> tuple[str, int]:
    return str(tenure.begins or tenure.ends), tenure.pk

"""Who holds an office: ending one tenure and beginning the next in one step."""

from django.db import transaction

from chancery.base.audit import Actor
from chancery.base.models import AuditLine
from chancery.directory.actions import book
from chancery.directory.models import Office, Person, Tenure
from chancery.directory.queries.snapshots import SECTIONS, Plain, section_values
from chancery.rules.dates import PartialDate

_TENURES = next(section for section in SECTIONS[Person] if section.name == "tenures")


class HoldsItAlready(Exception):
    """The person who should take the office over holds it already."""


class SomebodyElses(Exception):
    """A person concerned belongs to another organiser, who alone may change the entry."""


class EndsBeforeItBegins(Exception):
    """The day of the change lies before the day on which the present holder began."""


@transaction.atomic
def hand_over(
    *,
    office: Office,
    to: Person | None,
    on: PartialDate,
    basis: str,
    steps: dict[str, PartialDate],
    by: Actor,
) -> AuditLine:
    """
    End the tenures that are open and begin one of `to` on the same day; with nobody the office is vacant.

    Errors: HoldsItAlready, EndsBeforeItBegins, SomebodyElses with the person; nothing is changed then.
    """
    open_tenures = list(
        Tenure.objects.filter(office=office, ends=None).select_related("person").order_by("pk")
    )
    if to is not None and any(tenure.person_id == to.pk for tenure in open_tenures):
        raise HoldsItAlready
    if any(tenure.begins is not None and on.is_before(tenure.begins) for tenure in open_tenures):
        raise EndsBeforeItBegins
    people = [tenure.person for tenure in open_tenures] + ([to] if to else [])
    for person in people:
        if person.organiser_id != by.organiser_id:
            raise SomebodyElses(person)
    lines = [
        book.change(
            person, sections={"tenures": _tenures(person, office, to, on, basis, steps)}, by=by, verb="held"
        )
        for person in dict.fromkeys(people)
    ]
    return book.say(
        office,
        "handed_over",
        by=by,
        changes={"lines": [None, [line.pk for line in lines if line is not None]]},
    )


def _tenures(
    person: Person,
    office: Office,
    to: Person | None,
    on: PartialDate,
    basis: str,
    steps: dict[str, PartialDate],
) -> list[Plain]:
    tenures = section_values(_TENURES, person)
    for tenure in tenures:
        if tenure["office_id"] == office.pk and tenure["ends"] is None:
            tenure["ends"] = str(on)
    if person != to:
        return tenures
    written = [{"kind": kind, "moment": str(moment)} for kind, moment in steps.items()]
    return [
        *tenures,
        {"office_id": office.pk, "basis": basis, "begins": str(on), "ends": None, "steps": written},
    ]

"""Kinds of values that several resources share, and among what the office may choose."""

from functools import cache
from typing import Annotated, Any
from zoneinfo import available_timezones

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from chancery.accounts.models import OwnedModel
from chancery.api.problems import invalid
from chancery.api.shapes import Code, Names
from chancery.directory import access
from chancery.directory.models import Body, Office, Person
from chancery.events import queries as events
from chancery.events.models import Participation
from chancery.rules.states import territory_codes

MOST_SMALL = 32767


def readable(model: type[OwnedModel]) -> Names:
    """Say of a field that it holds the code of a row of the directory."""

    def rows(office: Any) -> QuerySet[Any]:
        return access.readable(office, model)

    return Names(rows)


@cache
def _states() -> frozenset[str]:
    return frozenset(territory_codes())


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_state(code: str) -> str:
    if code and code not in _states():
        raise ValueError(_("This is no code of a state; write two letters as in ISO 3166, or nothing."))
    return code


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError(_("This is no time zone; write one such as Europe/Bucharest."))
    return name


State = Annotated[
    str,
    Field(pattern=r"^([A-Z]{2})?$", description="State by ISO 3166; empty where it is not known."),
    AfterValidator(_known_state),
]
TimeZone = Annotated[str, Field(max_length=60), AfterValidator(_known_zone)]
Small = Annotated[int, Field(ge=0, le=MOST_SMALL)]

PersonCode = Annotated[Code | None, readable(Person), Field(description="Code of a person.")]
BodyCode = Annotated[Code | None, readable(Body), Field(description="Code of a body.")]
OfficeCode = Annotated[Code | None, readable(Office), Field(description="Code of an office held.")]
ParticipationCode = Annotated[Code | None, Names(lambda office: events.participations_of(office.event))]
CategoryRef = Annotated[
    str | None,
    Names(lambda office: events.categories_of(office.event), by="ref"),
    Field(description="Short name of a category of the event."),
]


def code_of(row: Model | None) -> str | None:
    """Return the code of a row that may be missing."""
    return None if row is None else str(row.code)  # type: ignore[attr-defined]  # every kind that is named has one


def demand_held(row: Participation, values: dict[str, Any]) -> None:
    """The office that counts is one that the person holds or held. Errors: Problem invalid."""
    office = values.get("office")
    if office is not None and row.person is not None:
        if not office.tenures.filter(person=row.person).exists():
            raise invalid("office", _("The guest does not hold this office; choose one they hold."))
    elif "office" in values and row.person is None:
        raise invalid("office", _("The office itself is invited here and stays."))

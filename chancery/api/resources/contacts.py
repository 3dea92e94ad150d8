"""Ways to reach a person or a body, inside their shapes."""

from typing import Annotated, Any

from pydantic import Field

from chancery.accounts.access import Office as Seat
from chancery.api.resource import resolved
from chancery.api.resources.values import PersonCode, code_of
from chancery.api.shapes import OneOf, Shape, Written
from chancery.directory.models import Body, ContactPoint, Person

Kind = Annotated[str, OneOf(ContactPoint.Kind)]


class Contact(Shape):
    """A way to reach somebody."""

    kind: Kind
    value: str = Field(description="The address or number.")
    label: str
    via: str | None = Field(description="Code of the person who answers there, such as an assistant.")


class ContactIn(Written):
    """A way to reach somebody, as it is written."""

    kind: Kind
    value: Annotated[str, Field(min_length=1, max_length=2000)]
    label: Annotated[str, Field(max_length=80)] = ""
    via: PersonCode = None


def contacts_of(row: Person | Body) -> list[Contact]:
    """Return the contact points of a row, which are loaded, in their order."""
    points = sorted(row.contact_points.all(), key=lambda each: (each.position, each.pk))
    return [
        Contact.model_construct(kind=each.kind, value=each.value, label=each.label, via=code_of(each.via))
        for each in points
    ]


def contacts_written(values: dict[str, Any], office: Seat) -> dict[str, Any]:
    """Take the contact points out of `values` and return them as a section for the actions."""
    if "contact_points" not in values:
        return {}
    told = []
    for each in values.pop("contact_points"):
        via = resolved(each, office).get("via")
        point = {"kind": each.kind, "value": each.value, "label": each.label}
        told.append(point | {"via_id": via.pk if via else None})
    return {"contact_points": told}

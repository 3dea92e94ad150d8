"""Events with an order, as the tests of its pages need them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from chancery.events import ordering
from chancery.events.models import Event, Participation
from chancery.precedence.models import Move
from tests import make


def address(event: Event, page: str = "order", **arguments: str) -> str:
    """The address of a page of the order."""
    return reverse(f"events:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def shown(client: Client, event: Event, page: str = "order", query: str = "", **arguments: str) -> str:
    """The text of a page of the order."""
    response = client.get(f"{address(event, page, **arguments)}{query}")
    assert response.status_code == 200
    return response.content.decode()


def ambassador(event: Event, printed: str, state: str, since: str = "", **fields: Any) -> Participation:
    """An ambassador among the guests whose credentials are of a day; the ref is the name in small letters."""
    ref = printed.lower().replace(" ", "-")
    person = make.person(event.organiser, printed, ref=ref)
    body = make.body(event.organiser, f"Embassy of {state}", state=state, ref=f"embassy-{ref}")
    post = make.post(body, f"Ambassador of {state}", ref=f"ambassador-{ref}")
    tenure = {name: fields.pop(name) for name in ("basis", "begins", "ends") if name in fields}
    make.tenure(person, post, steps={"credentials": since} if since else None, **tenure)
    return make.participation(event, person, ref=ref, **fields)


def refs(event: Event) -> list[str]:
    """The refs of the order, highest first."""
    return [entry.ref for entry in ordering.order_of(event).entries]


def places(event: Event) -> dict[str, int | None]:
    """The place of each ref."""
    return {entry.ref: entry.place for entry in ordering.order_of(event).entries}


def move(event: Event, subject: str, side: str, neighbour: str, reason: str = "Asked for.") -> Move:
    """A place given by hand."""
    return Move.objects.create(
        ordering=event.ordering, subject=subject, side=side, neighbour=neighbour, reason=reason
    )

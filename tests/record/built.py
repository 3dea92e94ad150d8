"""The pages of the record as a browser uses them."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from tests import make
from tests.forms import sent_by


def address(event: Event, page: str = "course", **arguments: str) -> str:
    """The address of a page of the record."""
    return reverse(f"record:{page}", kwargs={"ref": event.organiser.ref, "code": event.code, **arguments})


def page(client: Client, path: str) -> str:
    """The page as it is served."""
    response = client.get(path)
    assert response.status_code == 200, response.headers.get("Location")
    return response.content.decode()


def send(client: Client, path: str, having: str, fields: dict[str, Any], *, to: str = "") -> Any:
    """Fill in some fields of the form at an address and send all of it; the page that follows."""
    standing = sent_by(page(client, path), having=having)
    return client.post(to or path, standing | fields, follow=True)


def said(response: Any) -> list[str]:
    """What the page tells after a deed."""
    return [str(message) for message in response.context["messages"]]


def undo(client: Client, response: Any) -> Any:
    """Press the undo button of the page that follows a deed."""
    found = re.search(r'action="([^"]*undo[^"]*)"', response.content.decode())
    assert found is not None
    return client.post(found.group(1).replace("&amp;", "&"), follow=True)


def somebody(event: Event, printed: str, capacity: str = "guest", **fields: Any) -> Participation:
    """Somebody who takes part in an event."""
    return make.participation(event, make.person(event.organiser, printed), capacity, ref=printed, **fields)


def chosen(who: Participation, field: str) -> dict[str, str]:
    """What a browser sends once somebody was chosen from the list."""
    return {field: who.code, f"{field}_text": who.name_printed}


def write(client: Client, event: Event, item: Item, **fields: str) -> Any:
    """Write something of an item on the page of the course; `press` is the name and value of a button."""
    name, _, value = fields.pop("press", "").partition("=")
    written: dict[str, Any] = {f"{item.code}-{field}": text for field, text in fields.items()}
    pressed = {name: value} if name else {}
    return send(
        client,
        address(event),
        f"{item.code}-shown",
        written | pressed,
        to=address(event, "write-course"),
    )

"""Endpoints, and changes that they are told of."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.api.hooks.actions.endpoints import make_endpoint
from chancery.api.hooks.models import Delivery, Endpoint
from chancery.api.hooks.queries.endpoints import good_secrets
from chancery.events.actions import change_event
from chancery.events.models import Event
from tests import make


def endpoint(office: Organiser, address: str = "http://127.0.0.1:9/", **fields: Any) -> Endpoint:
    """An endpoint that hears of all changes from now on."""
    values = {"name": "Register of the ministry", "patterns": ["*"]} | fields
    made = Endpoint(organiser=office, address=address, **values)
    return make_endpoint(made, by=make.actor(office), now=timezone.now())


def secret_of(of: Endpoint) -> str:
    """The secret that its receiver keeps."""
    return good_secrets(of, timezone.now())[0]


def change(event: Event, title: str) -> None:
    """Give an event another title."""
    event.titles = {"en": title}
    change_event(event, by=make.actor(event.organiser))


def an_endpoint(office: Organiser) -> str:
    """The code of an endpoint of an office, made on first use."""
    found = Endpoint.objects.filter(organiser=office).first()
    return (found or endpoint(office)).code


def a_delivery(office: Organiser) -> str:
    """The code of something that endpoint was told."""
    of = Endpoint.objects.get(code=an_endpoint(office))
    return delivery(of).code


def delivery(of: Endpoint, *, line: int = 1, now: datetime | None = None, **fields: Any) -> Delivery:
    """Something that waits for an endpoint."""
    values = {"told": "events.event.changed", "message_id": f"msg_{line}", "body": "{}"} | fields
    return Delivery.objects.create(endpoint=of, line=line, next_try_at=now or timezone.now(), **values)

"""What a telephone at a door says to the office, without its page."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chancery.base.audit import Actor
from chancery.door.access import pairing_key_of
from chancery.door.actions import devices
from chancery.door.models import Device, Door
from chancery.door.told import milliseconds
from tests.door import built


class Telephone:
    """What a telephone says, without its page."""

    def __init__(self, door: Door, **fields: Any) -> None:
        self.client = Client()
        device = built.device(door, **fields)
        now = timezone.now()

        device = devices.pair_again(device, by=Actor(door.event.organiser_id), now=now)
        self.key = pairing_key_of(device)
        self.paired = self.post("pair", {"key": self.key, "at": milliseconds(now)})
        self.token = self.paired["token"]
        self.cursor = None

    @property
    def row(self) -> Device:
        return Device.objects.get(code=self.paired["device"])

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Device {self.token}"} if hasattr(self, "token") else {}

    def ask(self, name: str, body: Any = None, **headers: str) -> Any:
        path, sent = reverse(f"phone:{name}"), self.headers | headers
        if body is None:
            return self.client.get(path, headers=sent)
        return self.client.post(path, json.dumps(body), content_type="application/json", headers=sent)

    def post(self, name: str, body: Any) -> Any:
        response = self.ask(name, body)
        assert response.status_code == 200, response.content
        return response.json()

    def tell(self, *scans: dict[str, Any], waiting: int | None = None) -> Any:
        now = milliseconds(timezone.now())
        body = {"scans": list(scans), "cursor": self.cursor, "waiting": len(scans), "device_at": now}
        if waiting is not None:
            body["waiting"] = waiting
        return self.post("scans", body)


def scan(party: str, kind: str = "admit", *, ago: int = 0, people: int = 1, **fields: Any) -> dict[str, Any]:
    at = milliseconds(timezone.now() - timedelta(seconds=ago))
    told = {"uid": str(uuid4()), "kind": kind, "how": "pass", "party": party, "people": people}
    return told | {"device_at": at, "at": at, "undoes": None, "words": "", "was_offline": False} | fields


def walk_in(name: str, **more: object) -> dict[str, object]:
    """Somebody without an invitation, as a telephone tells it."""
    told = {"uid": str(uuid4()), "kind": "walk-in", "party": "", "name": name}
    return told | {"at": milliseconds(timezone.now())} | more

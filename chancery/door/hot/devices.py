"""Which device shows a token: looked up seldom, and forgotten at once when a device is revoked."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from time import monotonic

from chancery.base.push.asking import in_thread
from chancery.base.push.hub import Hub
from chancery.door.actions.devices import DEVICES
from chancery.door.models import Device

GOOD_SECONDS = 5.0
MOST_KNOWN = 2000
THREAD = ThreadPoolExecutor(1, thread_name_prefix="doors")
"""A thread of the doors: a guest in front of one does not wait for screens that come back all at once."""

COLUMNS = ("pk", "code", "door_id", "door__code", "door__event_id", "door__event__organiser_id", "expires_at")


@dataclass(frozen=True, slots=True)
class Standing:
    """A device where it stands: the keys that its scans are written with."""

    id: int
    code: str
    door_id: int
    door: str
    event_id: int
    organiser_id: int
    expires_at: datetime


class Devices:
    """The devices that were seen in the last seconds, by the digest of their token."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, asyncio.Future[Standing | None]]] = {}

    def follow(self, hub: Hub) -> None:
        """Forget what is known whenever a device is revoked or changed anywhere."""
        hub.watch(DEVICES, self._forget)

    async def by_header(self, authorization: str) -> Standing | None:
        """Return the device whose token stands in the header, None where it may do nothing (any more)."""
        scheme, _, token = authorization.partition(" ")
        if scheme != "Device" or not token:
            return None
        digest = sha256(token.encode()).hexdigest()
        at, found = self._known.get(digest, (0.0, None))
        if found is None or monotonic() - at > GOOD_SECONDS:
            found = asyncio.ensure_future(in_thread(partial(_find, digest), THREAD))
            self._remember(digest, found)
        return await asyncio.shield(found)

    def _remember(self, digest: str, found: asyncio.Future[Standing | None]) -> None:
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[digest] = (monotonic(), found)

    def _forget(self) -> None:
        self._known.clear()


def _find(digest: str) -> Standing | None:
    row = Device.objects.filter(token_digest=digest, revoked_at=None).values_list(*COLUMNS).first()
    return Standing(*row) if row else None

"""What a telephone at a door asks of the office: it has a token; nobody signs in, no cookie is read."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET, require_POST

from chancery.base import passes
from chancery.base.push import Opened
from chancery.door import access, snapshot, told
from chancery.door.actions import at_door, devices, presences
from chancery.door.exchange import exchange
from chancery.door.models import Device
from chancery.door.queries.marks import channel_of
from chancery.door.told import NotAsTold, milliseconds

LONGEST = 400_000
"""Bytes of the longest call: 500 scans with words."""

type Call = Callable[Concatenate[HttpRequest, Device, ...], HttpResponseBase]
type May = Callable[[Device | None, Any], bool]


def device_call(may: May) -> Callable[[Call], Callable[..., HttpResponseBase]]:
    """Make a view of `(request, device)`; a device that may not is told so, and wipes itself."""

    def decorate(call: Call) -> Callable[..., HttpResponseBase]:
        @csrf_exempt  # No cookie is read here: the token lets in, and another site does not know it.
        @wraps(call)
        def answer(request: HttpRequest) -> HttpResponseBase:
            device = access.device_by(access.token_in(request.headers.get("Authorization", "")))
            if device is None or not may(device, timezone.now()):
                return JsonResponse({"is_gone": True}, status=HTTPStatus.UNAUTHORIZED)
            try:
                return call(request, device)
            except NotAsTold:
                return _refused()

        return answer

    return decorate


def _refused() -> HttpResponse:
    return JsonResponse({"is_refused": True}, status=HTTPStatus.BAD_REQUEST)


def sent_in(request: HttpRequest) -> dict[str, Any]:
    """Read the body of a call. Errors: NotAsTold."""
    if len(request.body) > LONGEST:
        raise NotAsTold("too long")
    try:
        # What no database keeps is mended in `told`: a scan refused for it would be sent for ever.
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as fault:
        raise NotAsTold(type(fault).__name__) from fault
    if not isinstance(sent, dict):
        raise NotAsTold("not an object")
    return sent


@csrf_exempt  # No cookie is read here: the key of the QR code lets in.
@require_POST
def pair(request: HttpRequest) -> HttpResponse:
    """Pair the telephone that shows a key of the office."""
    now = timezone.now()
    try:
        sent = sent_in(request)
        device, token = devices.pair(str(sent["key"]), device_at=told.moment_in(sent["at"]), now=now)
    except devices.PairingRefused:
        return JsonResponse({"is_unknown": True, "now": milliseconds(now)}, status=HTTPStatus.NOT_FOUND)
    except (NotAsTold, KeyError, TypeError, ValueError, OverflowError, OSError):
        return _refused()
    return JsonResponse(
        {
            "token": token,
            "device": device.code,
            "name": device.name,
            "searches": device.searches,
            "door": snapshot.door_as(device.door),
            "event": snapshot.event_as(device.door.event),
            "expires_at": milliseconds(device.expires_at),
            "keys": dict(passes.public_keys()),
            "now": milliseconds(now),
        }
    )


@gzip_page
@require_GET
@device_call(access.may_read)
def guests(request: HttpRequest, device: Device) -> HttpResponseBase:
    """Send the guests as this device may know them, or that they are still the same."""
    now = timezone.now()
    with transaction.atomic():
        presences.prepare(device.door.event)
        found = snapshot.snapshot_of(device, now=now)
    etag = snapshot.etag_of(device, found)
    Device.objects.filter(pk=device.pk).update(seen_at=now)
    if etag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": f'"{etag}"'})
    content = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(content, content_type="application/json", headers={"ETag": f'"{etag}"'})


@device_call(access.may_hand_in)
@require_POST
def scans(request: HttpRequest, device: Device) -> HttpResponse:
    """Take what was done on a device, and tell it what was done elsewhere."""
    return JsonResponse(exchange(device, told.exchange_in(sent_in(request)), now=timezone.now()))


@device_call(access.may_read)
@require_GET
def clock(request: HttpRequest, device: Device) -> HttpResponse:
    """Tell the time."""
    return JsonResponse({"now": milliseconds(timezone.now())})


@device_call(access.may_read)
@require_GET
def stream(request: HttpRequest, device: Device) -> HttpResponseBase:
    """Tell a device that something happened at the doors; what, it asks by itself."""
    return Opened(channel_of(device.door.event_id), dict, cut=only_hint)


def only_hint(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out who came: a device that may not look up names asks with its cursor as always."""
    return {}


@device_call(access.may_hand_in)
@require_POST
def guest(request: HttpRequest, device: Device) -> HttpResponse:
    """Take somebody who came without an invitation, or what a steward put right about a guest."""
    now = timezone.now()
    answer = at_door.take(device, at_door.told_guest(sent_in(request)), now=now)
    return JsonResponse(answer | {"now": milliseconds(now)})


@csrf_exempt  # No cookie is read here: the token lets in.
@require_POST
def wiped(request: HttpRequest) -> HttpResponse:
    """Hear that a telephone has forgotten the guests, also when it may do nothing else any more."""
    device = access.device_by(access.token_in(request.headers.get("Authorization", "")))
    if device is None:
        return JsonResponse({"is_gone": True}, status=HTTPStatus.UNAUTHORIZED)
    now = timezone.now()
    try:
        waiting = min(max(int(sent_in(request).get("waiting") or 0), 0), 10_000)
    except (TypeError, ValueError, OverflowError):
        return _refused()
    devices.note_wiped(device, waiting=waiting, now=now)
    return JsonResponse({"now": milliseconds(now)})

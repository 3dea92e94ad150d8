"""
From lines of the audit log to deliveries: done again it makes nothing twice, whenever it was broken off.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest

from chancery.api.hooks import payloads
from chancery.api.hooks.models import Delivery, Endpoint, Reading
from chancery.api.hooks.patterns import is_heard
from chancery.api.hooks.payloads import Told
from chancery.api.hooks.queries import lines as queries
from chancery.base.models import AuditLine

# The one row that says how far the log was read.
READING = 1


def derive(now: datetime) -> int:
    """Make the deliveries of all lines that were not read yet; return how many were made."""
    reading, _is_new = Reading.objects.get_or_create(
        pk=READING, defaults={"read_to": queries.newest_line() if not _endpoints() else 0}
    )
    settled = queries.settle(reading, now)
    endpoints = _endpoints()
    made = _derive_after(reading.read_to, endpoints) if endpoints else 0
    Reading.objects.filter(pk=READING).update(
        read_to=Greatest(F("read_to"), settled),
        mark=reading.mark,
        transaction=reading.transaction,
        marked_at=reading.marked_at,
    )
    return made


def derive_span(endpoint: Endpoint, since: datetime, until: datetime) -> int:
    """Make the deliveries of a span that an endpoint was not told of; return how many were made."""
    lines = queries.lines_of_span(endpoint.organiser_id, since, until)
    return sum(_make([endpoint], some, since=since) for some in _batches(lines))


def _batches(lines: QuerySet[AuditLine]) -> Iterable[list[AuditLine]]:
    number = 0
    while some := list(lines.filter(pk__gt=number)[: queries.AT_ONCE]):
        yield some
        number = some[-1].pk


def _endpoints() -> list[Endpoint]:
    on = Endpoint.objects.filter(is_on=True, removed_at=None).select_related("organiser")
    return list(on.order_by("pk"))


def _derive_after(number: int, endpoints: Sequence[Endpoint]) -> int:
    made, offices = 0, {endpoint.organiser_id for endpoint in endpoints}
    while some := queries.lines_after(number, offices):
        made += _make(endpoints, some)
        number = some[-1].pk
    return made


def _make(endpoints: Sequence[Endpoint], lines: Sequence[AuditLine], since: datetime | None = None) -> int:
    """
    Make the deliveries of some lines that are not there yet.

    Two processes may do so at once: then the database keeps the first of each.
    """
    heard: defaultdict[int, list[Endpoint]] = defaultdict(list)
    for line in lines:
        heard[line.pk] = [each for each in endpoints if _hears(each, line, since)]
    told = payloads.told_of(line for line in lines if heard[line.pk])
    wanted = [
        _delivery(endpoint, each)
        for each in told
        for endpoint in heard[each.line.pk]
        if _is_of(endpoint, each)
    ]
    known = set(
        Delivery.objects.filter(
            line__in=[each.line for each in wanted], endpoint__in={each.endpoint_id for each in wanted}
        ).values_list("endpoint_id", "line")
    )
    fresh = [each for each in wanted if (each.endpoint_id, each.line) not in known]
    Delivery.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _hears(endpoint: Endpoint, line: AuditLine, since: datetime | None) -> bool:
    return (
        line.organiser_id == endpoint.organiser_id
        and line.at >= (since or endpoint.listens_from)
        and is_heard(line.code, endpoint.patterns)
    )


def _is_of(endpoint: Endpoint, told: Told) -> bool:
    """Whether an endpoint hears of the event of a change: of all, or of those it names."""
    return not endpoint.events or told.event in endpoint.events


def _delivery(endpoint: Endpoint, told: Told) -> Delivery:
    line = told.line
    return Delivery(
        endpoint=endpoint,
        message_id=payloads.message_id_of(endpoint.organiser, line.pk),
        line=line.pk,
        told=line.code,
        kind=line.kind,
        object_id=line.object_id,
        happened_at=line.at,
        body=payloads.body_of(endpoint.organiser, told),
    )

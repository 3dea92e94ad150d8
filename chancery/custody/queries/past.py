"""Which lines of the history hold values of people for longer than the office keeps them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched, groupby
from operator import attrgetter
from sys import maxsize

from django.apps import apps
from django.db.models import Min, Q, QuerySet

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit_seal import erasing
from chancery.base.audit_seal.erasing import Cut
from chancery.base.models import AuditLine
from chancery.custody import ageing
from chancery.custody.models import Removal
from chancery.custody.queries.due import Settled, settled_kinds
from chancery.events.models import Event
from chancery.privacy import queries as privacy

AT_ONCE = 500
# Rows that are called what they hold: a line about one may call it by a name or number it has no more.
CALLED_BY_VALUE = frozenset({"directory.person", "directory.personname", "directory.contactpoint"})


@dataclass(frozen=True, slots=True)
class Past:
    """How many lines lose values by one kind now, and before which moment they were written."""

    settled: Settled
    count: int
    before: datetime


def due_in(organiser: Organiser, *, now: datetime) -> list[Past]:
    """What goes from the history now, by the kinds that are in force."""
    of_history = [each for each in settled_kinds(organiser) if each.kind.lines_about and each.is_in_force]
    found = [Past(each, count_older(organiser, each, now=now), before(each, now)) for each in of_history]
    return [each for each in found if each.count]


def count_older(organiser: Organiser, settled: Settled, *, now: datetime) -> int:
    """How many lines are older than a kind is kept, and would lose something."""
    return sum(1 for _line in older(organiser, settled, now=now))


def older(organiser: Organiser, settled: Settled, *, now: datetime) -> Iterator[AuditLine]:
    """The lines themselves, the earliest first."""
    for lines in batched(lines_of(organiser, settled, now=now).iterator(chunk_size=AT_ONCE), AT_ONCE):
        going = [line for some, cut in cuts(lines, settled) for line in some if erasing.would_lose(line, cut)]
        yield from sorted(going, key=attrgetter("pk"))


def before(settled: Settled, now: datetime) -> datetime:
    """The moment before which a line is old enough."""
    return now - timedelta(days=settled.days or 0)


def lines_of(organiser: Organiser, settled: Settled, *, now: datetime) -> QuerySet[AuditLine]:
    """The lines about rows of a kind that are old enough and were not looked at yet, by their number."""
    reached = Removal.objects.filter(organiser=organiser, kind=settled.kind.key)
    up_to = reached.values_list("up_to", flat=True).first() or 0
    lines = AuditLine.objects.filter(organiser_id=organiser.pk, pk__gt=up_to).order_by("pk")
    young = lines.filter(at__gte=before(settled, now)).values_list("pk", flat=True).first()
    end = min(young or maxsize, _first_held(organiser))
    kinds = sorted(ageing.columns_of(settled.kind.lines_about))
    return lines.filter(pk__lt=end, kind__in=kinds).exclude(code=erasing.CODE)


def _first_held(organiser: Organiser) -> int:
    """
    The first line about an event that is held back: what came after it may be needed as a proof.

    An event without any line keeps the whole history.
    """
    held = privacy.held_events(organiser)
    if not held:
        return maxsize
    kind = audit.kind_of(Event)
    about = AuditLine.objects.filter(organiser_id=organiser.pk, kind=kind, object_id__in=list(held))
    firsts = dict(about.order_by().values_list("object_id").annotate(first=Min("pk")))
    return min((firsts.get(event, 0) for event in held), default=maxsize)


def cuts(lines: Iterable[AuditLine], settled: Settled) -> Iterator[tuple[Sequence[AuditLine], Cut]]:
    """Part lines by what is taken out of them."""
    keys = settled.kind.lines_about
    by_kind = sorted(lines, key=attrgetter("kind", "pk"))
    for kind, of_kind in groupby(by_kind, key=attrgetter("kind")):
        some = list(of_kind)
        columns = ageing.parts_to_go(some, keys)
        labels = _labels(kind, some)
        for label in (None, ageing.REMOVED_LABEL):
            chosen = [line for line in some if labels[line.pk] == label]
            if chosen:
                yield chosen, Cut(label, columns, audit.REMOVED, rule=settled.kind.key)


def _labels(kind: str, lines: Sequence[AuditLine]) -> dict[int, str | None]:
    """What each line calls its row from then on; None where that stays: the row is still called so."""
    wanted = {line.object_id for line in lines}
    rows = apps.get_model(kind)._default_manager.filter(Q(pk__in=wanted)).order_by("pk")
    if kind in CALLED_BY_VALUE:
        called = {row.pk: str(row)[: erasing.LONGEST_LABEL] for row in rows}
        return {
            line.pk: None if called.get(line.object_id) == line.label else ageing.REMOVED_LABEL
            for line in lines
        }
    there = set(rows.values_list("pk", flat=True))
    return {line.pk: None if line.object_id in there else ageing.REMOVED_LABEL for line in lines}

"""
The lines of the audit log that are to be told, and up to which number all of them can be seen.

On SQLite one process writes at a time, so lines appear in the order of their numbers. PostgreSQL gives a
number when a line is written and shows the line when its transaction ends: a long import shows its lines
behind those of short changes that came later. So the log is read again from the last number below which no
transaction can be open any more.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Max, QuerySet

from chancery.api.hooks.models import Reading
from chancery.base.kinds import KNOWN_TO_FEW
from chancery.base.models import AuditLine

AT_ONCE = 500
# A number may be given a moment before its transaction is known to be open.
MARKS_APART = timedelta(seconds=5)


def lines_after(number: int, offices: Iterable[int]) -> list[AuditLine]:
    """The next lines of some offices after a number, in their order; what few may know of is not told."""
    lines = AuditLine.objects.filter(pk__gt=number, organiser_id__in=list(offices))
    return list(lines.exclude(kind__in=KNOWN_TO_FEW).order_by("pk")[:AT_ONCE])


def newest_line() -> int:
    """The highest number of a line that can be seen, 0 before the first."""
    return AuditLine.objects.aggregate(newest=Max("pk"))["newest"] or 0


def lines_of_span(office: int, since: datetime, until: datetime) -> QuerySet[AuditLine]:
    """The lines of an office from a moment up to another one, in their order."""
    lines = AuditLine.objects.filter(organiser_id=office, at__gte=since, at__lt=until)
    return lines.exclude(kind__in=KNOWN_TO_FEW).order_by("pk")


def lines_of_kinds(office: int, kinds: Iterable[str], *, after: int, most: int) -> list[AuditLine]:
    """The next lines of an office of some kinds, in their order; what few may know of is not told."""
    lines = AuditLine.objects.filter(organiser_id=office, pk__gt=after, kind__in=set(kinds) - KNOWN_TO_FEW)
    return list(lines.order_by("pk")[:most])


def settled_number() -> int:
    """
    The number up to which every line can be seen, as far as the rounds of the worker have found out.

    What is read after it holds all that was written since, and on PostgreSQL some lines of the last moments
    that were seen before.
    """
    if connection.vendor != "postgresql":
        return newest_line()
    return Reading.objects.aggregate(read_to=Max("read_to"))["read_to"] or 0


def settle(reading: Reading, now: datetime) -> int:
    """
    Return the number up to which every line can be seen from now on; what is read afterwards holds them all.

    Notes in `reading`, unsaved, what is looked at the next time.
    """
    newest = newest_line()
    if connection.vendor != "postgresql":
        return newest
    oldest, following = _transactions()
    settled = reading.read_to
    is_old_enough = reading.marked_at is not None and now - reading.marked_at >= MARKS_APART
    if is_old_enough and oldest >= reading.transaction:
        settled = max(settled, reading.mark)
    if (is_old_enough and settled >= reading.mark) or reading.marked_at is None:
        reading.mark, reading.transaction, reading.marked_at = newest, following, now
    return settled


def _transactions() -> tuple[int, int]:
    """The oldest transaction that writes and has not ended, and the number that the next one will have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint"
            " FROM pg_current_snapshot() AS s"
        )
        oldest, following = cursor.fetchone()
    return int(oldest), int(following)

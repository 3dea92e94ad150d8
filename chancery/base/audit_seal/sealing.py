"""
Making seals: every line comes into exactly one, in the order of numbers as far as they are there.

On PostgreSQL a line may appear after one with a higher number, because its transaction ended later. So a seal
names its lines one by one, gaps mean nothing, and what appears late comes into a later seal.
"""

import json
import logging
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import batched, islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Max, QuerySet, Sum

from chancery.base.audit_seal import digests, heads, keys
from chancery.base.audit_seal.digests import Fixed, Member
from chancery.base.models import AuditLine, AuditSeal

log = logging.getLogger(__name__)

LINES_OF_A_SEAL = 500
"""A lost seal hides no more than so many lines, and SQLite waits for no more than so many."""

MOST_A_ROUND = 20_000
LATE_BY = timedelta(hours=6)
LATE_SEALS = 20
"""No line appears later than both: a line below that stands in no seal was put in by hand."""

# Any number will do that no other lock of the product has.
LOCK = 6_241_888

COLUMNS = ("pk", "organiser_id", "at", "by_id", "code", "kind", "object_id", "label", "reason", "changes")


def seal_lines(organiser_id: int, *, now: datetime, most: int = MOST_A_ROUND) -> int:
    """
    Seal what stands in no seal yet, at most `most` lines; return how many were sealed.

    Another worker that does the same at the same moment goes first, and this one leaves the rest to the next
    round.
    """
    newest = newest_seal(organiser_id)
    done = 0
    # Read to the end before a seal begins: beside a list read half SQLite refuses to write once others wrote.
    waiting = list(islice(unsealed(organiser_id, now=now), most))
    for numbers in batched(waiting, LINES_OF_A_SEAL):
        made = _seal(organiser_id, numbers, after=newest, now=now)
        if made is None:
            break
        newest, done = made, done + made.lines
    return done


def newest_seal(organiser_id: int) -> AuditSeal | None:
    """Return the last seal of an office, without its members."""
    return seals_of(organiser_id).order_by("-number").first()


def seals_of(organiser_id: int) -> QuerySet[AuditSeal]:
    """The seals of an office, without their members."""
    return AuditSeal.objects.filter(organiser_id=organiser_id).defer("members")


def unsealed(organiser_id: int, *, now: datetime) -> Iterable[int]:
    """Yield the numbers of lines that stand in no seal, the late ones first."""
    floor = settled_below(organiser_id, now=now)
    lines = AuditLine.objects.filter(organiser_id=organiser_id).order_by("pk")
    top = seals_of(organiser_id).aggregate(top=Max("last_line"))["top"] or 0
    yield from _late(organiser_id, lines.filter(pk__gt=floor, pk__lte=top), floor)
    yield from lines.filter(pk__gt=top).values_list("pk", flat=True).iterator()


def settled_below(organiser_id: int, *, now: datetime) -> int:
    """Return the number up to which no further line can appear."""
    newest = newest_seal(organiser_id)
    if newest is None:
        return 0
    old = seals_of(organiser_id).filter(number__lte=newest.number - LATE_SEALS, made_at__lt=now - LATE_BY)
    last = old.order_by("-number").first()
    return last.last_line if last else 0


def _late(organiser_id: int, lines: QuerySet[AuditLine], floor: int) -> list[int]:
    """The numbers above `floor` that were passed over; counting mostly shows that there are none."""
    seals = AuditSeal.objects.filter(organiser_id=organiser_id, last_line__gt=floor)
    above = seals.filter(first_line__gt=floor).aggregate(lines=Sum("lines"))["lines"] or 0
    across = _numbers_in(seals.filter(first_line__lte=floor), floor)
    if lines.count() == above + len(across):
        return []
    known = across | _numbers_in(seals.filter(first_line__gt=floor), floor)
    return [number for number in lines.values_list("pk", flat=True) if number not in known]


def _numbers_in(seals: QuerySet[AuditSeal], floor: int) -> set[int]:
    kept = seals.order_by("number").values_list("members", flat=True)
    return {number for members in kept.iterator() for number in digests.numbers_in(members) if number > floor}


@transaction.atomic
def _seal(
    organiser_id: int, numbers: Sequence[int], *, after: AuditSeal | None, now: datetime
) -> AuditSeal | None:
    """Make one seal, unless another worker made one since `after`."""
    lock(organiser_id)
    newest = newest_seal(organiser_id)
    if (newest and newest.number) != (after and after.number):
        return None
    rows = AuditLine.objects.filter(pk__in=numbers).order_by("pk").values_list(*COLUMNS)
    members = [_member(row) for row in rows]
    if not members:
        return None
    made = _signed(organiser_id, members, after=newest, now=now)
    made.save(force_insert=True)
    transaction.on_commit(lambda: _tell(made))
    return made


def lock(organiser_id: int) -> None:
    """Let nobody else seal or erase lines of an office until the transaction ends; SQLite has one writer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, organiser_id % 2**31])


def _member(row: tuple[Any, ...]) -> Member:
    *fixed, label, reason, changes = row
    return digests.member_of(
        Fixed(*fixed), digests.parts_of(label, reason, changes), secrets.token_bytes(len(digests.NO_SALT))
    )


def _signed(
    organiser_id: int, members: Sequence[Member], *, after: AuditSeal | None, now: datetime
) -> AuditSeal:
    number, previous = _place(organiser_id, after)
    made = AuditSeal(
        organiser_id=organiser_id,
        number=number,
        previous=previous,
        first_line=members[0].number,
        last_line=members[-1].number,
        lines=len(members),
        made_at=now,
        members=digests.packed(members),
        root=digests.root_of(members),
        key=keys.public(),
    )
    words = words_of(made)
    made.digest, made.signature = sha256(words).hexdigest(), keys.sign(words)
    return made


def _place(organiser_id: int, after: AuditSeal | None) -> tuple[int, str]:
    """
    The number of the next seal, and the digest of the one before it.

    Where the home knows a newer seal than the database has, some were taken away: the next one goes on from
    the one that is known, so that the gap stays to be seen.
    """
    number, digest = (after.number, after.digest) if after else (0, "")
    head = heads.head_of(organiser_id)
    if head and head.number > number:
        log.error("Seals %s to %s of office %s are missing.", number + 1, head.number, organiser_id)
        number, digest = head.number, head.digest
    return number + 1, digest


def words_of(seal: AuditSeal) -> bytes:
    """Return what is signed."""
    told = [
        *("chancery seal 1", seal.organiser_id, seal.number, seal.previous),
        *(seal.first_line, seal.last_line, seal.lines),
        *(seal.made_at.astimezone(UTC).isoformat(timespec="microseconds"), seal.root, seal.key),
    ]
    return json.dumps(told, separators=(",", ":")).encode()


def _tell(seal: AuditSeal) -> None:
    """The log of the server is a witness too: it often goes to another machine."""
    heads.keep(seal.organiser_id, seal.number, seal.digest)
    log.info("Sealed: office %s, seal %s, %s.", seal.organiser_id, seal.number, seal.digest)

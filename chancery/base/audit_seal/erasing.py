"""Erasing values of the history so that its seals still check: the one way to do so."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import Q

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.audit_seal import digests, sealing
from chancery.base.audit_seal.digests import LABEL, REASON
from chancery.base.models import AuditLine, AuditSeal, ErasedValues

CODE = "base.values.erased"
LINES_AT_ONCE = 500
LONGEST_LABEL = 300

type Proofs = dict[str, list[str]]


def erase_values(
    keys: Mapping[str, Iterable[int]],
    *,
    organisers: Sequence[int],
    by: Actor,
    label: str | None = None,
    columns: Collection[str] | None = None,
) -> int:
    """
    Take what stood in rows out of their history, in all columns or in some, and what they were called.

    `keys` are rows by their kind; without a `label` they keep what they were called. The lines stay with
    their time, author and columns, and their seals still check; what was erased cannot be undone. A line of
    the history for every 500 says in each office which lines were erased and by whom. Returns how many lines
    lost something.

    The caller is inside the transaction of what the erasing belongs to, and holds it shortly: nothing of
    these offices is sealed meanwhile.
    """
    _demand_transaction()
    count, cut = 0, Cut(label, columns)
    for organiser in sorted(set(organisers)):
        sealing.lock(organiser)
        numbers = sorted(
            number for kind, some in keys.items() for number in _numbers(organiser, kind, sorted(set(some)))
        )
        for together in batched(numbers, LINES_AT_ONCE):
            count += _erase(Actor(organiser, by.user), together, cut)
    return count


@dataclass(frozen=True, slots=True)
class Cut:
    """
    What is taken out of lines: the columns (None for all), perhaps what the rows were called.

    `columns` may hold `digests.REASON`. `mark` is the sign in the place of a value, `rule` says in the line
    of the erasing by which rule it was done.
    """

    label: str | None = None
    columns: Collection[str] | None = None
    mark: str = audit.ERASED
    rule: str = ""


def cut_lines(numbers: Collection[int], cut: Cut, *, by: Actor) -> int:
    """
    Take values out of some lines of an office, as `erase_values` does of all lines of some rows.

    The caller is inside the transaction of what asks for it. Returns how many lines lost something.
    """
    _demand_transaction()
    sealing.lock(by.organiser_id)
    return sum(_erase(by, together, cut) for together in batched(sorted(numbers), LINES_AT_ONCE))


def would_lose(line: AuditLine, cut: Cut) -> bool:
    """Whether a line would lose something."""
    return bool(_parts_to_erase(line, cut))


def _demand_transaction() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("Values are erased in the transaction of what asks for it.")


def _numbers(organiser: int, kind: str, keys: Sequence[int]) -> Iterable[int]:
    for some in batched(keys, LINES_AT_ONCE):
        of_kind = Q(organiser_id=organiser, kind=kind, object_id__in=some)
        yield from AuditLine.objects.filter(of_kind).order_by("pk").values_list("pk", flat=True)


def _erase(by: Actor, numbers: Sequence[int], cut: Cut) -> int:
    found = AuditLine.objects.filter(pk__in=numbers).exclude(code=CODE).order_by("pk")
    lines = {line.pk: line for line in found if would_lose(line, cut)}
    if not lines:
        return 0
    told = _told(sorted(lines), cut, by)
    salts = _take_salts(by.organiser_id, lines.keys())
    earlier = {row.line_id: row for row in ErasedValues.objects.filter(line__in=lines)}
    kept = []
    for number, line in lines.items():
        gone, before = _parts_to_erase(line, cut), earlier.get(number)
        # A line that is not sealed yet comes into its seal as it is then.
        if proofs := _proofs(line, salts.get(number), before):
            left = _without(proofs, line, gone)
            # What the row is called now is told by the line that called it so.
            by_line = before.erased_in_id if before and LABEL not in gone else told.pk
            kept.append(
                ErasedValues(organiser_id=by.organiser_id, line=line, proofs=left, erased_in_id=by_line)
            )
        _blank(line, cut, gone)
    ErasedValues.objects.bulk_create(
        kept, update_conflicts=True, unique_fields=["line"], update_fields=["proofs", "erased_in"]
    )
    AuditLine.objects.bulk_update(lines.values(), ["label", "reason", "changes"], batch_size=100)
    return len(lines)


def _parts_to_erase(line: AuditLine, cut: Cut) -> set[str]:
    """The parts of a line that are to go and still hold something."""
    gone = {
        name
        for name, sides in line.changes.items()
        if (cut.columns is None or name in cut.columns) and _blanked(sides, cut.mark) != sides
    }
    if line.reason and (cut.columns is None or REASON in cut.columns):
        gone.add(REASON)
    if cut.label is not None and (gone or line.label != cut.label[:LONGEST_LABEL]):
        gone.add(LABEL)
    return gone


def _told(numbers: Sequence[int], cut: Cut, by: Actor) -> AuditLine:
    """Write the line of the erasing; it names lines, and never what stood in them."""
    changes: audit.Changes = {"lines": [None, list(numbers)]}
    if cut.label is not None:
        changes["label"] = [None, cut.label[:LONGEST_LABEL]]
    if cut.rule:
        changes["rule"] = [None, cut.rule]
    told = AuditLine(
        organiser_id=by.organiser_id,
        by=by.user,
        code=CODE,
        kind=audit.kind_of(AuditLine),
        object_id=numbers[0],
        label=str(numbers[0]),
        changes=changes,
    )
    audit.write([told])
    return told


def _take_salts(organiser_id: int, numbers: Collection[int]) -> dict[int, bytes]:
    """Take the salts of lines out of their seals; a line that is in none is absent."""
    taken: dict[int, bytes] = {}
    reaching = AuditSeal.objects.filter(
        organiser_id=organiser_id, first_line__lte=max(numbers), last_line__gte=min(numbers)
    )
    ranges = reaching.order_by("number").values_list("pk", "first_line", "last_line")
    wanted = [key for key, first, last in ranges if any(first <= number <= last for number in numbers)]
    for seal in AuditSeal.objects.filter(pk__in=wanted).order_by("number").iterator(chunk_size=20):
        members = list(digests.unpacked(seal.members))
        found = {one.number: one.salt for one in members if one.number in numbers}
        if found:
            taken |= found
            seal.members = digests.packed(_without_salts(members, numbers))
            seal.save(update_fields=["members"])
    return taken


def _without_salts(members: Iterable[digests.Member], numbers: Collection[int]) -> Iterable[digests.Member]:
    for one in members:
        salt = digests.NO_SALT if one.number in numbers else one.salt
        yield digests.Member(one.number, salt, one.fixed, one.values)


def _proofs(line: AuditLine, salt: bytes | None, earlier: ErasedValues | None) -> Proofs | None:
    """What proves each part of a sealed line before the erasing."""
    if earlier is not None:
        return dict(earlier.proofs)
    if salt is None:
        return None
    parts = digests.parts_of(line.label, line.reason, line.changes)
    return {name: ["salt", digests.salt_of_part(salt, name).hex()] for name in parts}


def _without(proofs: Mapping[str, list[str]], line: AuditLine, gone: Collection[str]) -> Proofs:
    """Put digests in the place of the salts of what is to go."""
    parts = digests.parts_of(line.label, line.reason, line.changes)
    return {
        name: ["digest", digests.digest_of_part(parts[name], bytes.fromhex(proof)).hex()]
        if how == "salt" and name in gone
        else [how, proof]
        for name, (how, proof) in proofs.items()
    }


def _blank(line: AuditLine, cut: Cut, gone: Collection[str]) -> None:
    if cut.label is not None and LABEL in gone:
        line.label = cut.label[:LONGEST_LABEL]
    if REASON in gone:
        line.reason = ""
    line.changes = {
        name: _blanked(sides, cut.mark) if name in gone else sides for name, sides in line.changes.items()
    }


def _blanked(sides: Any, mark: str) -> Any:
    """Both sides of a change without their values: whether there was one still shows."""
    if not isinstance(sides, list):
        return sides if audit.is_blank(sides) else mark
    return [side if side in (None, "", {}, []) or audit.is_blank(side) else mark for side in sides]

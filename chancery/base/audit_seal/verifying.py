"""
Looking whether the history of an office is as it was sealed.

Nothing is trusted but the key of the installation: every seal is read in its order, each line it names is
made into its digests again, and lines that stand in no seal are looked for.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto
from hashlib import sha256
from itertools import batched

from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit_seal import digests, erasing, heads, keys, sealing
from chancery.base.audit_seal.digests import Fixed, Member
from chancery.base.audit_seal.receipts import Receipt
from chancery.base.models import AuditLine, AuditSeal, ErasedValues

MOST_TOLD = 200
LINES_AT_ONCE = 500

type Seen = Callable[[int], None]


class Break(StrEnum):
    """What can be wrong."""

    LINE_ALTERED = auto()
    LINE_MISSING = auto()
    LINE_INSERTED = auto()
    ERASED_UNTOLD = auto()
    SEAL_ALTERED = auto()
    SEAL_MISSING = auto()
    SEAL_OF_ANOTHER_KEY = auto()
    RECEIPT_DIFFERS = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `number` is that of a line or of a seal."""

    what: Break
    number: int

    @property
    def words(self) -> str:
        """One sentence for the owner of the office."""
        return _sentences()[self.what] % {"number": self.number}


@dataclass(slots=True)
class Report:
    """What was looked at, and the first 200 things that are wrong of `wrong` in all."""

    seals: int = 0
    lines: int = 0
    erased: int = 0
    unsealed: int = 0
    wrong: int = 0
    findings: list[Finding] = field(default_factory=list)

    def tell(self, what: Break, number: int) -> None:
        self.wrong += 1
        if len(self.findings) < MOST_TOLD:
            self.findings.append(Finding(what, number))


def verify(
    organiser_id: int,
    *,
    now: datetime,
    receipt: Receipt | None = None,
    seen: Seen = lambda lines: None,
) -> Report:
    """
    Look at every seal of an office and every line of its history.

    With `receipt` also whether the seal it tells of is still the same. `seen` is called with the number of
    lines looked at so far.
    """
    report, sealed = Report(), array("q")
    last = 0
    for seal, members in _seals(organiser_id, report):
        last = seal.number
        sealed.extend(one.number for one in members)
        for some in batched(members, LINES_AT_ONCE):
            _look_at_lines(organiser_id, some, report)
        seen(report.lines)
    _look_at_head(organiser_id, last, report)
    if receipt is not None:
        _look_at_receipt(organiser_id, receipt, report)
    _look_for_inserted(organiser_id, sealed, report, now=now)
    return report


def _seals(organiser_id: int, report: Report) -> Iterator[tuple[AuditSeal, Sequence[Member]]]:
    """Yield the seals in their order with their members, and tell what is wrong with the chain."""
    previous, expected = "", 1
    for seal in (
        AuditSeal.objects.filter(organiser_id=organiser_id).order_by("number").iterator(chunk_size=20)
    ):
        report.seals += 1
        for number in range(expected, min(seal.number, expected + MOST_TOLD)):
            report.tell(Break.SEAL_MISSING, number)
        if seal.number == expected and seal.previous != previous:
            report.tell(Break.SEAL_ALTERED, seal.number)
        members = _members_of(seal, report)
        previous, expected = seal.digest, seal.number + 1
        yield seal, members


def _members_of(seal: AuditSeal, report: Report) -> Sequence[Member]:
    """Return what a seal holds; tell where it is not what was signed."""
    words = sealing.words_of(seal)
    try:
        members = list(digests.unpacked(seal.members))
    except ValueError:
        members = []
    is_whole = (
        sha256(words).hexdigest() == seal.digest
        and digests.root_of(members) == seal.root
        and len(members) == seal.lines
        and keys.is_signed(words, seal.signature, seal.key)
    )
    if not is_whole:
        report.tell(Break.SEAL_ALTERED, seal.number)
    elif not keys.is_ours(seal.key):
        report.tell(Break.SEAL_OF_ANOTHER_KEY, seal.number)
    return members


def _look_at_lines(organiser_id: int, members: Sequence[Member], report: Report) -> None:
    numbers = [one.number for one in members]
    lines = AuditLine.objects.in_bulk(numbers)
    salted = {one.number for one in members if one.salt != digests.NO_SALT}
    erased = _erased(organiser_id, [number for number in numbers if number not in salted])
    for one in members:
        report.lines += 1
        line = lines.get(one.number)
        if line is None:
            report.tell(Break.LINE_MISSING, one.number)
        elif digests.digest_of_fixed(_fixed(line)) != one.fixed or not _holds(line, one, erased):
            report.tell(Break.LINE_ALTERED, one.number)
        elif one.number not in salted:
            report.erased += 1
            if not _is_told(erased[one.number]):
                report.tell(Break.ERASED_UNTOLD, one.number)


def _erased(organiser_id: int, numbers: Sequence[int]) -> Mapping[int, ErasedValues]:
    if not numbers:
        return {}
    rows = ErasedValues.objects.filter(organiser_id=organiser_id, line__in=numbers)
    return {row.line_id: row for row in rows.select_related("erased_in").order_by("pk")}


def _fixed(line: AuditLine) -> Fixed:
    return Fixed(line.pk, line.organiser_id, line.at, line.by_id, line.code, line.kind, line.object_id)


def _holds(line: AuditLine, member: Member, erased: Mapping[int, ErasedValues]) -> bool:
    """Whether the values of a line are those that were sealed, or the sign in place of what was erased."""
    parts = digests.parts_of(line.label, line.reason, line.changes)
    if member.salt != digests.NO_SALT:
        return digests.digest_of_values(digests.proofs_of(parts, member.salt)) == member.values
    left = erased.get(line.pk)
    if left is None or left.proofs.keys() != parts.keys():
        return False
    found: dict[str, bytes] = {}
    for name, (how, proof) in left.proofs.items():
        if how == "digest" and not _is_blank(name, parts[name], left):
            return False
        known = bytes.fromhex(proof)
        found[name] = known if how == "digest" else digests.digest_of_part(parts[name], known)
    return digests.digest_of_values(found) == member.values


def _is_blank(name: str, value: object, left: ErasedValues) -> bool:
    """Whether nothing stands in the place of what was erased but what the erasing put there."""
    if name == digests.LABEL:
        return value in left.erased_in.changes.get("label", [])[1:]
    sides = value if isinstance(value, list) else [value]
    return all(side in (None, "", {}, []) or audit.is_blank(side) for side in sides)


def _is_told(erased: ErasedValues) -> bool:
    """Whether a line of the history tells of the erasing; that line is sealed like all others."""
    told = erased.erased_in
    return told.code == erasing.CODE and erased.line_id in told.changes.get("lines", [None, []])[1]


def _look_at_head(organiser_id: int, last: int, report: Report) -> None:
    """Compare with what the home knows: whoever writes to the database alone cannot change that."""
    head = heads.head_of(organiser_id)
    if head is None:
        return
    for number in range(last + 1, min(head.number, last + MOST_TOLD) + 1):
        report.tell(Break.SEAL_MISSING, number)
    known = sealing.seals_of(organiser_id).filter(number=head.number).first()
    if known is not None and known.digest != head.digest:
        report.tell(Break.SEAL_ALTERED, head.number)


def _look_at_receipt(organiser_id: int, receipt: Receipt, report: Report) -> None:
    seal = sealing.seals_of(organiser_id).filter(number=receipt.number).first()
    if seal is None or seal.digest != receipt.digest:
        report.tell(Break.RECEIPT_DIFFERS, receipt.number)


def _look_for_inserted(organiser_id: int, sealed: "array[int]", report: Report, *, now: datetime) -> None:
    """Look for lines that stand in no seal although all around them do."""
    known = array("q", sorted(sealed))
    settled = sealing.settled_below(organiser_id, now=now)
    lines = AuditLine.objects.filter(organiser_id=organiser_id).order_by("pk")
    place = 0
    for number in lines.values_list("pk", flat=True).iterator():
        while place < len(known) and known[place] < number:
            place += 1
        if place < len(known) and known[place] == number:
            continue
        if number <= settled:
            report.tell(Break.LINE_INSERTED, number)
        else:
            report.unsealed += 1


def _sentences() -> Mapping[Break, str]:
    return {
        Break.LINE_ALTERED: _("Line %(number)s is not what was sealed."),
        Break.LINE_MISSING: _("Line %(number)s was sealed and is gone."),
        Break.LINE_INSERTED: _("Line %(number)s stands in no seal although later ones do."),
        Break.ERASED_UNTOLD: _("Values of line %(number)s were erased, and no line tells by whom."),
        Break.SEAL_ALTERED: _("Seal %(number)s is not what was signed."),
        Break.SEAL_MISSING: _("Seal %(number)s is gone."),
        Break.SEAL_OF_ANOTHER_KEY: _("Seal %(number)s was signed with a key that this installation has not."),
        Break.RECEIPT_DIFFERS: _("Seal %(number)s is not the one on the receipt."),
    }

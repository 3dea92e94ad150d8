"""Entries of a list that are likely one person, with the reasons."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType

from chancery.rules.names.duplicate.evidence import Evidence, Rarity, evidence
from chancery.rules.names.duplicate.meeting import KINDS, pairs_that_meet
from chancery.rules.names.duplicate.records import Entry, Record, plain_email, plain_phone, prepared
from chancery.rules.reasons import Reason, gettext_noop

__all__ = ["LIKELY", "POSSIBLE", "Duplicate", "Record", "find_duplicates"]

Progress = Callable[[int, int], None]

# A pair at or above the first is proposed, one between the two is shown to a person.
LIKELY = 0.85
POSSIBLE = 0.5
_STEP = 1000
_IS_OPEN = attrgetter("is_open")

_SAME_NAME = gettext_noop("The names “%(first)s” and “%(second)s” are alike.")
_OTHER_NAME = gettext_noop("The names “%(first)s” and “%(second)s” differ in part.")
_SAME_DATE = gettext_noop("Both have the date of birth %(date)s.")
_NEAR_DATE = gettext_noop("The dates of birth %(first)s and %(second)s differ in a digit or two.")
_OTHER_DATE = gettext_noop("The dates of birth %(first)s and %(second)s differ.")
_SAME_NUMBER = gettext_noop("Both have the number %(number)s.")
_NEAR_NUMBER = gettext_noop("The numbers %(first)s and %(second)s differ in a digit or two.")
_SAME_CONTACT = gettext_noop("Both have the telephone or e-mail address %(contact)s.")
_SAME_ORGANISATION = gettext_noop("Both belong to %(organisation)s.")
_OTHER_ORGANISATION = gettext_noop("One belongs to %(first)s, the other to %(second)s.")
_SAME_ADDRESS = gettext_noop("The addresses are alike.")
_OTHER_ADDRESS = gettext_noop("The addresses differ.")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """
    Two entries that are likely one person.

    `score` is the probability that they are, from 0 to 1, as far as the list tells. `records` are the two in
    the order of the list, and `proof` is what was weighed.
    """

    score: float
    records: tuple[Record, Record]
    proof: Evidence

    @property
    def first(self) -> str:
        """The key of the first record."""
        return self.records[0].key

    @property
    def second(self) -> str:
        """The key of the second record."""
        return self.records[1].key

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for the pair, then what speaks against it, which is marked as open."""
        return tuple(sorted(_reasons(*self.records, self.proof), key=_IS_OPEN))


def find_duplicates(
    records: Iterable[Record], *, threshold: float = LIKELY, progress: Progress | None = None
) -> list[Duplicate]:
    """
    Find the pairs of records that are likely one person.

    Shape: the likeliest first; empty for fewer than two records. Each record meets only those with which it
    shares a key, so time and memory grow with the records and not with their square.
    Units: `threshold` is a probability. `progress` is called with the steps done and all steps.
    Ties: in the order of the list.
    Source: docs/rules/names.md.
    """
    written = list(records)
    steps = _Steps(len(written) * (1 + len(KINDS)), progress)
    entries = [prepared(record) for record in steps.counted(written)]
    rarity = Rarity(entries)
    least = rarity.of_a_pair + math.log2(threshold / (1 - threshold))
    found = [
        (first, second, _duplicate(written[first], written[second], proof, rarity))
        for first, second in _meetings(entries, steps)
        if (proof := evidence(entries[first], entries[second], rarity, least=least))
    ]
    found.sort(key=lambda pair: (-pair[2].score, pair[0], pair[1]))
    return [duplicate for _, _, duplicate in found]


class _Steps:
    """Counts steps and reports them now and then."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = total
        self._done = 0
        self._progress = progress

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Hand the records on, one step each."""
        for record in records:
            yield record
            self.advance(1)

    def advance(self, steps: int) -> None:
        """Count some steps; report when a thousand are full or all are done."""
        before, self._done = self._done, self._done + steps
        is_due = before // _STEP < self._done // _STEP or self._done == self._total
        if self._progress and is_due:
            self._progress(self._done, self._total)


def _meetings(entries: Sequence[Entry], steps: _Steps) -> Iterator[tuple[int, int]]:
    seen: set[int] = set()
    for kind in KINDS:
        yield from pairs_that_meet(entries, kind, seen)
        steps.advance(len(entries))


def _duplicate(first: Record, second: Record, proof: Evidence, rarity: Rarity) -> Duplicate:
    odds = proof.bits - rarity.of_a_pair
    return Duplicate(1 / (1 + 2**-odds), (first, second), proof)


def _reasons(first: Record, second: Record, proof: Evidence) -> Iterator[Reason]:
    """What speaks for and against the pair; nothing for what only one record has."""
    if proof.names:
        template = _OTHER_NAME if proof.other_words else _SAME_NAME
        yield _reason(template, is_open=bool(proof.other_words), first=_name(first), second=_name(second))
    if proof.born:
        yield from _date_reason(first.born, second.born, proof.born)
    if proof.numbers:
        yield from _number_reason(first.numbers, second.numbers, proof.numbers)
    if proof.contacts:
        yield _reason(_SAME_CONTACT, contact=", ".join(_shared_contacts(first, second)))
    if proof.organisation > 0:
        yield _reason(_SAME_ORGANISATION, organisation=first.organisation)
    elif proof.organisation < 0:
        organisations = {"first": first.organisation, "second": second.organisation}
        yield _reason(_OTHER_ORGANISATION, is_open=True, **organisations)
    if proof.address:
        yield _reason(_SAME_ADDRESS if proof.address > 0 else _OTHER_ADDRESS, is_open=proof.address < 0)


def _date_reason(first: str, second: str, bits: float) -> Iterator[Reason]:
    if first == second:
        yield _reason(_SAME_DATE, date=first)
    else:
        yield _reason(_NEAR_DATE if bits > 0 else _OTHER_DATE, is_open=bits < 0, first=first, second=second)


def _number_reason(first: Sequence[str], second: Sequence[str], bits: float) -> Iterator[Reason]:
    if shared := [number for number in first if number in second]:
        yield _reason(_SAME_NUMBER, number=shared[0])
    elif bits > 0:
        yield _reason(_NEAR_NUMBER, first=first[0], second=second[0])


def _shared_contacts(first: Record, second: Record) -> list[str]:
    """E-mail addresses and telephones of the first that the second has too, as the first writes them."""
    others = {plain_email(email) for email in second.emails} | {plain_phone(phone) for phone in second.phones}
    emails = [email for email in first.emails if plain_email(email) in others]
    return emails + [phone for phone in first.phones if plain_phone(phone) in others]


def _name(record: Record) -> str:
    return record.names[0] if record.names else f"{record.given} {record.family}".strip()


def _reason(template: str, *, is_open: bool = False, **values: str) -> Reason:
    return Reason(template, MappingProxyType(values), is_open=is_open)

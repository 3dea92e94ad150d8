"""
What changed in the lists that a token reads, from the history: for a program that keeps a copy of them.

A change names its object and nothing that stood in it; whoever wants more reads the object.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core import signing
from django.utils.translation import gettext as _

from chancery.accounts import access
from chancery.accounts.access import Office
from chancery.api.hooks import payloads
from chancery.api.hooks.payloads import Told
from chancery.api.hooks.queries import lines as queries
from chancery.api.problems import invalid
from chancery.api.resources import RESOURCES
from chancery.base.audit import kind_of
from chancery.base.audit_seal.erasing import CODE as ERASING
from chancery.base.models import AuditLine
from chancery.events.models import Event

SALT = "chancery.api.changes"


@dataclass(frozen=True, slots=True)
class Position:
    """How far somebody has read: up to `at`, in a pass after which the next one begins at `floor`."""

    floor: int
    at: int

    @classmethod
    def of(cls, cursor: str) -> "Position":
        """Return what a cursor stands for. Errors: Problem invalid."""
        try:
            return cls(*signing.Signer(salt=SALT).unsign_object(cursor))
        except signing.BadSignature:
            words = _("The position is not one of the changes; take it from “after”, as it stands.")
            raise invalid("after", words) from None

    @property
    def cursor(self) -> str:
        return signing.Signer(salt=SALT).sign_object([self.floor, self.at], compress=True)


@dataclass(frozen=True, slots=True)
class Change:
    """A line as it is told, with the lists whose objects it may have changed."""

    told: Told
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pass:
    """Some changes in their order, where to go on, and whether more wait there."""

    changes: list[Change]
    position: Position
    has_more: bool


def from_now() -> Position:
    """Return where whoever begins now goes on; what cannot be seen yet lies behind it."""
    settled = queries.settled_number()
    return Position(settled, settled)


def read_on(office: Office, position: Position, limit: int) -> Pass:
    """
    Read up to `limit` lines after a position, of the lists that the office opens.

    A pass that is through is followed by one from where every line could be seen when it began: so a line
    that appears behind a later one is not passed over, and some are told twice.
    """
    floor = position.floor
    if position.at == floor:
        floor = max(floor, queries.settled_number())
    lists = lists_by_kind(office)
    found = queries.lines_of_kinds(office.organiser.pk, lists, after=position.at, most=limit + 1)
    lines, has_more = found[:limit], len(found) > limit
    at = lines[-1].pk if has_more else floor
    return Pass(_changes(lines, lists, office), Position(floor, at), has_more)


def lists_by_kind(office: Office) -> Mapping[str, Sequence[str]]:
    """Return by kind of line the lists that the office may read and whose objects it may change."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    hidden = access.kinds_hidden(office)
    for resource in RESOURCES:
        if office.may(resource.right):
            for kind in resource.history:
                if kind not in hidden:
                    found[kind].append(resource.name)
    if found:
        found[kind_of(AuditLine)] = []
    return found


def _changes(lines: Sequence[AuditLine], lists: Mapping[str, Sequence[str]], office: Office) -> list[Change]:
    erased = _kinds_of_erased(line for line in lines if line.code == ERASING)
    changes = []
    for told in payloads.told_of(lines):
        kinds = erased.get(told.line.pk, {told.line.kind})
        concerned = tuple(name for kind in sorted(kinds) for name in lists.get(kind, ()))
        if concerned and _opens(office, told):
            changes.append(Change(told, tuple(dict.fromkeys(concerned))))
    return changes


def _kinds_of_erased(erasing: Iterable[AuditLine]) -> dict[int, set[str]]:
    """By a line that tells of an erasing: the kinds of the objects of which something was erased."""
    numbers = {line.pk: set(line.changes["lines"][1]) for line in erasing}
    every = {number for some in numbers.values() for number in some}
    kinds = dict(AuditLine.objects.filter(pk__in=every).values_list("pk", "kind"))
    return {key: {kinds[each] for each in some if each in kinds} for key, some in numbers.items()}


def _opens(office: Office, told: Told) -> bool:
    """Whether a token that is for some events alone may hear of the event of a change."""
    of_event = told.line.kind == Event._meta.label_lower or payloads.path_to_event(told.line.kind)
    return office.only_events is None or not of_event or told.event in office.only_events

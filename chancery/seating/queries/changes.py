"""What has changed since the seats of a plan were given: said on the plan, never silently followed."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.events.participants import Participant
from chancery.seating.models import Plan
from chancery.seating.queries.loading import LoadedPlan

# After every place of an order: where somebody stands who holds none.
_LAST = 1_000_000


class ChangeKind(StrEnum):
    """What became of somebody since the seats were given."""

    CAME = "came"
    WENT = "went"
    REPRESENTED = "represented"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """
    One change of the guests of a plan.

    Shape: `sitter` is the id of whoever came, went or moved; of a guest who is represented it is the guest,
    and `by` the representative. `name` is empty for somebody who is not on the list at all any more.
    `before` and `after` are places in the order, None for none.
    """

    kind: ChangeKind
    sitter: str
    name: str
    by: str = ""
    by_name: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def sentence(self) -> str:
        """The change in words, in the language of the reader."""
        return _sentence(self)


@dataclass(frozen=True, slots=True)
class Changes:
    """
    All that has changed since the seats of a plan were given.

    Shape: `of_guests` tells who went, who is represented, who came and who moved, each in the order of the
    list. A plan without seats has no changes.
    """

    of_guests: tuple[Change, ...] = ()
    is_room_changed: bool = False

    def __bool__(self) -> bool:
        return bool(self.of_guests) or self.is_room_changed

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """How many changes of each kind there are."""
        return Counter(change.kind for change in self.of_guests)

    def sentences(self) -> list[str]:
        """Every change in words; empty while the plan is up to date."""
        room = [_("The room was changed after this plan had taken its drawing.")]
        return [*(room if self.is_room_changed else []), *(change.sentence for change in self.of_guests)]

    def numbers(self) -> list[str]:
        """The changes in numbers, one short phrase a kind."""
        counted = self.counts
        phrases = [_counted(kind, counted[kind]) for kind in ChangeKind if counted[kind]]
        return [*phrases, *([_("the room was changed")] if self.is_room_changed else [])]


def basis_of(plan: LoadedPlan) -> dict[str, int | None]:
    """What the seats are given on, for `Plan.based_on`: the place in the order of every sitter."""
    return {sitter.id: sitter.place for sitter in plan.problem.sitters}


def changes_since(plan: Plan, now: LoadedPlan) -> Changes:
    """Compare what the seats of a plan were given on with list, order and room as they are now."""
    if not plan.based_on:
        return Changes()
    before: Mapping[str, int | None] = plan.based_on
    after = basis_of(now)
    representatives = _representatives(now)
    went = list(_went(before, after, now, representatives))
    replaced = {change.by for change in went if change.by}
    came = [
        Change(ChangeKind.CAME, sitter.id, sitter.name, after=sitter.place)
        for sitter in now.problem.sitters
        if sitter.id not in before and sitter.id not in replaced
    ]
    moved = list(_moved(before, after, now))
    return Changes((*went, *came, *moved), plan.room_revision < plan.room.revision)


def _representatives(now: LoadedPlan) -> dict[int, Participant]:
    """Who is seated for whom, by the key of the guest who is represented."""
    return {who.represents: who for who in now.participants.values() if who.represents}


def _went(
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
    now: LoadedPlan,
    representatives: Mapping[int, Participant],
) -> Iterator[Change]:
    listed = {who.code: who for who in now.order.participants}
    for sitter, place in before.items():
        if sitter in after:
            continue
        code, _point, member = sitter.partition(".")
        who = listed.get(code)
        stand_in = representatives.get(who.key) if who and member == "0" else None
        if who and stand_in and f"{stand_in.code}.0" not in before:
            id_of_stand_in = f"{stand_in.code}.0"
            yield Change(
                ChangeKind.REPRESENTED,
                sitter,
                who.name,
                by=id_of_stand_in,
                by_name=stand_in.name,
                before=place,
                after=after[id_of_stand_in],
            )
        else:
            yield Change(ChangeKind.WENT, sitter, _name(who, member), before=place)


def _name(who: Participant | None, member: str) -> str:
    if who is None:
        return ""
    return who.name if member == "0" else _("companion of %(name)s") % {"name": who.name}


def _moved(
    before: Mapping[str, int | None], after: Mapping[str, int | None], now: LoadedPlan
) -> Iterator[Change]:
    """
    Tell the fewest guests whose moves explain the new order.

    Places count on when somebody comes or goes; who stands between the same neighbours has not moved.
    """
    guests = [sitter for sitter in now.problem.sitters if sitter.id in before and sitter.id.endswith(".0")]
    standing = sorted(guests, key=lambda sitter: (_rank(after[sitter.id]), _rank(before[sitter.id])))
    stayed = _longest_rise([_rank(before[sitter.id]) for sitter in standing])
    for number, sitter in enumerate(standing):
        if number not in stayed:
            yield Change(
                ChangeKind.MOVED, sitter.id, sitter.name, before=before[sitter.id], after=after[sitter.id]
            )


def _rank(place: int | None) -> int:
    return _LAST if place is None else place


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """The positions of a longest part that never falls; of several one, always the same."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for position, rank in enumerate(ranks):
        length = bisect_right(tails, rank)
        tails[length:], ends[length:] = [rank, *tails[length + 1 :]], [position, *ends[length + 1 :]]
        links.append(ends[length - 1] if length else -1)
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(position)
        position = links[position]
    return kept


def _sentence(change: Change) -> str:
    names = {"name": change.name, "other": change.by_name, "before": change.before, "after": change.after}
    match change.kind:
        case ChangeKind.CAME:
            return _("%(name)s is new and has no seat yet.") % names
        case ChangeKind.REPRESENTED:
            return _("%(other)s comes instead of %(name)s.") % names
        case ChangeKind.WENT if not change.name:
            return _("Somebody who had a seat is not on the list any more.")
        case ChangeKind.WENT:
            return _("%(name)s does not come any more.") % names
        case _:
            return _moved_sentence(change, names)


def _moved_sentence(change: Change, names: Mapping[str, str | int | None]) -> str:
    if change.after is None:
        return _("%(name)s held place %(before)s of the order and holds none now.") % names
    if change.before is None:
        return _("%(name)s held no place in the order and holds place %(after)s now.") % names
    return _("%(name)s held place %(before)s of the order and holds place %(after)s now.") % names


def _counted(kind: ChangeKind, count: int) -> str:
    number = {"count": count}
    match kind:
        case ChangeKind.CAME:
            return ngettext("%(count)s is new", "%(count)s are new", count) % number
        case ChangeKind.WENT:
            return (
                ngettext("%(count)s does not come any more", "%(count)s do not come any more", count) % number
            )
        case ChangeKind.REPRESENTED:
            return ngettext("%(count)s is represented", "%(count)s are represented", count) % number
        case ChangeKind.MOVED:
            return (
                ngettext(
                    "%(count)s has another place in the order",
                    "%(count)s have another place in the order",
                    count,
                )
                % number
            )

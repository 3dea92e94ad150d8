"""Places given by hand: applied last, kept when the order is computed again, always with their reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chancery.rules.precedence import sources
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.precedence.values import Move, Side
from chancery.rules.reasons import Reason, gettext_noop

MOVED_BEFORE = gettext_noop("Moved by hand before %(neighbour)s: %(why)s")
MOVED_AFTER = gettext_noop("Moved by hand after %(neighbour)s: %(why)s")
MOVED_TO = gettext_noop("Moved by hand to place %(place)s: %(why)s")
MOVED_BEFORE_BY = gettext_noop("Moved before %(neighbour)s by %(by)s: %(why)s")
MOVED_AFTER_BY = gettext_noop("Moved after %(neighbour)s by %(by)s: %(why)s")
MOVED_TO_BY = gettext_noop("Moved to place %(place)s by %(by)s: %(why)s")
FOLLOWS = gettext_noop("Follows %(neighbour)s, whose rank is shared and who was moved by hand.")
ABSENT_GUEST = gettext_noop("A move names %(guest)s, who is not on the list: %(why)s")
ABSENT_NEIGHBOUR = gettext_noop(
    "To be moved by hand beside %(neighbour)s, who has no place on the list; placed by the rules: %(why)s"
)
CIRCULAR = gettext_noop(
    "To be moved by hand beside %(neighbour)s, whose own move depends on this one; "
    "placed by the rules: %(why)s"
)


@dataclass(slots=True)
class Moving:
    """
    The moves of one list.

    Shape: `base` are the places by the rules, of everybody who holds one; `groups` the members of each group
    that is moved as a whole; `partners` who follows whom, because they share one rank; `unranked` who is not
    in the table. After `sort_out`, `moves` holds what can be carried out, by guest or group.
    """

    base: Mapping[str, int]
    names: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    partners: Mapping[str, str]
    unranked: frozenset[str]
    moves: dict[str, Move] = field(default_factory=dict)
    following: set[str] = field(default_factory=set)

    @property
    def movers(self) -> frozenset[str]:
        """Everybody who is moved, members of groups one by one."""
        return frozenset(member for name in self.moves for member in self._members(name))

    def sort_out(self, moves: Sequence[Move], lineup: Lineup) -> None:
        """
        Keep the moves that can be carried out and tell the others where they belong.

        Shape: the last move of a guest counts. A partner who shares the rank of a moved guest follows.
        """
        for move in moves:
            if move.guest in self.names or move.guest in self.groups:
                self.moves[move.guest] = move
            else:
                values = {"guest": move.guest, "why": move.reason}
                lineup.notes.append(Reason(ABSENT_GUEST, values, is_open=True))
        failed = {name: why for name in self.moves if (why := self._failure(name))}
        for name, sentence in failed.items():
            move = self.moves.pop(name)
            for member in self._members(name):
                lineup.tell(member, Reason(sentence, self._values(move), is_open=True))
        for follower, partner in self.partners.items():
            if partner in self.moves and follower not in self.moves:
                self.moves[follower] = Move(follower, "", neighbour=partner, side=Side.AFTER)
                self.following.add(follower)

    def carry_out(self, lineup: Lineup) -> None:
        """
        Put the moved guests into a lineup of those who stay.

        Shape: several moves to one neighbour keep the order of the rules among themselves, so the result
        does not depend on the order of the moves.
        """
        if not self.moves:
            return
        waiting = dict(self.moves)
        buckets = lineup.buckets()
        while waiting:
            ready = [m for m in waiting.values() if m.place is None and self._index(buckets, m) is not None]
            for move in self._in_order(ready) if ready else _lowest_place(waiting):
                number = self._target(buckets, move)
                buckets = [*buckets[:number], self._members(move.guest), *buckets[number:]]
                self._explain(move, lineup)
                del waiting[move.guest]
        lineup.number(buckets)

    def _members(self, name: str) -> list[str]:
        return list(self.groups.get(name, [name]))

    def _failure(self, name: str) -> str | None:
        """Follow the neighbours of a move: None if they end at somebody who stays."""
        group_of = {member: group for group, ids in self.groups.items() for member in ids}
        seen = {name}
        move = self.moves[name]
        while move.place is None:
            neighbour = move.neighbour
            if neighbour not in self.base and neighbour not in self.groups and neighbour not in self.moves:
                return ABSENT_NEIGHBOUR
            mover = neighbour if neighbour in self.moves else group_of.get(neighbour, "")
            if mover in seen:
                return CIRCULAR
            if mover not in self.moves:
                return None
            seen.add(mover)
            move = self.moves[mover]
        return None

    def _in_order(self, moves: list[Move]) -> list[Move]:
        """The higher first where they go before a neighbour, the lower first where they go after one."""

        def rank(move: Move) -> tuple[int, str]:
            lowest = len(self.base) + 1
            return min(self.base.get(member, lowest) for member in self._members(move.guest)), move.guest

        before = sorted((move for move in moves if move.side is Side.BEFORE), key=rank)
        after = sorted((move for move in moves if move.side is Side.AFTER), key=rank, reverse=True)
        return [*before, *after]

    def _index(self, buckets: list[list[str]], move: Move) -> int | None:
        wanted = set(self._members(move.neighbour))
        return next((number for number, bucket in enumerate(buckets) if wanted & set(bucket)), None)

    def _target(self, buckets: list[list[str]], move: Move) -> int:
        if move.place is None:
            return (self._index(buckets, move) or 0) + (move.side is Side.AFTER)
        before = 0
        for number, bucket in enumerate(buckets):
            if before + 1 >= move.place:
                return number
            before += len(bucket)
        return len(buckets)

    def _values(self, move: Move) -> dict[str, str]:
        return {
            "neighbour": self.names.get(move.neighbour, move.neighbour),
            "place": str(move.place),
            "why": move.reason,
            "by": move.by,
        }

    def _explain(self, move: Move, lineup: Lineup) -> None:
        values = self._values(move)
        for member in self._members(move.guest):
            if member in self.following:
                reason = Reason(FOLLOWS, values, rule="R31", source=sources.PARTNERS)
            elif member in self.unranked:
                # Whoever is not in the table is placed among the authorities where the inviter decides.
                reason = Reason(_sentence(move), values, rule="R36", source=sources.GROUPS)
            else:
                reason = Reason(_sentence(move), values)
            lineup.tell(member, reason, decides=True)


def _lowest_place(waiting: Mapping[str, Move]) -> list[Move]:
    """The next move to a place: lower places first, so that later ones do not push them on."""
    to_places = (move for move in waiting.values() if move.place is not None)
    return sorted(to_places, key=lambda move: (move.place or 0, move.guest))[:1]


def _sentence(move: Move) -> str:
    if move.place is not None:
        return MOVED_TO_BY if move.by else MOVED_TO
    if move.side is Side.BEFORE:
        return MOVED_BEFORE_BY if move.by else MOVED_BEFORE
    return MOVED_AFTER_BY if move.by else MOVED_AFTER

"""Guests who come in pieces, leave and return, or lend their pass; and the stewards who let them in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from chancery.rules.door.scans import ScanKind
from tests.door.simulation.phones import AppKilled, Phone
from tests.door.simulation.world import HOUR, MINUTE, SECOND, World

PATIENCE_OF_A_GUEST = 40


@dataclass(slots=True)
class Party:
    """Guests on one pass, how many of them really came and are inside, and whether the pass was lent."""

    code: str
    people: int
    came: int = 0
    inside: int = 0
    is_shared: bool = False


@dataclass(slots=True)
class People:
    """Everybody who stands before a door in the hours of one run."""

    world: World
    phones: Sequence[Phone]
    hours: float
    parties: list[Party] = field(default_factory=list)
    refused: int = 0
    undone: int = 0

    def invite(self, count: int) -> None:
        """Make parties of one to four; a tenth of the passes are shown again at another door."""
        for number in range(count):
            party = Party(f"party-{number:03}", self.world.chance.choice((1, 1, 2, 2, 3, 4)))
            party.is_shared = self.world.happens(0.1)
            self.parties.append(party)
            self._plan(party)

    def _plan(self, party: Party) -> None:
        world = self.world
        arrival = world.chance.uniform(0, self.hours * HOUR * 0.7)
        pieces = [party.people] if world.happens(0.7) else [1] * party.people
        for number, people in enumerate(pieces):
            pause = arrival + number * world.chance.uniform(2, 20) * MINUTE
            world.after(pause, partial(self._come, party, people))
        if party.is_shared:
            world.after(arrival + world.chance.uniform(0.1, 30) * MINUTE, lambda: self._lend(party))

    def _somebody_at(self) -> Phone | None:
        working = [phone for phone in self.phones if phone.is_running]
        return self.world.chance.choice(working) if working else None

    def _come(self, party: Party, people: int, patience: int = PATIENCE_OF_A_GUEST) -> None:
        """Let part of a party in; who finds no telephone working waits and tries again."""
        phone = self._somebody_at()
        if phone is None or not self._admitted(phone, party, people):
            if patience:
                self.world.after(20 * SECOND, lambda: self._come(party, people, patience - 1))
            return
        party.came += people
        party.inside += people
        if self.world.happens(0.3) and not party.is_shared:
            self.world.after(self.world.chance.uniform(3, 40) * MINUTE, lambda: self._go(party, people))

    def _admitted(self, phone: Phone, party: Party, people: int) -> bool:
        """Whether a scan is kept; after the app was opened anew its steward looks at the screen again."""
        if self.world.happens(0.04) and not self._was_in_error(phone, party, people):
            return False
        before = set(phone.disk.outbox)
        try:
            phone.scan(ScanKind.ADMIT, party.code, people)
        except AppKilled:
            return self._is_kept(phone, before, ScanKind.ADMIT, party)
        return True

    def _is_kept(self, phone: Phone, before: set[str], kind: ScanKind, party: Party) -> bool:
        fresh = [said for uid, said in phone.disk.outbox.items() if uid not in before]
        return any(said.party == party.code and said.kind is kind for said in fresh)

    def _was_in_error(self, phone: Phone, party: Party, people: int) -> bool:
        """Type the wrong number, see it and take it back; False if the app ended meanwhile."""
        before = set(phone.disk.outbox)
        try:
            phone.scan(ScanKind.ADMIT, party.code, people)
        except AppKilled:
            for uid in phone.disk.outbox.keys() - before:
                self.world.after(50 * SECOND, partial(self._take_back, phone, party, uid))
            return False
        return self._take_back(phone, party, phone.made[-1])

    def _take_back(self, phone: Phone, party: Party, uid: str) -> bool:
        """Undo a scan; whoever finds it still standing after the app was opened anew tries again."""
        self.undone += 1
        try:
            phone.scan(ScanKind.UNDO, party.code, 1, undoes=uid)
        except AppKilled:
            if not any(said.undoes == uid for said in phone.disk.outbox.values()):
                self.world.after(50 * SECOND, lambda: self._take_back(phone, party, uid))
            return False
        return True

    def _go(self, party: Party, people: int) -> None:
        """Some leave for a while and come back by any door."""
        phone = self._somebody_at()
        if phone is None:
            return
        before = set(phone.disk.outbox)
        try:
            phone.scan(ScanKind.LEAVE, party.code, people)
        except AppKilled:
            if not self._is_kept(phone, before, ScanKind.LEAVE, party):
                return
        party.inside -= people
        self.world.after(self.world.chance.uniform(3, 30) * MINUTE, lambda: self._return(party, people))

    def _return(self, party: Party, people: int) -> None:
        phone = self._somebody_at()
        if phone is not None and self._admitted(phone, party, people):
            party.inside += people

    def _lend(self, party: Party) -> None:
        """Show the pass again: who knows of the first turns the second away, who does not lets them in."""
        phone = self._somebody_at()
        if phone is None or not party.came:
            return
        kind = ScanKind.REFUSE if phone.standing(party.code).came >= party.people else ScanKind.ADMIT
        self.refused += kind is ScanKind.REFUSE
        try:
            phone.scan(kind, party.code, party.people)
        except AppKilled:
            return

"""The order of a list: from guests and a profile to places with their reasons."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from chancery.rules.precedence import keys
from chancery.rules.precedence.claims import Refusal
from chancery.rules.precedence.combing import comb
from chancery.rules.precedence.dean import name_dean
from chancery.rules.precedence.grouping import moved_as_one, stand_in_group
from chancery.rules.precedence.lineup import Lineup
from chancery.rules.precedence.moves import Moving
from chancery.rules.precedence.notes import Entry
from chancery.rules.precedence.offices import counting_claim
from chancery.rules.precedence.outside import is_outside, stand_outside
from chancery.rules.precedence.partners import with_partners
from chancery.rules.precedence.placing import place
from chancery.rules.precedence.presiding import head_of, seat_head
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.ranks import RANKED, UNRANKED, WITHOUT_PLACE, level_ground
from chancery.rules.precedence.scope import notes_on
from chancery.rules.precedence.standing import Standing, stand
from chancery.rules.precedence.stateranks import warn_of_changes
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ceremony, Ground, Grounds, Guest, Move, Order, Ranked
from chancery.rules.reasons import Reason


class SameGuestTwice(ValueError):
    """Two guests of a list have one id."""


def order(
    guests: Sequence[Guest],
    *,
    profile: Profile,
    ceremony: Ceremony | None = None,
    moves: Sequence[Move] = (),
) -> Order:
    """
    Order guests for one ceremony.

    Shape: one `Ranked` a guest, highest first, each with at least one reason; empty in, empty out. Who holds
    no place stands at the end with the place None. `notes` say what concerns the list as a whole.
    Ties: guests whom nothing sets apart, or whom the known facts cannot decide, share a place; an open reason
    names the others and what is missing. They are listed by the earliest and the latest moment their date can
    mean, then in the order of input. Places do not depend on the order of input, and adding a guest reorders
    nobody else, except by the rules that look at who is there: host and president, partners, several lists.
    Errors: SameGuestTwice for an id that occurs twice.
    Source: R1-R40 in docs/rules.
    """
    if len({guest.id for guest in guests}) < len(guests):
        raise SameGuestTwice
    return _Ordering(guests, Table(profile, ceremony or Ceremony()), moves).result()


class _Why(Mapping[str, Grounds]):
    """What `compare` reads, put together for the guests who are asked for."""

    def __init__(self, grounds: Callable[[str], Grounds], guests: Sequence[str]) -> None:
        self._grounds_of, self._guests = grounds, guests

    def __getitem__(self, guest: str) -> Grounds:
        return self._grounds_of(guest)

    def __iter__(self) -> Iterator[str]:
        return iter(self._guests)

    def __len__(self) -> int:
        return len(self._guests)


class _Ordering:
    """One run: standings, then places, then what the part in the act, the lists and the office change."""

    def __init__(self, guests: Sequence[Guest], table: Table, moves: Sequence[Move]) -> None:
        self.guests = {guest.id: guest for guest in guests}
        self.table = table
        self.moves = moves
        self.standings = with_partners({g.id: _standing(g, table) for g in guests}, table)
        self.placed = {i: s for i, s in self.standings.items() if s.level != WITHOUT_PLACE}
        self.notes: dict[str, list[Reason]] = {}
        self.base = self._place(list(self.placed))
        self.lineup = Lineup({})

    def result(self) -> Order:
        """Run all steps."""
        moving = self._moving()
        moving.sort_out(self.moves, self.lineup)
        self._line_up(moving.movers)
        moving.carry_out(self.lineup)
        warn_of_changes(self.lineup, self.standings, self.base, moving.movers, self.table)
        if dean := name_dean(self.placed.values(), self.table):
            self.lineup.tell(*dean)
        return self._order()

    def _place(self, ids: list[str]) -> dict[str, int]:
        """Places by the rules among some of the guests; the notes of the last run on a guest count."""
        entries = [Entry(i, self.guests[i].name, self.standings[i].grounds) for i in ids]
        placing = place(entries)
        self.notes.update(zip(ids, placing.notes, strict=True))
        return dict(zip(ids, placing.places, strict=True))

    def _moving(self) -> Moving:
        partners = {
            i: standing.guest.spouse_of
            for i, standing in self.placed.items()
            if standing.guest.spouse_of and standing.grounds[-1][:2] == (keys.SPOUSE, "1")
        }
        return Moving(
            base=self.base,
            names={i: guest.name for i, guest in self.guests.items()},
            groups=moved_as_one(self.placed.values(), self.moves),
            partners=partners,
            unranked=frozenset(
                i for i, standing in self.standings.items() if standing.level != RANKED or not standing.claim
            ),
        )

    def _line_up(self, moved: frozenset[str]) -> None:
        """Places of those who are not moved: by rank, by turns of the lists, and the head of the act."""
        staying = [guest for i, guest in self.guests.items() if i in self.placed and i not in moved]
        head = head_of(staying, self.base, self.table.profile.settings.host.value)
        # Whose place does not rest on the rules shares it with nobody by them.
        for guest in (*sorted(moved), *head.members):
            self._place([guest])
        if moved or head.members:
            others = [guest.id for guest in staying if guest.id not in head.members]
            self.lineup.places = self._place(others)
        else:
            self.lineup.places = dict(self.base)
        lists = {i: self.guests[i].list_name for i in self.lineup.places}
        comb(self.lineup, lists, self.table.ceremony.lists)
        seat_head(self.lineup, head, self.guests, self.base)

    def _order(self) -> Order:
        places = self.lineup.places
        shared = {place for place, count in Counter(places.values()).items() if count > 1}

        def key(guest: str) -> tuple[bool, int, str, str]:
            place = places.get(guest, 0)
            return (guest not in places, place, *(self._bounds(guest) if place in shared else ("", "")))

        listed = sorted(self.guests, key=key)
        return Order(
            ranked=tuple(self._ranked(i) for i in listed),
            notes=(*notes_on(self.table), *self.lineup.notes),
            why=_Why(self._grounds, listed),
        )

    def _bounds(self, guest: str) -> tuple[str, str]:
        """What lists guests who share a place; equal ones stay in the order of input."""
        date = next((g for g in self.standings[guest].grounds if g.key == keys.DATE), None)
        return (date.low, date.high) if date else ("", "")

    def _ranked(self, guest: str) -> Ranked:
        standing = self.standings[guest]
        reasons = (*standing.reasons, *self.notes.get(guest, ()), *self.lineup.reasons.get(guest, ()))
        claim = standing.claim
        return Ranked(
            guest=guest,
            place=self.lineup.places.get(guest),
            rank=claim.rank if claim else "",
            reasons=reasons,
            office=claim.office if claim else None,
            office_class=claim.office_class if claim else None,
            is_barred=standing.is_barred,
        )

    def _grounds(self, guest: str) -> Grounds:
        return Grounds(
            name=self.guests[guest].name,
            place=self.lineup.places.get(guest),
            parts=self.standings[guest].grounds,
            decided=self.lineup.decided.get(guest),
        )


def _standing(guest: Guest, table: Table) -> Standing:
    if guest.group:
        return stand_in_group(guest, table)
    claim = counting_claim(guest, table)
    if not isinstance(claim, Refusal):
        return stand(guest, claim, table)
    if is_outside(claim, guest, table):
        return stand_outside(guest, claim, table)
    level = WITHOUT_PLACE if claim.is_final else UNRANKED
    grounds: tuple[Ground, ...] = (level_ground(level),)
    return Standing(guest, level, grounds, claim.reasons, is_barred=claim.is_barred)

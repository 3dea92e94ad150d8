"""The grounds of one guest: what a place rests on, from the rank down to the last date."""

from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from typing import NamedTuple

from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.alphabet import SortName, own_name, round_from, sort_name, un_name
from chancery.rules.precedence.claims import Claim
from chancery.rules.precedence.classes import AMBASSADORS, CHARGES, OfficeClass, lineage, name_of
from chancery.rules.precedence.dating import (
    DATINGS,
    PRACTICES,
    Dating,
    bounds,
    find,
    find_consular,
    first_date_stays,
    ground,
    other_practice,
)
from chancery.rules.precedence.notes import UNKNOWN
from chancery.rules.precedence.profile import OrderKey
from chancery.rules.precedence.ranks import RANKED, exact, grounds_of_rank
from chancery.rules.precedence.rotations import turn_of
from chancery.rules.precedence.settings import HeadsOfState, HolySee, Tie
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Ground, Guest, StepKind
from chancery.rules.precedence.wording import place_name, plain
from chancery.rules.reasons import Phrase, Reason, gettext_noop

# Everybody with a rank stands before the partner who takes it.
_PRINCIPAL = Ground(keys.SPOUSE, "0", "0", rule="R31", source=sources.PARTNERS)
_ORDER_OF_OFFICES = Phrase(gettext_noop("number in the fixed order"))
_ORDER_OF_TABLE = Phrase(gettext_noop("place in the order fixed by the table"))
_ORDER_OF_TURNS = Phrase(gettext_noop("turn of the state in the rotation"))
_ACCEPTANCE = Phrase(gettext_noop("acceptance"))
_HOLY_SEE_BY_DATE = gettext_noop(
    "Represents the Holy See, which this practice does not place first: ordered with the ambassadors."
)
_HOLY_SEE_UNKNOWN = gettext_noop(
    "Represents the Holy See; no host state is named, so whether it stands first is not known: "
    "ordered with the ambassadors."
)
_NO_STATE = gettext_noop("No state is recorded: placed after the states, by name.")
_NOTIFIED = Phrase(gettext_noop("number notified by the head of the post"))


class Standing(NamedTuple):
    """
    A guest with the grounds of the place and the reasons found.

    Shape: `claim` is None without a rank; `is_barred` marks who may neither speak nor lay a wreath (R28).
    """

    guest: Guest
    level: str
    grounds: tuple[Ground, ...]
    reasons: tuple[Reason, ...]
    claim: Claim | None = None
    is_barred: bool = False


def stand(guest: Guest, claim: Claim, table: Table) -> Standing:
    """
    Build the grounds of a guest who has a rank.

    Shape: guests of one rank and part have the same keys in the same order, as `placing.place` needs.
    """
    builder = Builder(guest, claim, table)
    builder.grounds.extend(grounds_of_rank(claim, guest.state, table))
    builder.order_by(claim.row.order_by if claim.row else ())
    reasons = (*claim.reasons, *builder.reasons)
    return Standing(guest, RANKED, tuple(builder.grounds), reasons, claim)


class Builder:
    """Collects the grounds of one guest; `is_settled` stops further dates where they must not decide."""

    def __init__(self, guest: Guest, claim: Claim, table: Table) -> None:
        self.guest, self.claim, self.table = guest, claim, table
        self.grounds: list[Ground] = []
        self.reasons: list[Reason] = []
        self.has_date = False
        self.is_settled = False

    def exact(self, key: str, value: str, shown: str = "", rule: str = "", source: str = "") -> None:
        """Add a ground whose values are known to the last sign."""
        self.grounds.append(exact(key, value, shown, rule, source))

    def order_by(self, order_keys: Iterable[OrderKey]) -> None:
        """Add what the keys ask for, until nothing further may decide; then the tie rule."""
        for key in order_keys:
            if not self.is_settled or key is OrderKey.LOCAL_FIRST:
                _GROUNDS.get(key, Builder._by_date)(self, key)
        self._tie()
        self.grounds.append(_PRINCIPAL)

    def _tie(self) -> None:
        settings, ceremony = self.table.profile.settings, self.table.ceremony
        source = self.table.profile.source(settings.tie.source)
        match settings.tie.value:
            case Tie.ALPHABET:
                self._states(OrderKey.ALPHABET)
            case Tie.LOT:
                drawn = sha256(f"{ceremony.seed}\n{self.guest.id}".encode()).hexdigest()
                self.exact(keys.LOT, drawn, ceremony.seed, "R42", source)

    def _row_source(self) -> str:
        return self.table.profile.source(self.claim.row.source) if self.claim.row else ""

    def _dean(self, key: OrderKey) -> None:
        is_dean = self.claim.office_class is OfficeClass.DEAN
        self.exact(keys.DEAN, "0" if is_dean else "1", "", "R7", sources.DEAN)

    def _holy_see(self, key: OrderKey) -> None:
        setting = self.table.holy_see
        office_class = self.claim.office_class
        is_nuncio = office_class is OfficeClass.NUNCIO or (
            office_class in AMBASSADORS and state_of(self.claim.office.state or self.guest.state) == "VA"
        )
        is_first = is_nuncio and setting.value is HolySee.FIRST
        source = self.table.profile.source(setting.source) or sources.VIENNA_HOLY_SEE
        self.exact(keys.HOLY_SEE, "0" if is_first else "1", "", "R6", source)
        if is_nuncio and not is_first:
            is_open = bool(self.table.profile.settings.hosts) and not self.table.act.here
            sentence = _HOLY_SEE_UNKNOWN if is_open else _HOLY_SEE_BY_DATE
            self.reasons.append(Reason(sentence, rule="R6", source=source, is_open=is_open))

    def _class(self, key: OrderKey) -> None:
        codes = self.claim.row.classes if self.claim.row else ()
        line = lineage(self.claim.office_class) if self.claim.office_class else ()
        place = next((codes.index(code) for code in line if code in codes), len(codes))
        self.exact(keys.CLASS, f"{place:05}", self.class_name(), "R13", self._row_source())

    def _states(self, key: OrderKey) -> None:
        """States in their alphabet (R41), by the names of the United Nations (R42) or their own (R43)."""
        rule, source = _ORDERS_OF_STATES[key]
        state = self.claim.office.state or self.guest.state
        if not state:
            self.reasons.append(Reason(_NO_STATE, rule=rule, source=source, is_open=True))
            self.exact(
                keys.ALPHABET, f"2{sort_name(self.guest.name, 'en').key}", self.guest.name, rule, source
            )
            return
        first = self.table.ceremony.first_seat
        name = round_from(self._state_name(state, key), self._state_name(first, key) if first else None)
        self.exact(keys.ALPHABET, name.key, name.shown, rule, source)

    def _state_name(self, state: str, key: OrderKey) -> SortName:
        match key:
            case OrderKey.UN_NAMES:
                return un_name(state)
            case OrderKey.OWN_NAMES:
                return own_name(state)
        return sort_name(state, self.table.ceremony.language)

    def class_name(self) -> str:
        """The class of the office in words; empty for an office that only rows of the table know."""
        return name_of(self.claim.office_class) if self.claim.office_class else ""

    def _local(self, key: OrderKey) -> None:
        self.exact(keys.LOCAL, "0" if self.claim.is_local else "1", "", "R23", sources.SPANISH_DECREE)

    def _taking_up(self, key: OrderKey) -> None:
        setting = self.table.basis
        kinds = PRACTICES[setting.value]
        if self.claim.office_class in CHARGES:
            kinds = (*kinds, StepKind.TAKING_CHARGE)
        source = self.table.profile.source(setting.source) or sources.VIENNA_CLASSES
        dating = Dating(kinds, "R2", source)
        step = find(self.claim.office, dating)
        if step is None:
            self.reasons.extend(other_practice(self.claim.office, kinds[0]))
        else:
            self.reasons.extend(first_date_stays(self.claim.office, step))
        self._add_date(ground(step, dating))

    def _exequatur(self, key: OrderKey) -> None:
        step, reasons = find_consular(self.claim.office)
        self.reasons.extend(reasons)
        self._add_date(ground(step, DATINGS[key]))

    def _heads_of_state(self, key: OrderKey) -> None:
        setting = self.table.profile.settings.heads_of_state
        source = self.table.profile.source(setting.source) or self._row_source()
        if setting.value is HeadsOfState.ACCESSION:
            dating = DATINGS[OrderKey.TAKING_OFFICE]._replace(rule="R38", source=source)
            self._add_date(ground(find(self.claim.office, dating), dating))
        elif self.guest.accepted_at:
            self._add_date(bounds(self.guest.accepted_at, _ACCEPTANCE, "R38", source))
        else:
            self._add_date(Ground(keys.DATE, UNKNOWN, UNKNOWN, "", _ACCEPTANCE, "R38", source))

    def _by_date(self, key: OrderKey) -> None:
        """A first date rests on the rule of the row, a later one on a rule of its own."""
        if self.has_date:
            dating = _later_dating(key)
        elif self.claim.row is None:
            dating = DATINGS[key]
        else:
            dating = _first_dating(key, self.claim.row.rule or self.table.profile.rule, self._row_source())
        self._add_date(ground(find(self.claim.office, dating), dating))

    def _add_date(self, date: Ground) -> None:
        """A first date that is missing ends the matter; a later one only helps where both sides have it."""
        if self.has_date:
            label = UNKNOWN if date.low == UNKNOWN else ""
            self.grounds.append(Ground(keys.LATER_DATE, label, label, "", date.what, date.rule, date.source))
        if not self.has_date or date.low != UNKNOWN:
            self.grounds.append(date)
        # The same minute is a tie that no further step decides (R2).
        self.is_settled = date.low in (UNKNOWN, date.high)
        self.has_date = True

    def _number(self, key: OrderKey) -> None:
        """The number somebody has in a fixed order, or else the place in the order of the table (R26)."""
        row, office = self.claim.row, self.claim.office
        if office.number is not None or row is None or not row.sequence:
            self._add_number(office.number, _ORDER_OF_OFFICES, "R26")
            return
        state = office.state or self.guest.state
        place = _place_in(row.sequence, state, office.territory, office.title, office.body)
        self._add_number(place, _ORDER_OF_TABLE, "R26")

    def _rotation(self, key: OrderKey) -> None:
        state = state_of(self.claim.office.state or self.guest.state)
        turn = turn_of(state, self.table.profile.rotation, self.table.ceremony.on)
        self._add_number(turn, _ORDER_OF_TURNS, "R39")

    def _add_number(self, number: int | None, what: str, rule: str) -> None:
        value = UNKNOWN if number is None else f"{number:06}"
        shown = "" if number is None else str(number)
        self.grounds.append(Ground(keys.NUMBER, value, value, shown, what, rule, self._row_source()))
        self.is_settled = number is None

    def _notified(self, key: OrderKey) -> None:
        """Inside one mission or post the notified order decides, and nothing beyond it (R13, R16)."""
        office = self.claim.office
        post = plain(office.body) or state_of(office.state or self.guest.state)
        label = post if office.number is not None else ""
        shown = office.body or self.guest.state
        rule, source = (
            ("R16", sources.CONSULAR_POST) if self._is_consular() else ("R13", sources.MISSION_STAFF)
        )
        self.grounds.append(Ground(keys.POST, label, label, shown, "", rule, source))
        if office.number is not None:
            value = f"{office.number:06}"
            self.grounds.append(
                Ground(keys.NUMBER, value, value, str(office.number), _NOTIFIED, rule, source)
            )
            self.is_settled = True

    def _is_consular(self) -> bool:
        return self.claim.office_class is OfficeClass.CONSULAR_OFFICER


_GROUNDS = {
    OrderKey.DEAN: Builder._dean,
    OrderKey.HOLY_SEE: Builder._holy_see,
    OrderKey.CLASS: Builder._class,
    OrderKey.LOCAL_FIRST: Builder._local,
    OrderKey.TAKING_UP: Builder._taking_up,
    OrderKey.EXEQUATUR: Builder._exequatur,
    OrderKey.HEADS_OF_STATE: Builder._heads_of_state,
    OrderKey.NUMBER: Builder._number,
    OrderKey.ROTATION: Builder._rotation,
    OrderKey.NOTIFIED: Builder._notified,
    OrderKey.ALPHABET: Builder._states,
    OrderKey.UN_NAMES: Builder._states,
    OrderKey.OWN_NAMES: Builder._states,
}
_ORDERS_OF_STATES = {
    OrderKey.ALPHABET: ("R41", sources.CONFERENCES),
    OrderKey.UN_NAMES: ("R42", sources.UN_SEATING),
    OrderKey.OWN_NAMES: ("R43", sources.EU_STYLE),
}


@cache
def _later_dating(key: OrderKey) -> Dating:
    return DATINGS[key]._replace(is_strict=True)


@lru_cache(maxsize=500)
def _first_dating(key: OrderKey, rule: str, source: str) -> Dating:
    return DATINGS[key]._replace(rule=rule, source=source)


@lru_cache(maxsize=20_000)
def _place_in(sequence: tuple[str, ...], state: str, territory: str, title: str, body: str) -> int | None:
    """The number of the entry that names one of the texts or stands in the title; "|" parts its spellings."""
    names = {place_name(text) for text in (state, territory, body) if text} | {state_of(state).lower()}
    words = f" {plain(title)} {plain(body)} "
    for number, forms in enumerate(_spellings(sequence), start=1):
        if names & forms or any(len(form) > 3 and f" {form} " in words for form in forms):
            return number
    return None


@lru_cache(maxsize=200)
def _spellings(sequence: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(place_name, entry.split("|"))) for entry in sequence)

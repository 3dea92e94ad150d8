"""Orders of states: by alphabet, by own names, by the drawn first seat, by the copy, by lot (R41-R45)."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from chancery.rules.names.collation import is_tailored, sort_key
from chancery.rules.reasons import Reason, gettext_noop

from .entries import Entry, StateOrder, numbered, reason, unique
from .members import EU_OWN_NAMES, FIRST_SEATS, NATO_MEMBERS, UN_MEMBERS, UN_NAMES, year_of
from .naming import NO_OFFICE_NAMES, OfficeNames, state_name

_ALPHABET = gettext_noop(
    "States stand in the alphabetical order of their names in the language “%(language)s”."
)
_PLAIN_LETTERS = gettext_noop(
    "The alphabet of the language “%(language)s” is not known here, so plain letters decide."
)
_NO_NAME = gettext_noop(
    "No name of “%(code)s” is known in the language “%(language)s”, so it is sorted by its code."
)
_OWN_NAMES = gettext_noop(
    "Members of the European Union stand in the order of their names in their own languages."
)
_OWN_NAME = gettext_noop("Its own name is “%(name)s”.")
_NOT_A_MEMBER = gettext_noop("“%(code)s” is not a member there, so it stands after the members.")
_UN_NAMES = gettext_noop(
    "Members stand in the English alphabetical order of their names in the United Nations."
)
_DRAWN = gettext_noop(
    "“%(name)s” was drawn for the first seat of session %(session)s (%(year)s); the alphabet goes round "
    "from it."
)
_CHOSEN_FIRST = gettext_noop("“%(name)s” has the first seat; the alphabet goes round from it.")
_NOT_DRAWN = gettext_noop(
    "The state drawn for session %(session)s is not known here; enter it, or take the plain alphabet."
)
_FIRST_SEAT = gettext_noop("The first seat is the right end of the front row as seen from the podium.")
_OWN_COPY = gettext_noop(
    "Each state is named and signs first in the copy that it keeps; the first place is the left."
)
_ROTATED = gettext_noop(
    "The others follow in the alphabetical order of the language “%(language)s”, going round."
)
_LOT = gettext_noop(
    "The order was drawn by lot with the seed “%(seed)s”; the same seed gives the same order."
)


def alphabetical(codes: Sequence[str], language: str, office: OfficeNames = NO_OFFICE_NAMES) -> StateOrder:
    """
    Order states by their names in one language (R41).

    Shape: each code once; the language is that of the list, not of the reader. Names are the office's own,
    else CLDR's.
    Ties: equal names by code. A code without a name in that language is sorted by the code, with an open
    reason.
    Source: R41 in docs/rules/states.md.
    """
    named = {code: state_name(code, language, office) for code in unique(codes)}
    names = {code: name or code for code, name in named.items()}
    ordered = sorted(names, key=lambda code: (sort_key(names[code], language), code))
    missing = {
        code: (reason(_NO_NAME, "R41", is_open=True, code=code, language=language),)
        for code, name in named.items()
        if name is None
    }
    reasons = [reason(_ALPHABET, "R41", language=language)]
    if not is_tailored(language):
        reasons.append(reason(_PLAIN_LETTERS, "R41", language=language))
    return StateOrder(numbered(ordered, names, missing), tuple(reasons))


def european_order(codes: Sequence[str]) -> StateOrder:
    """
    Order members of the European Union by their names in their own languages (R43).

    Shape: each code once, the code of Greece being GR; those that are not members follow by code.
    Source: R43 in docs/rules/states.md.
    """
    places = {code: place for place, code in enumerate(EU_OWN_NAMES)}
    ordered = sorted(unique(codes), key=lambda code: (places.get(code, len(places)), code))
    own = {
        code: (reason(_OWN_NAME, "R43", name=EU_OWN_NAMES[code]),)
        if code in EU_OWN_NAMES
        else (reason(_NOT_A_MEMBER, "R43", is_open=True, code=code),)
        for code in ordered
    }
    return StateOrder(numbered(ordered, EU_OWN_NAMES, own), (reason(_OWN_NAMES, "R43"),))


def un_order(codes: Sequence[str] = ()) -> StateOrder:
    """Order members by the names under which the United Nations list them in English; all of them by
    default."""
    wanted = unique(codes) or sorted(UN_MEMBERS)
    names = {code: _un_name(code) for code in wanted}
    ordered = sorted(wanted, key=lambda code: (sort_key(names[code], "en"), code))
    return StateOrder(numbered(ordered, names), (reason(_UN_NAMES, "R42"),))


def un_seating(session: int, codes: Sequence[str] = ()) -> StateOrder:
    """
    Seat the General Assembly: the drawn state first, then the English alphabet, going round (R42).

    Shape: place 1 is the right end of the front row as seen from the podium; members of today under their
    names of today. A session whose drawn state is not known keeps the plain alphabet, with an open reason.
    Source: R42 in docs/rules/states.md.
    """
    first = FIRST_SEATS.get(session)
    if first is None:
        order = un_order(codes)
        return StateOrder(
            order.entries, (*order.reasons, reason(_NOT_DRAWN, "R42", is_open=True, session=str(session)))
        )
    drawn = reason(_DRAWN, "R42", name=_un_name(first), session=str(session), year=str(year_of(session)))
    return _seated_from(first, codes, drawn)


def un_seating_from(first: str, codes: Sequence[str] = ()) -> StateOrder:
    """Seat as in the General Assembly from a state that was drawn otherwise (R42)."""
    return _seated_from(first, codes, reason(_CHOSEN_FIRST, "R42", name=_un_name(first)))


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a treaty: the state that keeps it, and the order in which all are named and sign."""

    keeper: str
    order: StateOrder


def alternat(codes: Sequence[str], language: str, office: OfficeNames = NO_OFFICE_NAMES) -> tuple[Copy, ...]:
    """
    Order the copies of a treaty: each state first in its own (R45).

    Shape: one copy per state, the copies in alphabetical order of the language; in each the others follow in
    the same order, going round, so that over all copies each state stands once in every place.
    Source: R45 in docs/rules/states.md.
    """
    alphabet = alphabetical(codes, language, office)
    words = (reason(_OWN_COPY, "R45"), reason(_ROTATED, "R45", language=language))
    return tuple(
        Copy(entry.code, StateOrder(_renumbered(_round_from(alphabet.entries, place)), words))
        for place, entry in enumerate(alphabet.entries)
    )


@dataclass(frozen=True, slots=True)
class Draw:
    """A drawn order with the seed that draws it again."""

    seed: str
    order: StateOrder


def drawn_order(codes: Sequence[str], seed: str) -> Draw:
    """
    Draw lots among states.

    Shape: each code once. The order depends on the seed and on which states take part, not on how they were
    listed, and can be drawn again on any machine: codes are ordered by the SHA-256 of seed and code.
    """
    ordered = sorted(unique(codes), key=lambda code: (sha256(f"{seed}\n{code}".encode()).digest(), code))
    names = {code: state_name(code, "en") or code for code in ordered}
    return Draw(seed, StateOrder(numbered(ordered, names), (reason(_LOT, "", seed=seed),)))


def nato_members() -> tuple[str, ...]:
    """The members of NATO in English alphabetical order (R44)."""
    return alphabetical(sorted(NATO_MEMBERS), "en").codes


def _seated_from(first: str, codes: Sequence[str], drawn: Reason) -> StateOrder:
    wanted = unique(codes) or sorted(UN_MEMBERS)
    alphabet = un_order(wanted if first in wanted else [*wanted, first])
    place = alphabet.codes.index(first)
    entries = [entry for entry in _round_from(alphabet.entries, place) if entry.code in wanted]
    return StateOrder(_renumbered(entries), (drawn, *alphabet.reasons, reason(_FIRST_SEAT, "R42")))


def _round_from(entries: Sequence[Entry], place: int) -> list[Entry]:
    return [*entries[place:], *entries[:place]]


def _renumbered(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(
        Entry(entry.code, place, entry.name, entry.reasons) for place, entry in enumerate(entries, start=1)
    )


def _un_name(code: str) -> str:
    return UN_NAMES.get(code) or state_name(code, "en") or code

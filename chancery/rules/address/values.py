"""What is known of somebody to be addressed, and what comes out: plain values without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.reasons import Reason

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Gender(StrEnum):
    """A note for the grammar of a form, only where somebody said so; unknown is the default."""

    UNKNOWN = ""
    WOMAN = "f"
    MAN = "m"


class NameOrder(StrEnum):
    """Which part of a name is printed first."""

    GIVEN_FIRST = "given"
    FAMILY_FIRST = "family"
    WHOLE = "whole"


class Basis(StrEnum):
    """On what basis an office is held."""

    FULL = "full"
    ACTING = "acting"
    CHARGE_AI = "charge-ai"
    CHARGE_EN_PIED = "charge-en-pied"
    DESIGNATE = "designate"
    FORMER = "former"
    HONORARY = "honorary"


class Purpose(StrEnum):
    """What a form of address is for."""

    ENVELOPE = "envelope"
    OPENING = "opening"
    CLOSING = "closing"
    CARD = "card"
    PLACE_CARD = "place-card"
    HOST_LINE = "host-line"
    INTRODUCTION = "introduction"
    SPOKEN = "spoken"
    FIRST_MENTION = "first-mention"
    LATER_MENTION = "later-mention"


class Practice(StrEnum):
    """Whose habits a form follows where states differ."""

    INTERNATIONAL = "international"
    US = "us"
    UK = "uk"
    CANADA = "ca"


class Status(StrEnum):
    """How well a wording is founded, the best first."""

    VERIFIED = "verified"
    PARTLY = "partly"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class PrintedName:
    """
    A name exactly as printed in one language.

    Shape: `printed` is the whole name and is what paper shows; `given` and `family` are its parts where
    they are known and serve the short forms ("Mr Osmanov"), and the whole one in their `order` where
    `printed` is empty; `language` is empty where nobody noted it.
    """

    printed: str
    given: str = ""
    family: str = ""
    language: str = ""
    order: NameOrder = NameOrder.GIVEN_FIRST


@dataclass(frozen=True, slots=True)
class State:
    """A state by its ISO code, with its name in languages; `code` alone decides who is at home."""

    code: str
    names: Mapping[str, str] = _NOTHING


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """
    An office and the basis on which it is held.

    Shape: `office_class` is a word of the tables of precedence ("ambassador", "consul-general"), empty for
    none. `titles` is the title in languages, printed as recorded, whole, with nothing added.
    """

    office_class: str
    basis: Basis = Basis.FULL
    titles: Mapping[str, str] = _NOTHING
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """
    Somebody to be addressed.

    Shape: `names` in the order of the directory, the main name first; empty where only the place beside
    somebody is known. `honorifics` in languages ("Dr", "General"), as recorded, stand in place of Mr or Ms.
    `own_forms` are the office's own wordings by language and purpose, lines divided by line breaks.
    """

    names: tuple[PrintedName, ...] = ()
    gender: Gender = Gender.UNKNOWN
    honorifics: Mapping[str, str] = _NOTHING
    office: HeldOffice | None = None
    own_forms: Mapping[tuple[str, Purpose], str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Setting:
    """
    Where and by whom somebody is addressed.

    Shape: `language` is a tag such as "fr" or "fr-CA". `writer_state` is the code of the state for which,
    or as whose national, the writer writes; `place_state` the state in which; both may be empty (unknown).
    """

    language: str
    practice: Practice = Practice.INTERNATIONAL
    writer_state: str = ""
    place_state: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """
    A form of address with its reasons.

    Shape: `lines` from top to bottom, none of them empty, no punctuation at their ends; no lines where the
    rule is to write nothing. `status` is that of the wording; an open reason says what nobody knows yet.
    """

    lines: tuple[str, ...]
    reasons: tuple[Reason, ...]
    status: Status

    def on_one_line(self, separator: str = ", ") -> str:
        """The lines joined, for lists and running text."""
        return separator.join(self.lines)

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at the form before it is printed."""
        return any(reason.is_open for reason in self.reasons)

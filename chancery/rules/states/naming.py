"""Names of states and bodies, by CLDR and the office's own wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel import Locale, UnknownLocaleError

_BODIES = frozenset({"EU", "UN"})
_NO_PLACES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
# CLDR names the city; missions are of the Holy See
HOLY_SEE = {
    "en": "Holy See",
    "fr": "Saint-Siège",
    "ro": "Sfântul Scaun",
    "az": "Müqəddəs Taxt",
    "ar": "الكرسي الرسولي",
    "de": "Heiliger Stuhl",
    "es": "Santa Sede",
    "it": "Santa Sede",
    "pt": "Santa Sé",
    "ru": "Святой Престол",
    "tr": "Kutsal Makam",
}


class Kind(StrEnum):
    """What a code stands for. No word is said here about who is a state."""

    TERRITORY = "territory"
    BODY = "body"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OfficeName:
    """The office's own wording for a code in one language; an empty part keeps the usual name."""

    code: str
    language: str
    short: str = ""
    formal: str = ""


type OfficeNames = Mapping[tuple[str, str], OfficeName]
NO_OFFICE_NAMES: OfficeNames = {}


def office_names(names: list[OfficeName]) -> OfficeNames:
    """Index the office's own names by code and language; a later one replaces an earlier one."""
    return {(name.code, name.language): name for name in names}


def kind_of(code: str) -> Kind:
    """Tell whether a code is a state or territory of CLDR, a body that CLDR names, or something else."""
    if code in _BODIES:
        return Kind.BODY
    return Kind.TERRITORY if code in territory_codes() else Kind.OTHER


def state_name(code: str, language: str, office: OfficeNames = NO_OFFICE_NAMES) -> str | None:
    """
    Name a state or body in a language.

    Shape: the office's own name, else CLDR's, else None: a missing name is shown as missing. Kosovo (XK), the
    European Union (EU) and the United Nations (UN) have names; VA is the Holy See.
    """
    own = office.get((code, language))
    if own and own.short:
        return own.short
    if code == "VA" and language in HOLY_SEE:
        return HOLY_SEE[language]
    return territories(language).get(code)


def formal_name(code: str, language: str, office: OfficeNames) -> str | None:
    """
    The formal name of a state, such as that of a republic.

    Shape: only as the office has entered it; no list of formal names ships, so None is the rule.
    """
    own = office.get((code, language))
    return own.formal or None if own else None


@cache
def territories(language: str) -> Mapping[str, str]:
    """The names of CLDR in one language by two-letter code; empty for a language it does not know."""
    try:
        found = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        str(code): str(name)
        for code, name in found.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_PLACES
    }


@cache
def territory_codes() -> frozenset[str]:
    """All codes of states and territories."""
    return frozenset(territories("en")) - _BODIES

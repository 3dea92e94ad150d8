"""Romanian: the genitive of states and the dative of bodies (general knowledge; needs a native check)."""

import re
from functools import cache
from itertools import takewhile

from babel import Locale

# Names that do not follow the endings below, or follow them in parts.
_IRREGULAR = {
    "Africa de Sud": "Africii de Sud",
    "Arabia Saudită": "Arabiei Saudite",
    "Bosnia și Herțegovina": "Bosniei și Herțegovinei",
    "Capul Verde": "Capului Verde",
    "Cipru": "Ciprului",
    "Comore": "Comorelor",
    "Coreea de Nord": "Coreei de Nord",
    "Coreea de Sud": "Coreei de Sud",
    "Eritreea": "Eritreei",
    "Filipine": "Filipinelor",
    "Guineea": "Guineei",
    "Guineea Ecuatorială": "Guineei Ecuatoriale",
    "Guineea-Bissau": "Guineei-Bissau",
    "Macedonia de Nord": "Macedoniei de Nord",
    "Maldive": "Maldivelor",
    "Muntenegru": "Muntenegrului",
    "Nicaragua": "Nicaraguei",
    "Noua Zeelandă": "Noii Zeelande",
    "Sudanul de Sud": "Sudanului de Sud",
    "Țările de Jos": "Țărilor de Jos",
}
# Foreign names that are not declined; a form that nobody would write is worse than none.
_UNDECLINED = {"Bahamas", "Barbados", "Dominica", "Jamaica", "Mauritius", "Panama", "Seychelles", "Tonga"}
_FIRST_NOUNS = {
    "Republica": "Republicii",
    "Regatul": "Regatului",
    "Statul": "Statului",
    "Statele": "Statelor",
    "Federația": "Federației",
    "Confederația": "Confederației",
    "Principatul": "Principatului",
    "Marele": "Marelui",
    "Sultanatul": "Sultanatului",
    "Emiratele": "Emiratelor",
    "Insulele": "Insulelor",
    "Teritoriile": "Teritoriilor",
    "Uniunea": "Uniunii",
    "Sfântul": "Sfântului",
    "Națiunile": "Națiunilor",
}
_BODIES = {
    **_FIRST_NOUNS,
    "Ambasada": "Ambasadei",
    "Ministerul": "Ministerului",
    "Consulatul": "Consulatului",
    "Misiunea": "Misiunii",
    "Nunțiatura": "Nunțiaturii",
    "Primăria": "Primăriei",
    "Președinția": "Președinției",
    "Guvernul": "Guvernului",
    "Parlamentul": "Parlamentului",
    "Fundația": "Fundației",
    "Universitatea": "Universității",
}
# Endings of feminine adjectives in the genitive, the longer ones first.
_ADJECTIVE_ENDINGS = (("eană", "ene"), ("iană", "iene"), ("ă", "e"))


def genitive_of_state(state: str) -> str | None:
    """
    Put the name of a state into the genitive: "Franța" gives "Franței".

    Shape: None for a name that is not declined or not known, so that nobody guesses.
    """
    first, _, rest = state.partition(" ")
    if first in _FIRST_NOUNS:
        return f"{_FIRST_NOUNS[first]} {_adjectives_declined(rest)}".strip()
    if state in _IRREGULAR:
        return _IRREGULAR[state]
    if state in _UNDECLINED or " " in state or state not in _known_names():
        return None
    return _by_ending(state)


def dative_of_body(body: str) -> str | None:
    """Put the name of a ministry or mission into the dative; None if its first noun is not known."""
    first, _, rest = body.partition(" ")
    return f"{_BODIES[first]} {_adjectives_declined(rest)}".strip() if first in _BODIES else None


def genitive_of_office(title: str) -> str | None:
    """
    Put the title of an office into the genitive: "Președintele" gives "Președintelui".

    Shape: None unless the first noun is a masculine one with its article.
    """
    first, _, rest = title.partition(" ")
    if not first.endswith(("ul", "tele")):
        return None
    declined = f"{first}ui" if first.endswith("ul") else f"{first.removesuffix('e')}ui"
    return f"{declined} {rest}".strip()


def _by_ending(state: str) -> str | None:
    if re.search(r"[^aeiouăâî]a$|ia$", state):
        return f"{state[:-1]}ei"
    return f"{state}ului" if re.search(r"[^aeiouăâî\W]$", state) else None


def _adjectives_declined(rest: str) -> str:
    """Decline the adjectives right after a feminine noun: "Franceză" gives "Franceze"."""
    words = rest.split(" ")
    adjectives = list(takewhile(lambda word: word.endswith("ă"), words))
    return " ".join([*map(_declined, adjectives), *words[len(adjectives) :]])


def _declined(adjective: str) -> str:
    ending, declined = next(pair for pair in _ADJECTIVE_ENDINGS if adjective.endswith(pair[0]))
    return adjective.removesuffix(ending) + declined


@cache
def _known_names() -> frozenset[str]:
    return frozenset(Locale("ro").territories.values())

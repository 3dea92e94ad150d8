"""
Disputed words: only the organiser's own, or a speaker's (R104).

Chancery supplies none of these words and judges none: where one stands in a text, it says that it is
disputed, whoever uses it and of whatever event. The list is the same for every office.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

# Beginnings of words, so that every ending and case is met; a space stands for any space.
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "aggress", "annexation", "annexed", "apartheid", "atrocit", "bloodbath", "carnage",
        "crime against humanity", "crimes against humanity", "deport", "ethnic cleansing",
        "ethnically cleans", "extermin", "fascis", "genocid", "holocaust", "invaded", "invader",
        "invasion", "liberat", "martyr", "massacr", "nazi", "occupation", "occupied", "occupier",
        "pogrom", "separatis", "slaughter", "so-called", "terroris", "traged", "tragic", "war crime",
        "war criminal",
    ),
    "fr": (
        "agress", "annexion", "annexé", "apartheid", "atrocité", "bain de sang", "boucherie", "carnage",
        "crime contre l’humanité", "crimes contre l’humanité", "crime contre l'humanité",
        "crimes contre l'humanité", "crime de guerre", "crimes de guerre", "criminel de guerre", "déport",
        "épuration ethnique", "nettoyage ethnique", "extermin", "fascis", "génocid", "holocauste",
        "envahi", "invasion", "libérat", "martyr", "massacr", "nazi", "occupant", "occupation", "occupé",
        "pogrom", "séparatis", "soi-disant", "terroris", "tragédi", "tragique", "tuerie",
    ),
    "ro": (
        "agresiun", "agresor", "anexare", "anexat", "apartheid", "atrocit", "baie de sânge", "măcel",
        "carnagiu", "crimă împotriva umanității", "crime împotriva umanității",
        "crimei împotriva umanității", "crimă de război", "crime de război", "criminal de război",
        "deport", "epurare etnic", "purificare etnic", "extermin", "fascis", "genocid", "holocaust",
        "invada", "invazi", "eliberare", "martir", "masacr", "nazis", "ocupant", "ocupați", "ocupat",
        "pogrom", "separatis", "așa-zis", "așa-numit", "teroris", "tragedi", "tragic",
    ),
    "az": (
        "təcavüz", "ilhaq", "aparteid", "vəhşi", "qırğın", "qətliam", "insanlığa qarşı cinayət",
        "bəşəriyyət əleyhinə cinayət", "müharibə cinayət", "deportasiya", "etnik təmizləmə", "faşis",
        "soyqırım", "genosid", "holokost", "işğal", "şəhid", "nasis", "poqrom", "separat", "qondarma",
        "terror", "faciə",
    ),
}  # fmt: skip
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^”“]*[”“]|\"[^\"]*\"|‘[^’]*’(?!\w)")


def disputed_terms(
    text: str, language: str, *, own: Iterable[str], said: Iterable[str] = ()
) -> tuple[str, ...]:
    """
    Return the disputed words of a text that nobody but its editor has brought in.

    Shape: as they stand in the text, each once, in order; a language without a list has none. Words in
    quotation marks are a speaker's. `own` are the texts of the organiser: the glossary and the names given;
    `said` are the statements the sentence reports. What one of them holds in any form may be used.
    Source: R104 in docs/rules/communique.md.
    """
    base = language.split("-")[0]
    allowed = {beginning for given in (*own, *said) for beginning, _word in _found(given, base)}
    found = _found(QUOTED.sub(lambda quoted: " " * len(quoted[0]), text), base)
    return tuple(dict.fromkeys(word for beginning, word in found if beginning not in allowed))


def _found(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The beginnings of the list that a text holds, each with the whole word that stands there."""
    pattern = _pattern(language)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        yield " ".join(match["beginning"].casefold().split()), match[0]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str] | None:
    beginnings = BEGINNINGS.get(language)
    if not beginnings:
        return None
    longest_first = sorted(beginnings, key=len, reverse=True)
    alternatives = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
    return re.compile(rf"(?<!\w)(?P<beginning>{alternatives})[\w’-]*", re.IGNORECASE)

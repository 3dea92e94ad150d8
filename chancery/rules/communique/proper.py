"""Whether a label begins with a name, so that its first letter stays large inside a sentence."""

import re
from collections.abc import Collection
from functools import cache

from babel import Locale

_WORDS = re.compile(r"[\w’'-]+")


def begins_with_a_name(text: str, language: str, names: Collection[str] = ()) -> bool:
    """
    Whether the first word is the name of a state or a language, an abbreviation, or a figure.

    Shape: inflected forms count too, as in "Rumıniyada"; the names of states are those of CLDR, `names` are
    further ones.
    """
    found = _WORDS.match(text)
    if found is None:
        return True
    word = found.group()
    if not word[0].isalpha() or (len(word) > 1 and word[1].isupper()):
        return True
    if word.startswith(tuple(names)):
        return True
    return word[:1].isupper() and word.lower().startswith(_names(language))


@cache
def _names(language: str) -> tuple[str, ...]:
    """Names of one word, in small letters; English writes those of languages large too."""
    locale = Locale.parse(language)
    written = [str(name) for code, name in locale.territories.items() if code.isalpha()]
    if language == "en":
        written += [*map(str, locale.languages.values()), "American", "British", "European"]
    return tuple(sorted({name.lower() for name in written if " " not in name and len(name) > 3}))

"""Azerbaijani: suffixes by the harmony of vowels, and letters with and without a dot."""

# The four-fold suffixes were read in http://language.az/tag/un, the rest is general knowledge.
_HIGH = {
    **dict.fromkeys("aı", "ı"),
    **dict.fromkeys("eəi", "i"),
    **dict.fromkeys("ou", "u"),
    **dict.fromkeys("öü", "ü"),
}
_LOW = {**dict.fromkeys("aıou", "a"), **dict.fromkeys("eəiöü", "ə")}
# Abstract nouns soften before a vowel; names such as İraq do not.
_SOFTENED = {"lıq": "lığ", "luq": "luğ", "lik": "liy", "lük": "lüy"}
_LOWER = str.maketrans("Iİ", "ıi")
_UPPER = str.maketrans("ıi", "Iİ")


def lowered(text: str) -> str:
    """Write in small letters: I gives ı, İ gives i."""
    return text.translate(_LOWER).lower()


def capitalised(text: str) -> str:
    """Write the first letter large: i gives İ, ı gives I."""
    return text[:1].translate(_UPPER).upper() + text[1:]


def genitive(noun: str) -> str | None:
    """
    Add the suffix of the genitive: "Fransa" gives "Fransanın", "Küveyt" gives "Küveytin".

    Shape: None for an abbreviation or a word without a vowel, where the ending is spoken and not written.
    """
    vowel = _last_vowel(noun)
    if not vowel:
        return None
    stem = noun[:-3] + _SOFTENED.get(noun[-3:], noun[-3:])
    return stem + ("n" if _ends_in_vowel(noun) else "") + _HIGH[vowel] + "n"


def locative(noun: str) -> str:
    """Add the suffix of the place or time: "on doqquz" gives "on doqquzda"."""
    return f"{noun}d{_LOW[_last_vowel(noun) or 'ə']}"


def ordinal(number: str) -> str:
    """Make a number in words an ordinal: "beş" gives "beşinci", "iyirmi" gives "iyirminci"."""
    vowel = _HIGH[_last_vowel(number) or "i"]
    stem = number[:-1] if _ends_in_vowel(number) else number
    return f"{stem}{vowel}nc{vowel}"


def dative_of_body(body: str) -> str | None:
    """Put a body into the dative: "Nazirliyi" gives "Nazirliyinə"; None unless the noun is possessed."""
    vowel = _last_vowel(body)
    return f"{body}n{_LOW[vowel]}" if vowel and _is_possessed(body) else None


def accusative_of_body(body: str) -> str | None:
    """Put a body into the accusative: "Nazirliyi" gives "Nazirliyini"; None as in `dative_of_body`."""
    vowel = _last_vowel(body)
    return f"{body}n{_HIGH[vowel]}" if vowel and _is_possessed(body) else None


def _last_vowel(word: str) -> str:
    last = word.split(" ")[-1]
    if last.isupper() and len(last) > 1:
        return ""
    if not last[-1:].isalpha():
        return ""
    return next((letter for letter in reversed(lowered(last)) if letter in _HIGH), "")


def _ends_in_vowel(word: str) -> bool:
    return lowered(word)[-1:] in tuple(_HIGH)


def _is_possessed(body: str) -> bool:
    return lowered(body)[-1:] in tuple("ıiuü")

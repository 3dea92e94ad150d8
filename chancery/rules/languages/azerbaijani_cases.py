"""Azerbaijani: the place, the copula and the plural, by the harmony of vowels."""

from chancery.rules.languages import azerbaijani

_HIGH = {
    **dict.fromkeys("aı", "ı"),
    **dict.fromkeys("eəi", "i"),
    **dict.fromkeys("ou", "u"),
    "ö": "ü",
    "ü": "ü",
}
_MONTHS = (
    *("yanvarında", "fevralında", "martında", "aprelində", "mayında", "iyununda"),
    *("iyulunda", "avqustunda", "sentyabrında", "oktyabrında", "noyabrında", "dekabrında"),
)
# Nouns that stand possessed at the end of the name of a house: "… Zalı", "… Meydanı".
_POSSESSED = frozenset(
    (
        *("zalı", "evi", "sarayı", "muzeyi", "kitabxanası", "meydanı", "parkı", "mərkəzi", "universiteti"),
        *(
            "teatrı",
            "bağı",
            "küçəsi",
            "kilsəsi",
            "məscidi",
            "səfirliyi",
            "körpüsü",
            "abidəsi",
            "qəbiristanlığı",
        ),
        *("filarmoniyası", "institutu", "akademiyası", "oteli", "limanı", "sahili", "binası", "qalereyası"),
        *(
            "konservatoriyası",
            "məktəbi",
            "fondu",
            "otağı",
            "kompleksi",
            "memorialı",
            "prospekti",
            "stansiyası",
        ),
        *("mayakı", "bulvarı", "həyəti", "estakadası", "körpüsü"),
    )
)


def in_place(name: str) -> str:
    """
    Say that something was at a place: "Buxarest" gives "Buxarestdə", "Böyük Konsert Zalı" "… Zalında".

    Shape: a name in a vowel that may or may not be possessed stays as it is, before "adlı məkanda".
    """
    last = azerbaijani.lowered(name.split(" ")[-1])
    if last in _POSSESSED and " " in name:
        return f"{name}n{azerbaijani.locative(name)[len(name) :]}"
    if " " in name and last[-1:] in tuple("ıiuü"):
        return f"«{name}» adlı məkanda"
    return azerbaijani.locative(name)


def in_month(year: str, month: int) -> str:
    """Say "1992-ci ilin fevralında"; `year` is the ordinal."""
    return f"{year} ilin {_MONTHS[month - 1]}"


def copula(phrase: str) -> str:
    """Add "is" to a phrase: "məlumatlılıq" gives "məlumatlılıqdır"; empty where no vowel leads."""
    vowel = _last_vowel(phrase)
    return f"{phrase}d{_HIGH[vowel]}r" if vowel and phrase[-1:].isalpha() else ""


def of_several(predicate: str) -> str:
    """Put a predicate into the plural: "edib" gives "ediblər", "oxuyub" gives "oxuyublar"."""
    return f"{predicate}{'lar' if _last_vowel(predicate) in tuple('aıou') else 'lər'}"


def _last_vowel(phrase: str) -> str:
    return next((letter for letter in reversed(azerbaijani.lowered(phrase)) if letter in _HIGH), "")

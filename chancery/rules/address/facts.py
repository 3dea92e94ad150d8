"""What the wording of one language is made of: the known facts, chosen and cleaned, with what is missing."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from chancery.rules.address import sentences
from chancery.rules.address.standing import CHARGES, Style, basis_of, class_of, is_at_home, standing
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Gender,
    HeldOffice,
    NameOrder,
    Practice,
    PrintedName,
    Setting,
    State,
)
from chancery.rules.reasons import Reason

# The script a name is expected in; languages left out are written in Latin letters.
_SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "ARABIC"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg"), "CYRILLIC"),
    "el": "GREEK",
    "he": "HEBREW",
    "yi": "HEBREW",
    "ka": "GEORGIAN",
    "hy": "ARMENIAN",
    "zh": "CJK",
    "ja": "CJK",
    "ko": "HANGUL",
    "th": "THAI",
    "hi": "DEVANAGARI",
}
_LATIN = "LATIN"


@dataclass(frozen=True, slots=True)
class Facts:
    """
    One addressee as one language sees it.

    Shape: texts are stripped and without doubled spaces, empty where not known; `title` is the recorded
    title, empty where the kind of office has to serve; `state` is the name of the state in this language.
    """

    name: str
    given: str
    family: str
    gender: Gender
    honorific: str
    office_class: str
    basis: Basis
    title: str
    state: str
    style: Style
    practice: Practice
    is_at_home: bool


def clean(*parts: str) -> str:
    """Join parts by single spaces, leaving out the empty ones."""
    return " ".join(" ".join(parts).split())


def base_of(language: str) -> str:
    """The language of a tag: "fr" for "fr-CA"."""
    return language.replace("_", "-").split("-")[0].lower()


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text for a tag or its base language; empty where there is none, never another language."""
    return clean(texts.get(language, "") or texts.get(base_of(language), ""))


def whole_name(name: PrintedName) -> str:
    """The name as printed; where only its parts are recorded, in their order."""
    in_order = (
        (name.family, name.given) if name.order is NameOrder.FAMILY_FIRST else (name.given, name.family)
    )
    return clean(name.printed) or clean(*in_order)


def facts_of(addressee: Addressee, setting: Setting) -> tuple[Facts, tuple[Reason, ...]]:
    """
    Choose what one language needs of an addressee.

    Shape: the facts, and a reason for the style and for everything that is missing.
    """
    office = addressee.office
    name = name_for(addressee.names, setting.language)
    given = standing(addressee, setting)
    facts = Facts(
        name=whole_name(name),
        given=clean(name.given),
        family="" if name.order is NameOrder.WHOLE else clean(name.family),
        gender=addressee.gender,
        honorific=in_language(addressee.honorifics, setting.language),
        office_class=class_of(office),
        basis=basis_of(office),
        title=_title(office, setting.language),
        state=_state_name(office.state if office else None, setting.language),
        style=given.style,
        practice=setting.practice,
        is_at_home=is_at_home(office, setting),
    )
    return facts, (*given.reasons, *_missing(addressee, facts, setting.language))


def name_for(names: tuple[PrintedName, ...], language: str) -> PrintedName:
    """The name noted for the language, else the first one in its script, else the main name."""
    written = [name for name in names if whole_name(name)]
    noted = [name for name in written if name.language and base_of(name.language) == base_of(language)]
    fitting = [name for name in written if _fits(name, language)]
    return next(iter([*noted, *fitting, *written]), PrintedName(""))


def name_to_read(names: tuple[PrintedName, ...], language: str) -> PrintedName:
    """
    The name in a list that somebody reads: as `name_for`, but Latin letters before a third script.

    Ties: the first of several names in Latin letters.
    """
    chosen = name_for(names, language)
    if base_of(chosen.language) == base_of(language) or _fits(chosen, language):
        return chosen
    return next((name for name in names if whole_name(name) and _fits(name, "en")), chosen)


def _fits(name: PrintedName, language: str) -> bool:
    first = next((letter for letter in whole_name(name) if letter.isalpha()), "")
    return not first or unicodedata.name(first, _LATIN).startswith(_SCRIPTS.get(base_of(language), _LATIN))


def _title(office: HeldOffice | None, language: str) -> str:
    """The recorded title, unless a chargé holds the office, whose title is another one."""
    return "" if office is None or _is_lent_to_a_charge(office) else in_language(office.titles, language)


def _is_lent_to_a_charge(office: HeldOffice) -> bool:
    return class_of(office) in CHARGES and office.office_class not in CHARGES


def _state_name(state: State | None, language: str) -> str:
    return in_language(state.names, language) if state else ""


def _missing(addressee: Addressee, facts: Facts, language: str) -> tuple[Reason, ...]:
    name = name_for(addressee.names, language)
    office = addressee.office
    has_state = bool(office and office.state)
    is_lent = bool(office and office.titles and _is_lent_to_a_charge(office))
    found = (
        (not facts.name, sentences.NO_NAME),
        (bool(facts.name) and not _fits(name, language), sentences.NAME_IN_ANOTHER_SCRIPT),
        (bool(addressee.honorifics) and not facts.honorific, sentences.HONORIFIC_MISSING),
        (is_lent, sentences.TITLE_OF_THE_HOLDER),
        (has_state and not facts.state and not facts.title, sentences.STATE_NAME_MISSING),
    )
    return tuple(Reason(sentence, is_open=True) for is_missing, sentence in found if is_missing)

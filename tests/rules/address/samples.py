"""Invented people to be addressed, and short ways to ask for a form."""

from collections.abc import Mapping

from babel import Locale

from chancery.rules.address.compose import LANGUAGES, form_of_address
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Form,
    Gender,
    HeldOffice,
    Practice,
    PrintedName,
    Purpose,
    Setting,
    State,
)

OLIVIER = (
    PrintedName("Olivier Marchand", "Olivier", "Marchand", "fr"),
    PrintedName("أوليفييه مارشان", "أوليفييه", "مارشان", "ar"),
)
ELENA = (
    PrintedName("Elena Popescu", "Elena", "Popescu", "ro"),
    PrintedName("إيلينا بوبيسكو", "إيلينا", "بوبيسكو", "ar"),
)


def state(code: str) -> State:
    """A state with its CLDR names in the languages of forms."""
    return State(code, {language: Locale(language).territories[code] for language in LANGUAGES})


def somebody(
    office_class: str = "",
    *,
    gender: Gender = Gender.MAN,
    names: tuple[PrintedName, ...] | None = None,
    basis: Basis = Basis.FULL,
    of: str = "FR",
    titles: Mapping[str, str] | None = None,
    honorifics: Mapping[str, str] | None = None,
) -> Addressee:
    """An addressee with only what is named; without a class, without an office."""
    office = (
        HeldOffice(office_class, basis, titles or {}, state(of) if of else None) if office_class else None
    )
    named = ({Gender.WOMAN: ELENA}.get(gender, OLIVIER)) if names is None else names
    return Addressee(named, gender, honorifics or {}, office)


def form(
    addressee: Addressee,
    purpose: Purpose,
    language: str,
    *,
    practice: Practice = Practice.INTERNATIONAL,
    writer: str = "AZ",
    place: str = "RO",
) -> Form:
    """The form in a setting: the embassy of Azerbaijan writes in Romania unless said otherwise."""
    return form_of_address(addressee, purpose, Setting(language, practice, writer, place))


def line(
    addressee: Addressee,
    purpose: Purpose,
    language: str,
    *,
    practice: Practice = Practice.INTERNATIONAL,
    writer: str = "AZ",
    place: str = "RO",
) -> str:
    """The lines of a form on one line, divided by strokes."""
    return form(addressee, purpose, language, practice=practice, writer=writer, place=place).on_one_line(
        " / "
    )

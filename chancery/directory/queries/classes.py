"""The classes of offices in the reader's words; the vocabulary is that of the rules of precedence."""

from django.utils.translation import gettext

from chancery.rules.precedence.classes import OfficeClass, name_of
from chancery.rules.precedence.vocabulary import classes_by_wording
from chancery.rules.precedence.wording import stem


def class_in_words(office_class: str) -> str:
    """Return the name of a class; one that nobody described is named by its own key."""
    if office_class not in OfficeClass:
        return office_class
    return gettext(name_of(OfficeClass(office_class)))


def class_choices(*used: str) -> list[tuple[str, str]]:
    """Return all classes in their order, none first, and those that are used but nobody described."""
    keys = dict.fromkeys([*map(str, OfficeClass), *(key for key in used if key)])
    return [("", "—"), *((key, class_in_words(key)) for key in keys)]


def class_meant(text: str) -> str | None:
    """Return the key of the class that a wording in any language means; None where it means none."""
    return text if text in OfficeClass else classes_by_wording().get(stem(text))

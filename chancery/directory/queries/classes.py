"""The classes of offices that the order of precedence and the forms of address know, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CLASSES: dict[str, str | Promise] = {
    "head-of-state": _("head of state"),
    "head-of-government": _("head of government"),
    "speaker": _("speaker of parliament"),
    "foreign-minister": _("minister for foreign affairs"),
    "minister": _("minister"),
    "nuncio": _("apostolic nuncio"),
    "ambassador": _("ambassador"),
    "high-commissioner": _("high commissioner"),
    "envoy": _("envoy"),
    "charge-en-pied": _("chargé d’affaires en pied"),
    "charge-ai": _("chargé d’affaires ad interim"),
    "consul-general": _("consul general"),
    "consul": _("consul"),
    "honorary-consul": _("honorary consul"),
    "member-of-parliament": _("member of parliament"),
    "mayor": _("mayor"),
    "judge": _("judge"),
    "cardinal": _("cardinal"),
    "archbishop": _("archbishop"),
    "bishop": _("bishop"),
    "professor": _("professor"),
}


def class_in_words(office_class: str) -> str:
    """Return the name of a class; one that nobody described is named by its own key."""
    return str(CLASSES.get(office_class, office_class))


def class_choices(*used: str) -> list[tuple[str, str]]:
    """Return all classes in their order, none first, and those that are used but nobody described."""
    keys = dict.fromkeys([*CLASSES, *(key for key in used if key)])
    return [("", "—"), *((key, class_in_words(key)) for key in keys)]

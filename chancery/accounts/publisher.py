"""How an office stands on pages for guests and for anybody."""

from django.urls import reverse

from chancery.accounts.models import Organiser
from chancery.base.colour import DEFAULT_ACCENT
from chancery.base.public import Publisher


def publisher_of(organiser: Organiser) -> Publisher:
    """The office as a public page names it."""
    return Publisher(organiser.names, accent_url(organiser.accent))


def accent_url(accent: str) -> str:
    """The sheet of an office's accent; empty for that of the house."""
    if accent.upper() == DEFAULT_ACCENT:
        return ""
    return reverse("accounts:accent_of", kwargs={"digits": accent.lstrip("#").lower()})

"""One page for all guests who have not answered, with marks in the places of what is each one's own."""

from collections.abc import Hashable
from dataclasses import replace

from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import escape

from chancery.base.codes import new_code
from chancery.guests.queries.first_look import FirstLook
from chancery.guests.views.by_link import Visit

# Letters that no code holds, so that nothing else on a page can be taken for a mark.
TOKEN, GUEST, FORM_KEY = "aeiou0token0aeiou", "aeiou0guest0aeiou", "aeiou0key0aeiou"


def key_of(looking: FirstLook, language: str) -> Hashable:
    """What a sheet is written for: the language, the facts of the party, and the day it is read."""
    today = timezone.now().astimezone(looking.plan.zone).date()
    return (language, looking.language, looking.facts, today)


def marked(visit: Visit) -> Visit:
    """The same visit with a mark in the place of the token."""
    return replace(visit, token=TOKEN)


def filled(sheet: str, token: str, guest: str, language: str) -> HttpResponse:
    """Return the page of one guest."""
    page = sheet.replace(TOKEN, token).replace(FORM_KEY, new_code()).replace(GUEST, escape(guest))
    return HttpResponse(page, headers={"Content-Language": language})

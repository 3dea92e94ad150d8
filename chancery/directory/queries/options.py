"""What a search found, as a list to choose from."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language

from chancery.accounts.access import Office as Seat
from chancery.base.languages import listed, wording
from chancery.base.parts import Option
from chancery.directory import access
from chancery.directory.models import Body, Office, Person, SearchEntry
from chancery.directory.queries.people import PersonLine, lines_for
from chancery.directory.queries.search import Hit, search


def options_for(
    office: Seat, text: str, kinds: Sequence[str], limit: int, *, today: date, with_pages: bool
) -> list[Option]:
    """
    Return what was found as options: people first, then bodies, then offices, each closest first.

    `with_pages` gives each the address of its page; a field to choose from wants none.
    """
    hits = search(office.organiser, text, kinds=kinds, limit=limit)
    options = [*_people(office, hits, today), *_bodies(office, hits), *_offices(office, hits)]
    if not with_pages:
        return options
    return [_with_page(option, office.organiser.ref) for option in options]


def _with_page(option: Option, ref: str) -> Option:
    name, argument = _PAGES[option.group]
    url = reverse(f"directory:{name}", kwargs={"ref": ref, argument: option.value})
    return Option(
        option.value, option.name, option.detail, option.state, url, str(SearchEntry.Kind(option.group).label)
    )


_PAGES = {"person": ("person", "person"), "body": ("body", "body"), "office": ("office", "office_code")}


def _keys(hits: Sequence[Hit], kind: str) -> list[int]:
    return [hit.object_id for hit in hits if hit.kind == kind]


def _people(office: Seat, hits: Sequence[Hit], today: date) -> list[Option]:
    keys = _keys(hits, "person")
    if not keys:
        return []
    found = access.readable(office, Person).in_bulk(keys)
    lines = lines_for([found[key] for key in keys if key in found], today)
    return [
        Option(line.person.code, line.printed, _office_words(line), line.state, group="person")
        for line in lines
    ]


def _office_words(line: PersonLine) -> str:
    language = get_language() or "en"
    return listed(wording(tenure.office.titles, language).text for tenure in line.tenures[:2])


def _bodies(office: Seat, hits: Sequence[Hit]) -> list[Option]:
    keys, language = _keys(hits, "body"), get_language() or "en"
    found = access.readable(office, Body).in_bulk(keys) if keys else {}
    bodies = [found[key] for key in keys if key in found]
    return [
        Option(body.code, wording(body.names, language).text, body.seat, body.state, group="body")
        for body in bodies
    ]


def _offices(office: Seat, hits: Sequence[Hit]) -> list[Option]:
    keys, language = _keys(hits, "office"), get_language() or "en"
    found = access.readable(office, Office).select_related("body").in_bulk(keys) if keys else {}
    posts = [found[key] for key in keys if key in found]
    return [
        Option(
            post.code,
            wording(post.titles, language).text,
            wording(post.body.names, language).text,
            post.body.state,
            group="office",
        )
        for post in posts
    ]

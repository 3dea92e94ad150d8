"""Find anything: people by any spelling, bodies and offices, events, pages."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.parts import Option
from chancery.directory.models import Body, Person
from chancery.directory.models import Office as Post
from chancery.directory.queries.search import search
from chancery.events import queries as events
from chancery.rules.names.folding import fold

MOST = 8


def options_for(office: Office, text: str) -> list[Option]:
    """Return what `text` may mean, people first; nothing for an empty text."""
    if not text:
        return []
    return [*_directory(office, text), *_events(office, text), *_pages(office, text)]


def _directory(office: Office, text: str) -> list[Option]:
    if not office.may(Right.DIRECTORY_VIEW):
        return []
    hits = search(office.organiser, text, limit=MOST)
    people = _people(office, [hit.object_id for hit in hits if hit.kind == "person"])
    bodies = _bodies(office, [hit.object_id for hit in hits if hit.kind == "body"])
    posts = _posts(office, [hit.object_id for hit in hits if hit.kind == "office"])
    return [*people, *bodies, *posts]


def _people(office: Office, keys: Sequence[int]) -> list[Option]:
    rows = Person.objects.prefetch_related("names").in_bulk(keys)
    return [
        Option(
            value=rows[key].code,
            name=rows[key].main_name,
            state=rows[key].nationality.lower(),
            url=reverse("directory:person", args=[office.organiser.ref, rows[key].code]),
            group=_("People"),
        )
        for key in keys
        if key in rows
    ]


def _bodies(office: Office, keys: Sequence[int]) -> list[Option]:
    rows, language = Body.objects.in_bulk(keys), get_language() or "en"
    return [
        Option(
            value=rows[key].code,
            name=wording(rows[key].names, language).text,
            state=rows[key].state.lower(),
            url=reverse("directory:body", args=[office.organiser.ref, rows[key].code]),
            group=_("Bodies"),
        )
        for key in keys
        if key in rows
    ]


def _posts(office: Office, keys: Sequence[int]) -> list[Option]:
    rows, language = Post.objects.select_related("body").in_bulk(keys), get_language() or "en"
    return [
        Option(
            value=rows[key].code,
            name=wording(rows[key].titles, language).text,
            detail=wording(rows[key].body.names, language).text,
            state=rows[key].body.state.lower(),
            url=reverse("directory:office", args=[office.organiser.ref, rows[key].code]),
            group=_("Offices"),
        )
        for key in keys
        if key in rows
    ]


def _events(office: Office, text: str) -> list[Option]:
    if not office.may(Right.EVENTS_VIEW):
        return []
    language, words = get_language() or "en", fold(text).split()
    return [
        Option(
            value=event.code,
            name=wording(event.titles, language).text,
            detail=cldr.day_in_words(event.held_on, language) if event.held_on else "",
            url=reverse("desk:event", args=[office.organiser.ref, event.code]),
            group=_("Events"),
        )
        for event in events.events_of(office.organiser)
        if _holds(" ".join(event.titles.values()), words)
    ][:MOST]


def _pages(office: Office, text: str) -> list[Option]:
    pages = (
        (_("Events"), "events:events", Right.EVENTS_VIEW),
        (_("Plan an event"), "events:plan", Right.EVENTS_EDIT),
        (_("Occasions"), "occasions:occasions", Right.EVENTS_VIEW),
        (_("Campaigns"), "occasions:campaigns", Right.EVENTS_VIEW),
        (_("Places"), "events:places", Right.EVENTS_VIEW),
        (_("People"), "directory:people", Right.DIRECTORY_VIEW),
        (_("Bodies"), "directory:bodies", Right.DIRECTORY_VIEW),
        (_("Import"), "directory:imports", Right.DIRECTORY_EDIT),
    )
    return [
        Option(value=route, name=name, url=reverse(route, args=[office.organiser.ref]), group=_("Pages"))
        for name, route, right in pages
        if office.may(right) and _holds(name, fold(text).split())
    ]


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether each of `words` begins a word of `text`."""
    written = fold(text).split()
    return bool(words) and all(any(each.startswith(word) for each in written) for word in words)

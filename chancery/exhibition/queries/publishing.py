"""Whether anybody may see an exhibition: what is cleared, and what stands against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.languages import listed
from chancery.base.models import StoredFile
from chancery.exhibition.models import CLEARED, Exhibit, Exhibition, RightsModel, Work
from chancery.exhibition.queries.hanging import exhibits_of


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that holds a publication back, in a sentence; `work` is None where it is the exhibition."""

    sentence: str
    work: Work | None = None


def is_cleared(held: RightsModel, on: date) -> bool:
    """Whether something may be shown to anybody on a day; the last day of the rights is one of them."""
    return held.rights in CLEARED and (held.rights_until is None or held.rights_until >= on)


def is_public(exhibit: Exhibit, on: date) -> bool:
    """Whether a work of a published exhibition stands on its public page on a day."""
    return not exhibit.is_left_out and is_cleared(exhibit.work, on)


def obstacles_of(exhibition: Exhibition, on: date) -> list[Obstacle]:
    """
    Say all that holds back the publication of an exhibition on a day; none where it can be published.

    Shape: first the exhibition itself, then its works in the order of the visit. What is left out holds
    nothing back.
    """
    works = [exhibit.work for exhibit in exhibits_of(exhibition) if not exhibit.is_left_out]
    sentences = list(_of_exhibition(exhibition, works))
    found = [Obstacle(sentence) for sentence in sentences]
    return found + [Obstacle(sentence, work) for work in works for sentence in _of_work(work, exhibition, on)]


def _of_exhibition(exhibition: Exhibition, works: Sequence[Work]) -> Iterator[str]:
    if not exhibition.languages:
        yield _("No language is chosen for the public page.")
    if not works:
        yield _("No work would be on the public page.")
    if missing := _missing(exhibition.titles or exhibition.about, exhibition):
        yield _("The title of the exhibition is missing in %(languages)s.") % {"languages": missing}
    for room in exhibition.rooms.order_by("position", "pk"):
        if missing := _missing(room.names, exhibition):
            named = {"room": room, "languages": missing}
            yield _("The name of the room “%(room)s” is missing in %(languages)s.") % named


def _of_work(work: Work, exhibition: Exhibition, on: date) -> Iterator[str]:
    named = {"work": work}
    if work.rights not in CLEARED:
        yield _("The rights of “%(work)s” are not cleared.") % named
    elif not is_cleared(work, on):
        yield _("The rights of “%(work)s” have ended.") % named
    yield from _of_words(work, exhibition)
    if work.picture is not None:
        yield from _of_picture(work, work.picture, exhibition)


def _of_words(work: Work, exhibition: Exhibition) -> Iterator[str]:
    if missing := _missing(work.titles, exhibition):
        named = {"work": work, "languages": missing}
        yield _("The title of “%(work)s” is missing in %(languages)s.") % named
    if work.captions and (missing := _missing(work.captions, exhibition)):
        named = {"work": work, "languages": missing}
        yield _("The caption of “%(work)s” is missing in %(languages)s.") % named


def _of_picture(work: Work, picture: StoredFile, exhibition: Exhibition) -> Iterator[str]:
    if picture.state == StoredFile.State.REFUSED:
        yield _("The picture of “%(work)s” cannot be used.") % {"work": work}
    elif picture.state != StoredFile.State.READY:
        yield _("The picture of “%(work)s” is still being prepared.") % {"work": work}
    if missing := _missing(work.alt_texts, exhibition):
        named = {"work": work, "languages": missing}
        yield _("What the picture of “%(work)s” shows is not described in %(languages)s.") % named


def _missing(texts: Mapping[str, str], exhibition: Exhibition) -> str:
    """The languages of the exhibition that a wording lacks, in words; empty where it lacks none."""
    reader = get_language() or "en"
    return listed(language_in_words(code, reader) for code in exhibition.languages if not texts.get(code))

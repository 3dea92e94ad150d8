"""Badges that are printed at the door: the name, office and category of somebody, with the entry pass."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext, override

from chancery.base.pdf import Imprint, refuse_unprintable
from chancery.base.qr import qr_svg
from chancery.base.stock import Cut
from chancery.door import papers
from chancery.door.papers import BadgeSize
from chancery.door.queries.bearers import Bearer
from chancery.events import wording
from chancery.events.models import Event
from chancery.guests.tokens import pass_for
from chancery.seating.room_svg import OUTLINES


@dataclass(frozen=True, slots=True)
class BadgeStyle:
    """How badges are printed: the size, and whether the entry pass and the seat stand on them."""

    size: BadgeSize = "90x55"
    with_pass: bool = True
    with_seat: bool = True

    @property
    def cut(self) -> Cut:
        """Badges of the size of a card or of a label are pages of their own."""
        return "sheet" if self.size == "90x55" else "card"


def badges(
    event: Event, bearers: Sequence[Bearer], style: BadgeStyle, *, language: str, imprint: Imprint
) -> bytes:
    """
    Print badges in the order given, in the language in which their bearers were read.

    Errors: PaperFailed; WordingMissing where the event has no title in the language.
    """
    values = badges_values(event, bearers, style, language=language, imprint=imprint)
    return papers.BADGES.pdf(values, language=language, title=_title(language), imprint=imprint)


def badges_values(
    event: Event, bearers: Sequence[Bearer], style: BadgeStyle, *, language: str, imprint: Imprint
) -> papers.Badges:
    """Return badges as their paper takes them. Errors: WordingMissing."""
    return {
        "sheet": imprint.stock.sheet,
        "cut": style.cut,
        "size": style.size,
        "title": wording.required(event.titles, language, wording.NO_TITLE),
        "badges": [_badge(each, style, language) for each in bearers],
    }


def check_printable(
    event: Event, bearers: Sequence[Bearer], style: BadgeStyle, *, language: str, imprint: Imprint
) -> None:
    """
    Look whether badges can be printed, before it is noted that they were.

    Only the first one and those with unusually long texts are laid out for it: for all others the letters
    give way until there is room, and hundreds of badges take seconds. Errors: as `badges`.
    """
    values = badges_values(event, [], style, language=language, imprint=imprint)
    texts = [_badge(each, replace(style, with_pass=False), language) for each in bearers]
    refuse_unprintable([values["title"], texts], _title(language))
    long = [each for each in bearers[1:] if _is_long(each)]
    badges(event, [*bearers[:1], *long], style, language=language, imprint=imprint)


LONG_WORD, LONG_TEXT = 24, 100
"""In letters: what an upright badge surely has room for, with the pass on it."""


def _is_long(bearer: Bearer) -> bool:
    texts = (bearer.name, bearer.own_name, bearer.office, bearer.organisation, bearer.category_name)
    return any(len(text) > LONG_TEXT for text in texts) or any(
        len(word) > LONG_WORD for text in texts for word in text.split()
    )


def _title(language: str) -> str:
    with override(language):
        return gettext("Badges")


def _badge(bearer: Bearer, style: BadgeStyle, language: str) -> papers.Badge:
    with override(language):
        label = gettext("Sample") if bearer.who.is_sample else ""
    return {
        "name": bearer.name,
        "own_name": bearer.own_name,
        "own_language": bearer.own_language or language,
        "lines": list(_lines(bearer)),
        "category": bearer.category_name,
        "tint": bearer.tint,
        "outline": OUTLINES[bearer.tint],
        "seat": bearer.seat if style.with_seat else "",
        "code": _code(bearer) if style.with_pass else "",
        "label": label,
    }


def _lines(bearer: Bearer) -> Iterable[str]:
    """The office, and the organisation where the office does not name it already."""
    if bearer.office:
        yield bearer.office
    if bearer.organisation and bearer.organisation.casefold() not in bearer.office.casefold():
        yield bearer.organisation


def _code(bearer: Bearer) -> str:
    """The pass of the party: each of it may go out and come back alone; who needs no invitation has none."""
    return qr_svg(pass_for(bearer.invitation, bearer.companions)) if bearer.invitation else ""

"""An exhibition as its visitors see it: words in their language, pictures with their public addresses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from chancery.base.languages import Wording, wording
from chancery.exhibition.models import Rights, Room, Work
from chancery.exhibition.pictures import Picture, picture_of
from chancery.exhibition.queries.hanging import Hung
from chancery.exhibition.queries.public import Shown


@dataclass(frozen=True, slots=True)
class PublicWork:
    """
    A work for its visitors; what is not known is empty.

    Without a description in the language of the page there is no picture on it either.
    """

    work: Work
    number: str
    url: str
    title: Wording
    caption: Wording
    technique: Wording
    alt_text: str
    picture: Picture | None
    licence: str
    licence_address: str


@dataclass(frozen=True, slots=True)
class PublicRoom:
    """A room with its works; without a room of its own, `room` is None."""

    room: Room | None
    works: Sequence[PublicWork]


def address_of(shown: Shown, hung: Hung | None = None) -> str:
    """The path of the page of an exhibition, or of the caption of one work."""
    route = [shown.exhibition.organiser.ref, shown.exhibition.code]
    if hung is None:
        return reverse("public-exhibition:exhibition", args=route)
    return reverse("public-exhibition:caption", args=[*route, hung.exhibit.code])


def sizes_of(shown: Shown, hung: Hung) -> Callable[[str], str]:
    """Make the paths of the sizes of a picture."""
    route = [shown.exhibition.organiser.ref, shown.exhibition.code, hung.exhibit.code]
    return lambda size: reverse("public-exhibition:picture", args=[*route, size])


def public_work(shown: Shown, hung: Hung, language: str) -> PublicWork:
    """Describe a work to a visitor who reads `language`."""
    work = hung.exhibit.work
    alt_text = wording(work.alt_texts, language)
    is_described = bool(alt_text.text) and alt_text.is_asked_for
    is_licensed = work.rights == Rights.LICENCE
    return PublicWork(
        work=work,
        number=hung.number,
        url=address_of(shown, hung),
        title=wording(work.titles, language),
        caption=wording(work.captions, language),
        technique=wording(work.techniques, language),
        alt_text=alt_text.text if is_described else "",
        picture=picture_of(work.picture, sizes_of(shown, hung)) if is_described else None,
        licence=work.licence if is_licensed else "",
        licence_address=work.licence_address if is_licensed else "",
    )


def public_rooms(shown: Shown, language: str) -> list[PublicRoom]:
    """The rooms of the visit with their works."""
    return [
        PublicRoom(section.room, [public_work(shown, hung, language) for hung in section.works])
        for section in shown.sections
    ]

"""The captions of photographs: the one written by hand, else one composed from what is known (R105)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chancery.base.cldr import day_in_words, partial_date_in_words
from chancery.events import queries as events
from chancery.events.models import Event, Participation, Place
from chancery.record.models import Photo, PhotoPerson
from chancery.record.queries.photos import people_on
from chancery.rules import captions
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import PrintedName
from chancery.rules.captions import LANGUAGES, Lacking, Shot, Shown


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """The caption of one photograph in one language, and what it could not say."""

    language: str
    text: str
    is_by_hand: bool
    missing: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What all captions of an event have in common."""

    event: Event
    place: Place | None


def setting_of(event: Event) -> Setting:
    """Read what all captions of an event have in common."""
    station = events.stations_of(event).first()
    return Setting(event, station.place if station else None)


def captions_of(
    event: Event, photos: Sequence[Photo], languages: Sequence[str]
) -> dict[int, list[CaptionLine]]:
    """The captions of photographs in each of `languages`, by the key of the photograph; in three queries."""
    setting, people = setting_of(event), people_on(photos)
    return {
        photo.pk: [caption_of(photo, people[photo.pk], setting, language) for language in languages]
        for photo in photos
    }


def caption_of(photo: Photo, people: Sequence[PhotoPerson], setting: Setting, language: str) -> CaptionLine:
    """The caption of one photograph in one language: written by hand, else composed, else empty."""
    if by_hand := photo.captions.get(language):
        return CaptionLine(language, by_hand, is_by_hand=True)
    if language not in LANGUAGES:
        return CaptionLine(language, "", is_by_hand=False)
    composed = captions.caption_of(_shot(photo, people, setting, language), language)
    return CaptionLine(language, composed.text, is_by_hand=False, missing=composed.missing)


def alt_text_of(photo: Photo, caption: CaptionLine) -> str:
    """What a picture shows, for those who do not see it: written for it, else its caption."""
    return str(photo.alt_texts.get(caption.language) or caption.text or photo.file.name)


def _shot(photo: Photo, people: Sequence[PhotoPerson], setting: Setting, language: str) -> Shot:
    item = photo.item
    return Shot(
        deed=photo.deeds.get(language, ""),
        item=item.titles.get(language, "") if item else "",
        event=setting.event.titles.get(language, ""),
        place=_place(setting.place, language),
        day=day_of(setting.event, language),
        people=[_shown(person, language) for person in people],
        credit=photo.credit,
    )


def _place(place: Place | None, language: str) -> str:
    """The place with its city, unless the place is the city or its name says so in some language."""
    if place is None:
        return ""
    name = place.names.get(language, "")
    is_said = any(place.city in called for called in place.names.values())
    parts = [name, "" if name and is_said else place.city]
    return ", ".join(part for part in parts if part)


def day_of(event: Event, language: str) -> str:
    """The day of an event in words, as it was where that is known; empty where no day is known."""
    if event.happened_on:
        return partial_date_in_words(event.happened_on, language)
    return day_in_words(event.held_on, language) if event.held_on else ""


def _shown(person: PhotoPerson, language: str) -> Shown:
    who = person.participation
    if who is None:
        return Shown(person.words, row=person.row, is_named=False)
    return Shown(_name(who, language), _capacity(who, language), person.row)


def _name(who: Participation, language: str) -> str:
    names = who.person.names.all() if who.person else ()
    known = tuple(PrintedName(name.printed, language=name.language) for name in names)
    return name_to_read(known, language).printed if known else who.name_printed


def _capacity(who: Participation, language: str) -> str:
    """The capacity as printed, else the office with its body; never one in another language."""
    printed: Mapping[str, str] = who.capacity_printed
    if printed or who.office is None:
        return printed.get(language, "")
    title, body = who.office.titles.get(language, ""), who.office.body.names.get(language, "")
    return ", ".join(part for part in (title, body) if part) if title else ""

"""Who may be shown on photographs of an event (R122)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from chancery.events import queries as events
from chancery.events.models import Event, Participation
from chancery.guests.queries import photo_answers
from chancery.guests.queries.photo_answers import SaidByGuest
from chancery.record.models import Photo, PhotoPerson, PhotoWish

Wish = PhotoWish.Wish


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom the wishes keep a photograph back for, and who on it was not asked, both by printed name."""

    refused: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def is_held_back(self) -> bool:
        """Whether somebody on the photograph does not want to be shown."""
        return bool(self.refused)


NOBODY = Standing()


def wishes_of(event: Event) -> dict[int, str]:
    """
    The wish of everybody who takes part in an event, by the key of the participation; empty where unknown.

    Somebody who takes part in several capacities has one wish: a refusal in one holds for all.
    """
    return wishes_among(Participation.objects.filter(event=event))


def wishes_among(taking_part: QuerySet[Participation]) -> dict[int, str]:
    """
    The same for some of those who take part, of whatever events.

    What the guest said on the reply page and what the office wrote down are both heard: the later one holds,
    and a refusal where they are of one day or where the office wrote no day.
    """
    said = photo_answers.said_by(taking_part)
    columns = ("pk", "event_id", "person_id", "photo_wish__wish", "photo_wish__said_on")
    rows = [
        (key, (event, person) if person else None, _heard(Heard(wish or "", said_on), said.get(key)))
        for key, event, person, wish, said_on in taking_part.order_by("pk").values_list(*columns)
    ]
    of_people: dict[tuple[int, int], str] = {}
    for _key, person, wish in rows:
        if person and wish and of_people.get(person) != Wish.REFUSED:
            of_people[person] = wish
    return {key: of_people.get(person, "") if person else wish for key, person, wish in rows}


def said_by_guests(event: Event) -> Mapping[int, SaidByGuest]:
    """What the guests of an event said last on the reply page, by the key of the participation."""
    return photo_answers.said_by(Participation.objects.filter(event=event))


@dataclass(frozen=True, slots=True)
class Heard:
    """What the office wrote down of somebody's wish, and of which day."""

    wish: str
    day: date | None


def _heard(office: Heard, guest: SaidByGuest | None) -> str:
    if guest is None or not office.wish:
        return guest.wish if guest else office.wish
    if office.day is None or office.day == guest.day:
        return Wish.REFUSED if Wish.REFUSED in (office.wish, guest.wish) else Wish.AGREED
    return office.wish if office.day > guest.day else guest.wish


def standings(photos: Iterable[Photo], wishes: Mapping[int, str]) -> dict[int, Standing]:
    """How each photograph stands to the wishes, by its key; one against which nothing stands is left out."""
    people = PhotoPerson.objects.filter(photo__in=[photo.pk for photo in photos], participation__isnull=False)
    troubling = [key for key, wish in wishes.items() if wish != Wish.AGREED]
    found: dict[int, tuple[list[str], list[str]]] = {}
    rows = people.filter(participation__in=troubling).order_by("photo", "row", "position", "pk")
    named = rows.select_related("participation__person", "participation__office", "participation__body")
    for person in named.prefetch_related("participation__person__names"):
        assert person.participation is not None
        refused, unasked = found.setdefault(person.photo_id, ([], []))
        is_refused = wishes.get(person.participation.pk) == Wish.REFUSED
        (refused if is_refused else unasked).append(person.participation.name_printed)
    return {key: Standing(tuple(refused), tuple(unasked)) for key, (refused, unasked) in found.items()}


def standing_of(photo: Photo) -> Standing:
    """How one photograph stands to the wishes."""
    return standings([photo], wishes_of(photo.event)).get(photo.pk, NOBODY)


def to_be_asked(event: Event) -> QuerySet[Participation]:
    """Everybody who may be on photographs: who was there, or whose presence is not known, by name."""
    actual = Participation.Actual
    there = [actual.ATTENDED, actual.UNKNOWN]
    found = events.participations_of(event).filter(actual__in=there, person__isnull=False)
    shown = found.exclude(capacity__in=[Participation.Capacity.MENTIONED, Participation.Capacity.HONOURED])
    return shown.select_related("photo_wish").order_by("person__sort_name", "id")


def wish_rows(event: Event, codes: Sequence[str]) -> QuerySet[Participation]:
    """Those of an event with these codes."""
    return to_be_asked(event).filter(code__in=codes)

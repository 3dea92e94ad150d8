"""What tests of photographs share."""

from typing import Any

from chancery.base import media
from chancery.events.models import Event, Participation
from chancery.record.actions import photos as actions
from chancery.record.models import Photo, PhotoPerson, PhotoWish
from tests import make, pictures


def photo(event: Event, number: int = 1, *, is_prepared: bool = True, **fields: Any) -> Photo:
    """A photograph of an event; each number is another picture."""
    content = pictures.picture(500 + number, 300)
    upload = pictures.upload(content, f"DSC_{number:04}.jpg")
    made, _is_new = actions.take_in(event, upload, by=make.actor(event.organiser))
    if is_prepared:
        media.prepare(made.file)
    Photo.objects.filter(pk=made.pk).update(**fields)
    made.refresh_from_db()
    made.event = event
    return made


def somebody(event: Event, name: str = "Ana Sample", wish: str = "", **fields: Any) -> Participation:
    """Somebody who takes part, with a wish about pictures where one is named."""
    who = make.participation(event, make.person(event.organiser, name), **fields)
    if wish:
        PhotoWish.objects.create(participation=who, wish=wish)
    return who


def on(photo: Photo, *people: Participation) -> Photo:
    """The photograph with people on it from left to right."""
    for place, who in enumerate(people):
        PhotoPerson.objects.create(photo=photo, participation=who, position=place)
    return photo

"""What changes the photographs of an event."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from chancery.base import audit, media
from chancery.base.audit import Actor
from chancery.base.languages import listed
from chancery.base.media import arriving
from chancery.base.models import StoredFile
from chancery.events.models import Event, Participation
from chancery.programme.models import Item
from chancery.record.models import Photo, PhotoPerson
from chancery.record.queries import photo_wishes
from chancery.record.queries.photo_wishes import Standing
from chancery.record.queries.photos import Span, item_at

CHANGED = "record.photo.changed"


class Mark(StrEnum):
    """What photographs are selected for, or taken from."""

    PRESS = "press"
    NOT_PRESS = "not-press"
    PUBLIC = "public"
    NOT_PUBLIC = "not-public"
    ASIDE = "aside"
    BACK = "back"


RELEASING = frozenset({Mark.PRESS, Mark.PUBLIC})
_FLAGS: dict[Mark, dict[str, bool]] = {
    Mark.PRESS: {"is_for_press": True, "is_set_aside": False},
    Mark.NOT_PRESS: {"is_for_press": False},
    Mark.PUBLIC: {"is_public": True, "is_set_aside": False},
    Mark.NOT_PUBLIC: {"is_public": False},
    Mark.ASIDE: {"is_set_aside": True, "is_for_press": False, "is_public": False},
    Mark.BACK: {"is_set_aside": False},
}


class HeldBack(Exception):
    """Somebody on a photograph does not want to be shown; the message is a sentence that says who (R122)."""


class NotAsked(Exception):
    """Nobody knows whether people on the photographs may be shown; `names` are theirs (R122)."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(listed(names))
        self.names = tuple(names)


@transaction.atomic
def take_in(event: Event, upload: UploadedFile[bytes], *, by: Actor) -> tuple[Photo, bool]:
    """
    Take one photograph that came with a form; whether it is a new one.

    Errors: media.MediaRefused with one sentence.
    """
    file = media.receive(upload, kind=StoredFile.Kind.PICTURE, by=by)
    return _photo_of(event, file, by=by)


@transaction.atomic
def add_arrived(event: Event, file: StoredFile, *, by: Actor) -> None:
    """Make a photograph of a file that came in parts; nothing where that was done before."""
    if arriving.keep(file, by=by):
        _photo_of(event, file, by=by)


def _photo_of(event: Event, file: StoredFile, *, by: Actor) -> tuple[Photo, bool]:
    """The photograph of a file; the same bytes at the same event are the same photograph."""
    same = Photo.objects.filter(event=event, file__digest=file.digest).exclude(file=file).first()
    if same is not None:
        arriving.drop(file)
        return same, False
    last = Photo.objects.filter(event=event).aggregate(last=Max("position"))["last"]
    photo = Photo(event=event, file=file, position=0 if last is None else last + 1)
    return audit.create(photo, by=by, code="record.photo.added"), True


@transaction.atomic
def change_photo(photo: Photo, *, by: Actor) -> audit.Changes:
    """Save what was written about a photograph."""
    return audit.update(photo, by=by, code=CHANGED)


@transaction.atomic
def mark(photos: Sequence[Photo], what: Mark, *, by: Actor, despite_unasked: bool = False) -> int:
    """
    Select photographs for something, or take them from it; return how many changed.

    Errors: HeldBack where somebody on one of them does not want to be shown; NotAsked where that is not
    known of somebody and `despite_unasked` was not said. Nothing is changed then.
    """
    reason = ""
    if what in RELEASING and photos:
        unasked = _demand_wishes(photos)
        if unasked and not despite_unasked:
            raise NotAsked(unasked)
        reason = _("shown although not asked: %(names)s") % {"names": listed(unasked)} if unasked else ""
    for photo in photos:
        for name, value in _FLAGS[what].items():
            setattr(photo, name, value)
    if reason:
        return sum(bool(audit.update(photo, by=by, code=CHANGED, reason=reason)) for photo in photos)
    return audit.update_all(photos, by=by, code=CHANGED)


def _demand_wishes(photos: Sequence[Photo]) -> list[str]:
    """Refuse what a wish keeps back; return the names of those who were not asked."""
    wishes = photo_wishes.wishes_of(photos[0].event)
    found = photo_wishes.standings(photos, wishes)
    for photo in photos:
        if (standing := found.get(photo.pk)) and standing.is_held_back:
            raise HeldBack(held_back_sentence(photo, standing))
    return list(dict.fromkeys(name for standing in found.values() for name in standing.unasked))


def held_back_sentence(photo: Photo, standing: Standing) -> str:
    """Say who keeps a photograph back."""
    sentence = _("“%(photo)s” stays in the house: %(names)s asked not to be shown; choose another picture.")
    return sentence % {"photo": photo.file.name, "names": listed(standing.refused)}


@transaction.atomic
def set_credit(photos: Sequence[Photo], credit: str, *, by: Actor) -> int:
    """Write the same credit on photographs; return how many changed."""
    return _set(photos, by=by, credit=credit)


@transaction.atomic
def set_item(photos: Sequence[Photo], item: Item | None, *, by: Actor) -> int:
    """Put photographs to an item of the programme, or to none; return how many changed."""
    return _set(photos, by=by, item=item)


@transaction.atomic
def set_items_by_time(photos: Sequence[Photo], spans: Sequence[Span], *, by: Actor) -> int:
    """Put each photograph to the item during which it was taken; one outside of all keeps what it has."""
    for photo in photos:
        photo.item = item_at(spans, photo.file.taken_at) or photo.item
    return audit.update_all(photos, by=by, code=CHANGED)


def _set(photos: Sequence[Photo], *, by: Actor, **values: Any) -> int:
    for photo in photos:
        for name, value in values.items():
            setattr(photo, name, value)
    return audit.update_all(photos, by=by, code=CHANGED)


@transaction.atomic
def add_person(
    photo: Photo, who: Participation | None, *, words: str = "", row: int = 0, by: Actor
) -> PhotoPerson | None:
    """Name somebody at the right end of a row; nobody twice."""
    if who is not None and PhotoPerson.objects.filter(photo=photo, participation=who).exists():
        return None
    last = PhotoPerson.objects.filter(photo=photo, row=row).aggregate(last=Max("position"))["last"]
    person = PhotoPerson(photo=photo, participation=who, words="" if who else words, row=row)
    person.position = 0 if last is None else last + 1
    return audit.create(person, by=by, code="record.photo.person.added")


@transaction.atomic
def add_people(
    photo: Photo, people: Sequence[Participation], *, row: int = 0, by: Actor
) -> list[PhotoPerson]:
    """Name several from left to right at the end of a row; who is named already stays in place."""
    added = (add_person(photo, who, row=row, by=by) for who in people)
    return [person for person in added if person is not None]


@transaction.atomic
def place_people(people: Sequence[PhotoPerson], *, dropped: Iterable[PhotoPerson], by: Actor) -> None:
    """Keep the people of a photograph in the given order, from left to right, without the dropped ones."""
    audit.save_rows(people, dropped, by=by, code="record.photo.person")


@transaction.atomic
def take_out(photos: Sequence[Photo], *, by: Actor) -> None:
    """
    Take photographs out of the event, each person on them with a line of its own, so that all comes back.

    The file stays until nothing has referred to it for a time (docs/admin/media.md).
    """
    for person in PhotoPerson.objects.filter(photo__in=photos).order_by("id"):
        audit.delete(person, by=by, code="record.photo.person.deleted")
    for photo in photos:
        audit.delete(photo, by=by, code="record.photo.deleted")

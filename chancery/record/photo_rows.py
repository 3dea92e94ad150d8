"""The photographs of an event as their pages show them: plain values in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from chancery.base.frame import Shape, Tone
from chancery.base.languages import any_text, listed
from chancery.base.models import StoredFile
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.programme.models import Item
from chancery.record.models import Photo
from chancery.record.queries.photo_wishes import NOBODY, Standing
from chancery.rules.captions import Lacking

State = StoredFile.State


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A state as shape and word."""

    shape: Shape
    word: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One photograph on the contact sheet; without `src` it cannot be seen yet, and `sentence` says why."""

    code: str
    name: str
    url: str
    src: str
    width: int
    height: int
    marks: Sequence[MarkLine]
    sentence: str = ""


def sheet_of(office: EventOffice, photos: Sequence[Photo], standings: dict[int, Standing]) -> list[SheetRow]:
    """Return the rows of a contact sheet in the order given."""
    route = reverse("record:photos", args=[office.organiser.ref, office.event.code])
    return [_row(photo, standings.get(photo.pk, NOBODY), f"{route}{photo.code}/") for photo in photos]


def _row(photo: Photo, standing: Standing, url: str) -> SheetRow:
    file = photo.file
    small = file.renditions[0] if file.state == State.READY and file.renditions else None
    return SheetRow(
        code=photo.code,
        name=any_text(photo.captions) or any_text(photo.deeds) or file.name,
        url=url,
        src=f"{url}{small['name']}/" if small else "",
        width=small["width"] if small else file.width or 3,
        height=small["height"] if small else file.height or 2,
        marks=marks_of(photo, standing),
        sentence="" if small else why_unseen(file),
    )


def why_unseen(file: StoredFile) -> str:
    """Say why a picture cannot be seen; empty where it can."""
    if file.state == State.REFUSED:
        return file.why_refused
    return "" if file.state == State.READY else _("Being prepared.")


def marks_of(photo: Photo, standing: Standing) -> list[MarkLine]:
    """What a photograph is selected for, and what stands against showing it."""
    marks = []
    if photo.is_set_aside:
        marks.append(MarkLine(Shape.NO, _("set aside")))
    if photo.is_for_press:
        marks.append(MarkLine(Shape.YES, _("for the press"), Tone.GOOD))
    if photo.is_public:
        marks.append(MarkLine(Shape.STAR, _("public"), Tone.GOOD))
    if standing.refused:
        names = {"names": listed(standing.refused)}
        marks.append(MarkLine(Shape.CROSS, _("stays in the house: %(names)s") % names, Tone.WRONG))
    elif standing.unasked:
        names = {"names": listed(standing.unasked)}
        marks.append(MarkLine(Shape.UNSET, _("not asked: %(names)s") % names, Tone.CAREFUL))
    return marks


def who_in_words(who: Participation, language: str) -> str:
    """In which capacity somebody takes part, for a line below the name."""
    printed = who.capacity_line
    return printed.get(language) or str(who.get_capacity_display())


def lacking_in_words(missing: Sequence[Lacking]) -> str:
    """Say what a caption could not say; empty where it says everything."""
    words = {
        Lacking.DEED: _("who does what"),
        Lacking.PEOPLE: _("who is on it"),
        Lacking.CAPACITY: _("the capacity of somebody"),
        Lacking.PLACE: _("the place"),
        Lacking.DAY: _("the day"),
        Lacking.CREDIT: _("the credit"),
    }
    if not missing:
        return ""
    return _("Not known in this language: %(facts)s.") % {"facts": listed(words[each] for each in missing)}


def item_choices(items: Sequence[Item]) -> list[tuple[str, str]]:
    """The items of the programme as things to do with photographs."""
    return [(f"item:{item.code}", _("put to “%(item)s”") % {"item": item}) for item in items]

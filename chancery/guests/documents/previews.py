"""What guests would get, shown before anything leaves: the parties that are hardest to write to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base.languages import direction
from chancery.directory.models import Person
from chancery.events.models import Event
from chancery.events.participants import names_of
from chancery.guests.documents import sent
from chancery.guests.documents.imprints import imprint_of
from chancery.guests.documents.messages import CannotWrite, Writer, Written
from chancery.guests.models import Channel, Companion, Form
from chancery.guests.queries.reaching import Reach

NUMBER = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """A party that is worth looking at, and why."""

    why: str | Promise
    reach: Reach


@dataclass(frozen=True, slots=True)
class Preview:
    """What a party would get; `failure` is the sentence where nothing can be written."""

    written: Written | None
    failure: str = ""


def examples_of(event: Event, reaches: Sequence[Reach]) -> list[Example]:
    """
    Return the parties that are hardest to write to, each once.

    Shape: the longest name, a name or language from right to left, one without e-mail, a couple, an office
    whose holder is not known, as far as there are such; at least one where there is any party.
    """
    names = names_of(Person.objects.filter(participations__event=event), "en")
    couples = set(_parties_of_two(event))
    wanted: Sequence[tuple[str | Promise, Callable[[Reach], bool]]] = (
        (_("Right to left"), lambda reach: _runs_right_to_left(reach, names)),
        (_("Without e-mail"), lambda reach: reach.channel != Channel.EMAIL),
        (_("Two together"), lambda reach: reach.invitation.pk in couples),
        (_("An office without a known holder"), lambda reach: reach.invitation.guest.person_id is None),
    )
    longest = max(reaches, key=lambda reach: (len(_name(reach, names)), -reach.invitation.pk), default=None)
    found = [Example(_("The longest name"), longest)] if longest else []
    for why, is_such in wanted:
        if one := _first_new(reaches, is_such, found):
            found.append(Example(why, one))
    return found


def _first_new(
    reaches: Iterable[Reach], is_such: Callable[[Reach], bool], shown: Sequence[Example]
) -> Reach | None:
    """The first party of a kind, unless one that is shown already is of that kind."""
    if any(is_such(example.reach) for example in shown):
        return None
    return next((reach for reach in reaches if is_such(reach)), None)


def _name(reach: Reach, names: dict[int, str]) -> str:
    guest = reach.invitation.guest
    return names.get(guest.person_id or 0, "") or str(guest.office or guest.body or "")


def _runs_right_to_left(reach: Reach, names: dict[int, str]) -> bool:
    letters = _name(reach, names)
    return direction(reach.language) == "rtl" or any("\u0590" <= letter <= "\u08ff" for letter in letters)


def _parties_of_two(event: Event) -> Iterable[int]:
    rows = Companion.objects.filter(invitation__guest__event=event)
    return rows.values_list("invitation_id", flat=True)


def preview(writer: Writer, reach: Reach, form: Form | str = "") -> Preview:
    """Write to one party without sending anything; `form` stands for that of the party."""
    try:
        written = writer.write(
            reach.invitation, form or reach.form, reach.language, link=_link(), number=NUMBER
        )
    except CannotWrite as refusal:
        return Preview(None, str(refusal))
    return Preview(written)


def pictures(event: Event, written: Written, *, now: datetime) -> list[bytes]:
    """
    Picture what would be printed, one PNG a page.

    Errors: PaperFailed where it does not fit on its paper; KeyError for a form that is not printed.
    """
    imprint = imprint_of(event, written.language, now=now)
    return sent.pictures(
        written.form, written.printed, language=written.language, imprint=imprint, address=_link()
    )


def _link() -> str:
    """A link as it stands in a message, without a token."""
    return f"{settings.BASE_URL}/r/…/"

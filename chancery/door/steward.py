"""What a steward with an account sees of the guests that a search finds: the colour and its reasons."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.base.frame import Shape, Tone
from chancery.base.rows import Mark
from chancery.door.models import Door, DoorNote
from chancery.door.queries.awaited import NOBODY, Arrivals, Came
from chancery.door.queries.told_at_door import AtDoor, guests_found
from chancery.rules.door.verdict import Expected, Known, Light, ReadAs, Verdict, Why, verdict

MOST = 12
_LIGHTS: dict[Light, tuple[Shape, Tone, str | Promise]] = {
    Light.GREEN: (Shape.YES, Tone.GOOD, gettext_lazy("Let in")),
    Light.AMBER: (Shape.CAREFUL, Tone.CAREFUL, gettext_lazy("Look first")),
    Light.RED: (Shape.CROSS, Tone.WRONG, gettext_lazy("Call the office")),
}
_WHY: dict[Why, str | Promise] = {
    Why.NOT_ADMITTED: gettext_lazy("is not to be let in"),
    Why.WITHDRAWN: gettext_lazy("withdrew; ask the office"),
    Why.ALREADY_IN: gettext_lazy("is in already"),
    Why.IN_DOUBT: gettext_lazy("the scans do not agree"),
    Why.DECLINED: gettext_lazy("has declined"),
    Why.NO_ANSWER: gettext_lazy("has not answered"),
    Why.RESERVE: gettext_lazy("is of the reserve"),
    Why.REPRESENTATIVE: gettext_lazy("is represented"),
    Why.PARTLY_IN: gettext_lazy("some of the party are in"),
    Why.NOTE: gettext_lazy("there is a note"),
    Why.CAME_BACK: gettext_lazy("went out and comes back"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One guest that the search found; `uid` is that of the next scan, so that one sent twice counts once."""

    guest: AtDoor
    came: Came
    verdict: Verdict
    uid: UUID = field(default_factory=uuid4)

    @property
    def mark(self) -> Mark:
        """The colour as shape and word."""
        shape, tone, word = _LIGHTS[self.verdict.light]
        return Mark(shape, str(word), tone)

    @property
    def reasons(self) -> list[str]:
        """Why, in words, the gravest first; a note is told by what it says."""
        told = [str(_WHY[why]) for why in self.verdict.reasons if why in _WHY and why is not Why.NOTE]
        if self.guest.representative:
            told.append(_("%(name)s comes instead") % {"name": self.guest.representative})
        return told + [_note(note["kind"], note["text"]) for note in self.guest.notes]

    @property
    def people(self) -> int:
        """How many of the party are not inside, one at least."""
        return max(self.verdict.missing, 1)


def _note(kind: str, text: str) -> str:
    label = DoorNote.Kind(kind).label
    return _("%(kind)s: %(text)s") % {"kind": label, "text": text} if text else str(label)


def found_by(query: str, arrivals: Arrivals, door: Door, *, language: str) -> list[Found]:
    """The guests whose name, office, body, seat or companion has every word of a query, highest first."""
    keys = {who.code: who.key for who in arrivals.order.participants}
    guests = guests_found(query, arrivals, door, language=language, most=MOST)
    return [_found(guest, arrivals.came.get(keys[guest.party], NOBODY)) for guest in guests]


def _found(guest: AtDoor, came: Came) -> Found:
    expected = Expected(
        people=came.expected or guest.expected,
        reply=guest.reply,
        notes=[note["kind"] for note in guest.notes],
        representative=guest.representative,
    )
    known = Known(came.came, came.inside, doubts=int(came.in_doubt))
    return Found(guest, came, verdict(ReadAs.NOTHING, expected, known))

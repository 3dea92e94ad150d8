"""Which offices somebody held on a day, and which steps had been taken by then."""

from dataclasses import replace
from datetime import date

from chancery.rules.dates import PartialDate
from chancery.rules.precedence.values import Basis, HeldOffice, StepKind
from chancery.rules.reasons import Reason, gettext_noop

PERHAPS_ENDED = gettext_noop(
    "Whether “%(title)s” was still held on %(day)s is not decidable: it ended %(moment)s."
)
PERHAPS_BEGUN = gettext_noop(
    "Whether “%(title)s” was already held on %(day)s is not decidable: it began %(moment)s."
)


def on_day(
    office: HeldOffice, day: date | None, decisive: frozenset[StepKind]
) -> tuple[HeldOffice, tuple[Reason, ...]]:
    """
    Turn an office into what it was on a day.

    Shape: an office that had ended is a former one (R24), one that had not begun, or whose decisive steps
    (R3) lay ahead, is one of a designate (R8); later steps are left out. No day leaves all as it is.
    Ties: a beginning or end too vague to decide counts as held, and an open reason says so.
    """
    if day is None:
        return office, ()
    if _is_past(office.ends, day):
        return replace(office, basis=Basis.FORMER), ()
    if office.begins and office.begins.earliest.date() > day:
        return replace(office, basis=Basis.DESIGNATE), ()
    steps = tuple(step for step in office.steps if step.moment.earliest.date() <= day)
    doubts = (
        *_doubt(office.ends, day, PERHAPS_ENDED, office),
        *_doubt(office.begins, day, PERHAPS_BEGUN, office),
    )
    if len(steps) == len(office.steps):
        return office, doubts
    taken = {step.kind for step in steps}
    ahead = {step.kind for step in office.steps} & decisive
    is_ahead = not taken or (bool(ahead) and not taken & decisive)
    basis = Basis.DESIGNATE if is_ahead else office.basis
    return replace(office, steps=steps, basis=basis), doubts


def _is_past(ends: PartialDate | None, day: date) -> bool:
    return ends is not None and ends.latest.date() < day


def _doubt(moment: PartialDate | None, day: date, sentence: str, office: HeldOffice) -> tuple[Reason, ...]:
    """A span of several days that holds the day leaves it open."""
    if moment is None or moment.earliest.date() == moment.latest.date():
        return ()
    if not moment.earliest.date() <= day <= moment.latest.date():
        return ()
    values = {"title": office.title or office.office_class, "day": day.isoformat(), "moment": str(moment)}
    return (Reason(sentence, values, is_open=True),)

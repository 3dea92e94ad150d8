"""Which date counts for an office, by the practice of the host state and the kind of office (R2-R5, R15)."""

from functools import lru_cache
from typing import NamedTuple

from chancery.rules.dates import PartialDate
from chancery.rules.precedence import keys, sources
from chancery.rules.precedence.notes import UNKNOWN
from chancery.rules.precedence.profile import OrderKey
from chancery.rules.precedence.settings import TakingUp
from chancery.rules.precedence.values import STEP_NAMES, Ground, HeldOffice, Step, StepKind
from chancery.rules.reasons import Reason, gettext_noop

FIRST_DATE_STAYS = gettext_noop(
    "Later letters of %(later)s that do not change the class do not change the place."
)
ADMITTED_EARLIER = gettext_noop(
    "Admitted provisionally before the exequatur: the earlier date counts and stays."
)
OTHER_STEP = gettext_noop(
    "The date of %(recorded)s is recorded, but this practice counts the date of %(wanted)s."
)

_K = StepKind
# The steps that are one and the same practice of taking up functions, the one that counts first.
PRACTICES: dict[TakingUp, tuple[StepKind, ...]] = {
    TakingUp.CREDENTIALS: (_K.CREDENTIALS,),
    TakingUp.ARRIVAL: (_K.ARRIVAL, _K.COPY_OF_CREDENTIALS),
    TakingUp.COPY: (_K.COPY_OF_CREDENTIALS, _K.ARRIVAL),
}


class Dating(NamedTuple):
    """Which steps a key looks for, the first recorded one counts; and the rule it rests on."""

    kinds: tuple[StepKind, ...]
    rule: str
    source: str = ""
    is_latest: bool = False
    is_strict: bool = False


DATINGS: dict[OrderKey, Dating] = {
    OrderKey.TAKING_CHARGE: Dating((_K.TAKING_CHARGE,), "R10", sources.CHARGES_LAST),
    OrderKey.LATEST_CHARGE: Dating((_K.TAKING_CHARGE, _K.APPOINTMENT), "R14", sources.GENEVA, True),
    OrderKey.CREDENTIALS: Dating((_K.CREDENTIALS,), "R14", sources.GENEVA),
    OrderKey.ARRIVAL: Dating((_K.ARRIVAL,), "R4", sources.DESIGNATES),
    OrderKey.EXEQUATUR: Dating((_K.EXEQUATUR,), "R15", sources.CONSULAR_HEADS),
    OrderKey.COMMISSION: Dating((_K.COMMISSION,), "R15", sources.CONSULAR_HEADS),
    OrderKey.APPOINTMENT: Dating((_K.APPOINTMENT,), "R26"),
    OrderKey.ELECTION: Dating((_K.ELECTION,), "R26"),
    OrderKey.FIRST_ELECTION: Dating((_K.ELECTION,), "R23"),
    OrderKey.TAKING_OFFICE: Dating((_K.TAKING_CHARGE, _K.APPOINTMENT, _K.ELECTION), "R24"),
    OrderKey.FOUNDATION: Dating((_K.FOUNDATION,), "R26", is_strict=True),
}


def find(office: HeldOffice, dating: Dating) -> Step | None:
    """
    The step that counts: of the first kind recorded, the earliest, or the latest where the practice says so.

    Shape: a date that is only known as that of taking up functions stands for any of them, unless the key
    is strict.
    """
    for kind in dating.kinds if dating.is_strict else (*dating.kinds, _K.TAKEN_UP):
        steps = [step for step in office.steps if step.kind is kind]
        if steps:
            pick = max if dating.is_latest else min
            return pick(steps, key=lambda step: (step.moment.earliest, step.moment.latest))
    return None


def find_consular(office: HeldOffice) -> tuple[Step | None, tuple[Reason, ...]]:
    """The exequatur, or an earlier provisional admission, which is kept after the exequatur (R15)."""
    exequatur = find(office, DATINGS[OrderKey.EXEQUATUR])
    admission = next((s for s in office.steps if s.kind is _K.PROVISIONAL_ADMISSION), None)
    if admission and (exequatur is None or admission.moment.earliest <= exequatur.moment.earliest):
        return admission, (Reason(ADMITTED_EARLIER, rule="R15", source=sources.CONSULAR_HEADS),)
    return exequatur, ()


def first_date_stays(office: HeldOffice, counted: Step) -> tuple[Reason, ...]:
    """Say that the first of several dates of one kind counts (R5)."""
    later = [s for s in office.steps if s.kind is counted.kind and counted.moment.is_before(s.moment)]
    if not later:
        return ()
    values = {"later": ", ".join(str(step.moment) for step in later)}
    return (Reason(FIRST_DATE_STAYS, values, rule="R5", source=sources.VIENNA_HOLY_SEE),)


def other_practice(office: HeldOffice, wanted: StepKind) -> tuple[Reason, ...]:
    """Say that a date of another practice is recorded, which must not be mixed in (R3)."""
    others = (_K.CREDENTIALS, _K.COPY_OF_CREDENTIALS, _K.ARRIVAL)
    recorded = next((step.kind for step in office.steps if step.kind in others), None)
    if recorded is None:
        return ()
    values = {"recorded": STEP_NAMES[recorded], "wanted": STEP_NAMES[wanted]}
    return (Reason(OTHER_STEP, values, rule="R3", source=sources.VIENNA_CLASSES, is_open=True),)


def ground(step: Step | None, dating: Dating) -> Ground:
    """The date as something to compare; an unknown one comes after all known ones."""
    what = STEP_NAMES[step.kind if step else dating.kinds[0]]
    if step is None:
        return Ground(keys.DATE, UNKNOWN, UNKNOWN, "", what, dating.rule, dating.source)
    return bounds(step.moment, what, dating.rule, dating.source)


def bounds(moment: PartialDate, what: str, rule: str, source: str) -> Ground:
    """A date with its bounds as texts that sort like dates."""
    low, high, shown = _written(moment)
    return Ground(keys.DATE, low, high, shown, what, rule, source)


@lru_cache(maxsize=20_000)
def _written(moment: PartialDate) -> tuple[str, str, str]:
    """The first and the last moment a date can mean, and the date as it is shown."""
    shown = str(moment).replace("T", " ")
    return moment.earliest.isoformat(), moment.latest.isoformat(), shown

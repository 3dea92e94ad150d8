"""Flags at half-mast: what is done with them, in which order, and what the place asks for (R51, R93)."""

from dataclasses import dataclass
from enum import StrEnum

from chancery.rules.reasons import Reason, gettext_noop

from .entries import reason


class MourningCustom(StrEnum):
    """Places and days whose custom was read in a source."""

    AUSTRALIA = "au"
    ANZAC_DAY = "anzac-day"
    ROMANIA = "ro"


class FlagMove(StrEnum):
    """What happens to the whole set of flags at once."""

    TO_THE_PEAK = "to-the-peak"
    TO_HALF_MAST = "to-half-mast"
    DOWN = "down"


_UP_FIRST = gettext_noop("All flags of the set go up to the peak first.")
_THEN_HALF = gettext_noop(
    "Then they are lowered together, until their top is about a third of the pole down."
)
_UP_AGAIN = gettext_noop("Before they come down all flags go up to the peak once more.")
_THEN_DOWN = gettext_noop("Then they come down, the host's last.")
_WHOLE_SET = gettext_noop("All flags of a set are at half-mast together; none of them stays at the peak.")
_NOT_AT_NIGHT = gettext_noop("Flags are not at half-mast at night.")
_NIGHT = gettext_noop(
    "The time lies at night, when flags are not at half-mast in Australia; choose hours of daylight."
)
_ANZAC = gettext_noop(
    "On Anzac Day flags are at half-mast from before the service and go up during the Rouse or Reveille; "
    "without a service from sunrise to noon."
)
_ROMANIA = gettext_noop(
    "On days of national mourning in Romania it is a duty of all public authorities, also of parties, "
    "unions, schools, bodies of culture, missions abroad, border points, ports and stations."
)


@dataclass(frozen=True, slots=True)
class FlagCue:
    """One step of the cue list, done by all flags of the set together."""

    number: int
    move: FlagMove
    reason: Reason


@dataclass(frozen=True, slots=True)
class HalfMast:
    """The steps up and the steps down, and what else holds."""

    hoisting: tuple[FlagCue, ...]
    lowering: tuple[FlagCue, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_allowed(self) -> bool:
        """Whether the custom of the place forbids nothing of it."""
        return not any(reason.is_open for reason in self.reasons)


def half_mast(custom: MourningCustom | None = None, *, is_at_night: bool = False) -> HalfMast:
    """
    List the cues for a set of flags at half-mast.

    Shape: two steps up, two steps down, each for the whole set. A custom adds what it asks for; the hours
    themselves are the office's.
    Source: R51, R93 in docs/rules/states.md.
    """
    hoisting = (
        FlagCue(1, FlagMove.TO_THE_PEAK, reason(_UP_FIRST, "R51")),
        FlagCue(2, FlagMove.TO_HALF_MAST, reason(_THEN_HALF, "R51")),
    )
    lowering = (
        FlagCue(1, FlagMove.TO_THE_PEAK, reason(_UP_AGAIN, "R51")),
        FlagCue(2, FlagMove.DOWN, reason(_THEN_DOWN, "R51")),
    )
    return HalfMast(hoisting, lowering, (reason(_WHOLE_SET, "R51"), *_custom(custom, is_at_night)))


def _custom(custom: MourningCustom | None, is_at_night: bool) -> tuple[Reason, ...]:
    if custom is MourningCustom.ROMANIA:
        return (reason(_ROMANIA, "R51"),)
    if custom is None:
        return ()
    night = reason(_NIGHT, "R51", is_open=True) if is_at_night else reason(_NOT_AT_NIGHT, "R51")
    anzac = (reason(_ANZAC, "R93"),) if custom is MourningCustom.ANZAC_DAY else ()
    return (night, *anzac)

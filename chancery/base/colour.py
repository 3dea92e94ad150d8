"""Colours against their ground: contrast as WCAG counts it, and an organiser's accent corrected to AA."""

import re
from dataclasses import dataclass

PAPER = "#FBFAF7"
NIGHT = "#14171D"
AA_TEXT = 4.5
DEFAULT_ACCENT = "#1F3A6E"

_HEX = re.compile(r"#(?P<red>[0-9a-f]{2})(?P<green>[0-9a-f]{2})(?P<blue>[0-9a-f]{2})", re.IGNORECASE)
_STEPS = 100


class UnreadableColour(ValueError):
    """The text is not a colour of the form #1F3A6E."""


@dataclass(frozen=True, slots=True)
class Accent:
    """One accent for both grounds, each with at least AA contrast to it, as #RRGGBB."""

    by_day: str
    by_night: str


def channels(colour: str) -> tuple[int, int, int]:
    """
    Read `#RRGGBB` as red, green and blue, 0 to 255.

    Errors: UnreadableColour with the text.
    """
    found = _HEX.fullmatch(colour.strip())
    if not found:
        raise UnreadableColour(colour)
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, the same in both directions."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str, *, ratio: float = AA_TEXT) -> str:
    """
    Return `colour`, moved towards black or white only as far as `ratio` to `ground` demands.

    Shape: a colour that reads well comes back unchanged but for capitals; else towards white on a dark
    ground, towards black on a light one, in steps of one hundredth. A ratio the ground cannot give ends
    at white or black.
    Errors: UnreadableColour.
    """
    aim = "#FFFFFF" if luminance(ground) < 0.18 else "#000000"
    for step in range(_STEPS + 1):
        moved = mixed(colour, aim, step / _STEPS)
        if contrast(moved, ground) >= ratio:
            return moved
    return aim


def accent_for(colour: str) -> Accent:
    """Correct an organiser's colour to AA on paper and on the ground of the night."""
    return Accent(readable(colour, PAPER), readable(colour, NIGHT))


def mixed(one: str, other: str, share: float) -> str:
    """Mix in `share` (0 to 1) of `other`, channel by channel."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

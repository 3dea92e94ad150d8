"""How long a silence is kept: a convention of the place, always told in seconds (R90)."""

from dataclasses import dataclass
from enum import StrEnum


class SilenceCustom(StrEnum):
    """Occasions whose silence has a length read in a source."""

    FRANCE = "fr"
    AUSTRALIA_OUTLINE = "au-outline"
    AUSTRALIA_RSL = "au-rsl"
    UNITED_KINGDOM = "gb"
    NETHERLANDS = "nl"
    ISRAEL_DAY = "il-day"
    ISRAEL_EVE = "il-eve"


@dataclass(frozen=True, slots=True)
class SilenceLength:
    """How long a silence is kept by one custom, in seconds, and the address it was read at."""

    least: int
    most: int
    source: str


_OUTLINE = "https://1pdf.net/anzac-dayceremony-outline-ictbincom_5a074692f6065d7936900e77"
_BEARERS = (
    "https://medmili84longwy.jimdofree.com/remise-m%C3%A9daille-lh-mm-brevet-dipl%C3%B4me/porte-drapeaux/"
)
_DUTCH = "https://nltimes.nl/2020/05/04/flags-half-mast-netherlands-commemorates-remembrance-day-home"
_SIREN = "https://time.news/holocaust-martyrs-and-heroes-remembrance-day-a-siren-will-sound-at-1000"
_CENOTAPH = "https://liquisearch.com/remembrance_sunday/national_ceremony_in_the_united_kingdom"

SILENCES = {
    SilenceCustom.FRANCE: SilenceLength(20, 20, _BEARERS),
    SilenceCustom.AUSTRALIA_OUTLINE: SilenceLength(60, 60, _OUTLINE),
    SilenceCustom.AUSTRALIA_RSL: SilenceLength(60, 120, "https://rslaustralia.org/anzac-host-a-service"),
    SilenceCustom.UNITED_KINGDOM: SilenceLength(120, 120, _CENOTAPH),
    SilenceCustom.NETHERLANDS: SilenceLength(120, 120, _DUTCH),
    SilenceCustom.ISRAEL_DAY: SilenceLength(120, 120, _SIREN),
    SilenceCustom.ISRAEL_EVE: SilenceLength(
        60, 60, "https://www.zapaday.com/page/event/366066-1/Israeli-Fallen-Soldiers-Memorial-Day"
    ),
}


def silence_words(seconds: int) -> str:
    """Write the length of a silence in seconds, never as "a minute": the word hides 20 to 120 (R90)."""
    return f"{seconds} s"

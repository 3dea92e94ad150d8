"""What is wrong with subtitles, in sentences for whoever brought them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from chancery.rules.subtitles import (
    FASTEST,
    FAULTS,
    LONGEST_LINE,
    MOST_LINES,
    REFUSED,
    Finding,
    Trouble,
    clock_words,
)

SENTENCES = {
    Trouble.NOT_TEXT: gettext_noop(
        "The file is not UTF-8 text: byte %(figure)s, in line %(line)s, is none of its signs; "
        "save it again as UTF-8."
    ),
    Trouble.NO_CUES: gettext_noop("There is no subtitle in it; bring a file in SRT or WebVTT."),
    Trouble.BAD_TIME: gettext_noop(
        "Line %(line)s holds a time that cannot be read; write it as 00:01:02,500 --> 00:01:05,000."
    ),
    Trouble.LOST_TEXT: gettext_noop("Line %(line)s belongs to no time; write the time above it."),
    Trouble.ENDS_EARLY: gettext_noop("Subtitle %(cue)s at %(at)s ends before it begins; correct its times."),
    Trouble.OUT_OF_ORDER: gettext_noop("Subtitle %(cue)s at %(at)s begins before the one above it."),
    Trouble.OVERLAP: gettext_noop("Subtitle %(cue)s at %(at)s begins while the one before still stands."),
    Trouble.AFTER_THE_FILM: gettext_noop("Subtitle %(cue)s at %(at)s stands beyond the end of the film."),
    Trouble.EMPTY: gettext_noop("Subtitle %(cue)s at %(at)s has no words."),
    Trouble.TOO_FAST: gettext_noop(
        "Subtitle %(cue)s at %(at)s asks for %(figure)s signs a second; most readers manage %(fastest)s."
    ),
    Trouble.LONG_LINE: gettext_noop(
        "Subtitle %(cue)s at %(at)s has a line of %(figure)s signs; %(longest)s are easy to read."
    ),
    Trouble.MANY_LINES: gettext_noop("Subtitle %(cue)s at %(at)s has %(figure)s lines; %(most)s fit."),
}
SHOWN = 30
"""Sentences of one kind of weight on a page; whoever mends these sees the next."""


@dataclass(frozen=True, slots=True)
class Told:
    """Findings by what they weigh, each as a sentence; `more` counts those left out."""

    refused: Sequence[str] = ()
    faults: Sequence[str] = ()
    warnings: Sequence[str] = ()
    more: int = 0


def told(findings: Sequence[Finding]) -> Told:
    """Put findings into words."""
    refused = [sentence(each) for each in findings if each.trouble in REFUSED]
    faults = [sentence(each) for each in findings if each.trouble in FAULTS]
    warnings = [sentence(each) for each in findings if each.trouble not in REFUSED | FAULTS]
    more = sum(max(0, len(each) - SHOWN) for each in (refused, faults, warnings))
    return Told(refused[:SHOWN], faults[:SHOWN], warnings[:SHOWN], more)


def sentence(finding: Finding) -> str:
    """One finding as a sentence with its place."""
    return _(SENTENCES[finding.trouble]) % {
        "cue": finding.cue,
        "line": finding.line,
        "at": clock_words(finding.at),
        "figure": finding.figure,
        "fastest": FASTEST,
        "longest": LONGEST_LINE,
        "most": MOST_LINES,
    }

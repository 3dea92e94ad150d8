"""
Subtitles: SubRip (SRT) and WebVTT read with every fault named, checked, and written as WebVTT.

Times are whole milliseconds from the beginning of the film. Text is kept as WebVTT writes it, with its marks
(`<i>`) and escapes (`&amp;`). The limits are practice, not law; see docs/rules/subtitles.md.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from html import unescape
from itertools import pairwise

LONGEST_LINE = 42
MOST_LINES = 2
FASTEST = 20
"""Signs a second that most adults can read along."""

SECOND = 1000


class Trouble(StrEnum):
    """What can be wrong with subtitles."""

    NOT_TEXT = "not-text"
    NO_CUES = "no-cues"
    BAD_TIME = "bad-time"
    LOST_TEXT = "lost-text"
    ENDS_EARLY = "ends-early"
    OUT_OF_ORDER = "out-of-order"
    OVERLAP = "overlap"
    AFTER_THE_FILM = "after-the-film"
    EMPTY = "empty"
    TOO_FAST = "too-fast"
    LONG_LINE = "long-line"
    MANY_LINES = "many-lines"


REFUSED = frozenset(
    {Trouble.NOT_TEXT, Trouble.NO_CUES, Trouble.BAD_TIME, Trouble.LOST_TEXT, Trouble.ENDS_EARLY}
)
"""With these something would be lost on the screen."""

FAULTS = frozenset({Trouble.OUT_OF_ORDER, Trouble.OVERLAP})
"""These play, though not as anybody wants them; somebody has to say that they shall stay."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle from `begins` to `ends`; `settings` place it, `line` is where it was read."""

    begins: int
    ends: int
    text: str
    settings: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One trouble: `cue` counts from 1 and is 0 where no cue is meant, `line` likewise.

    `at` is the time of the cue. `figure` is the byte (NOT_TEXT), the signs a second, the signs of the line or
    the number of lines.
    """

    trouble: Trouble
    cue: int = 0
    line: int = 0
    at: int = 0
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: cues in the order of the file, and what could not be read."""

    cues: tuple[Cue, ...] = ()
    findings: tuple[Finding, ...] = ()


class NotText(Exception):
    """The bytes are no text in an encoding we read; `byte` and `line` count from 1."""

    def __init__(self, byte: int, line: int) -> None:
        super().__init__(byte, line)
        self.byte, self.line = byte, line


def read(raw: bytes) -> Reading:
    """
    Read a file of subtitles, SRT or WebVTT by what stands in it.

    Shape: cues as they stand in the file; no exception for any input, faults are findings.
    """
    try:
        text = decoded(raw)
    except NotText as broken:
        return Reading(findings=(Finding(Trouble.NOT_TEXT, line=broken.line, figure=broken.byte),))
    return read_text(text)


def decoded(raw: bytes) -> str:
    """
    Return the text of a file in UTF-8, or in UTF-16 with its mark.

    Errors: NotText with the first byte that is not text; a guess would show wrong letters.
    """
    is_wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError as broken:
        before = raw[: broken.start].decode("utf-16" if is_wide else "utf-8", "replace")
        raise NotText(broken.start + 1, len(_lines(before))) from None
    return text.removeprefix("\ufeff").replace("\x00", "\ufffd")


def read_text(text: str) -> Reading:
    """Read subtitles from text that is decoded; see `read`."""
    reader = _Reader(_lines(text))
    reader.run()
    findings = list(reader.findings)
    if not reader.cues and not findings:
        findings.append(Finding(Trouble.NO_CUES))
    return Reading(tuple(reader.cues), tuple(findings))


def checked(cues: Sequence[Cue], *, film_seconds: int | None = None) -> list[Finding]:
    """
    Check cues in the order of their file.

    Shape: findings by cue; empty for faultless ones. Units: the film's length in seconds, None if not known.
    """
    found: list[Finding] = []
    last = None if film_seconds is None else (film_seconds + 1) * SECOND
    for number, cue in enumerate(cues, 1):
        found += _of_one(number, cue, last)
    for number, (before, cue) in enumerate(pairwise(cues), 2):
        found += _of_two(number, before, cue)
    return sorted(found, key=lambda finding: finding.cue)


def in_order(cues: Sequence[Cue]) -> list[Cue]:
    """Return cues by their time; those of one moment stay as they stand."""
    return sorted(cues, key=lambda cue: cue.begins)


def as_webvtt(cues: Sequence[Cue], *, is_right_to_left: bool = False) -> str:
    """
    Write cues as WebVTT, numbered from 1.

    A right-to-left line that begins with a Latin name is marked, else it would be laid out the other way.
    """
    blocks = ["WEBVTT"]
    for number, cue in enumerate(cues, 1):
        settings = f" {cue.settings}" if cue.settings else ""
        text = _marked(cue.text) if is_right_to_left else cue.text
        body = f"\n{text}" if text else ""
        blocks.append(f"{number}\n{_clock(cue.begins)} --> {_clock(cue.ends)}{settings}{body}")
    return "\n\n".join(blocks) + "\n"


def said(cue: Cue) -> str:
    """What a cue shows: its text without marks."""
    return unescape(_MARK.sub("", cue.text))


def clock_words(milliseconds: int) -> str:
    """A time of the film as people write it: 1:02:03, or 02:03 within the first hour."""
    minutes, seconds = divmod(milliseconds // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s+(.*))?", re.ASCII)
_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = re.compile(r"<[^>]*>")
_SRT_KEPT = re.compile(r"(</?[ibu]>)", re.IGNORECASE)
_SRT_DROPPED = re.compile(r"</?font[^>]*>|\{\\[^}]*\}", re.IGNORECASE)
_SETTINGS = re.compile(r"(?:vertical|line|position|size|align):\S+")


def _lines(text: str) -> list[str]:
    return _LINE_END.split(text)


class _Reader:
    """Goes through the lines once, block by block; a time line begins a cue even without an empty line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.is_webvtt = lines[0].split(None, 1)[:1] == ["WEBVTT"]
        self.cues: list[Cue] = []
        self.findings: list[Finding] = []

    def run(self) -> None:
        for place, (number, block) in enumerate(self._blocks()):
            is_head = self.is_webvtt and place == 0
            if not is_head and not self._is_left_out(block[0]):
                self._read(number, block)
            elif is_head and any("-->" in line for line in block):
                self._read(number + 1, block[1:])

    def _blocks(self) -> Iterator[tuple[int, list[str]]]:
        """Lines that stand together, each group with the number of its first line."""
        block: list[str] = []
        for number, line in enumerate([*self.lines, ""], 1):
            if line.strip():
                block.append(line.rstrip())
            elif block:
                yield number - len(block), block
                block = []

    def _is_left_out(self, first: str) -> bool:
        """Notes are for translators; styles and regions give way to those of the hall."""
        return (
            self.is_webvtt and first.split(None, 1)[0] in {"NOTE", "STYLE", "REGION"} and "-->" not in first
        )

    def _read(self, number: int, block: Sequence[str]) -> None:
        starts = [place for place, line in enumerate(block) if self._is_time(line)]
        if not starts:
            self.findings.append(Finding(Trouble.LOST_TEXT, line=number))
            return
        if starts[0] > 1:
            self.findings.append(Finding(Trouble.LOST_TEXT, line=number))
        for start, end in pairwise([*starts, len(block)]):
            # The number of the next cue stands at the end of this one where the empty line is missing.
            last = end - 1 if end < len(block) and block[end - 1].strip().isdecimal() else end
            self._read_cue(number + start, block[start], block[start + 1 : max(last, start + 1)])

    def _is_time(self, line: str) -> bool:
        return "-->" in line and (
            self.is_webvtt or _TIMES.fullmatch(line) is not None or line.lstrip()[0].isdigit()
        )

    def _read_cue(self, number: int, times: str, text: Sequence[str]) -> None:
        found = _TIMES.fullmatch(times)
        if found is None:
            self.findings.append(Finding(Trouble.BAD_TIME, line=number))
            return
        parts = found.groups()
        settings = " ".join(_SETTINGS.findall(parts[8] or "")) if self.is_webvtt else ""
        written = "\n".join(text if self.is_webvtt else (_from_srt(line) for line in text))
        kept = "\n".join(line for line in written.split("\n") if line.strip())
        self.cues.append(Cue(_milliseconds(parts[:4]), _milliseconds(parts[4:8]), kept, settings, number))


def _milliseconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole * SECOND + int((fraction or "0").ljust(3, "0"))


def _from_srt(line: str) -> str:
    """Write a line of SRT as WebVTT does: italics stay, colours go, and what is no mark is escaped."""
    pieces = _SRT_KEPT.split(_SRT_DROPPED.sub("", line))
    # With one group that is kept, the odd pieces are the marks.
    written = (piece.lower() if place % 2 else _escaped(piece) for place, piece in enumerate(pieces))
    return "".join(written)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "--&gt;")


def _of_one(number: int, cue: Cue, last: int | None) -> Iterator[Finding]:
    """What is wrong with one cue by itself; `last` is the end of the film."""
    here = Finding(Trouble.EMPTY, cue=number, line=cue.line, at=cue.begins)
    if cue.ends <= cue.begins:
        yield replace(here, trouble=Trouble.ENDS_EARLY)
    if last is not None and cue.ends > last:
        yield replace(here, trouble=Trouble.AFTER_THE_FILM)
    lines = said(cue).split("\n")
    if not any(line.strip() for line in lines):
        yield here
        return
    if len(lines) > MOST_LINES:
        yield replace(here, trouble=Trouble.MANY_LINES, figure=len(lines))
    if (longest := max(_signs(line) for line in lines)) > LONGEST_LINE:
        yield replace(here, trouble=Trouble.LONG_LINE, figure=longest)
    if cue.ends > cue.begins:
        yield from _too_fast(here, sum(_signs(line) for line in lines), cue.ends - cue.begins)


def _too_fast(here: Finding, signs: int, milliseconds: int) -> Iterator[Finding]:
    if signs * SECOND > FASTEST * milliseconds:
        yield replace(here, trouble=Trouble.TOO_FAST, figure=round(signs * SECOND / milliseconds))


def _of_two(number: int, before: Cue, cue: Cue) -> Iterator[Finding]:
    if cue.begins < before.begins:
        yield Finding(Trouble.OUT_OF_ORDER, cue=number, line=cue.line, at=cue.begins)
    elif cue.begins < before.ends:
        yield Finding(Trouble.OVERLAP, cue=number, line=cue.line, at=cue.begins)


def _signs(line: str) -> int:
    """The signs one sees: marks that stand on a letter and marks of direction take no room."""
    return sum(unicodedata.category(sign) not in {"Mn", "Me", "Cf"} for sign in line)


def _marked(text: str) -> str:
    return "\n".join(line if _begins_right_to_left(line) else f"\u200f{line}" for line in text.split("\n"))


def _begins_right_to_left(line: str) -> bool:
    kinds = (unicodedata.bidirectional(sign) for sign in unescape(_MARK.sub("", line)))
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "R") != "L"


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"

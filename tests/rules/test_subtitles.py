"""Subtitles are read whatever is wrong with them, and what is wrong is named with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.rules.subtitles import (
    Cue,
    Finding,
    Trouble,
    as_webvtt,
    checked,
    clock_words,
    in_order,
    read,
    read_text,
    said,
)

SRT = """1
00:00:01,000 --> 00:00:02,500
Good evening.

2
00:00:03,000 --> 00:00:05,000
<i>Tom</i> & <font color="red">Ana</font>
{\\an8}are here.
"""
VTT = """WEBVTT - a title

NOTE for the translator

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 line:0 colour:red
Good evening.

01:00:03.000 --> 01:00:05.000
<v Ana>It is late.
"""


def troubles(raw: str | bytes) -> list[tuple[Trouble, int, int]]:
    text = raw.encode() if isinstance(raw, str) else raw
    return [(each.trouble, each.cue, each.line) for each in read(text).findings]


def test_srt_is_read_with_its_italics_and_without_its_colours() -> None:
    """Ampersands are escaped, for the text is kept as WebVTT writes it."""
    reading = read(SRT.encode())

    assert reading.findings == ()
    assert [(cue.begins, cue.ends, cue.text) for cue in reading.cues] == [
        (1000, 2500, "Good evening."),
        (3000, 5000, "<i>Tom</i> &amp; Ana\nare here."),
    ]
    assert said(reading.cues[1]) == "Tom & Ana\nare here."


def test_webvtt_is_read_without_notes_and_styles() -> None:
    """Settings that place a cue stay, others go."""
    reading = read(VTT.encode())

    assert reading.findings == ()
    assert [(cue.begins, cue.ends, cue.text, cue.settings) for cue in reading.cues] == [
        (1000, 2500, "Good evening.", "line:0"),
        (3603000, 3605000, "<v Ana>It is late.", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-with-mark"])
def test_encodings_with_a_mark_are_read(encoding: str) -> None:
    """UTF-16 is taken where its mark says so."""
    text = SRT.replace("Good evening.", "Axşamınız xeyir, Țară!")
    raw = b"\xff\xfe" + text.encode("utf-16-le") if encoding.endswith("mark") else text.encode(encoding)

    assert read(raw).cues[0].text == "Axşamınız xeyir, Țară!"


def test_another_encoding_is_refused_by_its_first_byte() -> None:
    """A guess would show wrong letters in the hall."""
    raw = SRT.replace("Good evening.", "Bună seara, țară!").encode("iso8859-16")

    reading = read(raw)

    assert reading.cues == ()
    assert reading.findings == (Finding(Trouble.NOT_TEXT, line=3, figure=36),)
    assert raw[35:36] == "ă".encode("iso8859-16")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [(Trouble.NO_CUES, 0, 0)]),
        ("WEBVTT\n", [(Trouble.NO_CUES, 0, 0)]),
        ("Hello\n", [(Trouble.LOST_TEXT, 0, 1)]),
        (SRT + "\nLost words\n", [(Trouble.LOST_TEXT, 0, 10)]),
        ("1\n00:00:01,000 --> 0:0:x\nHello\n", [(Trouble.BAD_TIME, 0, 2)]),
        ("WEBVTT\n\n00:01.000 --> later\nHello\n", [(Trouble.BAD_TIME, 0, 3)]),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text: str, wanted: list[tuple[Trouble, int, int]]) -> None:
    """Nothing is dropped in silence."""
    assert troubles(text) == wanted


def test_a_missing_empty_line_parts_two_cues_all_the_same() -> None:
    """The number of the second cue is no text of the first."""
    reading = read_text("1\n0:00:01,0 --> 0:00:02,0\nOne\n2\n0:00:03,0 --> 0:00:04,0\nTwo")

    assert [cue.text for cue in reading.cues] == ["One", "Two"]
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("cues", "wanted"),
    [
        ([Cue(0, 2000, "Good evening.")], []),
        ([Cue(2000, 2000, "a")], [(Trouble.ENDS_EARLY, 1)]),
        ([Cue(0, 2000, "a"), Cue(1999, 3000, "b")], [(Trouble.OVERLAP, 2)]),
        ([Cue(0, 2000, "a"), Cue(2000, 3000, "b")], []),
        ([Cue(5000, 6000, "a"), Cue(1000, 2000, "b")], [(Trouble.OUT_OF_ORDER, 2)]),
        ([Cue(0, 2000, " ")], [(Trouble.EMPTY, 1)]),
        ([Cue(58_000, 61_001, "a")], [(Trouble.AFTER_THE_FILM, 1)]),
        ([Cue(58_000, 60_000, "a")], []),
        ([Cue(0, 1000, "x" * 20)], []),
        ([Cue(0, 1000, "x" * 21)], [(Trouble.TOO_FAST, 1)]),
        ([Cue(0, 9000, "x" * 42)], []),
        ([Cue(0, 9000, "x" * 43)], [(Trouble.LONG_LINE, 1)]),
        ([Cue(0, 9000, "<i>" + "x" * 42 + "</i>")], []),
        ([Cue(0, 9000, "e\u0301" * 42)], []),
        ([Cue(0, 9000, "a\nb\nc")], [(Trouble.MANY_LINES, 1)]),
    ],
)
def test_cues_are_checked_one_by_one_and_beside_each_other(
    cues: list[Cue], wanted: list[tuple[Trouble, int]]
) -> None:
    """A film of 60 seconds, with one second of grace at its end."""
    assert [(each.trouble, each.cue) for each in checked(cues, film_seconds=59)] == wanted


def test_the_speed_is_told_in_signs_a_second() -> None:
    """A warning without its figure cannot be judged."""
    assert checked([Cue(0, 1000, "x" * 30)])[0].figure == 30


def test_arabic_that_begins_with_a_latin_name_is_marked() -> None:
    """Without the mark the screen would lay the line out from the left."""
    written = as_webvtt([Cue(0, 1000, "مساء الخير\nUNESCO في باريس")], is_right_to_left=True)

    assert written.endswith("مساء الخير\n\u200fUNESCO في باريس\n")
    assert as_webvtt(read_text(written).cues, is_right_to_left=True) == written


def test_times_are_said_as_people_write_them() -> None:
    """Hours only where there are any."""
    assert [clock_words(ms) for ms in (0, 62_500, 3_723_000)] == ["00:00", "01:02", "1:02:03"]


LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda line: line == line.strip() and "-->" not in line
)
CUES = st.lists(
    st.builds(
        Cue,
        begins=st.integers(0, 10**8),
        ends=st.integers(0, 10**8),
        text=st.lists(LINES, max_size=3).map("\n".join),
        settings=st.sampled_from(["", "line:0", "line:0 align:start"]),
    ),
    min_size=1,
)


@given(CUES)
def test_what_is_written_is_read_again(cues: list[Cue]) -> None:
    """Also faulty cues: the checks stand beside the text and change nothing of it."""
    again = read_text(as_webvtt(cues))

    assert again.findings == ()
    assert [(cue.begins, cue.ends, cue.text, cue.settings) for cue in again.cues] == [
        (cue.begins, cue.ends, cue.text, cue.settings) for cue in cues
    ]


NEARLY = st.lists(
    st.sampled_from(
        [
            "WEBVTT",
            "1",
            "",
            "00:01.000 --> 00:02.000",
            "-->",
            "00:00:01,5 --> x",
            "NOTE x",
            "Text",
            " ",
            "<i>&",
        ]
    )
).map("\n".join)


@given(st.one_of(st.binary(), st.text().map(str.encode), NEARLY.map(str.encode)))
def test_no_file_breaks_the_reader(raw: bytes) -> None:
    """Whatever comes, there are cues or there is a finding, and both can be checked and written."""
    reading = read(raw)

    assert reading.cues or reading.findings
    assert read_text(as_webvtt(reading.cues)).cues or not reading.cues
    assert all(finding.cue for finding in checked(reading.cues, film_seconds=60))
    assert sorted(in_order(reading.cues), key=lambda cue: cue.line) == sorted(
        reading.cues, key=lambda cue: cue.line
    )

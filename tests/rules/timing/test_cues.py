"""Cues of departments (R93, R94)."""

from chancery.rules.timing import Cue, CueEdge, CueKind, CueRow, Status, cue_sheet, elapsed, planned
from tests.rules.timing.builders import item, programme

GIVEN = programme(
    item("speech", 10, "10:50"),
    item("post", 2, "11:00"),
    item("film"),
    item("dropped", 5, status=Status.DROPPED),
    item("walk"),
)
CUES = (
    Cue("walk", "doors", "open the doors"),
    Cue("post", "flags", "from the peak to half-mast"),
    Cue("post", "sound", "Last Post"),
    Cue("post", "sound", "stand by for the Last Post", CueKind.STAND_BY, offset=-300),
    Cue("post", "flags", "hold at half-mast", CueKind.HOLD, CueEdge.END),
    Cue("film", "light", "house lights down", offset=-5),
    Cue("dropped", "light", "never called"),
)


def told(row: CueRow) -> str:
    at = row.at.clock.strftime("%H:%M:%S") if row.at else "?"
    return f"{at} {row.elapsed} {row.cue.department}: {row.cue.words}"


def test_cue_sheet_runs_by_time() -> None:
    """R93: flags and music are cues of one moment; a cue without a time stands with its item."""
    sheet = cue_sheet(GIVEN, planned(GIVEN), CUES)

    assert [told(row) for row in sheet] == [
        "10:55:00 300 sound: stand by for the Last Post",
        "11:00:00 600 flags: from the peak to half-mast",
        "11:00:00 600 sound: Last Post",
        "11:01:55 715 light: house lights down",
        "11:02:00 720 flags: hold at half-mast",
        "? None doors: open the doors",
    ]


def test_cue_sheet_of_one_department() -> None:
    """R94: each department gets its own rows only."""
    sheet = cue_sheet(GIVEN, planned(GIVEN), CUES, departments=frozenset({"flags"}))

    assert [row.cue.words for row in sheet] == ["from the peak to half-mast", "hold at half-mast"]


def test_elapsed_counts_from_the_first_known_start() -> None:
    """R94: every known item tells the time since the start."""
    assert elapsed(planned(GIVEN)) == {"speech": 0, "post": 600, "film": 720}

"""The map, rows of marks and the time line: what lies where, and what is named that lies nowhere."""

import base64
import hashlib
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import charts
from chancery.base.charts import world
from chancery.base.charts.values import NotDrawable

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"


def map_of(**values: int) -> charts.WorldMap:
    return charts.WorldMap("texts", "Texts", "Texts that were adopted.", "State", "Texts", values)


def page_of(chart: charts.Chart) -> str:
    return Template("{% load charts %}{% chart value %}").render(Context({"value": chart}))


def test_the_outlines_are_those_that_were_listed() -> None:
    """The file is the one of vendor.json, with its package and its licence."""
    rows = {row["path"]: row for row in json.loads((ROOT / "vendor.json").read_text())["files"]}
    row = rows["chancery/base/charts/world.json"]
    content = (ROOT / row["path"]).read_bytes()

    assert row["sha384"] == f"sha384-{base64.b64encode(hashlib.sha384(content).digest()).decode()}"
    assert row["licence"].startswith("ISC")
    assert json.loads((ROOT / "package.json").read_text())["devDependencies"]["world-atlas"] == row["version"]


@pytest.mark.parametrize("code", ["RO", "AZ", "VA", "MT", "SG", "XK", "FJ", "US", "MV"])
def test_states_have_a_place_on_the_map(code: str) -> None:
    """Large ones have an outline, small ones a point that is seen."""
    drawing = ET.fromstring(charts.drawn(map_of(**{code: 2}), language="en", width=charts.WIDE))

    classes = [part.attrib.get("class", "") for part in drawing.iter()]
    assert any("chart-border" in each or "chart-edge" in each for each in classes)
    assert charts.notes_of(map_of(**{code: 2}), "en") == [charts.notes_of(map_of(RO=1), "en")[-1]]


def test_a_state_without_a_place_is_named_under_the_map() -> None:
    """Nothing that is counted gets lost because nobody drew it."""
    notes = charts.notes_of(map_of(RO=1, TV=3), "en")

    assert notes[0] == "Counted, and without a place on this map: Tuvalu."
    assert "say nothing about borders" in notes[-1]


def test_the_map_is_never_turned_over() -> None:
    """East stays at the right in a script that runs from the right."""
    chart = map_of(MT=1, SG=1)

    def points(language: str) -> list[str]:
        drawing = ET.fromstring(charts.drawn(chart, language=language, width=charts.WIDE))
        return [point.attrib["cx"] for point in drawing.iter(f"{SVG}circle")]

    assert points("ar") == points("en")
    assert len(points("en")) == 2


@given(values=st.lists(st.integers(0, 10**9), max_size=40))
def test_steps_hold_every_number_once(values: list[int]) -> None:
    """Ranges begin at one, follow each other without a gap, and end at the highest number."""
    steps = world.steps_of(values)

    assert len(steps) <= 4
    assert [low for low, _high in steps[1:]] == [high + 1 for _low, high in steps[:-1]]
    assert all(low <= high for low, high in steps)
    if any(values):
        assert steps[0][0] == 1
        assert steps[-1][1] == max(values)


def test_a_page_says_the_states_from_many_to_few() -> None:
    """The table behind the map names them in the reader's language; a state with nothing is in it as well."""
    table = charts.table_of(map_of(RO=1, AZ=5, FR=0), "en")

    assert [[cell.value for cell in row] for row in table.rows] == [
        ["Azerbaijan", 5],
        ["Romania", 1],
        ["France", 0],
    ]


def test_an_empty_map_says_so() -> None:
    """A map without a filled state would say that nothing happened anywhere."""
    assert "Nothing is counted yet." in page_of(map_of(RO=0))


def dots_of(*rows: charts.DotRow) -> charts.Dots:
    meanings = ["Head of mission", "Somebody else", "Nobody"]
    return charts.Dots(
        "levels", "Levels", "Who came.", "Mission", ["2024", "2025"], meanings, rows, "not invited"
    )


def test_marks_differ_by_their_shape_and_gaps_have_none() -> None:
    """Where there is no mark the table says what that means."""
    chart = dots_of(charts.DotRow("Romania", [0, None]), charts.DotRow("Türkiye", [1, 2]))

    drawing = ET.fromstring(charts.drawn(chart, language="en"))
    marks = [part.attrib["d"] for part in drawing.iter(f"{SVG}path")]
    words = [[cell.in_words("en") for cell in row] for row in charts.table_of(chart, "en").rows]

    assert len(marks) == 3 + 3  # three in the key, three in the rows
    assert len(set(marks)) == 3
    assert words == [["Romania", "Head of mission", "not invited"], ["Türkiye", "Somebody else", "Nobody"]]


def test_a_row_with_a_mark_too_few_is_refused() -> None:
    """No mark slips under another year."""
    with pytest.raises(NotDrawable):
        dots_of(charts.DotRow("Romania", [0]))


def line_of(*years: int, first: int = 2008, last: int = 2025) -> charts.TimeLine:
    lane = charts.Lane(
        "Events", [charts.Moment(year, str(year), f"Event {year}", f"/{year}") for year in years]
    )
    return charts.TimeLine("time", "Time", "Events.", "Event", first, last, [lane])


def test_every_moment_has_a_mark() -> None:
    """Two of one year stand over each other."""
    drawing = ET.fromstring(charts.drawn(line_of(2010, 2010, 2024), language="en"))

    places = [part.attrib["transform"] for part in drawing.iter(f"{SVG}path")]
    assert len(set(places)) == 3
    assert len({place.split()[0] for place in places}) == 2


def test_many_moments_of_a_year_are_a_mark_with_their_number() -> None:
    """Twenty marks over each other would not be counted by anybody."""
    drawing = ET.fromstring(charts.drawn(line_of(*[2010] * 20), language="en"))

    assert len(list(drawing.iter(f"{SVG}path"))) == 1
    assert "20" in [text.text for text in drawing.iter(f"{SVG}text")]


def test_a_moment_outside_its_years_is_refused() -> None:
    """It would be drawn into the margin, or not at all."""
    with pytest.raises(NotDrawable, match="outside"):
        line_of(1999)


@given(
    first=st.integers(1900, 2020),
    years=st.integers(0, 130),
    places=st.lists(st.integers(0, 130), max_size=60),
    language=st.sampled_from(["en", "ar"]),
)
def test_a_time_line_of_any_length_stays_in_its_box(
    first: int, years: int, places: list[int], language: str
) -> None:
    """No mark lies outside, also over a hundred years."""
    chart = line_of(*(first + place % (years + 1) for place in places), first=first, last=first + years)

    drawing = ET.fromstring(charts.drawn(chart, language=language))

    left, top, wide, high = map(float, drawing.attrib["viewBox"].split())
    for mark in drawing.iter(f"{SVG}path"):
        x, y = map(float, mark.attrib["transform"].removeprefix("translate(").removesuffix(")").split())
        assert left + 4 <= x <= left + wide - 4
        assert top <= y <= top + high


def test_no_page_carries_a_style_of_its_own() -> None:
    """The content policy forbids it; the file that stands alone may."""
    for chart in (map_of(RO=1, VA=2), dots_of(charts.DotRow("Romania", [0, 1])), line_of(2010)):
        assert "<style" not in page_of(chart)
        assert "style=" not in page_of(chart)
        assert "<style>" in charts.standalone(chart, language="en")


def test_rows_beyond_those_drawn_stand_in_the_table() -> None:
    """A page with two hundred rows of marks is not read; what is left out is said."""
    rows = [charts.DotRow(f"State {number}", [0, 1]) for number in range(5)]
    chart = charts.Dots("levels", "Levels", "Who came.", "Mission", ["1", "2"], ["A", "B"], rows, "none", 2)

    assert len(charts.table_of(chart, "en").rows) == 5
    assert "The first 2 of 5 are drawn; the table has all of them." in charts.notes_of(chart, "en")
    assert "State 4" not in charts.drawn(chart, language="en")

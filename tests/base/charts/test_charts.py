"""Charts: what is drawn stays in its box, starts at zero, and says what is not counted."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from chancery.base import charts
from chancery.base.charts import axes, letters, scales, svg
from chancery.base.charts.values import MOST_SERIES, NotDrawable

SVG = "{http://www.w3.org/2000/svg}"
YEARS = [str(year) for year in range(2008, 2026)]
NAMES = st.text(alphabet="abc ĂșƏجж漢WW", min_size=1, max_size=60)
COUNTS = st.one_of(st.none(), st.integers(0, 10**12))


def chart_of[Kind: (charts.Bars, charts.Stack, charts.Lines)](
    kind: type[Kind], labels: Sequence[str], *rows: Sequence[int | None]
) -> Kind:
    series = [charts.Series(f"Series {number}", values) for number, values in enumerate(rows)]
    return kind("people", "People", "People who were there.", "Year", labels, series)


def parsed(chart: charts.Chart, language: str = "en", width: float = charts.NARROW) -> ET.Element:
    return ET.fromstring(charts.drawn(chart, language=language, width=width))


def texts(drawing: ET.Element) -> list[tuple[float, float, float]]:
    """Start, end and base line of every text, by the widths that the drawing itself reckons with."""
    found = []
    for text in drawing.iter(f"{SVG}text"):
        x, y, wide = float(text.attrib["x"]), float(text.attrib["y"]), letters.width_of(text.text or "")
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.attrib["text-anchor"]]
        found.append((start, start + wide, y))
    return found


@st.composite
def charts_of_numbers(draw: st.DrawFn) -> charts.Chart:
    labels = draw(st.lists(NAMES, max_size=20))
    rows = [
        draw(st.lists(COUNTS, min_size=len(labels), max_size=len(labels)))
        for _ in range(draw(st.integers(0, 6)))
    ]
    series = [charts.Series(draw(NAMES), values) for values in rows]
    values = ("drawn", draw(NAMES), draw(NAMES), "Year", labels, series)
    if draw(st.booleans()):
        return charts.Lines(*values)
    is_lying = draw(st.booleans())
    if draw(st.booleans()):
        return charts.Stack(*values, is_lying=is_lying)
    return charts.Bars(*values, is_lying=is_lying)


@given(
    chart=charts_of_numbers(),
    language=st.sampled_from(["en", "ar", "ro"]),
    width=st.sampled_from([340.0, 720.0]),
)
def test_nothing_is_drawn_outside_the_box(chart: charts.Chart, language: str, width: float) -> None:
    """Every letter, bar and mark lies on the sheet, for any names and numbers."""
    drawing = parsed(chart, language, width)
    left, top, wide, high = map(float, drawing.attrib["viewBox"].split())

    for start, end, y in texts(drawing):
        assert left - 0.1 <= start
        assert end <= left + wide + 0.1
        assert top <= y <= top + high
    for bar in drawing.iter(f"{SVG}rect"):
        if "x" in bar.attrib:
            x, y, w, h = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
            assert left <= x + 0.1
            assert x + w <= left + wide + 0.1
            assert y + h <= top + high + 0.1


@given(chart=charts_of_numbers(), language=st.sampled_from(["en", "ar"]))
def test_no_two_words_meet(chart: charts.Chart, language: str) -> None:
    """Words on one line never overlap, but a number may stand over a hairline."""
    found = texts(parsed(chart, language))

    for number, (start, end, y) in enumerate(found):
        for other_start, other_end, other_y in found[number + 1 :]:
            if abs(y - other_y) < 1 and end - start and other_end - other_start:
                assert end <= other_start + 0.2 or other_end <= start + 0.2


@given(values=st.lists(st.integers(0, 10**15), max_size=9), room=st.floats(10, 1000))
def test_a_scale_begins_at_zero_and_never_turns(values: list[int], room: float) -> None:
    """A larger number never stands lower, zero stands at the base line, all numbers have room."""
    scale = scales.scale_for(values, room)

    assert scale(0) == 0
    placed = [scale(value) for value in sorted(values)]
    assert placed == sorted(placed)
    assert all(0 <= place <= room * 1.0001 for place in placed)
    assert scale.ticks()[0] == 0
    assert scale.ticks()[-1] == scale.top
    assert len(scale.ticks()) <= 5


def test_a_number_below_zero_is_refused() -> None:
    """A bar counts from zero upwards."""
    with pytest.raises(NotDrawable, match="below zero"):
        chart_of(charts.Bars, ["2024"], [-1])


def test_a_number_too_few_is_refused() -> None:
    """Each label has one value, so that no year slips under another."""
    with pytest.raises(NotDrawable, match="one value for each label"):
        chart_of(charts.Bars, ["2024", "2025"], [1])


def test_more_series_than_patterns_are_refused() -> None:
    """Seven fills cannot be told apart in grey."""
    with pytest.raises(NotDrawable, match="more than"):
        chart_of(charts.Stack, ["2024"], *([[1]] * (MOST_SERIES + 1)))


def test_a_year_that_is_not_counted_is_a_gap_and_said() -> None:
    """Nothing is drawn as zero that was not counted; the table says so in words."""
    chart = chart_of(charts.Bars, ["2023", "2024", "2025"], [4, None, 0])

    drawing = parsed(chart)
    table = charts.table_of(chart, "en")

    bars = [bar for bar in drawing.iter(f"{SVG}rect") if "chart-edge" in bar.attrib["class"]]
    assert [float(bar.attrib["height"]) for bar in bars] == [axes.PLOT_HEIGHT, 0.0]
    assert len(drawing.findall(f".//{SVG}line[@class='chart-gap']")) == 1
    assert [row[1].in_words("en") for row in table.rows] == ["4", "not counted", "0"]


def test_a_line_breaks_where_nothing_is_counted() -> None:
    """No line leads over a year without numbers."""
    drawing = parsed(chart_of(charts.Lines, ["1", "2", "3", "4", "5"], [1, 2, None, 3, 4]))

    runs = [path for path in drawing.iter(f"{SVG}path") if "chart-line" in path.attrib["class"]]
    assert len(runs) == 2


def test_nothing_counted_is_said_in_words() -> None:
    """An empty chart is a sentence, not an empty frame."""
    drawing = parsed(chart_of(charts.Bars, []))

    assert [text.text for text in drawing.iter(f"{SVG}text")] == ["Nothing is counted yet."]


def test_right_to_left_time_begins_at_the_right() -> None:
    """The first year stands at the right and the scale beside it; letters are never turned over."""
    chart = chart_of(charts.Bars, ["2024", "2025"], [1, 2])

    def first_bar(language: str) -> float:
        bars = [
            bar
            for bar in parsed(chart, language).iter(f"{SVG}rect")
            if "x" in bar.attrib and "chart-edge" in bar.attrib["class"]
        ]
        return float(bars[0].attrib["x"]) + float(bars[0].attrib["width"]) / 2

    assert first_bar("en") == pytest.approx(charts.NARROW - first_bar("ar"), abs=0.2)
    assert "scale(" not in charts.drawn(chart, language="ar")


def test_parts_are_told_apart_without_colour() -> None:
    """Each part has a pattern of its own, each line a mark and a dash."""
    assert len(set(svg.MARKS)) == MOST_SERIES
    middle = svg.HATCHES[1:-1]
    assert len(set(middle)) == len(middle)
    assert all(middle)


def test_a_file_of_its_own_needs_no_page() -> None:
    """It carries its colours and its heading, and names nothing that lies elsewhere."""
    drawing = charts.standalone(chart_of(charts.Stack, YEARS, range(18), range(18)), language="en")

    assert "<style>" in drawing
    assert "var(" not in drawing
    assert "People</text>" in drawing
    assert not re.search(r"(href|src)=", drawing)
    assert float(ET.fromstring(drawing).attrib["width"]) > charts.WIDE


def test_the_page_has_the_table_behind_the_chart() -> None:
    """Numbers stand exactly, in the digits of the language, and open to their rows."""
    series = [charts.Series("Present", [1200, None], ["/rows/1", ""])]
    chart = charts.Bars("people", "People", "Who was there.", "Year", ["2024", "2025"], series)

    with override("fr"):
        page = Template("{% load charts %}{% chart value %}").render(Context({"value": chart}))

    assert 'role="img"' in page
    assert 'aria-labelledby="people-title"' in page
    assert '<a href="/rows/1"><bdi>1\u202f200</bdi></a>' in page
    assert page.count('scope="col"') == 2
    assert page.count('scope="row"') == 2
    assert "style=" not in page

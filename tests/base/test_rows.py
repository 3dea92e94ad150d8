"""The rows of a list, written in one go."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from chancery.base import rows
from chancery.base.frame import Shape, Tone
from chancery.base.parts import Column

HOSTILE = """<script>alert("1")</script> & 'x'"""
COLUMNS = [Column("Name"), Column("Reply")]


def row(number: int = 1, name: str = "Ana Sample") -> rows.Row:
    cells = [rows.Person(name), rows.Mark(Shape.YES, "Yes")]
    return rows.Row(key=f"k{number}", name=name, cells=cells, place=str(number), why_url="/why")


def body(*listed: rows.Row | rows.Group, is_placed: bool = True, is_picked: bool = True) -> str:
    return rows.list_body(listed, COLUMNS, is_placed=is_placed, is_picked=is_picked)


def squeezed(html: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", html)).strip()


@pytest.mark.parametrize(
    "person",
    [
        rows.Person("Ana Sample"),
        rows.Person("Ana Sample", "/people/1"),
        rows.Person("Ana Sample", "/people/1?a=1&b=2", "Ambassador & Dean", "ro", "represented by Ion"),
        rows.Person(HOSTILE, "/", HOSTILE, "", HOSTILE),
        rows.Person("ليلى الهاشمي", "", "", "jo"),
    ],
)
def test_a_person_is_the_same_as_from_the_template(person: rows.Person) -> None:
    names = ("name", "url", "office", "state", "note")
    expected = render_to_string("base/_person.html", {name: getattr(person, name) for name in names})
    columns = [Column("Name")]

    listed = [rows.Row("1", person.name, [person])]
    html = rows.list_body(listed, columns, is_placed=False, is_picked=False)

    assert squeezed(expected) == squeezed(html.split('<td role="cell">')[1].split("</td>")[0])


@pytest.mark.parametrize("tone", Tone)
def test_a_mark_is_the_same_as_from_the_template(tone: Tone) -> None:
    mark = rows.Mark(Shape.HALF, "Sends <one>", tone)
    expected = render_to_string("base/_mark.html", {"shape": mark.shape, "word": mark.word, "tone": tone})

    html = rows.list_body([rows.Row("1", "", [mark])], [Column("Reply")], is_placed=False, is_picked=False)

    assert squeezed(expected) == html.split('data-label="Reply">')[1].split("</td>")[0]


def test_nothing_of_a_row_comes_out_unescaped() -> None:
    cells = [
        rows.Tags([HOSTILE]),
        rows.Text(HOSTILE, HOSTILE),
        rows.Figure(HOSTILE),
        rows.Person(HOSTILE, HOSTILE),
    ]
    hostile = rows.Row(HOSTILE, HOSTILE, cells, HOSTILE, HOSTILE)
    columns = [Column(HOSTILE)] * len(cells)

    html = rows.list_body([rows.Group(HOSTILE), hostile], columns, is_placed=True, is_picked=True)

    assert "<script>" not in html
    assert '"1"' not in html


def test_tick_and_place_stand_before_the_cells() -> None:
    html = body(row())

    assert html.index('class="pick"') < html.index('class="place"') < html.index('class="person"')
    assert 'value="k1"' in html
    assert 'aria-label="Ana Sample"' in html


def test_a_list_without_places_and_ticks_has_neither() -> None:
    html = body(row(), is_placed=False, is_picked=False)

    assert "place" not in html
    assert "data-ch-pick" not in html


def test_the_place_asks_why_in_the_language_of_the_reader() -> None:
    with translation.override("en"):
        html = body(row())

    assert '<a href="/why" data-ch-drawer>1<span class="unseen"> Why is Ana Sample here?</span></a>' in html


def test_a_percent_sign_in_a_name_is_only_a_sign() -> None:
    assert "100 %s" in body(row(name="100 %s"))


def test_a_cell_too_few_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        body(rows.Row("1", "", [rows.Text("alone")]))


def test_rows_come_in_bodies_of_fifty_in_their_order() -> None:
    html = body(*[row(number) for number in range(1, 121)])

    assert [part.count("<tr") for part in html.split("<tbody")[1:]] == [50, 50, 20]
    assert re.findall(r'value="k(\d+)"', html) == [str(number) for number in range(1, 121)]


def test_no_rows_are_no_body() -> None:
    assert body() == ""


def test_a_group_spans_the_row() -> None:
    assert '<th role="rowheader" colspan="4">Families</th>' in body(rows.Group("Families"), row())


def test_a_flag_without_an_office_is_named_in_words() -> None:
    listed = [rows.Row("1", "", [rows.Person("Ana Sample", state="ro")])]

    with translation.override("fr"):
        html = rows.list_body(listed, [Column("Name")], is_placed=False, is_picked=False)

    assert "<bdi>Roumanie</bdi>" in html

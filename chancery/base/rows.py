"""
The rows of a list as HTML, made in one go.

A list of 2,000 guests has some ten thousand cells; with a template for each a row takes half a millisecond
and more, made here a twentieth of it (docs/decisions/list-rows-in-python.md). What comes out is the same as
from `_person.html` and `_mark.html`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_all
from itertools import batched
from re import compile as pattern

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from chancery.base.cldr import state_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.parts import Column
from chancery.base.pictures import flag, icon

# Browsers skip what is not on the screen by whole bodies of a table; fifty rows are two screens.
ROWS_OF_A_BODY = 50


@dataclass(frozen=True, slots=True)
class Person:
    """The name in serif, office and body under it, the flag of a state by its two letters, a note below."""

    name: str
    url: str = ""
    office: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as shape and word."""

    shape: Shape
    word: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Text:
    """Words; with `url` they lead somewhere, and `about` says to a screen reader whom the link concerns."""

    words: str
    url: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the reader's language writes it, at the end of its column; `url` opens it to its rows."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """Short words in hairlines."""

    words: Sequence[str] = ()


type Cell = Person | Mark | Text | Figure | Tags


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row: `key` is what its tick sends, `name` what a screen reader calls it.

    `place` hangs in the margin and opens the reasons at `why_url`; there is one cell for each column.
    """

    key: str
    name: str
    cells: Sequence[Cell]
    place: str = ""
    why_url: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-title before the rows that belong together."""

    title: str


def list_body(
    rows: Sequence[Row | Group], columns: Sequence[Column], *, is_placed: bool, is_picked: bool
) -> SafeString:
    """
    Return the bodies of a list, fifty rows each, every word escaped.

    Shape: the cells of a row stand in the order of `columns`, after the tick and the place where asked for.
    """
    labels = [f' data-label="{escape(column.name)}"' for column in columns]
    span = len(columns) + is_placed + is_picked
    leads = _leads(is_placed=is_placed, is_picked=is_picked)
    write = _writer(labels)
    written = (_row(row, write, leads) if isinstance(row, Row) else _group(row, span) for row in rows)
    bodies = ("".join(some) for some in batched(written, ROWS_OF_A_BODY))
    return mark_safe("".join(f'<tbody role="rowgroup">{body}</tbody>' for body in bodies))  # noqa: S308  # what stands in it was escaped on the way


def _leads(*, is_placed: bool, is_picked: bool) -> list[Callable[[Row], str]]:
    """What stands before the cells of a row; the sentence of the reasons is translated once."""
    why = escape(gettext("Why is %(subject)s here?"))
    found: list[Callable[[Row], str]] = [_pick] if is_picked else []
    return [*found, lambda row: _place(row, why)] if is_placed else found


# Few words need escaping, and looking for one that does is four times as fast as replacing five signs.
_needs_escape = pattern("[&<>\"']").search


def escape(words: str) -> str:
    """Escape words for HTML."""
    return escape_all(words) if _needs_escape(words) else words


def _writer(labels: Sequence[str]) -> Callable[[Row], str]:
    """Return what writes the cells of a row; a cell that stands in many rows is written once."""
    known: dict[tuple[int, int], tuple[Cell, str]] = {}

    def write(row: Row) -> str:
        written = []
        for column, (cell, label) in enumerate(zip(row.cells, labels, strict=True)):
            # By identity: comparing cells costs more than writing them. Each is kept, so no key is used anew.
            found = known.get((column, id(cell)))
            if found is None:
                found = known[column, id(cell)] = (cell, _cell(cell, label))
            written.append(found[1])
        return "".join(written)

    return write


def _row(row: Row, write: Callable[[Row], str], leads: Sequence[Callable[[Row], str]]) -> str:
    lead = "".join(lead(row) for lead in leads)
    return f'<tr role="row">{lead}{write(row)}</tr>'


def _group(group: Group, span: int) -> str:
    return (
        f'<tr role="row" class="group"><th role="rowheader" colspan="{span}">{escape(group.title)}</th></tr>'
    )


def _pick(row: Row) -> str:
    key, name = escape(row.key), escape(row.name)
    box = f'<input type="checkbox" name="row" value="{key}" data-ch-pick aria-label="{name}">'
    return f'<td role="cell" class="pick">{box}</td>'


def _place(row: Row, why: str) -> str:
    place = escape(row.place)
    if row.why_url:
        question = why % {"subject": escape(row.name)}
        place = _link(row.why_url, f'{place}<span class="unseen"> {question}</span>', " data-ch-drawer")
    return f'<td role="cell" class="place">{place}</td>'


def _cell(cell: Cell, label: str) -> str:
    match cell:
        case Person():
            return f'<td role="cell">{_person(cell)}</td>'
        case Mark():
            return f'<td role="cell"{label}>{_mark(cell)}</td>'
        case Figure():
            # A sign stays before its number also where words run from right to left.
            number = f"<bdi>{escape(cell.words)}</bdi>"
            number = _link(cell.url, number) if cell.url else number
            return f'<td role="cell" class="figure"{label}>{number}</td>'
        case Tags():
            tags = " ".join(f'<span class="tag">{escape(word)}</span>' for word in cell.words)
            return f'<td role="cell">{tags}</td>'
        case Text():
            words = escape(cell.words)
            words = _link(cell.url, f"{words}{_unseen(cell.about)}") if cell.url else words
            return f'<td role="cell"{label}>{words}</td>'


def _unseen(words: str) -> str:
    return f'<span class="unseen"> {escape(words)}</span>' if words else ""


def _mark(mark: Mark) -> str:
    tone = f" {mark.tone}" if mark.tone else ""
    return f'<span class="mark{tone}">{icon(mark.shape)}{escape(mark.word)}</span>'


def _person(person: Person) -> str:
    return f'<span class="person">{"".join(_lines(person))}</span>'


def _lines(person: Person) -> Iterator[str]:
    name = f"<bdi>{escape(person.name)}</bdi>"
    if person.url:
        yield _link(person.url, name, ' class="person-name"')
    else:
        yield f'<span class="person-name">{name}</span>'
    if person.office or person.state:
        # A flag is for the eye only: where no office stands beside it, the state is named.
        words = person.office or state_in_words(person.state, get_language() or "en")
        yield f'<span class="person-office">{flag(person.state)}<bdi>{escape(words)}</bdi></span>'
    if person.note:
        yield f'<span class="person-note">{escape(person.note)}</span>'


def _link(url: str, words: str, more: str = "") -> str:
    """Link words that are escaped already."""
    return f'<a href="{escape(url)}"{more}>{words}</a>'

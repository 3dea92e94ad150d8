"""The course of an event as its page shows it: each item as planned and as it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import Face
from chancery.base.reasons import in_words
from chancery.events.access import EventOffice
from chancery.events.choosing import address
from chancery.programme import faces, scale
from chancery.programme.models import Contribution, Happened, Item, PlannedModel
from chancery.record.forms.course import FIELDS, CourseSheet, places_of, shown, written_of
from chancery.record.queries import course as queries

MARKS: dict[str, tuple[Shape, Tone]] = {
    Happened.UNKNOWN: (Shape.UNSET, Tone.PLAIN),
    Happened.YES: (Shape.YES, Tone.GOOD),
    Happened.CHANGED: (Shape.DIAMOND, Tone.CAREFUL),
    Happened.NO: (Shape.NO, Tone.WRONG),
}
# What is said of somebody's part in an item.
SPOKEN: dict[str, Promise] = {
    Happened.UNKNOWN: gettext_lazy("not known"),
    Happened.YES: gettext_lazy("did so"),
    Happened.CHANGED: gettext_lazy("did so otherwise"),
    Happened.NO: gettext_lazy("did not"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something, as shape and word, and what was different."""

    value: str
    word: str
    shape: Shape
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody or something in an item: who, as what, whether that was planned, and what became of it."""

    name: str
    about: str
    is_planned: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class CourseRow:
    """
    One item as planned and as it was.

    `number` is its place in fact, empty for what did not take place; `planned` says number and times of the
    plan, empty for what came on the day. `fields` are what stands in the inputs, `shown` the same as the page
    was made with, `errors` what is wrong with them. `is_open` says that something of it is not known yet.
    """

    code: str
    title: str
    kind: str
    depth: int
    number: str
    planned: str
    status: str
    is_planned: bool
    is_open: bool
    outcome: Outcome
    begun: str
    ended: str
    fields: Mapping[str, str]
    shown: str
    errors: Sequence[str]
    lines: Sequence[Line]
    troubles: Sequence[str]
    url: str


@dataclass(frozen=True, slots=True)
class Course:
    """All items in the order in fact; `entered` of them have their outcome, `open` may still be filled in."""

    rows: Sequence[CourseRow]
    entered: int
    open: int
    wrong: int


def course_of(office: EventOffice, items: Sequence[Item], sheet: CourseSheet | None = None) -> Course:
    """Show `items`, given as they were, in the reader's language; with a sheet also what was typed there."""
    places = places_of(office.event, items)
    plan = queries.plan_of(office.event, items)
    against = queries.contradictions_of(office.event, items)
    depths = _depths(items)
    numbers = iter(range(1, len(items) + 1))
    rows = []
    for item in items:
        number = "" if item.happened == Happened.NO else str(next(numbers))
        written = written_of(item, places[item.pk])
        form = sheet.forms.get(item.code) if sheet else None
        rows.append(
            CourseRow(
                number=number,
                planned=_planned(item, plan.get(item.ref)),
                depth=depths[item.pk],
                begun=written["started_at"],
                ended=written["ended_at"],
                fields={name: str(form[name].value() or "") for name in FIELDS} if form else written,
                shown=shown(written),
                errors=[str(words) for wrong in form.errors.values() for words in wrong] if form else [],
                troubles=[in_words(reason) for reason in against.get(item.ref, ())],
                url=address(office, "record:outcome", item=item.code)
                if office.may(Right.RECORD_EDIT)
                else "",
                **_about(item),
            )
        )
    return Course(
        rows,
        entered=sum(bool(item.happened) for item in items),
        open=sum(row.is_open for row in rows),
        wrong=sum(bool(row.troubles) for row in rows),
    )


def _about(item: Item) -> dict[str, Any]:
    language = get_language() or "en"
    lines = list(lines_of(item))
    status = "" if item.status == Item.Status.FIXED else str(item.get_status_display())
    is_silent = any(line.outcome.value == Happened.UNKNOWN for line in lines)
    return {
        "code": item.code,
        "title": wording(item.titles, language).text or str(item.get_kind_display()),
        "kind": str(item.get_kind_display()),
        "status": f"{status} ({item.status_reason})" if status and item.status_reason else status,
        "is_planned": item.is_planned,
        "is_open": item.is_planned and (not item.happened or (item.happened == Happened.YES and is_silent)),
        "outcome": outcome_of(item),
        "lines": lines,
    }


def _planned(item: Item, planned: queries.Planned | None) -> str:
    if planned is None:
        return ""
    times = scale.span_words(item, planned.timed) or item.printed_time
    return _("No. %(number)s") % {"number": planned.number} + (f" · {times}" if times else "")


def _depths(items: Sequence[Item]) -> dict[int, int]:
    wholes = {item.pk: item.parent_id for item in items}
    depths: dict[int, int] = {}
    for item in items:
        above, depth = item.parent_id, 0
        while above in wholes and depth < scale.DEEPEST_DRAWN:
            above, depth = wholes[above], depth + 1
        depths[item.pk] = depth
    return depths


def outcome_of(row: PlannedModel) -> Outcome:
    """What became of an item or of something in it."""
    shape, tone = MARKS[row.happened]
    words = SPOKEN if isinstance(row, Contribution) else dict(Happened.choices)
    return Outcome(row.happened, str(words[row.happened]), shape, tone, row.outcome)


def lines_of(item: Item) -> Iterator[Line]:
    """Everybody and everything in an item, acts in the order in which they were done."""
    language = get_language() or "en"
    for contribution in item.contributions.all():
        yield _line(contribution, faces.contributor(contribution, language))
    for message in item.messages.all():
        yield _line(message, faces.message(message, language))
    for number, act in enumerate(queries.acts_as_they_were(item), start=1):
        yield _line(act, faces.act(act, number, language))
    for award in item.awards.all():
        yield _line(award, faces.award(award, language))
    for performance in item.performances.all():
        yield Line(faces.work(performance, language), "", performance.is_planned, outcome_of(performance))
    for showing in item.showings.all():
        yield Line(faces.showing(showing, language), "", showing.is_planned, outcome_of(showing))


def _line(row: PlannedModel, face: Face) -> Line:
    return Line(face.name, face.office, row.is_planned, outcome_of(row))


def choices() -> list[tuple[str, str]]:
    """The outcomes an item can have, in the reader's words."""
    return [(value, str(label)) for value, label in Happened.choices]

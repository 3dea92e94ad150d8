"""The report to the ministry: plan and course, presence, press, figures, costs, review (R108)."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from django.utils.translation import get_language, gettext, override

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.base.pdf import EventLines, Imprint, Paper
from chancery.base.stock import Sheet, Stock
from chancery.base.word import Line, Manuscript
from chancery.events import wording as words
from chancery.events.models import Event, Matter
from chancery.programme.models import Happened, Item
from chancery.record.after_rows import amount, signed, total_in_words
from chancery.record.claim_words import claim_in_words, claimant_of
from chancery.record.queries import after, course, press
from chancery.record.queries.attendance import Attendance, attendance_of


class Text(TypedDict):
    label: str
    text: str


class Bar(TypedDict):
    """`share` is the length of the bar, 1.0 that of the longest one."""

    name: str
    figure: str
    share: float


class Section(TypedDict):
    """`widths` are fractions, one a column; `figures` says which columns hold numbers."""

    heading: str
    lead: str
    texts: list[Text]
    bars: list[Bar]
    heads: list[str]
    widths: list[int]
    figures: list[bool]
    rows: list[list[str]]


class Report(TypedDict):
    format: Sheet
    heading: str
    event: EventLines
    summary: str
    sections: list[Section]


REPORT = Paper[Report]("record/papers/report.typ")
WIDTH = 166.0
REPORTED_IN = ("en", "fr", "ro", "az")


def report(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Print the report."""
    values = report_values(event, language, imprint.stock)
    return REPORT.pdf(values, language=language, title=values["heading"], imprint=imprint)


def report_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the report as a text that an office can edit; a bar is its figure."""
    values = report_values(event, language, imprint.stock)
    manuscript = Manuscript(
        language=language, title=values["heading"], imprint=imprint, paper=values["format"]
    )
    manuscript.heading(values["heading"])
    manuscript.paragraph(Line(values["event"]["title"], points=13))
    manuscript.paragraph(*(Line(line, is_italic=True) for line in values["event"]["lines"]))
    for section in values["sections"]:
        _write(manuscript, section)
    return manuscript.content()


def _write(manuscript: Manuscript, section: Section) -> None:
    manuscript.heading(section["heading"], level=2)
    manuscript.paragraph(Line(section["lead"], is_muted=True, points=9))
    for part in section["texts"]:
        manuscript.paragraph(Line(part["label"], is_muted=True, points=9))
        manuscript.paragraph(*(Line(line) for line in part["text"].splitlines()))
    if section["bars"]:
        rows = [[[Line(bar["name"])], [Line(bar["figure"])]] for bar in section["bars"]]
        manuscript.table(["", ""], rows, (WIDTH - 30, 30))
    if section["rows"]:
        share = WIDTH / sum(section["widths"])
        rows = [[[Line(cell, points=9.5)] for cell in row] for row in section["rows"]]
        manuscript.table(section["heads"], rows, [width * share for width in section["widths"]])


def report_values(event: Event, language: str, stock: Stock) -> Report:
    """Return the report as its paper takes it; a section without a row or a word is left out."""
    with override(language):
        return {
            "format": stock.sheet,
            "heading": gettext("Report"),
            "event": words.event_lines(event, language),
            "summary": "",
            "sections": sections_of(event, has_costs=True),
        }


def sections_of(event: Event, *, has_costs: bool) -> list[Section]:
    """Return what the report says in the language that is on, with the costs only for those who keep them."""
    found = [*_course(event), *_presence(attendance_of(event)), *_press(event), *_figures(event)]
    found += [*(_costs(event) if has_costs else ()), *_review(event)]
    return [each for each in found if each["texts"] or each["bars"] or each["rows"]]


def languages_of(event: Event) -> list[str]:
    """Return the languages in which the report can be printed: those that the title of the event has."""
    main = words.main_language(event)
    return [each for each in dict.fromkeys([main, *REPORTED_IN]) if event.titles.get(each)]


def _section(
    heading: str,
    *,
    lead: str = "",
    texts: Sequence[Text] = (),
    bars: Sequence[Bar] = (),
    columns: Sequence[tuple[str, int]] = (),
    rows: Sequence[list[str]] = (),
    figures: Sequence[int] = (),
) -> Section:
    return {
        "heading": heading,
        "lead": lead,
        "texts": list(texts),
        "bars": list(bars),
        "heads": [name for name, _width in columns],
        "widths": [width for _name, width in columns],
        "figures": [place in figures for place in range(len(columns))],
        "rows": list(rows),
    }


def _course(event: Event) -> Iterator[Section]:
    items = course.items_alone_as_they_were(event)
    plan = course.plan_of(event, items)
    columns = (
        (gettext("Item"), 4),
        (gettext("Planned"), 2),
        (gettext("In fact"), 2),
        (gettext("What became of it"), 4),
    )
    rows = [_item(event, item, plan.get(item.ref)) for item in items]
    yield _section(gettext("Plan and course"), columns=columns, rows=rows)


def _item(event: Event, item: Item, planned: course.Planned | None) -> list[str]:
    name = wording(item.titles, get_language() or "en").text or item.get_kind_display()
    start = planned.timed.start.instant if planned and planned.timed.start else None
    zone = event.organiser.zone
    known = (item.started_at, item.ended_at)
    actual = " – ".join(cldr.clock(at.astimezone(zone)) for at in known if at)
    became = str(Happened(item.happened).label)
    told = " · ".join(part for part in (became, item.outcome or item.status_reason) if part)
    return [
        name,
        cldr.clock(start.astimezone(zone)) if start else _unplanned(item),
        actual or gettext("not known"),
        told,
    ]


def _unplanned(item: Item) -> str:
    return (item.printed_time or gettext("without a time")) if item.is_planned else gettext("not planned")


def _presence(attendance: Attendance) -> Iterator[Section]:
    heading = gettext("Hosts, speakers and others")
    language = get_language() or "en"
    categories = [
        (wording(each.category.names, language).text if each.category else heading, len(each.present))
        for each in attendance.categories
        if each.present
    ]
    states = [
        (cldr.state_in_words(each.code, language), each.count) for each in attendance.states if each.count
    ]
    lead = gettext("Recorded by name as present; a source may know of more.")
    yield _section(gettext("Attendance by category"), lead=lead, bars=_bars(categories))
    yield _section(gettext("Attendance by state"), lead=lead, bars=_bars(states))


def _bars(counts: Sequence[tuple[str, int]]) -> list[Bar]:
    most = max((count for _name, count in counts), default=1)
    language = get_language() or "en"
    return [
        {"name": name, "figure": cldr.figure(count, language), "share": count / most}
        for name, count in counts
    ]


def _press(event: Event) -> Iterator[Section]:
    reports, language = press.coverage_of(event), get_language() or "en"
    spoken = [
        cldr.language_in_words(each.source.language, language)
        if each.source.language
        else gettext("not known")
        for each in reports
    ]
    columns = ((gettext("Date"), 2), (gettext("Outlet"), 3), (gettext("Title"), 5))
    rows = [
        [
            cldr.partial_date_in_words(each.source.dated, language) if each.source.dated else "",
            each.source.outlet,
            each.source.title,
        ]
        for each in reports
    ]
    bars = _bars(press.counted(spoken))
    yield _section(gettext("Press by language"), bars=bars, columns=columns, rows=rows)


def _figures(event: Event) -> Iterator[Section]:
    found = Matter.objects.filter(event=event, kind__in=Matter.FIGURES).order_by("position", "pk")
    language = get_language() or "en"
    rows = [
        [
            wording(matter.counted, language).text or matter.get_kind_display(),
            claim_in_words(claim),
            claimant_of(claim) or (claim.source.title if claim.source else gettext("not known")),
        ]
        for matter in found.prefetch_related(
            "claims__claimant__person__names", "claims__claimant_body", "claims__source"
        )
        for claim in matter.claims.all()
    ]
    columns = ((gettext("What is counted"), 4), (gettext("Figure"), 3), (gettext("According to"), 4))
    yield _section(gettext("Figures"), columns=columns, rows=rows)


def _costs(event: Event) -> Iterator[Section]:
    costs = after.costs_of(event)
    rows = [
        [
            each.words,
            amount(each.planned),
            amount(each.paid),
            signed(after.difference_of(each)),
            each.currency,
        ]
        for each in costs
    ]
    for total in after.totals_of(costs):
        sums = [amount(total.planned), amount(total.paid), signed(total.difference), total.currency]
        rows.append([total_in_words(total), *sums])
    columns = (
        (gettext("For what"), 5),
        (gettext("Planned"), 2),
        (gettext("Paid"), 2),
        (gettext("Difference"), 2),
        (gettext("Currency"), 2),
    )
    yield _section(gettext("Costs"), columns=columns, rows=rows, figures=(1, 2, 3))


def _review(event: Event) -> Iterator[Section]:
    review = after.review_of(event)
    texts: list[Text] = [
        {"label": gettext("What was aimed at"), "text": review.aims},
        {"label": gettext("Why it went otherwise"), "text": review.causes},
        {"label": gettext("What to keep"), "text": review.to_keep},
        {"label": gettext("What to change"), "text": review.to_change},
    ]
    yield _section(gettext("Review"), texts=[each for each in texts if each["text"].strip()])

"""The figures of a yearly report: what was counted, beside the year before, and apart what is claimed."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.campaign.documents.report_values import Making, Opening, Section, bars, section
from chancery.campaign.indicator_words import COUNTED, NAMES
from chancery.campaign.public_figures import claimed
from chancery.campaign.queries import public, year
from chancery.campaign.queries.figures import Figure, Scope, figures_of
from chancery.rules.campaign.indicators import Indicator

MOST_BARS = 12


def summary(making: Making) -> Iterator[Section]:
    """What the year adds up to beside the one before; each figure says what it counts, of how many events."""
    found = {(each.year, each.indicator): each for each in two_years(making.scope, making.year)}
    columns = (
        (_("What is counted"), 5),
        (str(making.year), 2),
        (str(making.year - 1), 2),
        (_("Difference"), 2),
        (_("Of how many events"), 2),
    )
    named = [
        indicator
        for indicator in public.COUNTED
        if (making.year, indicator) in found or (making.year - 1, indicator) in found
    ]
    rows = [
        _row(making, indicator, found.get((making.year, indicator)), found.get((making.year - 1, indicator)))
        for indicator in named
    ]
    lead = _("Counted from the record. What is not recorded is not counted, which is not the same as none.")
    yield section(
        "figures",
        _("The year in figures"),
        lead=lead,
        columns=columns,
        rows=rows,
        figures=(1, 2, 3, 4),
        opens=[_opening(making.year, indicator, found) for indicator in named],
    )


def _opening(
    year: int, indicator: Indicator, found: Mapping[tuple[int, Indicator], Figure]
) -> dict[int, Opening]:
    """Both years open, as far as they are counted; the difference is of both, and has no rows of its own."""
    years = {1: year, 2: year - 1, 4: year}
    return {
        column: {"indicator": indicator.value, "year": each}
        for column, each in years.items()
        if (each, indicator) in found
    }


def two_years(scope: Scope, year: int) -> list[Figure]:
    """The counted figures of a year and of the one before."""
    both = Scope(scope.organiser, scope.with_posts, scope.campaign, year - 1, year)
    return figures_of(both, indicators=public.COUNTED)


def _row(making: Making, indicator: Indicator, now: Figure | None, before: Figure | None) -> list[str]:
    name = _("%(name)s: %(counted)s") % {"name": NAMES[indicator], "counted": COUNTED[indicator]}
    unknown = _("not counted")
    difference = f"{now.value - before.value:+d}" if now and before else ""
    return [
        name,
        making.number(now.value) if now else unknown,
        making.number(before.value) if before else unknown,
        difference.replace("-", "\u2212"),
        making.number(now.events) if now else "",
    ]


def claims(making: Making) -> Iterator[Section]:
    """What others say, each with whoever says so; never among the counts."""
    rows = [
        [each.figure, each.counted, each.claimant, " · ".join(filter(None, (each.source, each.as_of)))]
        for each in (claimed(claim, making.language) for claim in year.claims_of(making.scope))
    ]
    columns = ((_("Figure"), 3), (_("Of what"), 3), (_("According to"), 3), (_("Read in, as of"), 4))
    lead = _(
        "These figures are their authors’ and were not counted by us; none of them is in the figures above."
    )
    yield section("claims", _("What others say"), lead=lead if rows else "", columns=columns, rows=rows)


def attendance(making: Making) -> Iterator[Section]:
    """Who was there, by category in the order of the lists of guests, and by state (R103)."""
    categories, states = (
        _split(making, Indicator.PRESENT, "category"),
        _split(making, Indicator.PRESENT, "state"),
    )
    names = _categories(making)
    ordered = sorted(categories, key=lambda each: (names.get(each.key, ("", 99))[1], each.key))
    by_category = [
        (names.get(each.key, (each.key, 99))[0] or _("without a category"), each.value) for each in ordered
    ]
    counted_states = [each for each in sorted(states, key=lambda each: (-each.value, each.key)) if each.key]
    by_state = [(cldr.state_in_words(each.key, making.language), each.value) for each in counted_states]
    category_opens = _openings(ordered)
    state_opens = _openings(counted_states)
    described = _("People who were there by the record, each once at an event.")
    yield section(
        "attendance",
        _("Attendance by category"),
        charts=[
            bars(
                "by-category",
                _("People present"),
                described,
                _("Category"),
                by_category[:MOST_BARS],
                category_opens[:MOST_BARS],
            )
        ],
        columns=((_("Category"), 5), (_("People present"), 2)),
        rows=[[name, making.number(value)] for name, value in by_category],
        figures=(1,),
        opens=[{1: each} for each in category_opens],
    )
    yield section(
        "states",
        _("Attendance by state"),
        charts=[
            bars(
                "by-state",
                _("People present"),
                described,
                _("State"),
                by_state[:MOST_BARS],
                state_opens[:MOST_BARS],
            )
        ],
        columns=((_("State"), 5), (_("People present"), 2)),
        rows=[[name, making.number(value)] for name, value in by_state],
        figures=(1,),
        opens=[{1: each} for each in state_opens],
    )


def _categories(making: Making) -> Mapping[str, tuple[str, int]]:
    """By the name under which a category is counted: its name in the report and its place in a list."""
    found: dict[str, tuple[str, int]] = {}
    for names, position in year.categories_of(year.held_of(making.scope)):
        key = names.get("en") or next(iter(sorted(names.values())), "")
        found.setdefault(key, (making.said(names), position))
    return found


def _openings(figures: Sequence[Figure]) -> list[Opening]:
    """Where parts of a figure open."""
    return [
        {"indicator": each.indicator.value, "by": each.by, "key": each.key, "year": each.year}
        for each in figures
    ]


def _split(making: Making, indicator: Indicator, by: str) -> Sequence[Figure]:
    return figures_of(making.scope, indicators=[indicator], by=by)


def press(making: Making) -> Iterator[Section]:
    """What the press wrote, by language, and each report."""
    languages = sorted(_split(making, Indicator.PRESS, "language"), key=lambda each: -each.value)
    spoken = [
        (
            cldr.language_in_words(each.key, making.language) if each.key else _("language not known"),
            each.value,
        )
        for each in languages
    ]
    reports = year.press_of(year.held_of(making.scope))
    number = reports.count()
    rows = [
        [
            cldr.partial_date_in_words(each.source.dated, making.language) if each.source.dated else "",
            each.source.outlet,
            each.source.title,
        ]
        for each in reports[:MOST_REPORTS]
    ]
    described = _("Press reports that the office keeps, by the language they are written in.")
    yield section(
        "press",
        _("Press by language"),
        charts=[
            bars(
                "press",
                _("Press reports"),
                described,
                _("Language"),
                spoken[:MOST_BARS],
                _openings(languages[:MOST_BARS]),
            )
        ],
        columns=((_("Date"), 2), (_("Outlet"), 3), (_("Title"), 5)),
        rows=rows,
        notes=left_out(making, number, len(rows)),
    )


MOST_REPORTS = 200


def left_out(making: Making, number: int, listed: int) -> list[str]:
    """Say how many of a list are left out; nothing where all are there."""
    if number <= listed:
        return []
    told = {"listed": making.number(listed), "number": making.number(number)}
    return [
        _("%(listed)s of %(number)s are listed here; the others stand in the record of the office.") % told
    ]

"""The charts of a dashboard, each with what it counts; what nobody counted is a gap and never zero."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import get_language, gettext

from chancery.base import charts, cldr
from chancery.base.languages import wording
from chancery.campaign.asked import Asked
from chancery.campaign.indicator_words import NAMES
from chancery.campaign.mission_words import chart_of_missions
from chancery.campaign.opening import Opens
from chancery.campaign.queries.dashboards import CATEGORY, LANGUAGE, STATE, Gathered, Sums
from chancery.campaign.queries.figures import Figure
from chancery.events.models import Event
from chancery.occasions.models import Recognition
from chancery.rules.campaign.indicators import Indicator

MOST_PARTS = 5
"""So many categories or languages have a part of their own; the others stand together."""
MOST_ROWS = 12


def charts_of(found: Gathered, asked: Asked, opens: Opens) -> list[charts.Chart]:
    """Return the charts of a dashboard in their order; one without a number is left out."""
    drawn = _of_category(found, asked.category, opens) if asked.category else _of_all(found, opens)
    return [chart for chart in drawn if not charts.is_empty(chart) and not _is_nothing(chart)]


def _of_all(found: Gathered, opens: Opens) -> Iterator[charts.Chart]:
    yield _bars(found, opens, "events", gettext("Events by year"), [Indicator.EVENTS])
    yield _parts(
        found, found.by_category, Indicator.PRESENT, "categories", gettext("Attendance by category"), opens
    )
    yield _answers(found, found.plain, "", opens)
    yield _parts(found, found.by_language, Indicator.PRESS, "press", gettext("Press by language"), opens)
    shown = [Indicator.EXHIBITIONS, Indicator.SHOWINGS]
    yield _bars(found, opens, "shown", gettext("Exhibitions and films by year"), shown)
    yield (
        chart_of_missions(found.missions, found.years, opens)
        if found.missions.listed
        else _levels(found, opens)
    )
    yield _states(found, opens)
    yield from _recognitions(found, opens)
    yield from _time(found, opens)


def _of_category(found: Gathered, category: str, opens: Opens) -> Iterator[charts.Chart]:
    """What is counted by category, for one alone."""
    series = [_series(found, found.by_category, Indicator.PRESENT, category, category, opens)]
    title = gettext("Attendance of “%(category)s”") % {"category": category}
    yield charts.Bars("categories", title, _counted(), gettext("Year"), _labels(found), series)
    yield _answers(found, found.by_category, category, opens)


def _bars(
    found: Gathered, opens: Opens, key: str, title: str, indicators: Sequence[Indicator]
) -> charts.Bars:
    series = [_series(found, found.plain, each, "", str(NAMES[each]), opens) for each in indicators]
    return charts.Bars(key, title, _counted(), gettext("Year"), _labels(found), series)


def _parts(
    found: Gathered, sums: Sums, indicator: Indicator, key: str, title: str, opens: Opens
) -> charts.Stack:
    """Parts that add up by year, the largest on their own and the others together."""
    keys = sums.keys(indicator)
    by = LANGUAGE if indicator is Indicator.PRESS else CATEGORY
    alone = keys if len(keys) <= MOST_PARTS + 1 else keys[:MOST_PARTS]
    series = [_series(found, sums, indicator, each, _part_name(indicator, each), opens) for each in alone]
    if others := keys[len(alone) :]:
        values = [_sum(sums.of(indicator, year, each) for each in others) for year in found.years]
        urls = [
            opens.parts(indicator, year, by) if value else ""
            for year, value in zip(found.years, values, strict=True)
        ]
        series.append(charts.Series(gettext("Others"), values, urls))
    totals = _totals(found, opens, indicator)
    return charts.Stack(key, title, _counted(), gettext("Year"), _labels(found), series, total_urls=totals)


def _totals(found: Gathered, opens: Opens, indicator: Indicator) -> list[str]:
    """Where the sum of each year opens."""
    figures = [found.plain.found.get((indicator, year, "")) for year in found.years]
    return [opens(figure) if figure else "" for figure in figures]


def _part_name(indicator: Indicator, key: str) -> str:
    if not key:
        return (
            gettext("Without a language") if indicator is Indicator.PRESS else gettext("Without a category")
        )
    return cldr.language_in_words(key, _reader()) if indicator is Indicator.PRESS else key


def _answers(found: Gathered, sums: Sums, key: str, opens: Opens) -> charts.Stack:
    """Who was invited by what they answered; who is not known to have answered is no refusal."""
    accepted = _series(found, sums, Indicator.ACCEPTED, key, gettext("Accepted"), opens)
    declined = _series(found, sums, Indicator.DECLINED, key, gettext("Declined"), opens)
    invited = [sums.of(Indicator.INVITED, year, key) for year in found.years]
    open_ones = [
        None if asked is None else max(0, asked - (yes or 0) - (no or 0))
        for asked, yes, no in zip(invited, accepted.values, declined.values, strict=True)
    ]
    by = CATEGORY if key else ""
    opened = [
        opens(Figure(Indicator.OPEN, year, by, key, value, 0)) if value else ""
        for year, value in zip(found.years, open_ones, strict=True)
    ]
    series = [accepted, declined, charts.Series(str(NAMES[Indicator.OPEN]), open_ones, opened)]
    about = gettext("People invited, each once at an event, by the last answer that is known of them.")
    totals = [
        opens(figure) if (figure := sums.found.get((Indicator.INVITED, year, key))) else ""
        for year in found.years
    ]
    labels = _labels(found)
    return charts.Stack(
        "answers", gettext("Answers"), about, gettext("Year"), labels, series, total_urls=totals
    )


def _states(found: Gathered, opens: Opens) -> charts.WorldMap:
    sums, values = found.by_state, dict[str, int]()
    for state in sums.keys(Indicator.PRESENT):
        if state:
            values[state] = _sum(sums.of(Indicator.PRESENT, year, state) for year in found.years) or 0
    urls = {
        state: opens(Figure(Indicator.PRESENT, 0, STATE, state, value, 0)) for state, value in values.items()
    }
    about = gettext(
        "People who were there by the record, by the state they stood for; who stood for none is not here."
    )
    return charts.WorldMap(
        "states",
        gettext("Attendance by state"),
        about,
        gettext("State"),
        str(NAMES[Indicator.PRESENT]),
        values,
        {state: url for state, url in urls.items() if url},
    )


def _levels(found: Gathered, opens: Opens) -> charts.Dots:
    """Who came at what level from which state, year by year, where no mission is counted."""
    meanings = [
        gettext("Head of mission came"),
        gettext("Somebody else came"),
        gettext("Invited, nobody came"),
    ]
    states = [state for state in found.by_state.keys(Indicator.PRESENT, Indicator.INVITED) if state]
    rows = [
        charts.DotRow(
            cldr.state_in_words(state, _reader()),
            levels := [_level(found, year, state) for year in found.years],
            urls=[
                opens(Figure(_BY_STATE[level], year, STATE, state, 0, 0)) if level is not None else ""
                for level, year in zip(levels, found.years, strict=True)
            ],
        )
        for state in states
    ]
    return charts.Dots(
        key="levels",
        title=gettext("Level of representation"),
        description=gettext("The highest level at which a state was represented at an event of the year."),
        heading=gettext("State"),
        labels=_labels(found),
        marks=meanings,
        rows=rows,
        without=gettext("not invited, or not counted"),
        most_drawn=MOST_ROWS,
    )


_BY_STATE = (Indicator.HEADS_OF_MISSION, Indicator.PRESENT, Indicator.INVITED)
"""What says at what level a state was represented, the highest first."""


def _level(found: Gathered, year: int, state: str) -> int | None:
    return next((place for place, each in enumerate(_BY_STATE) if found.by_state.of(each, year, state)), None)


def _recognitions(found: Gathered, opens: Opens) -> Iterator[charts.Chart]:
    if found.recognised is None:
        return
    values = {state: count for state, count in found.recognised.counted.by_state.items() if state}
    about = gettext(
        "Texts adopted and standing today, by the state of their body; the page of recognitions asks further."
    )
    title, counted = gettext("Recognitions by state"), gettext("Texts")
    urls = {state: opens.recognitions(state) for state, count in values.items() if count}
    yield charts.WorldMap(
        "recognitions",
        title,
        about,
        gettext("State"),
        counted,
        values,
        {state: url for state, url in urls.items() if url},
    )


def _time(found: Gathered, opens: Opens) -> Iterator[charts.Chart]:
    """Events and adopted texts by their year."""
    lanes = [charts.Lane(gettext("Events"), [_moment(event, opens) for event in found.events or ()])]
    if found.recognised is not None:
        years = range(found.scope.first_year, found.scope.last_year + 1)
        adopted = [
            charts.Moment(
                day.earliest.year,
                cldr.partial_date_in_words(day, _reader()),
                _name_of(text),
                opens.recognition(text),
            )
            for day, text in found.recognised.adopted
            if day.earliest.year in years
        ]
        lanes.append(charts.Lane(gettext("Texts adopted"), adopted))
    lanes = [lane for lane in lanes if lane.moments]
    known = [moment.year for lane in lanes for moment in lane.moments]
    if known:
        about = gettext("Each mark is an event or a text, over its year; a number stands over many.")
        if found.scope.with_posts:
            about = f"{about} {gettext('An event of a post opens only for its members.')}"
        yield charts.TimeLine(
            "time", gettext("Time line"), about, gettext("What"), min(known), max(known), lanes
        )


def _moment(event: Event, opens: Opens) -> charts.Moment:
    title = wording(event.titles, _reader()).text or event.ref
    known = event.happened_on
    if known is not None:
        day = cldr.partial_date_in_words(known, _reader())
    else:
        day = cldr.day_in_words(event.held_on, _reader()) if event.held_on else str(event.counting.year)
    if event.organiser_id != opens.scope.organiser.pk:
        title = f"{title} · {wording(event.organiser.names, _reader()).text or event.organiser.ref}"
    return charts.Moment(event.counting.year or 0, day, title, opens.event(event))


def _name_of(text: Recognition) -> str:
    """The title of a text, else the body that adopted it."""
    body = text.printed_body or (text.body.names if text.body else {})
    return wording(text.titles, _reader()).text or wording(body, _reader()).text


def _series(
    found: Gathered, sums: Sums, indicator: Indicator, key: str, name: str, opens: Opens
) -> charts.Series:
    figures = [sums.found.get((indicator, year, key)) for year in found.years]
    values = [sums.of(indicator, year, key) for year in found.years]
    return charts.Series(name, values, [opens(figure) if figure else "" for figure in figures])


def _labels(found: Gathered) -> list[str]:
    return [str(year) for year in found.years]


def _counted() -> str:
    return gettext("Counted from the rows of the record; a year without a count is a gap.")


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _is_nothing(chart: charts.Chart) -> bool:
    """Whether bars have not one number above zero."""
    if isinstance(chart, charts.Bars | charts.Stack | charts.Lines):
        return not any(value for one in chart.series for value in one.values)
    return False


def _reader() -> str:
    return get_language() or "en"

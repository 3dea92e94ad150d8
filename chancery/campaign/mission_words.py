"""Levels of representation in words: a chart of missions over years, and who came to whom as rows."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import charts, cldr, rows
from chancery.base.languages import wording
from chancery.base.parts import Column
from chancery.campaign import key_words
from chancery.campaign.opening import Opens
from chancery.campaign.queries.figures import Figure
from chancery.campaign.queries.levels import OF_OTHERS, TOGETHER, Came
from chancery.campaign.queries.missions import Mission, Missions, bodies_called
from chancery.campaign.queries.rows_behind import Asked
from chancery.directory.models import Body
from chancery.rules.campaign.indicators import BY_MISSION, Indicator

LEVELS: dict[str, Promise] = {
    Came.HEAD: _("Head of mission"),
    Came.STANDING_IN: _("Chargé or deputy"),
    Came.OTHER: _("Somebody else"),
    Came.AGREED: _("Only said yes"),
    Came.NOBODY: _("Nobody known"),
    Came.UNLISTED: _("Nobody of this office was on the list"),
}

_TOGETHER: dict[str, Promise] = {
    "came": _("Came"),
    "listed": _("Invited, or on the list"),
    "held": _("Events in the record"),
}


def name_of(body: Body | None) -> str:
    """What a mission is called for the reader; one that the reader may not read is not named."""
    if body is None:
        return gettext("a mission in the directory of another office")
    return wording(body.names, get_language() or "en").text or body.ref


def level_in_words(came: Came | None) -> str:
    """The level of a year; of a mission that was on no list nothing is claimed."""
    return str(LEVELS[came]) if came else gettext("not invited, or not counted")


def part_in_words(asked: Asked, reader: Organiser) -> str:
    """Return which part of a figure is asked for: of a level of representation the mission and the level."""
    if asked.indicator not in BY_MISSION:
        return key_words.key_in_words(asked.indicator, asked.by, asked.key)
    body = bodies_called([asked.key], reader).get(asked.key)
    level = str((_TOGETHER | LEVELS).get(asked.by, ""))
    return " · ".join(part for part in (name_of(body), level) if part)


def chart_of_missions(missions: Missions, years: Sequence[int], opens: Opens) -> charts.Dots:
    """The highest level at which each mission came to an event of the office, year by year."""
    about = gettext(
        "The highest who came for a mission to an event of the year; where nobody is known to have come, "
        "whether somebody said yes."
    )
    if len(missions.listed) < missions.number:
        left = gettext("These are the %(listed)s of %(number)s missions met most often.")
        told = {"listed": len(missions.listed), "number": missions.number}
        about = f"{about} {left % told}"
    return charts.Dots(
        key="levels",
        title=gettext("Level of representation"),
        description=about,
        heading=gettext("Mission"),
        labels=[str(year) for year in years],
        marks=[str(LEVELS[came]) for came in OF_OTHERS],
        rows=[_row_of_marks(mission, years, opens) for mission in missions.listed],
        without=gettext("not invited, or not counted"),
    )


def _row_of_marks(mission: Mission, years: Sequence[int], opens: Opens) -> charts.DotRow:
    levels = [mission.highest(year) for year in years]
    return charts.DotRow(
        name_of(mission.body),
        [OF_OTHERS.index(came) if came else None for came in levels],
        urls=[
            opens(Figure(Indicator.LEVEL, year, came, mission.code, 0, 0)) if came else ""
            for came, year in zip(levels, years, strict=True)
        ],
    )


def columns_both_ways() -> list[Column]:
    """The heads of the list that compares both ways."""
    names = [gettext("Mission"), *(name for name, _of, _by in _both_ways())]
    return [Column(name, is_figure=place > 0) for place, name in enumerate(names)]


def rows_both_ways(missions: Sequence[Mission], opens: Opens) -> list[rows.Row]:
    """Each mission with how often it came to this office, and this office to it, in events."""
    return [
        rows.Row(
            mission.code,
            name := name_of(mission.body),
            (rows.Text(name), *(_figure(mission, of, by, opens) for _name, of, by in _both_ways())),
        )
        for mission in missions
    ]


def numbers_both_ways(mission: Mission) -> list[int]:
    """The figures of a row, for a file."""
    return [mission.together(of, TOGETHER.get(by, [by])) for _name, of, by in _both_ways()]


def _both_ways() -> list[tuple[str, Indicator, str]]:
    """What is compared: its name, whose events, and at which levels."""
    theirs, ours = Indicator.LEVEL, Indicator.OWN_LEVEL
    return [
        (gettext("They were invited"), theirs, "listed"),
        (gettext("They came"), theirs, "came"),
        (gettext("by their head"), theirs, Came.HEAD),
        (gettext("They said yes only"), theirs, Came.AGREED),
        (gettext("Their events"), ours, "held"),
        (gettext("We were invited"), ours, "listed"),
        (gettext("We came"), ours, "came"),
        (gettext("by our head"), ours, Came.HEAD),
        (gettext("We said yes only"), ours, Came.AGREED),
    ]


def _figure(mission: Mission, of: Indicator, by: str, opens: Opens) -> rows.Figure:
    number = mission.together(of, TOGETHER.get(by, [by]))
    url = opens(Figure(of, 0, by, mission.code, number, 0)) if number else ""
    return rows.Figure(cldr.figure(number, get_language() or "en"), url)

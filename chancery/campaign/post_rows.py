"""The posts of a ministry as their page shows them."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import cldr
from chancery.base.parts import Column
from chancery.base.rows import Cell, Figure, Row, Text
from chancery.campaign.figure_rows import name_of
from chancery.campaign.queries.counted import SIDE
from chancery.campaign.queries.figures import address_of
from chancery.campaign.queries.posts import PostYear
from chancery.rules.campaign.indicators import Indicator, Side


def columns_of() -> list[Column]:
    """The heads of the list."""
    return [
        Column(_("Post")),
        Column(_("City")),
        Column(_("Planned"), is_figure=True),
        Column(_("Held"), is_figure=True),
        Column(_("Present"), is_figure=True),
        Column(_("Heads of mission"), is_figure=True),
        Column(_("Counted")),
    ]


def rows_of(office: Office, posts: Iterable[PostYear], year: int) -> list[Row]:
    """One row a post; its name opens the events that it held."""
    return [Row(each.organiser.ref, name_of(each.organiser), _cells(office, each, year)) for each in posts]


def _cells(office: Office, each: PostYear, year: int) -> tuple[Cell, ...]:
    language = get_language() or "en"
    address = address_of(
        office.organiser,
        indicator=Indicator.EVENTS.value,
        by=SIDE,
        key=Side.HELD.value,
        year=str(year),
        posts="1",
        post=each.organiser.ref,
    )
    figures = (each.planned, each.held, each.present, each.heads_of_mission)
    counted = timezone.localtime(each.counted_at) if each.counted_at else None
    return (
        Text(name_of(each.organiser), address),
        Text(each.organiser.city),
        *(Figure(cldr.figure(value, language)) for value in figures),
        Text(cldr.moment_in_words(counted, language) if counted else _("not yet")),
    )

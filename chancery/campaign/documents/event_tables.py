"""
Tables of one event for whoever has the address: headings never change, the words are those of a language.

No text that only a grant opens stands in them, nor a birthday, a nationality, a note or a contact.
"""

from collections.abc import Callable, Iterator, Mapping

from chancery.base.languages import wording
from chancery.base.sheets import Cell, write_csv
from chancery.campaign.models import CalendarFeed
from chancery.events import ordering, queries
from chancery.events.models import Event
from chancery.guests.queries import freezing, parties, tallies
from chancery.guests.queries.freezing import Field, Whom
from chancery.guests.queries.tallies import TOLD, Tally

GUEST_FIELDS = (
    Field.NAME,
    Field.OFFICE,
    Field.BODY,
    Field.STATE,
    Field.CATEGORY,
    Field.REPLY,
    Field.WITH,
)
ANSWER_COLUMNS = ("row", "category", "name", "invited", "coming", *(str(each.value) for each in TOLD))


def guests_of(event: Event, language: str) -> bytes:
    """Write everybody on the list in order of precedence, each companion behind the guest."""
    rows = freezing.only(freezing.rows_of(event, whom=Whom.ALL, language=language), GUEST_FIELDS)
    return write_csv(GUEST_FIELDS, ([row.values[name] for name in GUEST_FIELDS] for row in rows))


def answers_of(event: Event, language: str) -> bytes:
    """Write the answers in figures: all together, then by category; one within another counts in both."""
    return write_csv(ANSWER_COLUMNS, _answers(event, language))


def _answers(event: Event, language: str) -> Iterator[list[Cell]]:
    guests = parties.listed_among(event, ordering.order_of(event).participants, language)
    yield ["all", "", "", *_figures(tallies.tally(guests))]
    for line in tallies.by_category(list(queries.categories_of(event)), guests):
        if line.category is None:
            yield ["none", "", "", *_figures(line.tally)]
        else:
            name = wording(line.category.names, language).text
            yield ["category", line.category.ref, name, *_figures(line.tally)]


def _figures(counted: Tally) -> list[Cell]:
    return [counted.parties.total(), counted.coming, *counted.by(TOLD)]


TABLES: Mapping[str, Callable[[Event, str], bytes]] = {
    CalendarFeed.Shows.GUESTS: guests_of,
    CalendarFeed.Shows.ANSWERS: answers_of,
}

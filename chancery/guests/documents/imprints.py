"""What the papers of the guests say about themselves."""

from datetime import datetime

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.stock import Stock, stock_of_state
from chancery.events.models import Event
from chancery.guests.queries import parties


def imprint_of(
    event: Event, language: str, *, now: datetime, author: str = "", stock: Stock | None = None
) -> Imprint:
    """Return the imprint of an event; the version is that of the guest list, the stock that of the place."""
    house = wording(event.organiser.names, language)
    return Imprint(
        house=house.text,
        house_language=house.language,
        made_at=now.astimezone(event.organiser.zone),
        version=str(parties.revision_of(event)),
        author=author,
        stock=stock or usual_stock(event),
    )


def usual_stock(event: Event) -> Stock:
    """What is printed on where the event is held, unless somebody chooses otherwise."""
    return stock_of_state(event.ordering.host_state or event.organiser.host_state)

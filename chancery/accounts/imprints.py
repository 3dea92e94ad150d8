"""What papers of an office say about themselves."""

from datetime import datetime

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.stock import stock_of_state


def imprint_of(organiser: Organiser, language: str, *, now: datetime, author: str = "") -> Imprint:
    """Return the imprint of an office; its stock is what is usual where it stands."""
    house = wording(organiser.names, language)
    return Imprint(
        house=house.text,
        house_language=house.language,
        made_at=now.astimezone(organiser.zone),
        author=author,
        stock=stock_of_state(organiser.host_state),
    )

"""What apps above the desk have to tell on the home of an office: they register it when they load."""

from collections.abc import Callable, Iterable
from datetime import datetime

from chancery.accounts.access import Office
from chancery.base.parts import NewsLine

type Notice = Callable[[Office, datetime], Iterable[NewsLine]]

NOTICES: list[Notice] = []


def on_home(notice: Notice) -> Notice:
    """Register what is told on the home: `@notices.on_home`."""
    NOTICES.append(notice)
    return notice


def notices_for(office: Office, now: datetime) -> list[NewsLine]:
    """What the apps have to tell the reader, in the order in which they registered."""
    return [line for notice in NOTICES for line in notice(office, now)]

"""Where the figures of a dashboard open to their rows."""

from collections.abc import Callable
from functools import partial

from chancery.accounts.models import Organiser
from chancery.campaign.asked import Asked
from chancery.campaign.queries.figures import Figure, rows_url

type Opens = Callable[[Figure], str]
"""The address at which a figure opens to its rows; nothing where it does not."""


def opens_in(asked: Asked, reader: Organiser) -> Opens:
    """Return what leads a figure of a dashboard to its rows, on pages of the office that reads it."""
    return partial(rows_url, asked.scope, reader=reader)

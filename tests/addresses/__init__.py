"""The table of address × right, part by part."""

from chancery.accounts.roles import Right
from tests.access import Audience, Row
from tests.addresses import (
    accounts,
    api,
    campaign,
    custody,
    desk,
    directory,
    door,
    events,
    exhibition,
    guests,
    hooks,
    occasions,
    precedence,
    programme,
    record,
    seating,
)

PARTS = (
    accounts,
    api,
    campaign,
    custody,
    desk,
    directory,
    door,
    events,
    exhibition,
    guests,
    hooks,
    occasions,
    precedence,
    programme,
    record,
    seating,
)
ROWS: dict[str, Right | Audience | Row] = {name: row for part in PARTS for name, row in part.ROWS.items()}

"""Places that a ministry gives down: shown to its posts, taken over by them, seen beside their source."""

from chancery.accounts.roles import Right
from chancery.directory.giving import GivenPages
from chancery.events import actions
from chancery.events.models import Place

pages = GivenPages(
    Place,
    kind="place",
    namespace="events",
    home="change-place",
    edit=Right.EVENTS_EDIT,
    take=actions.take_place,
    renew=actions.take_newer_place,
)

"""The kinds of objects of the interface, in the order in which its description lists them."""

from typing import Any

from chancery.api.resource import Resource
from chancery.api.resources.bodies import Bodies
from chancery.api.resources.campaigns import Campaigns
from chancery.api.resources.events import Events
from chancery.api.resources.guests import Guests
from chancery.api.resources.items import Items
from chancery.api.resources.kept import KEPT
from chancery.api.resources.occasions import Occasions
from chancery.api.resources.of_events import OF_EVENTS
from chancery.api.resources.offices import Offices
from chancery.api.resources.participations import Participations
from chancery.api.resources.persons import Persons
from chancery.api.resources.places import Places
from chancery.api.resources.recognitions import Recognitions
from chancery.api.resources.replies import Replies
from chancery.api.resources.statements import Statements
from chancery.api.resources.tasks import Tasks
from chancery.api.resources.tenures import Tenures
from chancery.api.resources.waves import Waves

RESOURCES: tuple[Resource[Any], ...] = (
    Occasions(),
    Campaigns(),
    Recognitions(),
    Events(),
    Places(),
    Persons(),
    Bodies(),
    Offices(),
    Tenures(),
    Items(),
    Guests(),
    Replies(),
    Waves(),
    Participations(),
    Tasks(),
    Statements(),
    *OF_EVENTS,
    *KEPT,
)

"""Order of precedence: who comes before whom at one ceremony, and why."""

from chancery.rules.precedence.classes import CLASS_NAMES, OfficeClass, name_of
from chancery.rules.precedence.engine import SameGuestTwice, order
from chancery.rules.precedence.explain import NotOnTheList, compare
from chancery.rules.precedence.profile import OrderKey, Profile, Row
from chancery.rules.precedence.projections import Turn, greeting, listing, speeches, wreaths
from chancery.rules.precedence.settings import Settings, Status
from chancery.rules.precedence.values import (
    Act,
    Basis,
    Ceremony,
    GroupPlace,
    Guest,
    HeldOffice,
    House,
    Move,
    Order,
    Organiser,
    Ranked,
    Side,
    StandIn,
    Step,
    StepKind,
    Yielding,
)

__all__ = [
    "CLASS_NAMES",
    "Act",
    "Basis",
    "Ceremony",
    "GroupPlace",
    "Guest",
    "HeldOffice",
    "House",
    "Move",
    "NotOnTheList",
    "OfficeClass",
    "Order",
    "OrderKey",
    "Organiser",
    "Profile",
    "Ranked",
    "Row",
    "SameGuestTwice",
    "Settings",
    "Side",
    "StandIn",
    "Status",
    "Step",
    "StepKind",
    "Turn",
    "Yielding",
    "compare",
    "greeting",
    "listing",
    "name_of",
    "order",
    "speeches",
    "wreaths",
]

"""The rows of seating."""

from chancery.seating.models.plans import Placement, Plan, SeatNote
from chancery.seating.models.printing import Printing
from chancery.seating.models.rooms import Room
from chancery.seating.models.wishes import Apart, Wish

__all__ = ["Apart", "Placement", "Plan", "Printing", "Room", "SeatNote", "Wish"]

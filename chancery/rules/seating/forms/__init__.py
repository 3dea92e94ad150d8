"""Forms of seating: where the places of honour are, and who takes them (R52-R79)."""

from chancery.rules.seating.forms.by_form import places_for, seat_by_form, settings_in_force
from chancery.rules.seating.forms.places import HostSeats, places_of_honour, seats_of_hosts
from chancery.rules.seating.forms.rows import rows_that_may_be_of_honour

__all__ = [
    "HostSeats",
    "places_for",
    "places_of_honour",
    "rows_that_may_be_of_honour",
    "seat_by_form",
    "seats_of_hosts",
    "settings_in_force",
]

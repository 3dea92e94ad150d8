"""The pages of the stage “Seating”, which stand beside each other as tabs."""

from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.events.tabs import Tab

# In the order in which a seating is made.
TABS = (
    Tab(_("Plans"), "seating:plans", Right.SEATING_VIEW),
    Tab(_("Wishes"), "seating:wishes", Right.SEATING_VIEW),
    Tab(_("Papers"), "seating:papers", Right.SEATING_VIEW),
    Tab(_("Find a seat"), "seating:find-seat", Right.SEATING_VIEW),
    Tab(_("Rooms"), "seating:rooms", Right.SEATING_VIEW, of_office=True),
)

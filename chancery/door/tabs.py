"""The pages of the stage “Door”, which stand beside each other as tabs."""

from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.events.tabs import Tab

# In the order in which somebody needs them.
TABS = (
    Tab(_("Arrivals"), "door:arrivals", Right.DOOR_VIEW),
    Tab(_("Slots of arrival"), "door:slots", Right.DOOR_VIEW),
    Tab(_("Guests at the door"), "door:notes", Right.DOOR_VIEW),
    Tab(_("Badges and cards"), "door:badges", Right.DOOR_WORK),
    Tab(_("Card but not on the list"), "door:answers", Right.DOOR_VIEW),
    Tab(_("Doubts"), "door:doubts", Right.DOOR_VIEW),
    Tab(_("Doors and devices"), "door:doors", Right.DOOR_VIEW),
)

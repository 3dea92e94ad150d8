"""The pages of the stage “Call”, which stand beside each other as tabs."""

from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.events.tabs import Tab

TABS = (
    Tab(_("Desk"), "programme:desk", Right.RUN_CALL),
    Tab(_("Cues"), "programme:cues", Right.PROGRAMME_VIEW),
    Tab(_("Screens"), "programme:screens", Right.RUN_CALL),
)

"""The pages of the stage “Record”, which stand beside each other as tabs."""

from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Right
from chancery.events.tabs import Tab

# In the order in which a record is written.
TABS = (
    Tab(
        _("Course"),
        "record:course",
        Right.RECORD_VIEW,
        shown_by=("record:write-course", "record:add-came"),
    ),
    Tab(_("Presence"), "record:presence", Right.RECORD_VIEW, shown_by=("record:add-present",)),
    Tab(_("Statements"), "record:statements", Right.RECORD_VIEW),
    Tab(_("Figures"), "record:figures", Right.RECORD_VIEW),
    Tab(_("Documents"), "record:documents", Right.RECORD_VIEW),
    Tab(_("Photographs"), "record:photos", Right.RECORD_VIEW),
    Tab(_("Communiqué"), "record:communique", Right.RECORD_VIEW),
    Tab(_("Press"), "record:press", Right.RECORD_VIEW),
    Tab(_("After"), "record:after", Right.RECORD_VIEW),
    Tab(_("Questions"), "record:questions", Right.RECORD_VIEW),
)

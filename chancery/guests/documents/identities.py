"""The list for security on paper: who comes, and what each told for it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.base.register import REGISTER, Column, Register
from chancery.events.models import Event
from chancery.events.wording import name_of
from chancery.guests.actions.identities import SecurityList


def paper(event: Event, made: SecurityList, *, recipient: str, language: str, imprint: Imprint) -> bytes:
    """Print a list under its number; whoever told nothing has an empty line to write in."""
    count = len(made.lines)
    heading = _("List %(number)s for security") % {"number": made.number}
    values: Register = {
        "format": imprint.stock.sheet,
        "is_landscape": False,
        "heading": heading,
        "event": {"title": wording(event.titles, language).text, "lines": [heading, recipient]},
        "summary": ngettext("%(count)d party", "%(count)d parties", count) % {"count": count},
        "columns": [_column(_("Name"), 0, "name"), _column(_("For security"), 90, "text")],
        "rows": [
            [[name_of(line.invitation.guest, language)], line.text.splitlines() or [""]]
            for line in made.lines
        ],
        "notes": [_("To be destroyed after the event.")],
        "empty": _("Nobody comes yet."),
    }
    return REGISTER.pdf(values, language=language, title=heading, imprint=imprint)


def _column(head: str, width: float, style: str) -> Column:
    return {"head": head, "width": width, "style": "name" if style == "name" else "text"}

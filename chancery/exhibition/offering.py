"""What the rights to a film or a work allow an office that is offered it by a campaign."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Film, Rights, Work


@dataclass(frozen=True, slots=True)
class Extent:
    """
    How far rights extend to another office.

    `reason` says why it may not be taken over, empty where it may; `rights` are those the copy has, and
    `said` what the office has to know of them, empty where they are the same.
    """

    rights: str
    note: str
    said: str = ""
    reason: str = ""


def extent_of(row: Film | Work, owner: Organiser, today: date) -> Extent:
    """
    Say what the rights to a film or a work allow another office.

    What is the owner's own comes with the owner's permission; a licence and the public domain hold for all;
    a permission was given to the owner, and whether it extends to others is not known until somebody asks.
    """
    if row.rights_until is not None and row.rights_until < today:
        return Extent("", "", reason=_("The rights to it have run out."))
    match row.rights:
        case Rights.OWN:
            words = _("With the permission of %(owner)s, whose own work it is.") % {"owner": owner}
            return Extent(Rights.PERMISSION, words)
        case Rights.LICENCE | Rights.PUBLIC_DOMAIN:
            return Extent(row.rights, row.rights_note)
        case Rights.PERMISSION:
            words = _("Permission was given to %(owner)s: %(note)s") % {
                "owner": owner,
                "note": row.rights_note,
            }
            said = _("The permission was given to %(owner)s; ask whether it holds for you.")
            return Extent(Rights.UNKNOWN, words.rstrip(": "), said=said % {"owner": owner})
        case Rights.REFUSED:
            return Extent("", "", reason=_("The rights to it were refused."))
        case _:
            return Extent("", "", reason=_("Its rights are not cleared."))

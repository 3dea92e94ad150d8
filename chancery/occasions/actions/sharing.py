"""What an office says of a row that it has taken over, whatever it is."""

from django.db import transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.models import TakenModel


@transaction.atomic
def keep_own(row: TakenModel, *, by: Actor) -> audit.Changes:
    """Keep an office's own words though the source says something else by now; the history says so."""
    if row.source is None:
        return {}
    row.taken = row.source.content()
    code = f"{row._meta.app_label}.{row._meta.model_name}.kept"
    return audit.update(row, by=by, code=code, reason=_("Our own words are kept; the newer ones were seen."))

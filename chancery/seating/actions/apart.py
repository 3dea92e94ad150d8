"""
Who is kept apart: read and changed only with the grant for seating, each reading with a line (R79).

The lines say who did what when, and never who is kept apart: they are no second copy of what few may know.
Therefore nothing here is undone from the history; deleting asks first.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Grant, Organiser
from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.seating.models import Apart
from chancery.seating.queries import apart as queries

SECRET = Grant.Secret.SEATING
NO_GRANT = _("Who is kept apart is read and changed only with a grant; an owner of the office gives it.")


@transaction.atomic
def read_all(organiser: Organiser, *, by: Actor) -> Sequence[Apart]:
    """Return every pair of an office; the reading leaves a line for each."""
    pairs = list(queries.pairs_of(organiser))
    audit.write(audit.line(pair, by=by, code="seating.apart.read", changes={}) for pair in pairs)
    return pairs


@transaction.atomic
def reason_of(pair: Apart, *, by: Actor) -> str:
    """Open the reason of a pair, which leaves a line."""
    audit.note(pair, by=by, code="seating.apart.read")
    return secret_box.open_text(pair.reason)


@transaction.atomic
def add_pair(pair: Apart, *, by: Actor) -> Apart:
    """Keep two people, bodies or states apart."""
    pair.save(force_insert=True)
    audit.note(pair, by=by, code="seating.apart.added")
    return pair


@transaction.atomic
def change_pair(pair: Apart, *, by: Actor) -> None:
    """Save what was changed in a pair."""
    pair.save()
    audit.note(pair, by=by, code="seating.apart.changed")


@transaction.atomic
def delete_pair(pair: Apart, *, by: Actor) -> None:
    """Keep two apart no longer."""
    audit.note(pair, by=by, code="seating.apart.deleted")
    pair.delete()


@transaction.atomic
def note_reading(organiser: Organiser, codes: Iterable[str], *, by: Actor) -> None:
    """Leave the line of a reading for each of the pairs whose words are shown at a plan."""
    read = Apart.objects.filter(organiser=organiser, code__in=list(codes)).order_by("id")
    audit.write(audit.line(pair, by=by, code="seating.apart.read", changes={}) for pair in read)

"""Who was let in or sent away without being on the list, as far as the office has to see it (R126)."""

from django.db.models import Exists, OuterRef, QuerySet

from chancery.door.models import Scan
from chancery.events.models import Event


def to_look_at(event: Event) -> QuerySet[Scan]:
    """Who was let in against the rule of the door, or is not on the list, and was not settled yet."""
    rows = _not_taken_back(event).filter(kind=Scan.Kind.ADMIT, settled_words="")
    return rows.exclude(against="")


def sent_away(event: Event) -> QuerySet[Scan]:
    """Who was not let in and is not on the list; the words are what was written down of them."""
    return _not_taken_back(event).filter(kind=Scan.Kind.REFUSE, participation=None)


def _not_taken_back(event: Event) -> QuerySet[Scan]:
    undone = Scan.objects.filter(event=OuterRef("event"), kind=Scan.Kind.UNDO, undoes=OuterRef("uid"))
    return Scan.objects.filter(~Exists(undone), event=event).order_by("pk")

"""What was printed at the door, so that only badges that are new or have changed are printed again."""

from django.conf import settings
from django.db import models

from chancery.base.codes import new_code
from chancery.events.models import Event


class BadgePrinting(models.Model):
    """
    Badges of an event that were printed at one moment; `number` counts them from 1.

    `cards` tells what stood on each, as a printing of cards of a plan does: for each bearer (participation
    and number in the party) the seat, whether seats were printed, and a digest of the lettering. Names are
    not kept, and an empty one was taken away.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="badge_printings")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(editable=False)
    printed_at = models.DateTimeField(editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    cards = models.JSONField(default=dict, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="one_badge_printing_a_number")
        ]

    def __str__(self) -> str:
        return str(self.number)

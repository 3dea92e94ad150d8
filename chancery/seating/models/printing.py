"""What was printed of a plan, so that after a change only the changed cards are printed again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.seating.models.plans import Plan


class Printing(models.Model):
    """
    Cards of a plan that were printed at one moment; `number` counts those of one paper from 1.

    `cards` tells what stood on each of them: for each sitter (participation and number in the party) the
    seat, the table or row, and a digest of the lettering. Names are not kept.
    """

    class Paper(models.TextChoices):
        PLACE_CARDS = "place-cards", _("Place cards")
        ESCORT_CARDS = "escort-cards", _("Escort cards")
        PASSES = "passes", _("Entry passes with the seat")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="printings")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    paper = models.CharField(_("paper"), max_length=12, choices=Paper)
    number = models.PositiveSmallIntegerField(editable=False)
    printed_at = models.DateTimeField(editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    cards = models.JSONField(default=dict, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "paper", "number"], name="one_printing_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.get_paper_display()} · {self.number}"

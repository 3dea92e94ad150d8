"""What an event cost, and what the office learnt from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.events.models import Event


class Cost(models.Model):
    """One line of the budget of an event: what was planned, and what was paid; unknown stays empty."""

    class Kind(models.TextChoices):
        VENUE = "venue", _("venue")
        CATERING = "catering", _("catering")
        PRINTING = "printing", _("printing")
        TECHNIQUE = "technique", _("sound, light and video")
        INTERPRETING = "interpreting", _("interpreting")
        TRAVEL = "travel", _("travel and lodging")
        TRANSPORT = "transport", _("transport and insurance")
        FLOWERS = "flowers", _("flowers and wreaths")
        FEES = "fees", _("fees")
        GIFTS = "gifts", _("gifts")
        SECURITY = "security", _("security")
        OTHER = "other", _("other")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="costs")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    words = models.CharField(_("for what"), max_length=200)
    planned = models.DecimalField(_("planned"), max_digits=14, decimal_places=2, null=True, blank=True)
    paid = models.DecimalField(_("paid"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3)
    paid_by = models.CharField(_("paid by"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_cost_a_ref")]

    def __str__(self) -> str:
        return self.words


class Review(models.Model):
    """What the office writes to the ministry beside the facts."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="review")
    aims = models.TextField(_("what was aimed at"), blank=True)
    causes = models.TextField(_("why it went otherwise"), blank=True)
    to_keep = models.TextField(_("what to keep"), blank=True)
    to_change = models.TextField(_("what to change"), blank=True)

    def __str__(self) -> str:
        return str(self.event)

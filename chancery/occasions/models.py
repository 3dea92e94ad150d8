"""What events are held for: occasions that return, and campaigns that events serve."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.directory.models import Person


class Occasion(OwnedModel):
    """
    A day kept: an anniversary, a national day, an opening.

    Three dates are kept apart (R112): of the event of history here, the anniversary day and the day the
    event is held in `events`. `rule` says how the day is found in a year (docs/rules/anniversaries.md).
    `names` are the office's own; what others call the day stands in its other names.
    """

    class Kind(models.TextChoices):
        ANNIVERSARY = "anniversary", _("anniversary")
        OBSERVANCE = "observance", _("day of remembrance")
        NATIONAL_DAY = "national-day", _("national day")
        OPENING = "opening", _("opening")
        VISIT = "visit", _("visit")
        AWARD = "award", _("award")
        OTHER = "other", _("other occasion")

    class Counts(models.TextChoices):
        EVENT = "event", _("the years since the event of history: 33rd anniversary")
        KEEPING = "keeping", _("how often it is kept, the first time included: for the 5th time")
        NOTHING = "nothing", _("nothing: it has no number")

    names = LanguagesField(verbose_name=_("names"))
    named_by = models.CharField(_("named so by"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.ANNIVERSARY)
    happened_on = PartialDateField(verbose_name=_("date of the event of history"))
    first_kept_on = PartialDateField(verbose_name=_("first kept"))
    counts = models.CharField(_("what is counted"), max_length=7, choices=Counts, default=Counts.EVENT)
    rule = models.JSONField(_("calendar rule"), default=dict, blank=True)
    note = models.TextField(_("note"), blank=True)

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class OccasionName(models.Model):
    """What somebody else calls an occasion; the office's own names stay what it uses."""

    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="other_names")
    texts = LanguagesField(verbose_name=_("name"))
    named_by = models.CharField(_("named so by"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{any_text(self.texts)} · {self.named_by}"


class Campaign(OwnedModel):
    """Many events, places and years under one name."""

    names = LanguagesField(verbose_name=_("names"))
    initiator = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("initiator")
    )
    initiator_capacity = LanguagesField(verbose_name=_("capacity of the initiator"))
    began_on = PartialDateField(verbose_name=_("began"))
    aims = LanguagesField(verbose_name=_("aims"))

    def __str__(self) -> str:
        return any_text(self.names) or self.ref

"""Days that are kept: occasions that return, and days on which nothing festive is held."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text


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


class AvoidedDay(OwnedModel):
    """
    A day of a state on which the office holds nothing, or nothing festive.

    Public holidays come from a kept table (`queries.avoided`); here stands what no table knows: a mourning
    decreed last night, a national day that is no holiday, a fast. It is found by `rule` every year, or falls
    on `begins_on` to `ends_on` once.
    """

    class Kind(models.TextChoices):
        MOURNING = "mourning", _("day of mourning")
        NATIONAL_DAY = "national-day", _("national day")
        HOLIDAY = "holiday", _("holiday")
        RELIGIOUS = "religious", _("religious day")
        OTHER = "other", _("other day")

    names = LanguagesField(verbose_name=_("names"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    state = models.CharField(_("state"), max_length=2)
    rule = models.JSONField(_("calendar rule"), default=dict, blank=True)
    begins_on = models.DateField(_("begins"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)
    source = models.CharField(_("according to"), max_length=300, blank=True)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(rule={}) ^ Q(begins_on__isnull=False), name="avoided_day_by_rule_or_date"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="avoided_day_ends_in_order",
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.names) or self.get_kind_display()

"""How guests are awaited: slots of arrival, who greets and escorts, and prepared answers (R89, R126)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.door.models.doors import Door
from chancery.events.models import Event, Participation


class Slot(models.Model):
    """A span of time in which some of the guests are awaited; the first in rank come last (R89)."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="arrival_slots")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    name = models.CharField(_("name"), max_length=120, blank=True)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_slot_a_ref")]

    def __str__(self) -> str:
        return self.name or f"{self.starts_at:%H:%M}"


class ArrivalPlan(models.Model):
    """
    How one guest is awaited: when and where, by whom greeted and escorted, and where late ones are taken.

    `announced_at` is when somebody said that the guest is on the way or at the door (`announced` tells
    which): it is never a presence. `acknowledged_at` is when somebody answered that they go to the door.
    `waived_at` is when the office stopped waiting.
    """

    class Announced(models.TextChoices):
        ON_THE_WAY = "on-the-way", _("on the way")
        AT_THE_DOOR = "at-the-door", _("at the door")

    participation = models.OneToOneField(
        Participation, on_delete=models.CASCADE, related_name="arrival_plan", verbose_name=_("guest")
    )
    slot = models.ForeignKey(
        Slot, on_delete=models.SET_NULL, null=True, blank=True, related_name="plans", verbose_name=_("slot")
    )
    awaited_at = models.TimeField(_("awaited at"), null=True, blank=True)
    door = models.ForeignKey(
        Door, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("door")
    )
    greeter = models.ForeignKey(
        Participation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("greeted by"),
    )
    greeter_name = models.CharField(_("greeted by (name)"), max_length=120, blank=True)
    escort = models.CharField(_("escorted by"), max_length=120, blank=True)
    late_place = models.CharField(_("if late, taken to"), max_length=120, blank=True)
    announced = models.CharField(_("announced"), max_length=11, choices=Announced, blank=True)
    announced_at = models.DateTimeField(_("announced at"), null=True)
    announced_door = models.ForeignKey(
        Door,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("announced at the door"),
    )
    acknowledged_at = models.DateTimeField(_("answered at"), null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    waived_at = models.DateTimeField(_("no longer awaited since"), null=True)

    def __str__(self) -> str:
        return str(self.participation)


class PreparedAnswer(models.Model):
    """What is done with somebody who has a card but is not on the list, by band of rank (R126)."""

    class Outcome(models.TextChoices):
        RESERVE = "reserve", _("a seat of the reserve")
        OTHER_SEAT = "other-seat", _("another seat")
        STANDING = "standing", _("in, without a seat")
        NO_PLACE = "no-place", _("no place")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="prepared_answers")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    band = models.CharField(_("band of rank"), max_length=60)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    where = models.CharField(_("where"), max_length=120, blank=True)
    words = models.CharField(_("what the steward says"), max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "band"], name="one_answer_a_band")]

    def __str__(self) -> str:
        return self.band

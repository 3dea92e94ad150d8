"""What an office settles about personal data: how long it keeps what, and which event it holds back."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.events.models import Event


class OfficePrivacy(models.Model):
    """
    What an office says of itself in the notice to guests: under which law it works, and whom to ask.

    The program claims no law for anybody: an office chooses its profile, or none (R125).
    """

    class Law(models.TextChoices):
        NONE = "", _("the notice names no law")
        EU = "eu", _("a state of the European Union: the General Data Protection Regulation")
        THIRD = "third", _("the mission of another state: its own law, immunities untouched")

    organiser = models.OneToOneField(Organiser, on_delete=models.CASCADE, related_name="privacy")
    law = models.CharField(_("which law the notice names"), max_length=5, choices=Law, blank=True)
    contact = models.CharField(
        _("whom guests ask"), max_length=300, blank=True, help_text=_("Name, address, e-mail or telephone.")
    )
    officer = models.CharField(
        _("data protection officer"), max_length=300, blank=True, help_text=_("Where there is one.")
    )
    authority = models.CharField(
        _("where guests may complain"),
        max_length=300,
        blank=True,
        help_text=_("Where there is such a place."),
    )

    def __str__(self) -> str:
        return str(self.organiser)


class KeepingRule(models.Model):
    """How many days an office keeps one kind, where that differs from what is proposed; with its reason."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="keeping_rules")
    kind = models.CharField(max_length=16)
    days = models.PositiveIntegerField(_("days"))
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organiser", "kind"], name="one_keeping_rule_a_kind")]

    def __str__(self) -> str:
        return self.kind


class Hold(models.Model):
    """An event of which nothing is deleted while the hold stands, because somebody may need it as a proof."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="holds")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    reason = models.CharField(_("reason"), max_length=300)
    began_at = models.DateTimeField(_("since"), default=timezone.now)
    began_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event"], condition=models.Q(ended_at=None), name="one_hold_an_event"
            )
        ]

    def __str__(self) -> str:
        return str(self.event)

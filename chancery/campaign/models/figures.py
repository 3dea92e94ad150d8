"""Figures that say whose they are: claims on a campaign, and totals that were stated."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.directory.models import Body, Person
from chancery.events.models import Claim
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import Indicator


class CampaignClaim(OwnedModel):
    """
    A figure of a campaign that somebody claims: signatures, a reach, how many took part worldwide (R118).

    It is never added to counts without saying so. `counted` says what is counted, where the indicator does
    not; `state` where it was counted. Of claims about the same thing one may be followed, by the decision of
    a named person with a reason.
    """

    class About(models.TextChoices):
        PRESENT = Indicator.PRESENT.value, _("people who took part")
        EVENTS = Indicator.EVENTS.value, _("events")
        SIGNATURES = Indicator.SIGNATURES.value, _("signatures")
        REACH = Indicator.REACH.value, _("reach")
        RECOGNITIONS = Indicator.RECOGNITIONS.value, _("recognitions")
        DOCUMENTS = Indicator.DOCUMENTS.value, _("printed matter")
        OTHER = "", _("another figure")

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="claims")
    about = models.CharField(_("figure of"), max_length=16, choices=About, blank=True)
    counted = LanguagesField(verbose_name=_("what is counted"))
    state = models.CharField(_("state"), max_length=2, blank=True)
    value = models.PositiveBigIntegerField(_("figure"))
    upper = models.PositiveBigIntegerField(_("up to"), null=True, blank=True)
    exactness = models.CharField(_("exactness"), max_length=17, choices=Claim.Exactness, blank=True)
    words = LanguagesField(verbose_name=_("as printed"))
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by a person"),
    )
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by a body"),
    )
    claimant = models.CharField(_("said by somebody else"), max_length=200, blank=True)
    source = models.CharField(_("read in"), max_length=300, blank=True)
    address = models.URLField(_("address"), max_length=500, blank=True)
    as_of = PartialDateField(verbose_name=_("as of"))
    followed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    followed_by_name = models.CharField(_("decided by"), max_length=200, blank=True)
    followed_because = models.CharField(_("reason"), max_length=300, blank=True)
    followed_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=F("value")), name="campaign_claim_up_to_its_upper"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(body__isnull=False) | ~Q(claimant=""),
                name="campaign_claim_has_a_claimant",
            ),
            models.CheckConstraint(
                condition=Q(followed_at=None) | ~Q(followed_by_name="") & ~Q(followed_because=""),
                name="campaign_claim_followed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.words) or str(self.value)


class StatedTotal(OwnedModel):
    """
    A total as it was stated: the question it answers, its moment, and what it was then (R117).

    `question` and the moment count it again at any time; `texts` are the refs it rested on, so that what
    changed since is named even where a text is gone.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="stated_totals")
    question = models.JSONField()
    day = models.DateField(_("as of"))
    known_at = models.DateTimeField(_("as known"))
    value = models.PositiveIntegerField()
    at_most = models.PositiveIntegerField()
    texts = models.JSONField(default=list)
    said_in = models.CharField(_("stated in"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.campaign} · {self.value}"

"""Campaigns: many events, places and years under one name; their series, and what posts take over."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.base.taken import TakenModel
from chancery.directory.models import Body, Person, Visibility


def demand_addresses(pages: dict[str, str]) -> None:
    """
    Check that each language has the address of a page that a browser may open.

    Errors: ValidationError with the first one that is none.
    """
    for address in pages.values():
        try:
            URLValidator(schemes=["http", "https"])(address)
        except ValidationError:
            raise ValidationError(
                _("“%(address)s” is no address of a page; write it whole, beginning with https://."),
                params={"address": address[:100]},
            ) from None


class Campaign(OwnedModel):
    """
    Many events, places and years under one name.

    One that is visible to the tree is served by events of every post of the ministry; the office that owns
    it alone changes it. `pages` are its own pages on the web, by language.
    """

    names = LanguagesField(verbose_name=_("names"))
    initiator = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("initiator")
    )
    initiator_capacity = LanguagesField(verbose_name=_("capacity of the initiator"))
    began_on = PartialDateField(verbose_name=_("began"))
    aims = LanguagesField(verbose_name=_("aims"))
    pages = LanguagesField(verbose_name=_("pages on the web"), validators=[demand_addresses])
    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class CampaignPartner(models.Model):
    """Who carries a campaign, in printed order: a body of the directory, or a name as printed."""

    class Role(models.TextChoices):
        CARRIER = "carrier", _("carries it")
        PARTNER = "partner", _("partner")
        PATRON = "patron", _("patron")
        SUPPORTER = "supporter", _("supporter")
        MEDIA = "media", _("media partner")

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="partners")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    printed = LanguagesField(verbose_name=_("as printed"))
    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.PARTNER)
    since = PartialDateField(verbose_name=_("since"))
    until = PartialDateField(verbose_name=_("until"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(body__isnull=False) | ~Q(printed={}), name="partner_is_named")
        ]

    def __str__(self) -> str:
        return any_text(self.printed) or str(self.body)


class Series(OwnedModel):
    """
    Events that return under one name: a yearly contest, a run of days, one act at many places.

    The campaign it belongs to may be none; with one, whoever sees the campaign sees the series.
    """

    class Kind(models.TextChoices):
        RETURNING = "returning", _("returns")
        CONTEST = "contest", _("contest")
        RUN_OF_DAYS = "run-of-days", _("run of days")
        MANY_PLACES = "many-places", _("at many places at once")

    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=_("campaign"),
    )
    names = LanguagesField(verbose_name=_("names"))
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.RETURNING)
    about = LanguagesField(verbose_name=_("about"))
    began_on = PartialDateField(verbose_name=_("began"))
    ended_on = PartialDateField(verbose_name=_("ended"))

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class SeriesEdition(models.Model):
    """One keeping of a series: a year, 85 days, one evening in many towns. Its number may be unknown."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="editions")
    ref = models.SlugField(max_length=80, default=new_code)
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    titles = LanguagesField(verbose_name=_("titles"))
    begins_on = PartialDateField(verbose_name=_("begins"))
    ends_on = PartialDateField(verbose_name=_("ends"))
    note = models.TextField(_("note"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "ref"], name="one_series_edition_a_ref"),
            models.UniqueConstraint(
                fields=["series", "number"],
                condition=Q(number__isnull=False),
                name="one_series_edition_a_number",
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.titles) or f"{self.series} {self.number or self.begins_on or ''}".rstrip()


class SharedModel(TakenModel):
    """What a campaign offers to its posts, and what a post has made of it."""

    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("offered by the campaign"),
    )

    class Meta:
        abstract = True


class SharedText(OwnedModel, SharedModel):
    """A text of a campaign for one use, in its languages."""

    class Use(models.TextChoices):
        PARAGRAPH = "paragraph", _("paragraph of the communiqué")
        BOILERPLATE = "boilerplate", _("about the campaign, at the end of a release")
        INVITATION = "invitation", _("line on the invitation")
        SPEECH = "speech", _("notes for a speech")
        WEB = "web", _("text of a page")
        OTHER = "other", _("other text")

    use = models.CharField(_("use"), max_length=11, choices=Use)
    names = LanguagesField(verbose_name=_("names"))
    texts = LanguagesField(verbose_name=_("texts"))

    told = ("names", "texts")

    def __str__(self) -> str:
        return any_text(self.names) or self.get_use_display()

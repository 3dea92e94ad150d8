"""Recognitions: what bodies adopted, each text a single piece of evidence (R117)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.directory.models import Body
from chancery.occasions.models.campaigns import Campaign
from chancery.rules.campaign import recognitions as rules


class Recognition(OwnedModel):
    """
    One text of one body: a law, a resolution, a motion, a proclamation (R117).

    It is never a number: totals are counted by `rules.campaign.recognitions` from filters that stand beside
    them. What became of the text stands in its steps. `word` is the word it uses, quoted in `word_language`;
    Chancery supplies none. Votes that are not known stay empty.
    """

    class Level(models.TextChoices):
        STATE = rules.Level.STATE.value, _("head of state or government")
        PARLIAMENT = rules.Level.PARLIAMENT.value, _("parliament as a whole")
        CHAMBER = rules.Level.CHAMBER.value, _("one chamber")
        COMMITTEE = rules.Level.COMMITTEE.value, _("committee")
        REGION = rules.Level.REGION.value, _("state, province or region")
        CITY = rules.Level.CITY.value, _("city")
        COURT = rules.Level.COURT.value, _("court")
        INTERNATIONAL = rules.Level.INTERNATIONAL.value, _("international organisation")
        OTHER = rules.Level.OTHER.value, _("other body")

    class Kind(models.TextChoices):
        LAW = rules.Kind.LAW.value, _("law")
        RESOLUTION = rules.Kind.RESOLUTION.value, _("resolution")
        MOTION = rules.Kind.MOTION.value, _("motion")
        STATEMENT = rules.Kind.STATEMENT.value, _("statement")
        PROCLAMATION = rules.Kind.PROCLAMATION.value, _("proclamation")
        CITATION = rules.Kind.CITATION.value, _("citation")
        JUDGMENT = rules.Kind.JUDGMENT.value, _("judgment")
        OTHER = rules.Kind.OTHER.value, _("other text")

    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, related_name="recognitions", verbose_name=_("campaign")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    printed_body = LanguagesField(verbose_name=_("body as printed"))
    state = models.CharField(_("state"), max_length=2, blank=True)
    region = models.CharField(_("region or city"), max_length=120, blank=True)
    level = models.CharField(_("level"), max_length=13, choices=Level)
    kind = models.CharField(_("kind of text"), max_length=12, choices=Kind)
    number = models.CharField(_("number"), max_length=80, blank=True)
    titles = LanguagesField(verbose_name=_("title"))
    word = models.CharField(_("the word it uses"), max_length=120, blank=True)
    word_language = models.CharField(_("language of the text"), max_length=12, blank=True)
    votes_for = models.PositiveIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("votes against"), null=True, blank=True)
    votes_abstaining = models.PositiveIntegerField(_("abstentions"), null=True, blank=True)
    votes_absent = models.PositiveIntegerField(_("absent"), null=True, blank=True)
    document = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    address = models.URLField(_("address of the text"), max_length=500, blank=True)
    source = models.CharField(_("according to"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=False) | ~Q(printed_body={}), name="recognition_names_its_body"
            ),
            models.CheckConstraint(condition=Q(word="") | ~Q(word_language=""), name="word_has_its_language"),
        ]

    def __str__(self) -> str:
        return any_text(self.titles) or any_text(self.printed_body) or str(self.body)


class RecognitionStep(models.Model):
    """
    What became of a recognition, on which day, and since when the office knows it.

    The last step by its day is the status; `recorded_at` lets a total of an earlier day be counted again as
    it was known then. Steps are never changed, a wrong one is taken back with a reason.
    """

    class Status(models.TextChoices):
        PROPOSED = rules.Status.PROPOSED.value, _("proposed")
        SUBMITTED = rules.Status.SUBMITTED.value, _("submitted")
        ADOPTED = rules.Status.ADOPTED.value, _("adopted")
        REJECTED = rules.Status.REJECTED.value, _("rejected")
        REPEALED = rules.Status.REPEALED.value, _("repealed")

    recognition = models.ForeignKey(Recognition, on_delete=models.CASCADE, related_name="steps")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    status = models.CharField(_("status"), max_length=9, choices=Status)
    on = PartialDateField(verbose_name=_("on"))
    source = models.CharField(_("according to"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    taken_back_at = models.DateTimeField(null=True, editable=False)
    taken_back_because = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | ~Q(taken_back_because=""), name="step_taken_back_says_why"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recognition} · {self.get_status_display()}"

"""The record: what was said, each statement under the one who said it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.events.models import Event, Participation, Source
from chancery.occasions.models import Campaign
from chancery.programme.models import Item


class Statement(models.Model):
    """
    What a participant said, as its source gives it. Chancery never says it itself.

    `texts` holds the wording; `language` is the one it was recorded in, the others are translations.
    """

    class Mode(models.TextChoices):
        VERBATIM = "verbatim", _("word for word")
        REPORTED = "reported", _("reported speech")
        SUMMARY = "summary", _("summary")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="statements")
    item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    speaker = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="statements")
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    mode = models.CharField(_("kind of wording"), max_length=8, choices=Mode, default=Mode.REPORTED)
    topics = LanguagesField(verbose_name=_("topic"))
    texts = LanguagesField(verbose_name=_("wording"))
    language = models.CharField(_("recorded in"), max_length=12, blank=True)
    about = models.ManyToManyField(Participation, related_name="statements_about", blank=True)
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_statement_a_ref")]

    def __str__(self) -> str:
        return any_text(self.texts) or self.ref

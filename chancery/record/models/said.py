"""What was said, each statement under the one who said it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.events.models import Event, Participation, Source
from chancery.occasions.models import Campaign
from chancery.programme.models import Item


class Statement(models.Model):
    """
    What a participant said, as its source gives it. Chancery never says it itself.

    `texts` holds the wording; `language` is the one it was recorded in, the others are translations. What is
    reported stands as what comes after the speaker's name: “called for …”, “said that …”. The capacity is
    that of the speaker's participation unless another is printed. A row that was noted down during the event
    is a draft until somebody has read it over. An approval holds for the wording that it was asked for.
    """

    class Mode(models.TextChoices):
        VERBATIM = "verbatim", _("word for word")
        REPORTED = "reported", _("reported speech")
        SUMMARY = "summary", _("summary")

    class Approval(models.TextChoices):
        NOT_ASKED = "", _("not asked for")
        ASKED = "asked", _("asked for")
        GIVEN = "given", _("approved")
        REFUSED = "refused", _("refused")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="statements")
    item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    speaker = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="statements")
    joint_speakers = models.ManyToManyField(Participation, related_name="joint_statements", blank=True)
    capacity_printed = LanguagesField(verbose_name=_("capacity as printed"))
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
    translated_by = models.CharField(_("translated by"), max_length=200, blank=True)
    about = models.ManyToManyField(Participation, related_name="statements_about", blank=True)
    answers = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answered_by",
        verbose_name=_("about another statement"),
    )
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    said_elsewhere = models.CharField(_("said elsewhere, in"), max_length=200, blank=True)
    said_at = models.DateTimeField(_("said at"), null=True, blank=True)
    recording = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recording or text"),
    )
    recording_second = models.PositiveIntegerField(_("at second"), null=True, blank=True)
    doubt = models.CharField(_("doubt"), max_length=300, blank=True)
    is_draft = models.BooleanField(_("to be read over"), default=False)
    approval = models.CharField(_("approval of the wording"), max_length=7, choices=Approval, blank=True)
    approval_asked_at = models.DateTimeField(_("asked for"), null=True, blank=True)
    approved_by_name = models.CharField(_("answered by"), max_length=200, blank=True)
    approved_at = models.DateTimeField(_("answered"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    note_key = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_statement_a_ref")]

    def __str__(self) -> str:
        return any_text(self.texts) or self.ref

    @property
    def is_quoted(self) -> bool:
        """Whether the words stand as they were said, within quotation marks."""
        return self.mode == self.Mode.VERBATIM


class Citation(models.Model):
    """A work or a person that is quoted within a statement: a second attribution inside the first."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="citations")
    cited = models.ForeignKey(
        Participation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("who is cited"),
    )
    cited_name = models.CharField(_("who or what is cited"), max_length=200, blank=True)
    texts = LanguagesField(verbose_name=_("the words cited"))
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return any_text(self.texts) or self.cited_name

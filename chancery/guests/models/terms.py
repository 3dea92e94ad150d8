"""On what terms guests are invited, what they are asked, and the office's own wordings."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.taken import TakenModel
from chancery.directory.models import Visibility
from chancery.events.models import Event
from chancery.guests.models.vocabulary import Form, Kind


class Terms(models.Model):
    """
    On what terms guests are invited to an event, and what stands on the card for it (R80, R81).

    `places` bounds how many people can come; `silence_hours` is how long before the event silence counts as
    a refusal, None where it never does (R82).
    """

    class ReplyMark(models.TextChoices):
        RSVP = "rsvp", _("R.S.V.P.")
        REGRETS = "regrets", _("regrets only")
        REMIND = "remind", _("to remind")

    class Strength(models.TextChoices):
        HONOUR = "honour", _("has the honour")
        PLEASURE = "pleasure", _("has the pleasure")

    class Companions(models.TextChoices):
        NONE = "none", _("nobody")
        NAMED = "named", _("those named in the invitation")
        PARTNER = "partner", _("a partner")
        NUMBER = "number", _("up to a number")

    class Representatives(models.TextChoices):
        ALLOWED = "allowed", _("may come")
        CONSENT = "consent", _("may come with the consent of the host")
        NOT = "not", _("may not come")

    class NoteClosing(models.TextChoices):
        BY_PRACTICE = "", _("by the practice of the host state")
        RENEWED = "renewed", _("takes the opportunity to renew the assurances")
        MOURNING = "mourning", _("renews the assurances without taking an opportunity, after a death")
        NONE = "none", _("none")

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="terms")
    host_line = LanguagesField(verbose_name=_("host line"))
    strength = models.CharField(_("request"), max_length=8, choices=Strength, default=Strength.HONOUR)
    reply_mark = models.CharField(_("reply mark"), max_length=7, choices=ReplyMark, default=ReplyMark.RSVP)
    reply_by = models.DateField(_("reply by"), null=True, blank=True)
    reply_contact = LanguagesField(verbose_name=_("contact for replies"))
    dress = LanguagesField(verbose_name=_("dress"))
    admission = LanguagesField(verbose_name=_("admission mark"))
    enclosures = LanguagesField(verbose_name=_("enclosures"))
    companions = models.CharField(_("may bring"), max_length=7, choices=Companions, default=Companions.NAMED)
    most_companions = models.PositiveSmallIntegerField(_("companions at most"), default=1)
    representatives = models.CharField(
        _("representatives"), max_length=7, choices=Representatives, default=Representatives.ALLOWED
    )
    asks_diet = models.BooleanField(_("ask for diets"), default=False)
    asks_access = models.BooleanField(_("ask for access needs"), default=False)
    asks_identity = models.BooleanField(_("ask for what security needs"), default=False)
    asks_photos = models.BooleanField(_("ask who may be shown on photographs"), default=False)
    note_closing = models.CharField(
        _("closing of notes verbales"), max_length=8, choices=NoteClosing, blank=True, default=""
    )
    needs_approval = models.BooleanField(_("the head of mission approves list and text"), default=False)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    silence_hours = models.PositiveSmallIntegerField(
        _("silence is a refusal, hours before"), null=True, blank=True
    )

    def __str__(self) -> str:
        return str(self.event)


class Question(models.Model):
    """
    What guests are asked beside yes or no.

    `options` is `[{"ref": …, "texts": {language: text}}]`. A question with `only_if` is asked of whoever gave
    `only_if_answer` there: the `ref` of an option, `yes` or `no`.
    """

    class Answer(models.TextChoices):
        YES_NO = "yes-no", _("yes or no")
        CHOICE = "choice", _("one of several")
        TEXT = "text", _("a text")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    texts = LanguagesField(verbose_name=_("question"))
    answer = models.CharField(_("answered by"), max_length=6, choices=Answer, default=Answer.YES_NO)
    options = models.JSONField(_("answers to choose from"), default=list, blank=True)
    is_required = models.BooleanField(_("has to be answered"), default=False)
    only_if = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("only asked after"),
    )
    only_if_answer = models.CharField(_("answered with"), max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_question_a_ref"),
            models.CheckConstraint(
                condition=Q(only_if=None) | ~Q(only_if=F("id")), name="question_not_after_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class Template(OwnedModel, TakenModel):
    """
    The office's own wording of a message, by language; it stands before the wording that ships.

    Fields in braces are substituted from a fixed list and nothing in a text is ever run. `bodies` hold light
    HTML that was cleaned when it was saved. One that is visible to the tree can be taken over by all posts.
    """

    form = models.CharField(_("form"), max_length=6, choices=Form)
    kind = models.CharField(_("for"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    subjects = LanguagesField(verbose_name=_("subject"))
    bodies = LanguagesField(verbose_name=_("text"))
    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["organiser", "name"],
                name="one_template_a_name",
                violation_error_message=_("Two wordings have the same name; give each its own."),
            ),
        ]

    told = ("subjects", "bodies")

    def __str__(self) -> str:
        return self.name

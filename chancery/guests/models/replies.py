"""What comes back: the links guests answer by, their replies, and the list as it was frozen."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.directory.models import Person
from chancery.events.models import Event, Participation
from chancery.guests.models.listing import Invitation
from chancery.guests.models.sending import Dispatch
from chancery.guests.models.vocabulary import Standing


class ReplyLink(models.Model):
    """
    A link by which one party answers; only the digest of its token is kept.

    Every dispatch carries a link of its own, so that the answer says which message it came by.
    """

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="reply_links")
    dispatch = models.OneToOneField(Dispatch, on_delete=models.CASCADE, null=True, related_name="reply_link")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.invitation)


class Reply(models.Model):
    """
    One answer to an invitation, never changed afterwards: a change of mind is a further one.

    An answer that `needs_decision` counts only once somebody of the office has taken it (`TAKEN`): two that
    contradict each other, an assistant against the principal, somebody else at the link, a representative
    who needs the consent of the host. `why_open` says which. Diet and access needs are sealed and kept only
    with consent (R119-R121). `answers` is `{ref of the question: answer}`. An entry that was wrong is put
    right by a further one, which names it in `corrects`; one that only takes it back says SILENT.
    """

    class Channel(models.TextChoices):
        PAGE = "page", _("reply page")
        CALENDAR = "calendar", _("calendar")
        EMAIL = "email", _("e-mail")
        TELEPHONE = "telephone", _("telephone")
        LETTER = "letter", _("letter")
        NOTE = "note", _("note verbale")
        IN_PERSON = "in-person", _("in person")

    class Speaker(models.TextChoices):
        GUEST = "guest", _("the guest")
        ASSISTANT = "assistant", _("an assistant")
        OTHER = "other", _("somebody else")

    class WhyOpen(models.TextChoices):
        NOTHING = "", _("nothing to decide")
        CONTRADICTS = "contradicts", _("contradicts an earlier answer")
        OTHER_PERSON = "other-person", _("answered by somebody else")
        CONSENT = "consent", _("a representative needs the consent of the host")
        OUT_OF_DATE = "out-of-date", _("answers an earlier date")

    class Decision(models.TextChoices):
        NONE = "", _("not decided")
        TAKEN = "taken", _("taken")
        REFUSED = "refused", _("not taken")

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="replies")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    standing = models.CharField(_("answer"), max_length=11, choices=Standing)
    channel = models.CharField(_("by"), max_length=9, choices=Channel)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    entered_at = models.DateTimeField(default=timezone.now)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    speaker = models.CharField(_("said by"), max_length=9, choices=Speaker, default=Speaker.GUEST)
    speaker_name = models.CharField(_("name of whoever said it"), max_length=200, blank=True)
    revision = models.PositiveSmallIntegerField(default=0)
    link = models.ForeignKey(ReplyLink, on_delete=models.SET_NULL, null=True, related_name="replies")
    is_late = models.BooleanField(_("late"), default=False)
    unnamed_companions = models.PositiveSmallIntegerField(_("unnamed companions"), default=0)
    companion_names = models.JSONField(_("companions"), default=list)
    representative_name = models.CharField(_("representative"), max_length=200, blank=True)
    representative_office = models.CharField(_("office of the representative"), max_length=200, blank=True)
    representative = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stands_in = models.CharField(
        _("stands in as"),
        max_length=24,
        choices=Participation.StandIn,
        default=Participation.StandIn.DELEGATE,
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    message = models.TextField(_("message to the host"), blank=True)
    answers = models.JSONField(default=dict)
    sealed_diet = models.BinaryField(null=True)
    sealed_access = models.BinaryField(null=True)
    consented_at = models.DateTimeField(null=True)
    why_open = models.CharField(max_length=12, choices=WhyOpen, blank=True)
    decision = models.CharField(_("decision"), max_length=7, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by", editable=False
    )

    class Meta:
        indexes = [models.Index(fields=["invitation", "id"], name="reply_of_invitation")]
        constraints = [
            models.CheckConstraint(
                condition=Q(consented_at__isnull=False) | Q(sealed_diet=None, sealed_access=None),
                name="needs_only_with_consent",
            ),
            models.UniqueConstraint(fields=["invitation", "ref"], name="one_reply_a_ref"),
        ]

    def __str__(self) -> str:
        return f"{self.invitation} · {self.get_standing_display()}"

    @property
    def counts(self) -> bool:
        """Whether the answer counts: it was clear, or somebody took it."""
        return not self.why_open or self.decision == self.Decision.TAKEN


class ListVersion(models.Model):
    """
    The guest list as it was frozen for somebody outside: only the fields they asked for.

    `sealed_rows` is the sealed JSON of the rows; it is wiped on `delete_on`, the line stays as a proof.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="list_versions")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("version"))
    made_at = models.DateTimeField(_("frozen"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    recipient = models.CharField(_("for whom"), max_length=200)
    purpose = models.CharField(_("what for"), max_length=200, blank=True)
    fields = models.JSONField(_("fields"), default=list)
    sealed_rows = models.BinaryField(null=True)
    count = models.PositiveIntegerField(_("people"), default=0)
    delete_on = models.DateField(_("to be deleted on"))
    deleted_at = models.DateTimeField(_("deleted"), null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"{self.event} · {self.number}"

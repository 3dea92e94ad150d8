"""What guests were told about their data, what each consented to, and what security asked for, sealed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.base.codes import new_code
from chancery.events.models import Event
from chancery.guests.models.listing import Invitation
from chancery.guests.models.replies import Reply


class Notice(models.Model):
    """
    What the guests of an event are told about their data, as it stood from a moment on; never changed.

    `texts` is `{language: [[heading, [sentences]]]}`; a language somebody read it in later is added. `digest`
    is that of the facts it was written from.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="notices")
    number = models.PositiveSmallIntegerField(_("version"))
    made_at = models.DateTimeField(_("from"), default=timezone.now)
    digest = models.CharField(max_length=32)
    texts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="one_notice_a_number")]

    def __str__(self) -> str:
        return f"{self.event} · {self.number}"


class Consent(models.Model):
    """
    One kind of data that a guest agreed to, in the words that were read, until it is taken back (R121).

    `words` are empty where somebody of the office entered what the guest said.
    """

    class Kind(models.TextChoices):
        DIET = "diet", _("diet")
        ACCESS = "access", _("access needs")

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="consents")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    reply = models.ForeignKey(Reply, on_delete=models.SET_NULL, null=True, related_name="consents")
    kind = models.CharField(_("to what"), max_length=8, choices=Kind)
    words = models.TextField(_("in which words"), blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    given_at = models.DateTimeField(pgettext_lazy("consent", "given"))
    way = models.CharField(_("by"), max_length=9, choices=Reply.Channel)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, related_name="consents")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)

    def __str__(self) -> str:
        # Without its kind: that somebody told a need says something about them already.
        return str(self.invitation)


class PhotoAnswer(models.Model):
    """
    What a guest said on the reply page about being shown on photographs, in the words that were read (R122).

    Never changed: a change of mind is a further one, and the last one counts. One that came in a folder of
    the event names no notice.
    """

    class Wish(models.TextChoices):
        AGREED = "agreed", _("agreed")
        REFUSED = "refused", _("does not want to be shown")

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="photo_answers")
    wish = models.CharField(_("pictures"), max_length=7, choices=Wish)
    words = models.TextField(_("in which words"))
    language = models.CharField(_("language"), max_length=12)
    given_at = models.DateTimeField(_("said"))
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, related_name="photo_answers")

    class Meta:
        indexes = [models.Index(fields=["invitation", "id"], name="photo_answer_of_invitation")]

    def __str__(self) -> str:
        return f"{self.invitation} · {self.get_wish_display()}"


class SecurityIdentity(models.Model):
    """
    What security asks of one party before it lets it in: numbers, plates, days of birth (R123).

    Never stored plain; read with the grant for it alone, and deleted some days after the event.
    """

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="security_identity")
    sealed = models.BinaryField()
    told_at = models.DateTimeField(_("told"), default=timezone.now)
    way = models.CharField(_("by"), max_length=9, choices=Reply.Channel)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.invitation)

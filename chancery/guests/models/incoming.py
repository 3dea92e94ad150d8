"""Messages that came in: each is dealt with once, or waits for somebody of the office to read it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.base.models import OutboxMessage
from chancery.guests.models.listing import Invitation
from chancery.guests.models.replies import Reply


class IncomingMessage(models.Model):
    """
    One message from the mailbox, known by what it says: two copies of it are dealt with once.

    `place` is where it lies, as the mailbox names it. What the program understands is DONE and put away; the
    rest stays in the mailbox while it is OPEN. `sealed_text` is what a person reads, encrypted.
    """

    class Kind(models.TextChoices):
        ANSWER = "answer", _("answer of a calendar")
        RETURNED = "returned", _("report: came back")
        DELAYED = "delayed", _("report: delayed")
        DELIVERED = "delivered", _("report: received")
        AUTOMATIC = "automatic", _("automatic answer")
        LETTER = "letter", _("message")

    class State(models.TextChoices):
        OPEN = "open", _("to be read")
        DONE = "done", _("dealt with")
        ENTERED = "entered", _("entered as a reply")
        ASIDE = "aside", _("set aside")

    class Why(models.TextChoices):
        NOTHING = "", _("nothing to read")
        LETTER = "letter", _("Somebody has written; read it and enter the reply.")
        COUNTER = "counter", _("The guest proposes another time; answer the guest.")
        REFUSED = "refused", _("The answer could not be recorded.")
        NO_INVITATION = "no-invitation", _("The calendar answers an invitation that is not known.")
        NO_MESSAGE = "no-message", _("A server reports on a message that is not known.")
        DELEGATE = "delegate", _("The representative does not come, or is not sure; ask the guest.")
        HELD = "held", _("The guest cannot hold the date; think about the invitation.")
        UNREADABLE = "unreadable", _("The message cannot be read; look at it in the mailbox.")

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="incoming_messages")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    identity = models.CharField(max_length=64, unique=True)
    place = models.CharField(max_length=255)
    kind = models.CharField(_("what"), max_length=9, choices=Kind, default=Kind.LETTER)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.OPEN)
    why = models.CharField(_("why it is to be read"), max_length=13, choices=Why, blank=True)
    words = models.CharField(_("what was said"), max_length=500, blank=True)
    sender = models.CharField(_("from"), max_length=320, blank=True)
    sender_name = models.CharField(_("name of the sender"), max_length=200, blank=True)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("written"), null=True)
    received_at = models.DateTimeField(_("came in"), default=timezone.now)
    sealed_text = models.BinaryField(default=bytes)
    invitation = models.ForeignKey(
        Invitation, on_delete=models.SET_NULL, null=True, related_name="incoming_messages"
    )
    reply = models.ForeignKey(Reply, on_delete=models.SET_NULL, null=True, related_name="incoming_messages")
    about = models.ForeignKey(
        OutboxMessage, on_delete=models.SET_NULL, null=True, related_name="incoming_messages"
    )
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(fields=["organiser", "state", "-id"], name="incoming_of_office"),
            models.Index(fields=["place"], name="incoming_by_place"),
        ]

    def __str__(self) -> str:
        return self.subject or self.get_kind_display()

    @property
    def is_open(self) -> bool:
        """Whether somebody of the office has to read it."""
        return self.state == self.State.OPEN

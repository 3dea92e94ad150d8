"""What goes out: waves, the dispatch of each invitation as it was sent, and the notes verbales."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.accounts.models import Membership, Organiser
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.models import Job, OutboxMessage
from chancery.events.models import Event
from chancery.guests.models.listing import Invitation
from chancery.guests.models.terms import Template
from chancery.guests.models.vocabulary import Channel, Kind


class Wave(models.Model):
    """
    Messages of one kind that are decided and leave together.

    `templates` are the office's own wordings for it, at most one a form; else those that ship. `own_text` is
    added for this wave. A wave that `fills_places` goes to as many as places are free, the first in order.
    `told` is the day, time and place that it named when it left, so that a change is noticed.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("in preparation")
        ASKED = "asked", _("waits for approval")
        APPROVED = "approved", _("approved")
        SENDING = "sending", _("on its way out")
        STOPPED = "stopped", _("stopped")
        SENT = "sent", pgettext_lazy("a wave", "sent")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="waves")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("what"), max_length=12, choices=Kind, default=Kind.INVITATION)
    name = models.CharField(_("name"), max_length=120, blank=True)
    templates = models.ManyToManyField(Template, related_name="waves", blank=True, verbose_name=_("wordings"))
    invitations = models.ManyToManyField(Invitation, related_name="waves", blank=True)
    own_text = LanguagesField(verbose_name=_("own text"))
    send_on = models.DateField(_("to be sent on"), null=True, blank=True)
    reply_by = models.DateField(_("reply by"), null=True, blank=True)
    fills_places = models.BooleanField(_("only for free places"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+", editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    told = models.JSONField(default=dict, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="one_wave_a_number"),
            models.UniqueConstraint(fields=["event", "ref"], name="one_wave_a_ref"),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.get_kind_display()} {self.number}"


class Approval(models.Model):
    """
    The head of mission is asked for list and text of a wave, and decides.

    `digest` is that of the list and the texts as they were asked for: an approval of others is none.
    Nobody stands in `asked_by` where the line was loaded from an event folder.
    """

    class Decision(models.TextChoices):
        OPEN = "", _("not decided")
        GIVEN = "given", _("approved")
        SENT_BACK = "sent-back", _("sent back")

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="approvals")
    digest = models.CharField(max_length=64)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision = models.CharField(_("decision"), max_length=9, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    remark = models.TextField(_("remark"), blank=True)

    def __str__(self) -> str:
        return f"{self.wave} · {self.get_decision_display()}"


class NoteVerbale(models.Model):
    """A line of the register of notes verbales: numbers begin with 1 every year (R85)."""

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="notes_verbales")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    dated_on = models.DateField(_("date"))
    addressed_to = models.CharField(_("to"), max_length=300)
    subject = models.CharField(_("matter"), max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser", "year", "number"], name="one_note_a_number"),
            models.UniqueConstraint(fields=["organiser", "ref"], name="one_note_a_ref"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class Dispatch(models.Model):
    """
    One message to one party, kept as it was sent.

    `key` names invitation, channel, kind, wave and revision: a second one with the same key is impossible.
    `revision` is that of the invitation. `address`, `recipient` and the texts are those of the moment; the
    link for the reply stands in them without its token. `printed` are the values of a card or letter.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("to be sent")
        GONE = "gone", pgettext_lazy("a message", "sent")
        DELIVERED = "delivered", _("received")
        RETURNED = "returned", _("came back")
        CANCELLED = "cancelled", _("cancelled")

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="dispatches")
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, null=True, related_name="dispatches")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    key = models.CharField(max_length=200, unique=True, editable=False)
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    channel = models.CharField(_("by"), max_length=9, choices=Channel)
    revision = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(_("language"), max_length=12)
    recipient = models.CharField(_("to"), max_length=300)
    address = models.TextField(_("address or number"), blank=True)
    subject = models.CharField(_("subject"), max_length=300, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    printed = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(default=timezone.now)
    gone_at = models.DateTimeField(_("sent"), null=True)
    gone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(_("received or returned"), null=True)
    remark = models.CharField(_("receipt or reason"), max_length=300, blank=True)
    caller = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("caller"),
    )
    note = models.OneToOneField(NoteVerbale, on_delete=models.PROTECT, null=True, related_name="dispatch")
    message = models.OneToOneField(
        OutboxMessage, on_delete=models.PROTECT, null=True, related_name="dispatch"
    )

    class Meta:
        indexes = [models.Index(fields=["invitation", "id"], name="dispatch_of_invitation")]
        constraints = [models.UniqueConstraint(fields=["invitation", "ref"], name="one_dispatch_a_ref")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.recipient}"

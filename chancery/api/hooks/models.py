"""Endpoints that are told of changes, what is told to each, and how it went."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code


class Endpoint(models.Model):
    """
    An address that an office tells of its changes.

    `patterns` are the codes it hears of, whole ones or beginnings (`guests.*`); `events` the codes of the
    events, none for all. It hears of what changed since `listens_from`, while it is on. `failing_since` is
    when the first of its last failures was; one that fails for days is switched off by the house.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="hook_endpoints")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=500)
    patterns = models.JSONField(_("codes"), default=list)
    events = models.JSONField(_("events"), default=list, blank=True)
    is_on = models.BooleanField(pgettext_lazy("webhook", "on"), default=True)
    listens_from = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    failing_since = models.DateTimeField(null=True, editable=False)
    switched_off_at = models.DateTimeField(_("switched off by the house"), null=True, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)

    def __str__(self) -> str:
        return self.name


class SigningSecret(models.Model):
    """A secret that signs what an endpoint is told; of two, the older one ends after its replacement."""

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="secrets")
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.endpoint} · {self.made_at:%Y-%m-%d}"


class Delivery(models.Model):
    """
    One change told to one endpoint, under one `message_id` for ever; `line` is that of the audit log.

    `line` is None for a test. `kind` and `object_id` are those of the line: of one object an endpoint hears
    in order. `claimed_at` is when a process took it in hand; if that process died, another one takes it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("webhook", "waiting")
        DELIVERED = "delivered", pgettext_lazy("webhook", "delivered")
        GIVEN_UP = "given-up", pgettext_lazy("webhook", "given up")

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="deliveries")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    message_id = models.CharField(max_length=60)
    line = models.BigIntegerField(null=True)
    told = models.CharField(_("code"), max_length=80)
    kind = models.CharField(max_length=60, blank=True)
    object_id = models.BigIntegerField(default=0)
    happened_at = models.DateTimeField(default=timezone.now)
    body = models.TextField()
    state = models.CharField(
        pgettext_lazy("webhook", "state"), max_length=9, choices=State, default=State.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["endpoint", "line"], name="one_delivery_a_line"),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(ended_at__isnull=False), name="delivery_ended_at_a_moment"
            ),
        ]
        indexes = [
            models.Index(fields=["endpoint", "next_try_at"], condition=Q(state="waiting"), name="hooks_due"),
            models.Index(
                fields=["endpoint", "kind", "object_id", "line"],
                condition=Q(state="waiting"),
                name="hooks_order",
            ),
            models.Index(F("endpoint"), F("id").desc(), name="hooks_newest"),
            models.Index(fields=["ended_at"], name="hooks_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.endpoint} · {self.told}"


class Trouble(models.TextChoices):
    """Why nothing was answered, in a sentence."""

    UNREADABLE = (
        "unreadable",
        _("This is no address that can be called; write one such as https://example.org/chancery."),
    )
    NO_HTTPS = (
        "no-https",
        _("Changes are told by HTTPS alone; write an address that begins with https://."),
    )
    UNKNOWN_NAME = "unknown-name", _("The name in this address is not known; correct it.")
    FORBIDDEN = (
        "forbidden",
        _(
            "This address lies within a private network; "
            "take a public one, or ask whoever runs Chancery to allow it."
        ),
    )
    NO_CONNECTION = "no-connection", _("Nothing answers at this address.")
    CERTIFICATE = "certificate", _("The certificate of the receiver does not prove its name.")
    TIME = "time", _("The receiver did not answer within ten seconds.")
    BROKEN_OFF = "broken-off", _("The receiver broke off before it had answered.")


class Attempt(models.Model):
    """One try: the status that the receiver answered, None where nothing was answered, and why."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    milliseconds = models.PositiveIntegerField()
    trouble = models.CharField(max_length=20, choices=Trouble, blank=True)

    def __str__(self) -> str:
        return f"{self.delivery} · {self.at:%Y-%m-%d %H:%M:%S}"


class Reading(models.Model):
    """
    How far the audit log was read: the one row of its table.

    Every line up to `read_to` was read. PostgreSQL gives numbers before it shows lines, so a line may
    appear behind a later one: `mark` is the highest number there was when `transaction` was the next one.
    """

    read_to = models.BigIntegerField(default=0)
    mark = models.BigIntegerField(default=0)
    transaction = models.BigIntegerField(default=0)
    marked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.read_to)

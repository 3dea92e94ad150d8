"""What the whole house keeps: who changed what, the long work under way, the mail that leaves, and files."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code


class AuditLine(models.Model):
    """
    One change of one object, written in the transaction that makes it.

    `changes` is `{field: [from, to]}`; a created object has `from` None throughout, a deleted one `to` None.
    Objects are known by kind (`directory.person`) and id, so that a line outlives its object.
    """

    organiser_id = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    label = models.CharField(max_length=300)
    changes = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    undone_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="undoes", db_index=False
    )

    class Meta:
        # A line of a door is by nobody, and few are undone: what is empty needs no place in an index.
        indexes = [
            models.Index(fields=["organiser_id", "kind", "object_id", "id"], name="audit_of_object"),
            models.Index(fields=["organiser_id", "id"], name="audit_of_organiser"),
            models.Index(fields=["by"], condition=Q(by__isnull=False), name="audit_by_user"),
            models.Index(fields=["undone_by"], condition=Q(undone_by__isnull=False), name="audit_of_undoing"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


class AuditSeal(models.Model):
    """
    A seal over some lines of an office, in the order of their numbers: see docs/admin/seal.md.

    `members` holds for each line its number, the salt of its values, and two digests, packed
    (`audit_seal.digests`). `digest` is that of what is signed, and the next seal names it as `previous`.
    """

    organiser_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    first_line = models.BigIntegerField()
    last_line = models.BigIntegerField()
    lines = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    members = models.BinaryField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=64)
    signature = models.CharField(max_length=128)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser_id", "number"], name="one_seal_a_number"),
        ]
        indexes = [models.Index(fields=["organiser_id", "last_line"], name="seal_by_last_line")]

    def __str__(self) -> str:
        return f"{self.number}"


class ErasedValues(models.Model):
    """
    What is left of erased values of a sealed line: enough to check its seal, too little to guess them.

    `proofs` is `{part: ["digest" | "salt", hex]}`: the digest of a part that is gone, the salt of one that is
    left. `erased_in` is the line that tells of the erasing.
    """

    organiser_id = models.BigIntegerField()
    line = models.OneToOneField(AuditLine, on_delete=models.PROTECT, related_name="erased")
    proofs = models.JSONField()
    erased_in = models.ForeignKey(AuditLine, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organiser_id", "line"], name="erased_of_organiser")]

    def __str__(self) -> str:
        return f"{self.line_id}"


class Job(models.Model):
    """Long work with a progress that survives leaving the page."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        STOPPED = "stopped", _("stopped")

    code = models.CharField(max_length=12, default=new_code, unique=True)
    organiser_id = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=200, blank=True)
    outcome = models.JSONField(default=dict)
    failure = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    seen_alive_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["organiser_id", "kind", "id"], name="job_of_organiser")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def is_over(self) -> bool:
        return self.state in {self.State.DONE, self.State.FAILED, self.State.STOPPED}


class OutboxMessage(models.Model):
    """
    One message that leaves the house once.

    `key` is unique: whoever posts it a second time gets the first one. `kind` and `object_id` say what it is
    about. `sealed` is the whole message with its headers, encrypted, because messages carry links that open
    something. A message whose acknowledgement was lost is UNCERTAIN and goes again under the same Message-ID.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waits to be sent")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("taken by the mail server")
        UNCERTAIN = "uncertain", _("perhaps sent, goes again")
        REFUSED = "refused", _("refused")
        BOUNCED = "bounced", _("came back")
        CANCELLED = "cancelled", _("cancelled")

    organiser_id = models.BigIntegerField(null=True)
    code = models.CharField(max_length=12, default=new_code, unique=True)
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    recipient = models.EmailField(_("to"), max_length=320)
    domain = models.CharField(max_length=255)
    message_id = models.CharField(max_length=120, unique=True)
    sealed = models.BinaryField()
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    claimed_by = models.CharField(max_length=60, blank=True)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    answer = models.TextField(_("answer of the server"), blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_try_at", "id"], name="outbox_next"),
            models.Index(fields=["organiser_id", "kind", "object_id"], name="outbox_about"),
            models.Index(fields=["domain", "sent_at"], name="outbox_by_domain"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.state}"


class MailEvent(models.Model):
    """What became of a message beside its being taken: put off, refused, uncertain, bounced."""

    class What(models.TextChoices):
        PUT_OFF = "put-off", _("put off")
        REFUSED = "refused", _("refused")
        UNCERTAIN = "uncertain", _("acknowledgement lost")
        DELAYED = "delayed", _("delayed")
        BOUNCED = "bounced", _("came back")
        COMPLAINED = "complained", _("complained of")
        DELIVERED = "delivered", _("delivered")

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=10, choices=What)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.message} {self.what}"


class StoredFile(models.Model):
    """
    A file somebody gave the office: a picture, a film, a recording, a clipping, a document.

    The bytes lie under the media folder by `code` (docs/admin/media.md), a picture also in smaller sizes:
    `renditions` is a list of `{"width", "height", "name"}`, widths rising. `received` bytes have come of
    `size`; a picture is READY once its sizes are made and what it told of its place is taken out.
    `why_refused` is one sentence.
    """

    class Kind(models.TextChoices):
        PICTURE = "picture", _("picture")
        FILM = "film", _("film")
        SOUND = "sound", _("sound")
        DOCUMENT = "document", _("document")

    class State(models.TextChoices):
        ARRIVING = "arriving", _("arriving")
        WAITING = "waiting", _("being prepared")
        READY = "ready", _("ready")
        REFUSED = "refused", _("cannot be used")

    organiser_id = models.BigIntegerField()
    ref = models.SlugField(max_length=120, default=new_code)
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("name of the file"), max_length=200)
    media_type = models.CharField(_("type"), max_length=100, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    received = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ARRIVING)
    why_refused = models.CharField(max_length=300, blank=True)
    width = models.PositiveIntegerField(_("width in pixels"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height in pixels"), null=True, blank=True)
    seconds = models.FloatField(_("length in seconds"), null=True, blank=True)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    renditions = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organiser_id", "ref"], name="one_file_a_ref")]
        indexes = [models.Index(fields=["organiser_id", "digest"], name="file_by_digest")]

    def __str__(self) -> str:
        return self.name

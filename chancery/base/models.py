"""What the whole house keeps: who changed what, and the long work under way."""

from django.conf import settings
from django.db import models
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
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    label = models.CharField(max_length=300)
    changes = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    undone_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="undoes")

    class Meta:
        indexes = [
            models.Index(fields=["organiser_id", "kind", "object_id", "id"], name="audit_of_object"),
            models.Index(fields=["organiser_id", "id"], name="audit_of_organiser"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


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

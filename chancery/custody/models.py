"""Requests of those whose data an office keeps, and the proofs of what was deleted."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.directory.models import Person


class Certificate(models.Model):
    """
    A proof of a deletion: what kind, how many, by which rule, who and when; never whose data it was.

    `lines` is `[{"kind", "what", "count", "rule"}]` in the words of the office at that moment.
    """

    class Kind(models.TextChoices):
        ERASURE = "erasure", _("erasure of a person")
        KEEPING = "keeping", _("deletion after the time of keeping")
        HISTORY = "history", _("removal of values from the history")

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="certificates")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("what"), max_length=8, choices=Kind)
    about = models.CharField(_("about"), max_length=300)
    lines = models.JSONField(default=list)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser", "number"], name="one_certificate_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.made_at:%Y}"


class Removal(models.Model):
    """
    How far values were removed from the history of an office: up to which line, of one kind.

    `uncertified` is how many lines lost something since the last certificate, so that what a break leaves
    undone is certified with the rest.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    up_to = models.BigIntegerField(default=0)
    uncertified = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organiser", "kind"], name="one_removal_a_kind")]

    def __str__(self) -> str:
        return self.kind


class SubjectRequest(models.Model):
    """What somebody asked about their own data; the answer is due within one month."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("access to the data")
        ERASURE = "erasure", _("erasure")
        CORRECTION = "correction", _("correction")
        OBJECTION = "objection", _("objection")

    class State(models.TextChoices):
        OPEN = "open", _("to be answered")
        ANSWERED = "answered", _("answered")
        REFUSED = "refused", _("refused")

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="subject_requests")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveIntegerField(_("number"))
    # Protected: the request is the proof that somebody asked, and erasing a person keeps a reduced row.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="subject_requests")
    kind = models.CharField(_("asks for"), max_length=10, choices=Kind)
    received_on = models.DateField(_("received on"))
    due_on = models.DateField(_("answer due on"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN)
    closed_on = models.DateField(_("closed on"), null=True)
    answer = models.CharField(_("what was answered, or why it was refused"), max_length=500, blank=True)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, null=True, related_name="requests")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser", "number"], name="one_subject_request_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

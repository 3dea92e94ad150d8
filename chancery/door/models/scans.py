"""What was done at the doors, and what it adds up to for each party."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.door.models.doors import Device, Door
from chancery.events.models import Event, Participation
from chancery.rules.door.scans import ScanKind


class Scan(models.Model):
    """
    One thing done at a door; rows are added and never changed, but for what a person says of a doubt.

    `uid` is made by the device, so that a scan sent twice is stored once. `at` is the true time, `device_at`
    what the clock of the device said. `came_before` is what had been counted for the party when the server
    took it. A scan of the office's own list has no device. `ref` is how an event folder names it where its
    uid was taken by another event of the installation already, else empty. `against` says why the office has
    to look at somebody who was let in uninvited; it has done so when there are `settled_words`.
    """

    class Kind(models.TextChoices):
        ADMIT = ScanKind.ADMIT.value, _("came in")
        LEAVE = ScanKind.LEAVE.value, _("went out")
        UNDO = ScanKind.UNDO.value, _("was taken back")
        REFUSE = ScanKind.REFUSE.value, _("was not let in")

    class How(models.TextChoices):
        PASS = "pass", _("by the pass")
        SEARCH = "search", _("by name")
        WALK_IN = "walk-in", _("without an invitation")
        OFFICE = "office", _("by the office")

    class Against(models.TextChoices):
        ASK = "ask", _("nobody is named who allowed it")
        REFUSE = "refuse", _("this door lets in nobody without an invitation")
        UNLISTED = "unlisted", _("whoever came in is not on the list")

    uid = models.UUIDField(unique=True)
    ref = models.CharField(max_length=80, blank=True, default="", db_default="", editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="scans", db_index=False)
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, related_name="scans"
    )
    door = models.ForeignKey(Door, on_delete=models.PROTECT, null=True, related_name="scans")
    device = models.ForeignKey(Device, on_delete=models.PROTECT, null=True, related_name="scans")
    kind = models.CharField(max_length=6, choices=Kind)
    how = models.CharField(max_length=7, choices=How, default=How.PASS)
    people = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField()
    device_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    was_offline = models.BooleanField(default=False)
    undoes = models.UUIDField(null=True)
    came_before = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(_("what was said"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    against = models.CharField(
        _("reason to look at it"), max_length=8, choices=Against, blank=True, default="", db_default=""
    )
    settled_at = models.DateTimeField(_("doubt settled"), null=True)
    settled_by = models.CharField(_("settled by"), max_length=120, blank=True)
    settled_words = models.CharField(_("how it was settled"), max_length=200, blank=True)

    class Meta:
        # Each index is written to with every scan, but for those that leave out what is empty.
        indexes = [
            models.Index(fields=["event", "id"], name="scans_of_event"),
            models.Index(fields=["by"], condition=Q(by__isnull=False), name="scans_by_the_office"),
            models.Index(fields=["undoes"], condition=Q(undoes__isnull=False), name="scans_that_undo"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%H:%M:%S}"


class Presence(models.Model):
    """
    What the scans of a party add up to: a row a participation from the moment the doors are prepared.

    `expected` is how many may come in on one pass. `came` and `inside` follow from the scans by the rule of
    rules.door, at any time and in any order of their arrival. No index holds what a scan changes, so that
    PostgreSQL writes the new row into the page of the old one and to no index at all.
    """

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="presence")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="presences")
    expected = models.PositiveSmallIntegerField(default=1)
    came = models.PositiveSmallIntegerField(default=0)
    inside = models.PositiveSmallIntegerField(default=0)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    door = models.ForeignKey(Door, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    in_doubt = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.participation}: {self.inside}"


class DoorNote(models.Model):
    """What stewards read when a guest stands before them: an alert with its reason, at one door or at all."""

    class Kind(models.TextChoices):
        NOTE = "note", _("note")
        ESCORT = "escort", _("to be escorted")
        CALL = "call", _("call the office")
        PRESS = "press", _("press")
        MINOR = "minor", _("minor")
        ARTIST = "artist", _("artist")
        SECURITY = "security", _("security")
        NOT_ADMITTED = "not-admitted", _("is not to be let in")

    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="door_notes", verbose_name=_("guest")
    )
    door = models.ForeignKey(
        Door,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notes",
        verbose_name=_("door"),
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code, editable=False)
    kind = models.CharField(_("reason"), max_length=12, choices=Kind, default=Kind.NOTE)
    text = models.CharField(_("for the steward"), max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"

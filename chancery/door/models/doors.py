"""Doors of an event, and the telephones that stand at them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.events.models import Event


class Door(models.Model):
    """A way in, with the rule by which its stewards let in who is not on the list (R126)."""

    class WalkIns(models.TextChoices):
        ASK = "ask", _("the office is asked")
        ADMIT = "admit", _("are let in and written down")
        REFUSE = "refuse", _("are sent to the office")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="doors")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    instructions = models.CharField(_("for its stewards"), max_length=300, blank=True)
    walk_ins = models.CharField(
        _("guests without an invitation"), max_length=6, choices=WalkIns, default=WalkIns.ASK
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_door_a_ref"),
            models.UniqueConstraint(fields=["event", "name"], name="one_door_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Device(models.Model):
    """
    A telephone or tablet at one door of one event; nobody signs in on it.

    It is paired by `pairing_digest` (SHA-256 of a key in a QR code, good once until `pairing_ends_at`) and
    then known by `token_digest` until it is revoked or `expires_at` has come. `searches` says whether names
    may be looked up on it; if not, it opens a guest only by the guest's own pass. `skew_ms` is how far its
    clock is ahead of the server's, as last measured. `wiped_at` is when it said that it has forgotten the
    guests.

    An event folder names it by `ref`; a device that came with one is there for its scans alone.
    """

    door = models.ForeignKey(Door, on_delete=models.CASCADE, related_name="devices")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code, editable=False)
    name = models.CharField(_("name"), max_length=120)
    searches = models.BooleanField(_("names can be looked up on it"), default=True)
    pairing_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    pairing_ends_at = models.DateTimeField(editable=False)
    token_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    paired_at = models.DateTimeField(_("paired"), null=True, editable=False)
    expires_at = models.DateTimeField(_("good until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    seen_at = models.DateTimeField(_("last seen"), null=True, editable=False)
    synced_at = models.DateTimeField(_("last brought up to date"), null=True, editable=False)
    waiting = models.PositiveIntegerField(_("scans still on it"), default=0, editable=False)
    skew_ms = models.IntegerField(_("clock ahead by"), null=True, editable=False)
    wiped_at = models.DateTimeField(_("guests forgotten"), null=True, editable=False)

    def __str__(self) -> str:
        return self.name

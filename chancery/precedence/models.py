"""Protocol profiles that an office made its own, and the settings and manual moves of one order."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser, OwnedModel
from chancery.base.codes import new_code
from chancery.directory.models import Group, Visibility


class Profile(models.Model):
    """
    A version of a profile that an office wrote or changed; every version is kept, the newest counts.

    One whose newest version is visible to the tree is read, followed and taken over by all posts. `source`
    is the version of another office from which this one was made, or with which it was compared last.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="profiles")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    key = models.SlugField(_("key"), max_length=80)
    version = models.PositiveIntegerField(_("version"), default=1)
    text = models.TextField(_("profile"))
    reason = models.TextField(_("reason of the change"), blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(default=timezone.now)
    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)
    source = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="taken_over"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser", "key", "version"], name="one_profile_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"

    @property
    def ref(self) -> str:
        """Its name in an event folder, which key and version make."""
        return f"{self.key}-{self.version}"

    @ref.setter
    def ref(self, ref: str) -> None:
        self.key, self.version = key_and_version(ref)


def key_and_version(ref: str) -> tuple[str, int]:
    """Read the name of a version in an event folder; one without a number is the first."""
    key, _hyphen, number = ref.rpartition("-")
    is_numbered = bool(key) and number.isascii() and number.isdigit() and len(number) < 6
    return (key, int(number)) if is_numbered else (ref, 1)


class Ordering(OwnedModel):
    """
    By which profile, where, for which kind of act and as of which day a list is ordered.

    `lists` names several lists merged in one row, in the order in which they take turns (R37). `follows` is
    the version of a profile that another office gives down; it stays that version until somebody takes a
    newer one, so that the same facts give the same order.
    """

    class Act(models.TextChoices):
        GENERAL = "general", _("general act of the state")
        SPECIAL = "special", _("special act of the organiser")

    class House(models.TextChoices):
        NONE = "", _("no particular house")
        MISSION = "mission", _("house of a foreign mission")
        HEAD_OF_GOVERNMENT = "head-of-government", _("house of the head of government or foreign minister")
        PRIVATE = "private", _("private house")

    class Organisation(models.TextChoices):
        STATE = "state", _("the State")
        REGION = "region", _("a region")
        TOWN = "town", _("a town")
        OTHER = "other", _("another body")

    profile = models.SlugField(_("profile"), max_length=80)
    profile_version = models.PositiveIntegerField(_("version of the profile"), null=True, blank=True)
    follows = models.ForeignKey(
        Profile,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="orderings",
        verbose_name=_("version given down"),
    )
    as_of_on = models.DateField(_("as of"), null=True, blank=True)
    host_state = models.CharField(_("host state"), max_length=2, blank=True)
    place = models.CharField(_("town"), max_length=120, blank=True)
    region = models.CharField(_("region"), max_length=120, blank=True)
    house = models.CharField(_("house"), max_length=20, choices=House, blank=True)
    act = models.CharField(_("kind of act"), max_length=7, choices=Act, default=Act.SPECIAL)
    organised_by = models.CharField(
        _("organised by"), max_length=6, choices=Organisation, default=Organisation.OTHER
    )
    is_host_state_first = models.BooleanField(
        _("the representative of the host state first, by courtesy"), default=False
    )
    lists = models.JSONField(_("lists merged in turn"), default=list, blank=True)
    language = models.CharField(_("language of the alphabet"), max_length=12, default="en")
    lot = models.CharField(_("lot"), max_length=60, blank=True)
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.profile


class GroupPlace(models.Model):
    """Where the inviter places a group among the authorities: directly before or after a rank (R36)."""

    class Side(models.TextChoices):
        BEFORE = "before", _("before rank")
        AFTER = "after", _("after rank")

    ordering = models.ForeignKey(Ordering, on_delete=models.CASCADE, related_name="group_places")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    side = models.CharField(_("side"), max_length=6, choices=Side, default=Side.AFTER)
    rank = models.CharField(_("rank"), max_length=12)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ordering", "group"],
                name="one_place_a_group",
                violation_error_message=_("This group has a place already; change that one."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.side} {self.rank}"


class Move(models.Model):
    """
    A place given by hand, with its reason; kept when the order is recomputed.

    `subject` and `neighbour` are the refs of entries of the ordered list.
    """

    class Side(models.TextChoices):
        BEFORE = "before", _("directly before")
        AFTER = "after", _("directly after")

    ordering = models.ForeignKey(Ordering, on_delete=models.CASCADE, related_name="moves")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    subject = models.CharField(max_length=120)
    side = models.CharField(max_length=6, choices=Side)
    neighbour = models.CharField(max_length=120)
    reason = models.CharField(_("reason"), max_length=300)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    moved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ordering", "subject"], name="one_move_a_subject"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="move_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.side} {self.neighbour}"

"""The guest list: invitations of one or more, for whom they stand, and who asked for them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.directory.models import Person
from chancery.events.models import Event, Participation
from chancery.guests.models.vocabulary import Channel, Standing


class GuestList(models.Model):
    """The guest list of an event; its revision rises with every change, so that papers know they are old."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="guest_list")
    revision = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.event)


class Inviter(models.Model):
    """Somebody who may put guests on the list, up to a quota."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="inviters")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    name = models.CharField(_("name"), max_length=120)
    quota = models.PositiveIntegerField(_("quota"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_inviter_a_ref"),
            models.UniqueConstraint(
                fields=["event", "name"],
                name="one_inviter_a_name",
                violation_error_message=_("Two inviters have the same name; give each its own."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """
    A party of one or more: the guest, named companions, and a number of unnamed ones.

    `tier` says in which wave the party is invited; one that `is_held` waits until places are free.
    `channel` and `language` are empty where the rule decides. `revision` rises with every change that guests
    are told of (another day, another place). `standing` is what the replies that count add up to, `reply` the
    last of them, and `coming` how many people come by them; answers to a revision before `answered_from` are
    out of date, because another day asks for a reply again (R83). A representative was put on the list by the
    reply that names them, `brought_by`.
    """

    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    guest = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="invitation")
    inviter = models.ForeignKey(
        Inviter,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("inviter"),
    )
    unnamed_companions = models.PositiveSmallIntegerField(_("unnamed companions"), default=0)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    tier = models.PositiveSmallIntegerField(_("tier"), default=1)
    is_held = models.BooleanField(_("waits for a free place"), default=False)
    channel = models.CharField(_("channel"), max_length=9, choices=Channel, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_personal = models.BooleanField(_("personal, not transferable"), default=False)
    revision = models.PositiveSmallIntegerField(default=0, editable=False)
    answered_from = models.PositiveSmallIntegerField(default=0, editable=False)
    standing = models.CharField(_("reply"), max_length=11, choices=Standing, blank=True, editable=False)
    coming = models.PositiveSmallIntegerField(default=0, editable=False)
    reply = models.ForeignKey(
        "guests.Reply", on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    brought_by = models.ForeignKey(
        "guests.Reply", on_delete=models.PROTECT, null=True, related_name="brought", editable=False
    )

    def __str__(self) -> str:
        return str(self.guest)


class Companion(models.Model):
    """A named companion of a party; known from the directory or by name only."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="companions")
    position = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="accompanies"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(name=""), name="companion_is_named")
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def printed(self) -> str:
        """The companion's name as printed."""
        return self.person.main_name if self.person else self.name

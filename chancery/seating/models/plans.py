"""Plans: who sits where at an event, by which form, with the seats that are locked or kept."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.models import Job
from chancery.events.models import Event, Part, Participation
from chancery.seating.models.rooms import Room


class Plan(models.Model):
    """
    One variant of the seating of an event, or of one of its parts.

    `layout` is the room as it stands for this plan, taken from the room at `room_revision`. `number` counts
    the plans of an event from 1. The chosen plan is the one that papers and the door show. `based_on` tells
    what the seats were given on: for each sitter (participation and number in the party) the place in the
    order, so that the plan can say who has come, gone or moved since; `guest_revision` is that of the list.
    `outcome` is what the last solving told: cost, bound, seed, steps, wishes given up, conflicts. `revision`
    rises with every change of seats, so that nobody works on a plan that is another by now.
    """

    class Style(models.TextChoices):
        FRENCH = "french", _("hosts in the middle of the long sides")
        ENGLISH = "english", _("hosts at the ends")

    class System(models.TextChoices):
        CROSS = "cross", _("cross: in turn beside host and co-host")
        CLOCK = "clock", _("clock: first beside the host, then beside the co-host")
        ONE_PRESIDENCY = "one-presidency", _("one presidency")
        HONOUR_OPPOSITE = "honour-opposite", _("guest of honour opposite the host")
        TWO_DELEGATIONS = "two-delegations", _("two delegations face to face")

    class Couples(models.TextChoices):
        FREE = "free", _("by rank alone")
        TOGETHER = "together", _("side by side")
        APART = "apart", _("at one table, not side by side")
        OTHER_TABLES = "other-tables", _("at different tables")
        NEXT_NUMBER = "next-number", _("the partner takes the next number")
        OWN_BLOCK = "own-block", _("partners in a block of their own")

    class Seated(models.TextChoices):
        ACCEPTED = "accepted", _("who has accepted")
        OPEN = "open", _("who has accepted or not answered yet")
        ALL = "all", _("everybody who has not declined")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="plans")
    part = models.ForeignKey(
        Part,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name=_("part of the event"),
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    number = models.PositiveSmallIntegerField(editable=False)
    name = models.CharField(_("name"), max_length=120, blank=True)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="plans", verbose_name=_("room"))
    room_revision = models.PositiveIntegerField(default=0, editable=False)
    layout = models.JSONField(_("drawing"), default=dict)
    is_chosen = models.BooleanField(_("is the plan of the event"), default=False)
    is_on_passes = models.BooleanField(_("guests read their seat on their entry pass"), default=False)
    seated = models.CharField(_("who is seated"), max_length=8, choices=Seated, default=Seated.ACCEPTED)
    style = models.CharField(_("hosts"), max_length=7, choices=Style, default=Style.FRENCH)
    system = models.CharField(_("counting of places"), max_length=15, choices=System, default=System.CROSS)
    couples = models.CharField(_("couples"), max_length=12, choices=Couples, default=Couples.FREE)
    alternates = models.BooleanField(_("women and men in turn"), default=False)
    first_lady_left = models.BooleanField(_("first woman at the left of the host"), default=False)
    host = models.ForeignKey(
        Participation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("host"),
    )
    co_host = models.ForeignKey(
        Participation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("co-host"),
    )
    row_of_honour = models.PositiveSmallIntegerField(_("row of honour"), default=1)
    numbered_rows = models.PositiveSmallIntegerField(_("rows with names, 0 for all"), default=0)
    # Of the kinds of wishes, from the most to the least important; empty for the order of the house.
    importance = models.JSONField(default=list, blank=True)
    guest_revision = models.PositiveIntegerField(default=0, editable=False)
    based_on = models.JSONField(default=dict, editable=False)
    outcome = models.JSONField(default=dict, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    # What the list of plans shows: cost, hard rules broken, seated, people, counted at a revision.
    figures = models.JSONField(default=dict, editable=False)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+", editable=False)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="one_plan_a_number"),
            models.UniqueConstraint(fields=["event", "ref"], name="one_plan_a_ref"),
            models.UniqueConstraint(
                fields=["event", "part"],
                condition=Q(is_chosen=True, part__isnull=False),
                name="one_chosen_plan_a_part",
            ),
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(is_chosen=True, part__isnull=True),
                name="one_chosen_plan_an_event",
            ),
            models.CheckConstraint(
                condition=Q(host=None) | Q(co_host=None) | ~Q(host=F("co_host")),
                name="host_and_co_host_are_two",
                violation_error_message=_("Host and co-host are the same person; choose two, or only one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.number)


class Placement(models.Model):
    """
    Somebody's seat in a plan.

    `member` is 0 for the guest, and counts the companions of the party from 1 in their order. `given` says
    what gave the seat; by hand it has a `reason` and who did it. `place` is that of the order of precedence
    on which the seat was given. A locked seat stays when a plan is solved again.
    """

    class Given(models.TextChoices):
        FORM = "form", _("by the form of seating")
        SOLVER = "solver", _("by the search for the best plan")
        HAND = "hand", _("by hand")
        REPAIR = "repair", _("by the repair after a change")
        FILLED = "filled", _("filled in")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="placements")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="placements")
    member = models.PositiveSmallIntegerField(default=0)
    seat = models.CharField(_("seat"), max_length=40)
    is_locked = models.BooleanField(_("locked"), default=False)
    given = models.CharField(_("given"), max_length=6, choices=Given, default=Given.FORM)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    place = models.PositiveIntegerField(null=True, editable=False)
    given_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "seat"], name="one_sitter_a_seat"),
            models.UniqueConstraint(fields=["plan", "participation", "member"], name="one_seat_a_sitter"),
        ]

    def __str__(self) -> str:
        return f"{self.participation} · {self.seat}"


class SeatNote(models.Model):
    """
    What one seat of a plan is beside somebody's place: blocked, kept for a band of rank (R76), captioned.

    `captions` are printed on the sign of the seat: “Speakers”, “Families”.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="seat_notes")
    seat = models.CharField(_("seat"), max_length=40)
    is_blocked = models.BooleanField(_("blocked"), default=False)
    band = models.CharField(_("kept for the band of rank"), max_length=60, blank=True)
    captions = LanguagesField(verbose_name=_("caption"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "seat"], name="one_note_a_seat")]

    def __str__(self) -> str:
        return self.seat

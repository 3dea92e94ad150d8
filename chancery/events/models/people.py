"""Who takes part in an event, in which capacity and category."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.directory.models import Body, Group, Office, Person
from chancery.events.models.plan import Event, Part, Source


class GuestCategory(models.Model):
    """A category of guests, which may stand within another: heads of mission, historians, the community."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="categories")
    ref = models.SlugField(max_length=80, default=new_code)
    names = LanguagesField(verbose_name=_("names"))
    within = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("within"),
    )
    position = models.PositiveSmallIntegerField(default=0)
    was_present = models.BooleanField(_("reported as present"), null=True, blank=True)
    states = models.JSONField(_("states named"), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_category_a_ref"),
            models.CheckConstraint(
                condition=Q(within=None) | ~Q(within=F("id")), name="category_not_within_itself"
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class Participation(models.Model):
    """
    A person, body or office taking part in one capacity, as planned and as it was.

    The same person may take part in several capacities. *Mentioned* is a capacity of its own and never
    counts as present. `office` is the office that counts today where the plan fixes it; else the order does.
    What `actual_proposed` says was taken from a reply and counts for nothing until somebody has confirmed it.
    `list_name` is the list somebody stands in where several are merged in one row (R37).
    """

    class Capacity(models.TextChoices):
        GUEST = "guest", _("guest")
        GUEST_OF_HONOUR = "guest-of-honour", _("guest of honour")
        HOST = "host", _("host")
        PRESIDING = "presiding", _("presiding")
        SPEAKER = "speaker", _("speaker")
        MODERATOR = "moderator", _("moderator")
        INTERPRETER = "interpreter", _("interpreter")
        OFFICIANT = "officiant", _("officiant")
        PERFORMER = "performer", _("performer")
        READER = "reader", _("reader")
        AUTHOR = "author", _("author of a message")
        LAUREATE = "laureate", _("laureate")
        HONOURED = "honoured", _("remembered")
        REPRESENTED = "represented", _("represented by another")
        MENTIONED = "mentioned", _("mentioned only")
        PRESS = "press", _("press")
        STAFF = "staff", _("staff")

    class Planned(models.TextChoices):
        NONE = "", _("not planned")
        LISTED = "listed", _("on the list")
        INVITED = "invited", _("invited")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        REPRESENTED = "represented", _("will be represented")

    class Actual(models.TextChoices):
        UNKNOWN = "", _("not known")
        ATTENDED = "attended", _("attended")
        ABSENT = "absent", _("absent")
        REPRESENTED = "represented", _("was represented")
        SENT_MESSAGE = "sent-message", _("sent a message")
        WATCHED = "watched", _("watched from afar")
        STAYED_AWAY = "stayed-away", _("stayed away in protest")
        REFUSED_ENTRY = "refused-entry", _("was refused entry")
        NOT_PRESENT = "not-present", _("mentioned, not present")

    class StandIn(models.TextChoices):
        DELEGATE = "delegate", _("delegate")
        INTERIM = "interim", _("holder ad interim")
        STATUTORY = "statutory", _("substitute by statute")
        BY_LAW = "by-law", _("representative by law")
        PARLIAMENTARY = "parliamentary-substitute", _("parliamentary substitute")

    class Yielding(models.TextChoices):
        FREELY = "freely", _("gives up the presidency freely")
        FORCED = "forced", _("has to give up the presidency")
        UNKNOWN = "", _("presides, or not known")

    # Who stands on the guest list; the others contribute, are remembered or are only mentioned.
    OF_GUESTS = (Capacity.GUEST, Capacity.GUEST_OF_HONOUR, Capacity.PRESS)

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    part = models.ForeignKey(
        Part, on_delete=models.SET_NULL, null=True, blank=True, related_name="participations"
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=120, default=new_code, allow_unicode=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="participations"
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="participations"
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="participations"
    )
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="participations"
    )
    capacity = models.CharField(_("capacity"), max_length=15, choices=Capacity, default=Capacity.GUEST)
    capacity_printed = LanguagesField(verbose_name=_("capacity as printed"))
    category = models.ForeignKey(
        GuestCategory,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("category"),
    )
    represents = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="represented_by",
        verbose_name=_("represents"),
    )
    represents_as = models.CharField(
        _("represents as"), max_length=24, choices=StandIn, default=StandIn.DELEGATE
    )
    yields = models.CharField(_("as host"), max_length=6, choices=Yielding, blank=True)
    list_name = models.CharField(_("list"), max_length=60, blank=True)
    planned = models.CharField(_("planned"), max_length=11, choices=Planned, blank=True)
    actual = models.CharField(_("in fact"), max_length=13, choices=Actual, blank=True)
    actual_proposed = models.CharField(
        _("proposed from the reply"), max_length=13, choices=Actual, blank=True
    )
    actual_reason = models.CharField(_("reason of absence"), max_length=200, blank=True)
    actual_source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("according to"),
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_participation_a_ref"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(body__isnull=False) | Q(office__isnull=False),
                name="somebody_takes_part",
            ),
            models.CheckConstraint(
                condition=~Q(capacity="mentioned", actual="attended"), name="mentioned_is_not_present"
            ),
        ]
        indexes = [models.Index(fields=["event", "capacity", "id"], name="participation_by_capacity")]

    def __str__(self) -> str:
        return str(self.person or self.office or self.body)

    @property
    def name_printed(self) -> str:
        """The name as it stands in lists: the person's main name, else the office or body."""
        return self.person.main_name if self.person else str(self)

    @property
    def capacity_line(self) -> dict[str, str]:
        """The capacity as printed for this event, else the title of the office that counts."""
        return self.capacity_printed or (self.office.titles if self.office else {})

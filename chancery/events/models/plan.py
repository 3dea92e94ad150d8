"""An event as it is planned: what, for which occasion, by whom, where."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Membership, OwnedModel
from chancery.accounts.roles import Role
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.base.taken import TakenModel
from chancery.directory.models import Body, Person, Visibility
from chancery.occasions.models import Campaign, Occasion, SeriesEdition
from chancery.precedence.models import Ordering


class Place(OwnedModel, TakenModel):
    """
    Somewhere an event is held; it may stand on the premises of a body, or be part of another place.

    One that is visible to the tree can be taken over by all posts.
    """

    told = ("names", "address", "city", "state")

    names = LanguagesField(verbose_name=_("names"))
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    premises_of = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("on the premises of"),
    )
    address = models.TextField(_("address"), blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(part_of=None) | ~Q(part_of=F("id")), name="place_not_part_of_itself"
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class Event(OwnedModel):
    """
    One event.

    `held_on`, `starts_at` and `ends_at` are the plan, in local time of `time_zone`; `happened_on` is what is
    known of the day it took place. A plan made up for trying things out is marked `is_sample_plan`. One that
    is a pattern for the tree gives other posts its plan to begin from; `pattern` is what an event began from.
    """

    class Kind(models.TextChoices):
        COMMEMORATION = "commemoration", _("commemoration")
        RECEPTION = "reception", _("reception")
        DINNER = "dinner", _("dinner")
        CEREMONY = "ceremony", _("ceremony")
        CONCERT = "concert", _("concert")
        EXHIBITION = "exhibition", _("exhibition")
        CONFERENCE = "conference", _("conference")
        MARCH = "march", _("march")
        VISIT = "visit", _("visit")
        OTHER = "other", _("other event")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PLANNED = "planned", _("planned")
        CONFIRMED = "confirmed", _("confirmed")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")
        HELD = "held", _("held")

    class Openness(models.TextChoices):
        INVITATION = "invitation", _("by invitation")
        REGISTRATION = "registration", _("by registration")
        PUBLIC = "public", _("open to the public")
        CLOSED = "closed", _("closed")
        UNKNOWN = "", _("not known")

    titles = LanguagesField(verbose_name=_("titles"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.COMMEMORATION)
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    held_on = models.DateField(_("day"), null=True, blank=True)
    held_until_on = models.DateField(_("last day"), null=True, blank=True)
    starts_at = models.TimeField(_("begins"), null=True, blank=True)
    ends_at = models.TimeField(_("ends"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    is_sample_plan = models.BooleanField(_("the plan is a sample"), default=False)
    happened_on = PartialDateField(verbose_name=_("took place"))
    openness = models.CharField(
        _("openness"), max_length=12, choices=Openness, blank=True, default=Openness.INVITATION
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    themes = LanguagesField(verbose_name=_("theme"))
    occasions = models.ManyToManyField(Occasion, through="EventOccasion", related_name="events")
    campaigns = models.ManyToManyField(Campaign, through="EventCampaign", related_name="events")
    edition = models.ForeignKey(
        SeriesEdition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("edition"),
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="satellites",
        verbose_name=_("part of"),
    )
    copied_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="copies"
    )
    pattern = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="begun_from_it",
        verbose_name=_("pattern"),
    )
    pattern_for = models.CharField(
        _("pattern for"), max_length=4, choices=Visibility, default=Visibility.OWN, editable=False
    )
    ordering = models.OneToOneField(Ordering, on_delete=models.PROTECT, related_name="event", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(OwnedModel.Meta):
        indexes = [
            models.Index(fields=["organiser", "held_on", "id"], name="event_by_day"),
            models.Index(fields=["held_on"], name="event_of_any_office_by_day"),
            models.Index(
                fields=["held_until_on"],
                condition=Q(held_until_on__isnull=False),
                name="event_of_days_by_its_last",
            ),
        ]
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(held_until_on=None) | Q(held_until_on__gte=F("held_on")),
                name="event_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.titles) or self.ref


class EventOccasion(models.Model):
    """An occasion an event serves, with the anniversary day it counts from (R111, R112)."""

    class Role(models.TextChoices):
        MAIN = "main", _("main occasion")
        SECOND = "second", _("further occasion")
        PASSING = "passing", _("mentioned in passing")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occasion_links")
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="event_links")
    role = models.CharField(_("role"), max_length=7, choices=Role, default=Role.MAIN)
    anniversary_on = models.DateField(_("anniversary day"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "occasion"], name="once_an_occasion"),
            models.UniqueConstraint(fields=["event"], condition=Q(role="main"), name="one_main_occasion"),
        ]

    def __str__(self) -> str:
        return str(self.occasion)


class EventCampaign(models.Model):
    """What an event does for a campaign."""

    class Relation(models.TextChoices):
        LAUNCHED = "launched", _("launched")
        MENTIONED = "mentioned", _("mentioned")
        SERVED = "served", _("served")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="campaign_links")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="event_links")
    relation = models.CharField(_("relation"), max_length=9, choices=Relation)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "campaign"], name="once_a_campaign")]

    def __str__(self) -> str:
        return f"{self.campaign} · {self.get_relation_display()}"


class Part(models.Model):
    """A block, day or track of an event, which may have organisers and a place of its own."""

    class Kind(models.TextChoices):
        BLOCK = "block", _("block")
        DAY = "day", _("day")
        TRACK = "track", _("track")
        ONLINE = "online", _("online part")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="parts")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    names = LanguagesField(verbose_name=_("names"))
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.BLOCK)
    held_on = models.DateField(_("day"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_part_a_ref")]

    def __str__(self) -> str:
        return any_text(self.names) or self.code


class Station(models.Model):
    """A place of an event, in sequence: the venue, or the start, stations and end of a march."""

    class Role(models.TextChoices):
        VENUE = "venue", _("venue")
        START = "start", _("start")
        STATION = "station", _("station")
        END = "end", _("end")
        PARALLEL = "parallel", _("at the same time")
        REMOTE = "remote", _("by video")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="stations")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, blank=True, related_name="stations")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="stations", verbose_name=_("place")
    )
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.VENUE)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.place)


class Involvement(models.Model):
    """A body or person behind an event, in the order in which they are printed."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        CO_ORGANISER = "co-organiser", _("co-organiser")
        HOST = "host", _("host")
        PATRON = "patron", _("patron")
        SUPPORT = "support", _("with the support of")
        SPONSOR = "sponsor", _("sponsor")
        PARTNER = "partner", _("partner")
        SECURITY = "security", _("security")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="involvements")
    part = models.ForeignKey(
        Part, on_delete=models.CASCADE, null=True, blank=True, related_name="involvements"
    )
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        verbose_name=_("body"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(body=None, person__isnull=False) | Q(body__isnull=False, person=None),
                name="involvement_of_body_or_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.body or self.person}"


class Arrangement(models.Model):
    """Dress, security, access and what else is arranged, for all or for one category of guests."""

    class Kind(models.TextChoices):
        DRESS = "dress", _("dress")
        SEATED_BY = "seated-by", _("to be seated by")
        SECURITY = "security", _("security")
        ACCESS = "access", _("access")
        TRANSPORT = "transport", _("transport and parking")
        CATERING = "catering", _("catering")
        WEATHER = "weather", _("weather plan")
        INTERPRETING = "interpreting", _("interpreting")
        PRESS = "press", _("press")
        OTHER = "other", _("other arrangement")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="arrangements")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    texts = LanguagesField(verbose_name=_("wording"))
    category = models.ForeignKey(
        "GuestCategory",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="arrangements",
        verbose_name=_("only for"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {any_text(self.texts)}"


class Task(models.Model):
    """
    Something to do, counted back from the day of the event.

    Units: `days_before` counts calendar days, or working days of the host state; below 0 after the event.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tasks")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    title = models.CharField(_("task"), max_length=200)
    days_before = models.SmallIntegerField(_("days before the event"), default=7)
    in_working_days = models.BooleanField(_("counted in working days"), default=False)
    owner = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("owner"),
    )
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    def __str__(self) -> str:
        return self.title


class GlossaryTerm(OwnedModel):
    """
    The organiser's own wording for a contested name; the product never supplies one (R104).

    A term of an event holds there before one of a campaign that the event serves, and that before the
    office's own.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, null=True, blank=True, related_name="glossary")
    campaign = models.ForeignKey(
        Campaign, on_delete=models.CASCADE, null=True, blank=True, related_name="glossary"
    )
    meaning = models.CharField(_("what it stands for"), max_length=200)
    texts = LanguagesField(verbose_name=_("wording"))

    def __str__(self) -> str:
        return self.meaning


class EventMember(models.Model):
    """A colleague's role for this event, beside the role in the office."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="team")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="event_roles")
    role = models.CharField(_("role"), max_length=10, choices=Role)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "membership"], name="one_role_an_event")]

    def __str__(self) -> str:
        return f"{self.membership.user} · {self.get_role_display()}"


class Source(models.Model):
    """Where something known of the event was read: a report, a letter, the office's own page."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sources")
    ref = models.SlugField(max_length=80, default=new_code)
    title = models.CharField(_("title"), max_length=300)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    dated = PartialDateField(verbose_name=_("date"))
    address = models.URLField(_("address"), max_length=500, blank=True)
    version_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="versions",
        verbose_name=_("version of"),
    )
    is_announcement = models.BooleanField(_("tells what was planned"), default=False)
    adds = LanguagesField(verbose_name=_("what only this version says"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_source_a_ref")]

    def __str__(self) -> str:
        return self.title

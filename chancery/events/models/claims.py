"""What sources say of an event: matters on which they speak, each claim with who makes it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.directory.models import Body
from chancery.events.models.people import GuestCategory, Participation
from chancery.events.models.plan import Event, Part, Source


class Matter(models.Model):
    """
    A matter on which sources speak: a figure, or another fact that they may tell differently.

    The record holds every claim about it and may follow one, by the decision of a named person with a reason.
    `counted` says what is counted, or what the matter is.
    """

    class Kind(models.TextChoices):
        ATTENDANCE = "attendance", _("how many attended")
        ONLINE = "online", _("how many watched")
        FIGURE = "figure", _("another figure")
        TIME = "time", _("a time")
        PLACE = "place", _("a place")
        ROLE = "role", _("who did what")
        NAME = "name", _("a name")
        OTHER = "other", _("another matter")

    class Scope(models.TextChoices):
        EVENT = "event", _("the event")
        PART = "part", _("a part of it")
        SERIES = "series", _("several events together")
        HISTORY = "history", _("history")

    class Decision(models.TextChoices):
        OPEN = "", _("not decided")
        FOLLOW = "follow", _("the record follows one")
        KEEP_ALL = "keep-all", _("the record keeps all")

    FIGURES = (Kind.ATTENDANCE, Kind.ONLINE, Kind.FIGURE)

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="matters")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.FIGURE)
    scope = models.CharField(_("of"), max_length=7, choices=Scope, default=Scope.EVENT)
    counted = LanguagesField(verbose_name=_("what is counted"))
    category = models.ForeignKey(
        GuestCategory,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="matters",
        verbose_name=_("category"),
    )
    part = models.ForeignKey(
        Part, on_delete=models.SET_NULL, null=True, blank=True, related_name="matters", verbose_name=_("part")
    )
    decision = models.CharField(_("decision"), max_length=8, choices=Decision, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    decided_by_name = models.CharField(_("decided by"), max_length=200, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_because = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_matter_a_ref")]

    def __str__(self) -> str:
        return any_text(self.counted) or self.get_kind_display()


class Claim(models.Model):
    """
    What one source says about a matter.

    `value` with `upper` is a figure or a span of figures; what is no figure stands in `words`, as printed.
    Who claims it is somebody who takes part, a body, or a name; the source is where it was read.
    """

    class Exactness(models.TextChoices):
        COUNT = "count", _("counted")
        ESTIMATE = "estimate", _("estimated")
        AT_LEAST = "at-least", _("at least")
        AT_MOST = "at-most", _("at most")
        MORE_THAN_BEFORE = "more-than-before", _("more than before")
        FEWER_THAN_BEFORE = "fewer-than-before", _("fewer than before")
        UNKNOWN = "", _("not said how")

    # What compares with another event, which may have no figure.
    COMPARED = frozenset({Exactness.MORE_THAN_BEFORE, Exactness.FEWER_THAN_BEFORE})

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="claims")
    value = models.PositiveBigIntegerField(_("figure"), null=True, blank=True)
    upper = models.PositiveBigIntegerField(_("up to"), null=True, blank=True)
    exactness = models.CharField(_("exactness"), max_length=17, choices=Exactness, blank=True)
    words = LanguagesField(verbose_name=_("as printed"))
    claimant = models.ForeignKey(
        Participation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("said by"),
    )
    claimant_body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by a body"),
    )
    claimant_name = models.CharField(_("said by somebody else"), max_length=200, blank=True)
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("according to"),
    )
    as_of = PartialDateField(verbose_name=_("as of"))
    doubt = models.CharField(_("doubt"), max_length=300, blank=True)
    is_followed = models.BooleanField(_("the record follows it"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter"], condition=Q(is_followed=True), name="one_claim_is_followed"
            ),
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=models.F("value")), name="claim_up_to_its_upper"
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.words) or (str(self.value) if self.value is not None else "")


class Broadcast(models.Model):
    """Where an event or a part of it could be seen or heard from afar."""

    class Kind(models.TextChoices):
        BROADCAST = "broadcast", _("broadcast")
        STREAM = "stream", _("stream")
        PLATFORM = "platform", _("video conference")
        HASHTAG = "hashtag", _("hashtag")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="broadcasts")
    part = models.ForeignKey(
        Part,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="broadcasts",
        verbose_name=_("part"),
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.STREAM)
    name = models.CharField(_("channel"), max_length=200)
    address = models.URLField(_("address"), max_length=500, blank=True)
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class OtherEvent(models.Model):
    """An event that a source names too; nothing of it belongs into this record."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="other_events")
    source = models.ForeignKey(
        Source,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="other_events",
        verbose_name=_("named in"),
    )
    names = LanguagesField(verbose_name=_("event"))
    city = models.CharField(_("city"), max_length=120, blank=True)
    dated = PartialDateField(verbose_name=_("date"))
    note = models.CharField(_("what must not be mixed in"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return any_text(self.names)

"""The running order: what happens after what, who contributes, and the cues of each department."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.events.models import Event, Part, Participation, Place
from chancery.exhibition.models import Exhibition, Film, RightsModel


class Happened(models.TextChoices):
    """Whether something planned took place; what is not known stays so."""

    UNKNOWN = "", _("not known")
    YES = "yes", _("took place")
    CHANGED = "changed", _("took place otherwise")
    NO = "no", _("did not take place")


class PlannedModel(models.Model):
    """Something in an item that was planned, or came on the day, and what became of it."""

    is_planned = models.BooleanField(_("planned"), default=True)
    happened = models.CharField(_("in fact"), max_length=7, choices=Happened, blank=True)
    outcome = models.CharField(_("what was different"), max_length=300, blank=True)

    class Meta:
        abstract = True


class Programme(models.Model):
    """The running order of an event and its version; upper stages store the version they worked from."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="programme")
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.event} · {self.revision}"


class Item(PlannedModel):
    """
    One item of the running order, planned and as it was.

    Order is `position`; clock times are optional. The start may be fixed to the clock (`anchor_at`, on the
    day that brings it nearest unless `anchor_day` counts one from the first) or told from the start of the
    whole (`anchor_offset_seconds`: T-15 is -900); `ends_at` fixes the end (R92). A duration without bounds is
    fixed, with bounds elastic; without a duration it is not known. Items of one parent with the same
    `parallel` name run side by side; those with the same `track` in it follow each other.
    """

    class Kind(models.TextChoices):
        ARRIVAL = "arrival", _("arrival of guests")
        ANTHEM = "anthem", _("anthem")
        SILENCE = "silence", _("silence")
        SPEECH = "speech", _("speech")
        MESSAGE = "message", _("message read or shown")
        WREATH = "wreath", _("laying of wreaths or flowers")
        CANDLE = "candle", _("lighting of candles or a flame")
        FLAG = "flag", _("flag ceremony")
        PROCESSION = "procession", _("procession or march")
        PERFORMANCE = "performance", _("performance")
        READING = "reading", _("reading")
        FILM = "film", _("film or video")
        EXHIBITION = "exhibition", _("viewing of the exhibition")
        AWARD = "award", _("award")
        PRAYER = "prayer", _("prayer or liturgy")
        PANEL = "panel", _("panel")
        UNVEILING = "unveiling", _("unveiling or opening")
        HANDOVER = "handover", _("handover")
        RECEPTION = "reception", _("reception")
        MEAL = "meal", _("meal")
        TRANSITION = "transition", _("transition")
        OTHER = "other", _("other item")

    class Status(models.TextChoices):
        FIXED = "fixed", _("fixed")
        TO_BE_CONFIRMED = "tbc", _("to be confirmed")
        MOVED = "moved", _("moved")
        DROPPED = "dropped", _("dropped")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="items")
    part = models.ForeignKey(Part, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    parallel = models.CharField(_("side by side in"), max_length=40, blank=True)
    track = models.CharField(_("track"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    titles = LanguagesField(verbose_name=_("title"))
    details = LanguagesField(verbose_name=_("details"))
    printed_time = models.CharField(_("time as printed"), max_length=40, blank=True)
    anchor_at = models.TimeField(_("fixed to the clock at"), null=True, blank=True)
    anchor_day = models.SmallIntegerField(_("days after the first day"), null=True, blank=True)
    anchor_offset_seconds = models.IntegerField(_("seconds from the start"), null=True, blank=True)
    ends_at = models.TimeField(_("over at"), null=True, blank=True)
    latest_arrival = models.TimeField(_("guests may come in until"), null=True, blank=True)
    transition_seconds = models.PositiveIntegerField(_("needed before it"), default=0)
    duration_seconds = models.PositiveIntegerField(_("duration"), null=True, blank=True)
    shortest_seconds = models.PositiveIntegerField(_("shortest"), null=True, blank=True)
    longest_seconds = models.PositiveIntegerField(_("longest"), null=True, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    responsible = models.CharField(_("responsible"), max_length=120, blank=True)
    is_public = models.BooleanField(_("in the printed programme"), default=True)
    cut_order = models.PositiveSmallIntegerField(_("place in the order of cuts"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=7, choices=Status, default=Status.FIXED)
    status_reason = models.CharField(_("reason"), max_length=200, blank=True)
    honours = LanguagesField(verbose_name=_("in memory of"))
    actual_position = models.PositiveSmallIntegerField(_("place in fact"), null=True, blank=True)
    started_at = models.DateTimeField(_("in fact begun"), null=True, blank=True)
    ended_at = models.DateTimeField(_("in fact ended"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_item_a_ref"),
            models.CheckConstraint(
                condition=Q(shortest_seconds=None) | Q(duration_seconds__gte=F("shortest_seconds")),
                name="item_not_under_its_shortest",
            ),
            models.CheckConstraint(
                condition=Q(longest_seconds=None) | Q(duration_seconds__lte=F("longest_seconds")),
                name="item_not_over_its_longest",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at=None) | Q(ended_at__gte=F("started_at")),
                name="item_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(anchor_at=None) | Q(anchor_offset_seconds=None), name="item_has_one_anchor"
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="item_not_part_of_itself"
            ),
        ]
        indexes = [models.Index(fields=["event", "position", "id"], name="item_by_position")]

    def __str__(self) -> str:
        return any_text(self.titles) or self.get_kind_display()

    @property
    def is_elastic(self) -> bool:
        """Whether the length gives way to the clock times around it."""
        return self.shortest_seconds is not None or self.longest_seconds is not None

    @property
    def is_anchored(self) -> bool:
        """Whether the start is fixed, to the clock or to the start of the whole."""
        return self.anchor_at is not None or self.anchor_offset_seconds is not None


class Contribution(PlannedModel):
    """Somebody's part in an item, in the capacity used here."""

    class Form(models.TextChoices):
        OPENING = "opening", _("opening speech")
        SPEECH = "speech", _("speech")
        REMARKS = "remarks", _("remarks")
        KEYNOTE = "keynote", _("keynote")
        INTRODUCTION = "introduction", _("introduction of another")
        TESTIMONY = "testimony", _("testimony")
        READING = "reading", _("reading")
        PRAYER = "prayer", _("prayer")
        TOAST = "toast", _("toast")
        CLOSING = "closing", _("closing words")
        MODERATION = "moderation", _("moderation")
        PANEL = "panel", _("on the panel")
        MUSIC = "music", _("performance")
        INTERPRETING = "interpreting", _("interpreting")

    class Mode(models.TextChoices):
        LIVE = "live", _("in person")
        REMOTE = "remote", _("by video link")
        RECORDED = "recorded", _("recorded")
        WRITTEN = "written", _("in writing")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="contributions")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="contributions")
    position = models.PositiveSmallIntegerField(default=0)
    form = models.CharField(_("form"), max_length=12, choices=Form, default=Form.SPEECH)
    mode = models.CharField(_("given"), max_length=8, choices=Mode, default=Mode.LIVE)
    titles = LanguagesField(verbose_name=_("title"))
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_confirmed = models.BooleanField(_("has said yes"), null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.get_form_display()}: {self.participation}"


class Message(PlannedModel):
    """A message delivered in an item: author, reader and form are three different things (R97)."""

    class Form(models.TextChoices):
        LETTER = "letter", _("letter")
        VIDEO = "video", _("video")
        AUDIO = "audio", _("audio")
        STATEMENT = "statement", _("statement")
        POST = "post", _("post")
        BLESSING = "blessing", _("blessing")

    class Delivery(models.TextChoices):
        READ = "read", _("read out")
        SHOWN = "shown", _("shown")
        PLAYED = "played", _("played")
        DISTRIBUTED = "distributed", _("distributed")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="messages_sent")
    form = models.CharField(_("form"), max_length=9, choices=Form, default=Form.LETTER)
    delivery = models.CharField(_("delivery"), max_length=11, choices=Delivery, default=Delivery.READ)
    reader = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="messages_read"
    )
    language = models.CharField(_("language"), max_length=12, blank=True)
    author_was_present = models.BooleanField(_("the author was there"), null=True, blank=True)
    made_elsewhere = models.CharField(_("first given elsewhere"), max_length=200, blank=True)
    details = LanguagesField(verbose_name=_("details"))
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.get_form_display()}: {self.author}"


class Act(PlannedModel):
    """
    A wreath, candle, flag or other act by somebody, perhaps on behalf of another, in its order.

    Without a `kind` it is what its item is.
    """

    class Kind(models.TextChoices):
        WREATH = "wreath", _("wreath")
        FLOWERS = "flowers", _("flowers")
        CANDLE = "candle", _("candle")
        FLAME = "flame", _("flame")
        FLAG = "flag", _("flag")
        BOW = "bow", _("bow")
        TREE = "tree", _("tree")
        PLAQUE = "plaque", _("plaque")
        RELEASE = "release", _("release of doves or balloons")
        OTHER = "other", _("other act")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="acts")
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="acts")
    on_behalf_of = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="acts_on_behalf"
    )
    kind = models.CharField(_("act"), max_length=8, choices=Kind, blank=True)
    honours = LanguagesField(verbose_name=_("in memory of"))
    position = models.PositiveSmallIntegerField(default=0)
    actual_position = models.PositiveSmallIntegerField(_("place in fact"), null=True, blank=True)
    details = LanguagesField(verbose_name=_("details"))

    def __str__(self) -> str:
        return f"{self.position}. {self.participation}"


class Performance(PlannedModel):
    """A work performed in an item; work, author or performers may be unknown."""

    class Purpose(models.TextChoices):
        OPENING = "opening", _("opening")
        INTERLUDE = "interlude", _("interlude")
        TRIBUTE = "tribute", _("tribute")
        CLOSING = "closing", _("close")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="performances")
    position = models.PositiveSmallIntegerField(default=0)
    purpose = models.CharField(_("as"), max_length=9, choices=Purpose, blank=True)
    work = LanguagesField(verbose_name=_("work"))
    authors = models.CharField(_("composer or author"), max_length=200, blank=True)
    performers = models.CharField(_("performers"), max_length=300, blank=True)

    def __str__(self) -> str:
        return any_text(self.work) or self.authors or self.performers


class Showing(RightsModel, PlannedModel):
    """A film screened or an exhibition viewed in an item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="showings")
    film = models.ForeignKey(Film, on_delete=models.PROTECT, null=True, blank=True, related_name="showings")
    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, null=True, blank=True, related_name="showings"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(film=None, exhibition__isnull=False) | Q(film__isnull=False, exhibition=None),
                name="showing_of_film_or_exhibition",
            )
        ]

    def __str__(self) -> str:
        return str(self.film or self.exhibition)


class Award(PlannedModel):
    """An award given in an item; the receiver may stand in for the laureate."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="awards")
    position = models.PositiveSmallIntegerField(default=0)
    names = LanguagesField(verbose_name=_("award"))
    grade = models.CharField(_("grade"), max_length=120, blank=True)
    edition = models.CharField(_("edition"), max_length=60, blank=True)
    prize = models.CharField(_("prize"), max_length=120, blank=True)
    reasons = LanguagesField(verbose_name=_("reason"))
    laureate = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="awards")
    laureate_with = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="awards_shared"
    )
    is_posthumous = models.BooleanField(_("posthumous"), default=False)
    receiver = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="awards_received"
    )
    presenter = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="awards_presented"
    )

    def __str__(self) -> str:
        return any_text(self.names) or str(self.laureate)


class Cue(models.Model):
    """What a department does in an item on the caller's word (R94)."""

    class Kind(models.TextChoices):
        STAND_BY = "stand-by", _("stand by")
        GO = "go", _("go")
        HOLD = "hold", _("hold")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="cues")
    department = models.CharField(_("department"), max_length=60)
    kind = models.CharField(_("cue"), max_length=8, choices=Kind, default=Kind.GO)
    text = models.CharField(_("what to do"), max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.department}: {self.text}"

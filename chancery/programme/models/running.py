"""The programme while it runs: the screen of the hall, the steps of the caller, the other screens."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.events.models import Event
from chancery.programme.models.items import Item, Showing


class Screening(models.Model):
    """
    The film on the screen of the hall of an event: what the operator wants, and what the hall's machine does.

    The machine opens a sealed link with `code`; a new code withdraws the old link. What the operator wants is
    `state` from `position_seconds` on since `at`, in `languages` (two at most). Every command raises `turn`,
    and the machine says with `hall_turn` which one it follows. What begins with `hall` is its own report.
    A rehearsal notes no times.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        PLAYING = "playing", _("playing")
        PAUSED = "paused", _("paused")
        ENDED = "ended", _("ended")

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="screening")
    code = models.CharField(max_length=12, default=new_code, unique=True)
    is_open = models.BooleanField(default=False)
    showing = models.ForeignKey(Showing, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    position_seconds = models.FloatField(default=0)
    at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    languages = models.JSONField(default=list, blank=True)
    is_rehearsal = models.BooleanField(_("rehearsal"), default=False)
    turn = models.PositiveIntegerField(default=0)
    hall_seen_at = models.DateTimeField(null=True)
    hall_turn = models.PositiveIntegerField(default=0)
    hall_is_ready = models.BooleanField(default=False)
    hall_state = models.CharField(max_length=7, choices=State, blank=True)
    hall_position_seconds = models.FloatField(null=True)
    hall_loaded = models.PositiveSmallIntegerField(default=0)
    hall_problem = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return str(self.event)


class Run(models.Model):
    """
    A programme as it is called: what runs, what stands by, and who has the call.

    Everything follows from its steps, which are only ever added; the row keeps where they lead, and
    `revision` is the number of the last one. `current` and `standing_by` are items, both empty before the
    first. `held_at` is when it was stopped. A rehearsal leaves the times of the items as they are.
    Only steps after number `since` count: a rehearsal begins anew, and what follows it too. `caller_seen_at`
    is when the desk that has the call was last heard of.
    """

    class State(models.TextChoices):
        READY = "ready", _("not begun")
        RUNNING = "running", _("running")
        HELD = "held", _("held")
        OVER = "over", _("over")

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="run")
    state = models.CharField(max_length=7, choices=State, default=State.READY)
    revision = models.PositiveIntegerField(default=0)
    current = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="+")
    standing_by = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    is_rehearsal = models.BooleanField(_("rehearsal"), default=False)
    caller = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    since = models.PositiveIntegerField(default=0)
    caller_seen_at = models.DateTimeField(null=True)
    word_to_speaker = models.CharField(max_length=12, blank=True)

    def __str__(self) -> str:
        return str(self.event)


class Step(models.Model):
    """
    One step of the caller, written at once; `uid` is made by the desk, so that none is taken twice.

    `by_name` is who pressed the key; nobody stands in `by` where the step was loaded from an event folder.
    `ref` is how a folder names it where its uid was taken by another event of the installation already.
    `before` is what stood at the items that it touched, by their codes.
    """

    class Kind(models.TextChoices):
        STAND_BY = "stand-by", _("stand by")
        GO = "go", _("go")
        HOLD = "hold", _("hold")
        RESUME = "resume", _("go on")
        SKIP = "skip", _("skip")
        BACK = "back", _("back")
        ADD = "add", _("add")
        CUT = "cut", _("cut")
        END = "end", _("end")
        TAKE = "take", _("take the call")
        GIVE = "give", _("hand over the call")
        WORD = "word", _("word to the speaker")
        CORRECT = "correct", _("correct the beginning")

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="steps")
    uid = models.UUIDField(unique=True)
    ref = models.CharField(max_length=80, blank=True, default="", db_default="", editable=False)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind)
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True, default="", db_default="", editable=False)
    seconds = models.IntegerField(null=True)
    words = models.CharField(max_length=200, blank=True)
    before = models.JSONField(default=dict)
    is_rehearsal = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="one_step_a_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.get_kind_display()}"


class Screen(models.Model):
    """
    A screen that somebody put up: it opens a sealed link with `code` and follows by itself.

    The sign at the entrance says `words`, and its arrow points as it hangs on the wall, in every language.
    """

    class Kind(models.TextChoices):
        SPEAKER = "speaker", _("clock for speakers")
        STAGE = "stage", _("stage: now and next")
        PUBLIC = "public", _("programme for guests")
        WELCOME = "welcome", _("sign at the entrance")
        DEPARTMENT = "department", _("cues of a department")
        SUBTITLES = "subtitles", _("subtitles of the film")

    class Arrow(models.TextChoices):
        NONE = "", _("no arrow")
        LEFT = "left", _("to the left")
        RIGHT = "right", _("to the right")
        AHEAD = "ahead", _("straight on")
        UP = "up", _("up the stairs")
        DOWN = "down", _("down the stairs")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="screens")
    code = models.CharField(max_length=12, default=new_code, unique=True)
    kind = models.CharField(_("what it shows"), max_length=10, choices=Kind)
    name = models.CharField(_("where it stands"), max_length=120, blank=True)
    department = models.CharField(_("department"), max_length=60, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    words = LanguagesField(verbose_name=_("what the sign says"))
    arrow = models.CharField(_("arrow"), max_length=5, choices=Arrow, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

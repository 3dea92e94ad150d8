"""What a campaign shows to others: its public page, yearly reports, and calendars by a signed address."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chancery.accounts.models import Organiser, OwnedModel
from chancery.base.codes import new_code
from chancery.base.models import Job, StoredFile
from chancery.events.models import Event
from chancery.occasions.models import Campaign


class CampaignPage(models.Model):
    """
    The public page of a campaign; it shows what is released and nothing else.

    `sections` are its parts in their order. `shown` is what the office ticked, by kind: `{"texts": [code]}`
    of texts, claims, totals, films and pictures, `{"figures": [indicator]}` of what is counted; nothing of
    these is public without a tick. Taken down, its address answers that it is gone.
    """

    class Section(models.TextChoices):
        ABOUT = "about", pgettext_lazy("part of a public page", "About the campaign")
        COMING = "coming", _("Coming events")
        HELD = "held", _("Events held")
        RELEASES = "releases", _("Communiqués")
        EXHIBITIONS = "exhibitions", _("Exhibitions")
        FILMS = "films", _("Films")
        GALLERY = "gallery", _("Pictures")
        RECOGNITIONS = "recognitions", _("Recognitions")
        FIGURES = "figures", _("Figures")
        REPORTS = "reports", _("Yearly reports")
        PARTNERS = "partners", _("Partners")

    campaign = models.OneToOneField(Campaign, on_delete=models.CASCADE, related_name="page")
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    languages = models.JSONField(_("languages"), default=list)
    sections = models.JSONField(_("sections"), default=list)
    shown = models.JSONField(_("what is shown"), default=dict, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)
    taken_down_at = models.DateTimeField(null=True, editable=False)

    def __str__(self) -> str:
        return f"{self.campaign} · {self.slug}"


class YearReport(OwnedModel):
    """
    A report on a year, of a campaign or of all an office did; each making is a version that stays.

    `content` is the report as it was made, in its parts, which every output is written from; `counts` are the
    figures it states, so that a later reader sees what changed since. One that was withdrawn says why and
    stays; one that follows it says what was corrected.
    """

    class State(models.TextChoices):
        MAKING = "making", _("being made")
        DRAFT = "draft", _("draft")
        RELEASED = "released", _("released")
        WITHDRAWN = "withdrawn", _("withdrawn")

    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("campaign"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    language = models.CharField(_("language"), max_length=12)
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.MAKING)
    has_costs = models.BooleanField(_("with the costs"), default=False)
    correction = models.CharField(_("what was corrected"), max_length=300, blank=True)
    content = models.JSONField(default=dict, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, editable=False, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    docx = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""),
                name="report_withdrawn_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["campaign", "organiser", "year", "language", "version"],
                name="one_campaign_report_a_version",
            ),
            models.UniqueConstraint(
                fields=["organiser", "year", "language", "version"],
                condition=Q(campaign=None),
                name="one_office_report_a_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign or self.organiser} {self.year}"


class CalendarFeed(models.Model):
    """
    What others read again and again by a signed address, for as long as it is not revoked.

    A calendar tells days and titles, never guests. A table of one `event` tells its guests, or its answers
    in figures, and ends some days after the event. The address is known by its digest alone.
    """

    class Shows(models.TextChoices):
        OCCASIONS = "occasions", _("occasions")
        EVENTS = "events", _("occasions and events")
        GUESTS = "guests", _("the guest list of one event")
        ANSWERS = "answers", _("the answers to one event, in figures")

    # What is a table of one event, and no calendar.
    OF_EVENT = (Shows.GUESTS, Shows.ANSWERS)

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="calendar_feeds")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    name = models.CharField(_("for whom"), max_length=120)
    shows = models.CharField(_("shows"), max_length=9, choices=Shows, default=Shows.OCCASIONS)
    of_all_posts = models.BooleanField(_("of all posts"), default=False)
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("event")
    )
    language = models.CharField(_("language"), max_length=12)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    read_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(shows__in=("guests", "answers"), event__isnull=False)
                | (~Q(shows__in=("guests", "answers")) & Q(event__isnull=True)),
                name="feed_of_event_names_it",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_of_event(self) -> bool:
        return self.shows in self.OF_EVENT

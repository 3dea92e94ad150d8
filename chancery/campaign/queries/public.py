"""
What anybody may see of a campaign: what is released and nothing else.

Each read takes a fixed number of queries, whatever the campaign holds. Drafts, guests and notes are asked for
by none of them.
"""

from datetime import date, datetime

from django.db.models import CharField, F, Prefetch, Q, QuerySet
from django.db.models.functions import Cast, Coalesce

from chancery.accounts.models import Organiser
from chancery.base.models import StoredFile
from chancery.campaign.models import CampaignClaim, CampaignPage, StatedTotal
from chancery.campaign.queries.figures import Figure, Scope, figures_of
from chancery.directory.access import of_tree
from chancery.directory.models import Visibility
from chancery.events.models import Event, EventCampaign, Station
from chancery.exhibition.models import CLEARED, Exhibition, Film, Stay
from chancery.occasions.models import Campaign, CampaignPartner, SharedText
from chancery.record.models import Photo, Release
from chancery.record.queries import photos, releases
from chancery.rules.campaign.indicators import CLAIMED, INTERNAL, Indicator

AHEAD = (Event.Status.PLANNED, Event.Status.CONFIRMED, Event.Status.POSTPONED, Event.Status.CANCELLED)
FIRST_YEAR, LAST_YEAR = 1900, 2999
COUNTED = tuple(each for each in Indicator if each not in CLAIMED | INTERNAL)
"""What may be ticked as a figure: what events cost is the office's own."""
DAY = Coalesce(Cast("happened_on", CharField()), Cast("held_on", CharField()), output_field=CharField())
"""The day an event was held, as far as it is known, else the one planned; as text."""


def page_at(slug: str) -> CampaignPage | None:
    """The page at a public address, one that was taken down too; None where none was ever published."""
    pages = CampaignPage.objects.select_related("campaign__organiser", "campaign__initiator")
    return pages.filter(slug=slug, published_at__isnull=False).first()


def offices_of(campaign: Campaign, prefix: str = "organiser") -> Q:
    """The condition on rows of the offices that serve a campaign: its own, or all posts it is shown to."""
    if campaign.visibility != Visibility.TREE:
        return Q(**{prefix: campaign.organiser_id})
    return of_tree(campaign.organiser, prefix)


def events_serving(campaign: Campaign) -> QuerySet[Event]:
    """The events that name a campaign and may ever be public: never a draft."""
    found = Event.objects.filter(offices_of(campaign), campaign_links__campaign=campaign)
    return found.exclude(status=Event.Status.DRAFT)


def coming(campaign: Campaign, today: date) -> QuerySet[Event]:
    """The events open to the public that are still to come, the next first; never a sample plan."""
    found = events_serving(campaign).filter(
        openness=Event.Openness.PUBLIC, status__in=AHEAD, is_sample_plan=False
    )
    ahead = found.filter(Q(held_on__gte=today) | Q(held_until_on__gte=today))
    return _told(ahead, campaign).order_by("held_on", "starts_at", "pk")


def held(campaign: Campaign, now: datetime) -> QuerySet[Event]:
    """The events held that were open to the public, or of which a communiqué is out; the latest first."""
    found = events_serving(campaign).filter(status=Event.Status.HELD)
    told = releases.standing_of(found, now=now).order_by().values("edition__communique__event")
    shown = found.filter(Q(openness=Event.Openness.PUBLIC) | Q(pk__in=told))
    return _told(shown, campaign).annotate(day=DAY).order_by("-day", "-pk")


def _told(events: QuerySet[Event], campaign: Campaign) -> QuerySet[Event]:
    """Load what a line of an event names."""
    stations = Station.objects.select_related("place").order_by("position", "pk")
    links = EventCampaign.objects.filter(campaign=campaign).order_by("pk")
    return events.select_related("organiser", "edition__series").prefetch_related(
        Prefetch("stations", stations), Prefetch("campaign_links", links, to_attr="links_here")
    )


def releases_out(campaign: Campaign, now: datetime) -> QuerySet[Release]:
    """The communiqués of the events of a campaign as they stand today, the newest first."""
    return releases.standing_of(events_serving(campaign), now=now)


def partners_of(campaign: Campaign) -> QuerySet[CampaignPartner]:
    """Who carries the campaign, in printed order."""
    return campaign.partners.select_related("body").order_by("position", "pk")


def texts_shown(page: CampaignPage) -> QuerySet[SharedText]:
    """The texts of the campaign that the office ticked."""
    found = SharedText.objects.filter(campaign=page.campaign, code__in=page.shown.get("texts", []))
    return found.order_by("ref", "pk")


def exhibitions_published(campaign: Campaign) -> QuerySet[Exhibition]:
    """The published exhibitions that the campaign offers, that posts took over, or that its events showed."""
    here = Q(stays__event__campaign_links__campaign=campaign)
    of_campaign = Q(campaign=campaign) | Q(source__campaign=campaign) | here
    found = Exhibition.objects.filter(offices_of(campaign), of_campaign, is_published=True).distinct()
    stays = Stay.objects.select_related("place").order_by("position", "pk")
    return (
        found.select_related("organiser")
        .prefetch_related(Prefetch("stays", stays))
        .order_by("-published_at", "pk")
    )


def films_shown(page: CampaignPage, today: date) -> QuerySet[Film]:
    """The films that the office ticked and whose rights are cleared on the day."""
    found = Film.objects.filter(campaign=page.campaign, code__in=page.shown.get("films", []))
    cleared = found.filter(Q(rights_until=None) | Q(rights_until__gte=today), rights__in=CLEARED)
    return cleared.order_by(F("year").desc(nulls_last=True), "pk")


def pictures_shown(page: CampaignPage) -> list[Photo]:
    """The pictures that the office ticked, of events of the campaign, each still public and with consent."""
    return photos.public_among(page.shown.get("photos", []), of=events_serving(page.campaign).order_by())


def claims_shown(page: CampaignPage) -> QuerySet[CampaignClaim]:
    """The claims that the office ticked, each with who makes it."""
    found = CampaignClaim.objects.filter(campaign=page.campaign, code__in=page.shown.get("claims", []))
    return found.select_related("person", "body").prefetch_related("person__names").order_by("ref", "pk")


def totals_shown(page: CampaignPage) -> QuerySet[StatedTotal]:
    """The stated totals that the office ticked."""
    found = StatedTotal.objects.filter(campaign=page.campaign, code__in=page.shown.get("totals", []))
    return found.select_related("organiser").order_by("-day", "pk")


def totals_to_choose(campaign: Campaign) -> QuerySet[StatedTotal]:
    """The totals that were stated of a campaign."""
    return StatedTotal.objects.filter(campaign=campaign).order_by("-day", "pk")


def figures_shown(page: CampaignPage) -> list[Figure]:
    """The counted figures that the office ticked, by year; none where nothing was ticked."""
    ticked = [each for each in COUNTED if each in page.shown.get("figures", [])]
    return figures_of(scope_of(page.campaign), indicators=ticked) if ticked else []


def scope_of(campaign: Campaign, first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> Scope:
    """The figures of a campaign: with those of all posts where its office has posts that serve it."""
    with_posts = (
        campaign.visibility == Visibility.TREE
        and Organiser.objects.filter(parent=campaign.organiser_id).exists()
    )
    return Scope(campaign.organiser, with_posts, campaign, first_year, last_year)


def texts_to_choose(campaign: Campaign) -> QuerySet[SharedText]:
    """The texts of a campaign, of which the office ticks some."""
    return SharedText.objects.filter(campaign=campaign).order_by("ref", "pk")


def films_to_choose(campaign: Campaign) -> QuerySet[Film]:
    """The films that a campaign offers and that may be shown."""
    return Film.objects.filter(campaign=campaign, rights__in=CLEARED).order_by("ref", "pk")


def claims_to_choose(campaign: Campaign) -> QuerySet[CampaignClaim]:
    """The claims on a campaign."""
    return CampaignClaim.objects.filter(campaign=campaign).order_by("ref", "pk")


def pictures_to_choose(campaign: Campaign, most: int) -> list[Photo]:
    """The latest public pictures of events of a campaign, of which the office ticks some."""
    serving = events_serving(campaign).order_by().values("pk")
    ready = Photo.objects.filter(event__in=serving, is_public=True, file__state=StoredFile.State.READY)
    codes = list(ready.order_by("-pk").values_list("code", flat=True)[:most])
    return photos.public_among(codes)

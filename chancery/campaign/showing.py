"""The public page of a campaign in one language: its parts in their order, each line as it is read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chancery.base.cldr import day_in_words, language_in_its_own_words, partial_date_in_words
from chancery.base.languages import listed, wording
from chancery.campaign import public_figures
from chancery.campaign.models import CampaignPage, YearReport
from chancery.campaign.queries import public as queries
from chancery.campaign.queries.reports import reports_out
from chancery.campaign.report_places import ReportPlace
from chancery.directory.queries.people import name_in
from chancery.events import wording as words
from chancery.events.models import Event, EventCampaign
from chancery.exhibition.models import Exhibition
from chancery.exhibition.pictures import Picture, picture_of
from chancery.occasions.models import Campaign, CampaignPartner, Recognition
from chancery.occasions.queries import recognitions
from chancery.record.models import Photo, Release
from chancery.record.queries import releases
from chancery.rules.campaign import Moment, Status
from chancery.rules.dates import PartialDate

LATEST_EVENTS = 12
LATEST_RELEASES = 20
PICTURES = 12
Section = CampaignPage.Section


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same text in another language, at its own address."""

    language: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """
    An event as the public page names it; what is not known is empty.

    `where` is the venue where anybody may come, else the town. `mark` says that it was put off or called off,
    `relation` what it did for the campaign where it did not serve it.
    """

    event: Event
    when: str
    where: str
    mark: str
    relation: str
    edition: str
    told: Sequence[Elsewhere]


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A communiqué in the language of the page, else in one it has; `others` are its further languages."""

    release: Release
    url: str
    day: str
    is_asked_for: bool
    others: Sequence[Elsewhere]


@dataclass(frozen=True, slots=True)
class RecognitionLine:
    """A text of a body: what became of it and when; `url` leads to the text where it has an address."""

    text: Recognition
    status: str
    day: str
    url: str


@dataclass(frozen=True, slots=True)
class PictureLine:
    """A picture of an event; `url` leads to the gallery, where its caption stands."""

    picture: Picture
    alt: str
    credit: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page; `rows` is what its template lists."""

    name: str
    heading: str
    template: str
    rows: Any


@dataclass(frozen=True)
class Reading:
    """A page as it is read now in one language, which is the one that is on."""

    page: CampaignPage
    language: str
    now: datetime

    @property
    def campaign(self) -> Campaign:
        return self.page.campaign

    @property
    def today(self) -> date:
        return timezone.localdate(self.now, self.campaign.organiser.zone)

    @cached_property
    def coming(self) -> list[EventLine]:
        """The public events ahead."""
        return event_lines(queries.coming(self.campaign, self.today)[:LATEST_EVENTS], self)

    @cached_property
    def held(self) -> list[EventLine]:
        """The latest events that were held."""
        return event_lines(queries.held(self.campaign, self.now)[:LATEST_EVENTS], self)

    @cached_property
    def releases(self) -> list[ReleaseLine]:
        """The latest communiqués, each once."""
        found = queries.releases_out(self.campaign, self.now)[: 4 * LATEST_RELEASES]
        return release_lines(found, self)[:LATEST_RELEASES]

    @cached_property
    def reports(self) -> list[YearReport]:
        """The reports that are out."""
        return reports_out(self.campaign.organiser, self.campaign)

    @cached_property
    def pictures(self) -> list[PictureLine]:
        """The pictures that were chosen, as far as they are public today."""
        lines = [picture_line(photo, self.language) for photo in queries.pictures_shown(self.page)[:PICTURES]]
        return [line for line in lines if line is not None]


def parts_of(reading: Reading) -> list[Part]:
    """Return the parts of a page that have something to say, in the order the office gave them."""
    parts = [_part(name, reading) for name in reading.page.sections if name in ROWS]
    return [part for part in parts if part.rows]


def _part(name: str, reading: Reading) -> Part:
    template = f"campaign/public/_{name}.html"
    return Part(name, str(Section(name).label), template, ROWS[name](reading))


def address_of(page: CampaignPage, language: str = "") -> str:
    """The path of a public page, in one language or as the reader's browser asks."""
    if not language:
        return reverse("public-campaign:page", args=[page.slug])
    return reverse("public-campaign:page-in", args=[page.slug, language])


def event_lines(events: Iterable[Event], reading: Reading) -> list[EventLine]:
    """Write events for a reader, each with the communiqués that are out of it."""
    rows = list(events)
    told: dict[int, list[Release]] = {}
    named = Event.objects.filter(pk__in=[event.pk for event in rows])
    for release in releases.standing_of(named, now=reading.now):
        told.setdefault(release.edition.communique.event_id, []).append(release)
    return [_event_line(event, told.get(event.pk, ()), reading.language) for event in rows]


def _event_line(event: Event, told: Sequence[Release], language: str) -> EventLine:
    marks = {Event.Status.CANCELLED: _("called off"), Event.Status.POSTPONED: _("put off")}
    return EventLine(
        event=event,
        when=_when(event, language),
        where=place_of(event, language),
        mark=marks.get(Event.Status(event.status), ""),
        relation=_relation(event),
        edition=_edition(event, language),
        told=[_elsewhere(release) for release in told],
    )


def _when(event: Event, language: str) -> str:
    if event.status != Event.Status.HELD:
        return words.day_and_time(event, language)
    known = event.happened_on
    if known is not None:
        return partial_date_in_words(PartialDate.parse(str(known)[:10]), language)
    return day_in_words(event.held_on, language) if event.held_on and not event.is_sample_plan else ""


def place_of(event: Event, language: str) -> str:
    """The venue of an event to which anybody may come, else its town only; the stations are loaded."""
    is_open = event.openness == Event.Openness.PUBLIC
    names: list[str] = []
    for station in event.stations.all():
        place = station.place
        names += [wording(place.names, language).text] if is_open else []
        names += [place.city]
    return listed(dict.fromkeys(name for name in names if name))


def _relation(event: Event) -> str:
    links: list[EventCampaign] = getattr(event, "links_here", [])
    told = {
        EventCampaign.Relation.LAUNCHED: _("the campaign was launched here"),
        EventCampaign.Relation.MENTIONED: _("the campaign was spoken of here"),
    }
    return next((told[link.relation] for link in links if link.relation in told), "")  # type: ignore[index]  # a member of it


def _edition(event: Event, language: str) -> str:
    edition = event.edition
    if edition is None:
        return ""
    name = wording(edition.titles or edition.series.names, language).text
    if edition.titles or edition.number is None:
        return name
    return _("%(series)s, no. %(number)s") % {"series": name, "number": edition.number}


def release_lines(found: Iterable[Release], reading: Reading) -> list[ReleaseLine]:
    """Each communiqué once, in the language of the page where it is out in it, the newest first."""
    by_event: dict[int, list[Release]] = {}
    for release in found:
        by_event.setdefault(release.edition.communique_id, []).append(release)
    return [_release_line(siblings, reading) for siblings in by_event.values()]


def _release_line(siblings: Sequence[Release], reading: Reading) -> ReleaseLine:
    chosen = next((one for one in siblings if one.edition.language == reading.language), siblings[0])
    zone = chosen.edition.communique.event.organiser.zone
    return ReleaseLine(
        release=chosen,
        url=releases.public_path(chosen),
        day=day_in_words(chosen.released_at.astimezone(zone).date(), reading.language),
        is_asked_for=chosen.edition.language == reading.language,
        others=[_elsewhere(one) for one in siblings if one is not chosen],
    )


def _elsewhere(release: Release) -> Elsewhere:
    language = release.edition.language
    return Elsewhere(language, language_in_its_own_words(language), releases.public_path(release))


def picture_line(photo: Photo, language: str) -> PictureLine | None:
    """A picture with what it shows; never a caption, which names people."""
    route = [photo.event.organiser.ref, photo.event.code]
    shown = picture_of(
        photo.file, lambda size: reverse("public-record:photo", args=[*route, photo.code, size])
    )
    if shown is None:
        return None
    title = wording(photo.event.titles, language).text
    alt = photo.alt_texts.get(language) or _("Photograph: %(event)s") % {"event": title}
    return PictureLine(shown, alt, photo.credit, reverse("public-record:photos", args=route))


def recognition_lines(reading: Reading) -> list[RecognitionLine]:
    """The recognitions that are public, with their last step and its day."""
    at = Moment(reading.today, reading.now)
    return [
        RecognitionLine(
            each.recognition,
            _("repealed") if each.standing.status == Status.REPEALED else _("adopted"),
            partial_date_in_words(each.standing.on, reading.language) if each.standing.on else "",
            web_address(each.recognition.address),
        )
        for each in recognitions.publishable(reading.campaign, at)
    ]


def exhibition_lines(reading: Reading) -> list[tuple[Exhibition, str, list[Any]]]:
    """The published exhibitions: each with its address and where it was or is."""
    return [
        (
            each,
            reverse("public-exhibition:exhibition", args=[each.organiser.ref, each.code]),
            list(each.stays.all()),
        )
        for each in queries.exhibitions_published(reading.campaign)
    ]


def partner_lines(reading: Reading) -> list[tuple[CampaignPartner, Mapping[str, str]]]:
    """The partners, each by the name it is printed with."""
    found = queries.partners_of(reading.campaign)
    return [(each, each.printed or (each.body.names if each.body else {})) for each in found]


def about(reading: Reading) -> dict[str, Any]:
    """What the office says of the campaign: aims, who began it and when, ticked texts; empty if nothing."""
    campaign, language = reading.campaign, reading.language
    initiator = campaign.initiator
    said = {
        "aims": campaign.aims,
        "initiator": name_in(initiator, language) if initiator else "",
        "capacity": campaign.initiator_capacity,
        "began": partial_date_in_words(campaign.began_on, language) if campaign.began_on else "",
        "texts": list(queries.texts_shown(reading.page)),
        "site": web_address(wording(campaign.pages, language).text),
    }
    return said if any(said.values()) else {}


def web_address(address: str) -> str:
    """An address that a browser may open from a public page; empty for any other."""
    return address if address.startswith(("https://", "http://")) else ""


def report_lines(reading: Reading) -> list[tuple[int, list[Elsewhere]]]:
    """The released reports by year, in each language in which there is one."""
    return report_lines_of(reading.reports, ReportPlace(reading.campaign.organiser, reading.page))


def report_lines_of(reports: Iterable[YearReport], place: ReportPlace) -> list[tuple[int, list[Elsewhere]]]:
    """Reports by year, in each language in which there is one."""
    years: dict[int, list[Elsewhere]] = {}
    for report in reports:
        url = place.path(report.year, report.language)
        name = language_in_its_own_words(report.language)
        years.setdefault(report.year, []).append(Elsewhere(report.language, name, url))
    return list(years.items())


ROWS: Mapping[str, Callable[[Reading], Any]] = {
    Section.ABOUT: about,
    Section.COMING: lambda reading: reading.coming,
    Section.HELD: lambda reading: reading.held,
    Section.RELEASES: lambda reading: reading.releases,
    Section.EXHIBITIONS: exhibition_lines,
    Section.FILMS: lambda reading: list(queries.films_shown(reading.page, reading.today)),
    Section.GALLERY: lambda reading: reading.pictures,
    Section.RECOGNITIONS: recognition_lines,
    Section.FIGURES: lambda reading: public_figures.shown_of(
        reading.page, reading.language, timezone.localtime(reading.now, reading.campaign.organiser.zone)
    ),
    Section.REPORTS: report_lines,
    Section.PARTNERS: partner_lines,
}

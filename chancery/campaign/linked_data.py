"""What machines read of a public page: a campaign as a series of events, its events and its communiqués."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from chancery.base import downloads
from chancery.base.languages import wording
from chancery.campaign.models import YearReport
from chancery.campaign.report_files import SUFFIXES
from chancery.campaign.report_places import ReportPlace
from chancery.campaign.showing import EventLine, Reading, ReleaseLine, address_of
from chancery.events.models import Event

STATUS = {
    Event.Status.CANCELLED: "https://schema.org/EventCancelled",
    Event.Status.POSTPONED: "https://schema.org/EventPostponed",
}
SCHEDULED = "https://schema.org/EventScheduled"


def schema_of(reading: Reading) -> dict[str, Any]:
    """Describe a campaign in the words of schema.org; what is not known is left out."""
    campaign, language = reading.campaign, reading.language
    address = f"{settings.BASE_URL}{address_of(reading.page, language)}"
    publisher = {
        "@type": "Organization",
        "@id": f"{settings.BASE_URL}{address_of(reading.page)}#publisher",
        "name": wording(campaign.organiser.names, language).text,
    }
    series = _known(
        {
            "@type": "EventSeries",
            "@id": f"{settings.BASE_URL}{address_of(reading.page)}#campaign",
            "name": wording(campaign.names, language).text,
            "description": wording(campaign.aims, language).text,
            "url": address,
            "inLanguage": language,
            "startDate": str(campaign.began_on or ""),
            "organizer": {"@id": publisher["@id"]},
            "subEvent": [event_of(line, address, language) for line in (*reading.coming, *reading.held)],
        }
    )
    news = [_news(line, publisher["@id"]) for line in reading.releases]
    return {"@context": "https://schema.org", "@graph": [publisher, series, *news]}


def event_of(line: EventLine, address: str, language: str) -> dict[str, Any]:
    """Describe one event: its day as far as it is known, and its venue where anybody may come."""
    event = line.event
    return _known(
        {
            "@type": "Event",
            "name": wording(event.titles, language).text,
            "url": f"{address}#event-{event.code}",
            "startDate": _start(event),
            "endDate": str(event.held_until_on or ""),
            "eventStatus": STATUS.get(Event.Status(event.status), SCHEDULED),
            "location": line.where and {"@type": "Place", "name": line.where, "address": line.where},
            "organizer": {
                "@type": "Organization",
                "name": wording(event.organiser.names, language).text,
            },
            "superEvent": line.edition and {"@type": "EventSeries", "name": line.edition},
        }
    )


def _start(event: Event) -> str:
    if event.status == Event.Status.HELD:
        planned = event.held_on if not event.is_sample_plan else None
        return str(event.happened_on or planned or "")[:10]
    if event.held_on is None:
        return ""
    if event.starts_at is None:
        return str(event.held_on)
    starts = datetime.combine(event.held_on, event.starts_at, ZoneInfo(event.time_zone))
    return starts.isoformat(timespec="minutes")


def _news(line: ReleaseLine, publisher: str) -> dict[str, Any]:
    release = line.release
    return {
        "@type": "NewsArticle",
        "headline": release.headline,
        "inLanguage": release.edition.language,
        "datePublished": release.released_at.isoformat(timespec="seconds"),
        "url": f"{settings.BASE_URL}{line.url}",
        "author": {"@type": "Organization", "name": _house(line)},
        "publisher": {"@id": publisher},
    }


def schema_of_report(place: ReportPlace, report: YearReport) -> dict[str, Any]:
    """Describe a released report: of which year and what, by whom, and its files."""
    language = report.language
    publisher = {"@type": "Organization", "name": wording(place.organiser.names, language).text}
    about = place.campaign and {"@type": "EventSeries", "name": wording(place.campaign.names, language).text}
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Report",
            "name": f"{report.content['title']} · {report.content['year']}",
            "url": f"{settings.BASE_URL}{place.path(report.year, language)}",
            "inLanguage": language,
            "temporalCoverage": str(report.year),
            "datePublished": report.released_at and report.released_at.isoformat(timespec="seconds"),
            "version": report.version,
            "correction": report.correction,
            "about": about,
            "author": publisher,
            "publisher": publisher,
            "encoding": [
                {
                    "@type": "MediaObject",
                    "encodingFormat": downloads.TYPES[suffix],
                    "contentUrl": f"{settings.BASE_URL}{place.file(report, suffix)}",
                }
                for suffix in SUFFIXES
            ],
        }
    )


def _house(line: ReleaseLine) -> str:
    edition = line.release.edition
    return wording(edition.communique.event.organiser.names, edition.language).text


def _known(values: dict[str, Any]) -> dict[str, Any]:
    empty: Sequence[Any] = (None, "", [], {})
    return {key: value for key, value in values.items() if value not in empty}

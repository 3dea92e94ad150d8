"""The news of a campaign as feeds: its communiqués and the public events ahead, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.base.public import without_controls
from chancery.campaign.report_places import ReportPlace
from chancery.campaign.showing import Reading, address_of
from chancery.record.documents.communique import text_of_release

TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}
XML: dict[str, type[SyndicationFeed]] = {"rss": Rss201rev2Feed, "atom": Atom1Feed}


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news; `key` never changes, so that a reader is not told of it twice."""

    key: str
    title: str
    url: str
    words: str
    at: datetime


def entries_of(reading: Reading) -> list[Entry]:
    """The news of a page, the newest first."""
    return sorted(
        [*_releases(reading), *_events(reading), *_reports(reading)], key=lambda entry: entry.at, reverse=True
    )


def _releases(reading: Reading) -> Iterator[Entry]:
    for line in reading.releases:
        release = line.release
        text = text_of_release(release, release.edition.communique.event.organiser)
        url = f"{settings.BASE_URL}{line.url}"
        yield Entry(url, release.headline, url, "\n\n".join(text.paragraphs[:1]), release.released_at)


def _events(reading: Reading) -> Iterator[Entry]:
    page, published = reading.page, reading.page.published_at
    assert published is not None, "a page that is shown was published"
    address = f"{settings.BASE_URL}{address_of(page, reading.language)}"
    for line in reading.coming:
        title = wording(line.event.titles, reading.language).text
        told = " · ".join(part for part in (line.mark, line.when, line.where) if part)
        url = f"{address}#event-{line.event.code}"
        yield Entry(url, title, url, told, max(published, line.event.created_at))


def _reports(reading: Reading) -> Iterator[Entry]:
    """The reports that are out in the language of the feed; a corrected version is news again."""
    place = ReportPlace(reading.campaign.organiser, reading.page)
    for report in reading.reports:
        if report.language == reading.language and report.released_at is not None:
            url = f"{settings.BASE_URL}{place.path(report.year, report.language)}"
            title = _("Report on %(year)s") % {"year": report.year}
            yield Entry(f"{url}#{report.version}", title, url, report.correction, report.released_at)


def xml_of(reading: Reading, kind: str, path: str) -> str:
    """Write the feed as RSS or Atom."""
    campaign, language = reading.campaign, reading.language
    house = without_controls(wording(campaign.organiser.names, language).text)
    feed = XML[kind](
        title=without_controls(wording(campaign.names, language).text),
        link=f"{settings.BASE_URL}{address_of(reading.page, language)}",
        description=without_controls(wording(campaign.aims, language).text),
        language=language,
        author_name=house,
        feed_url=f"{settings.BASE_URL}{path}",
    )
    for entry in entries_of(reading):
        # A reader of feeds takes a description for HTML.
        feed.add_item(
            title=without_controls(entry.title),
            link=entry.url,
            description=escape(without_controls(entry.words)),
            pubdate=entry.at,
            updateddate=entry.at,
            author_name=house,
            unique_id=entry.key,
            unique_id_is_permalink=True,
        )
    return str(feed.writeString("utf-8"))


def json_of(reading: Reading, path: str) -> dict[str, object]:
    """Return the feed as JSON Feed 1.1."""
    campaign, language = reading.campaign, reading.language
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": wording(campaign.names, language).text,
        "description": wording(campaign.aims, language).text,
        "home_page_url": f"{settings.BASE_URL}{address_of(reading.page, language)}",
        "feed_url": f"{settings.BASE_URL}{path}",
        "language": language,
        "authors": [{"name": wording(campaign.organiser.names, language).text}],
        "items": [
            {
                "id": entry.key,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.words,
                "date_published": entry.at.isoformat(timespec="seconds"),
                "language": language,
            }
            for entry in entries_of(reading)
        ],
    }

"""What machines read of a release: schema.org, as linked data in JSON."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from chancery.base.languages import wording
from chancery.events.models import Event
from chancery.record.documents.communique import CommuniqueText
from chancery.record.models import Release
from chancery.record.queries.releases import public_address
from chancery.rules import release_text
from chancery.rules.communique import Part

ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def linked_script(release: Release, text: CommuniqueText) -> SafeString:
    """The content of the script element that browsers leave alone; nothing in it can close the element."""
    written = json.dumps(linked_data(release, text), ensure_ascii=False).translate(ESCAPED)
    return mark_safe(written)  # noqa: S308  # what stands in it was escaped on the way


def linked_data(release: Release, text: CommuniqueText) -> dict[str, Any]:
    """Describe a release as a NewsArticle about its Event; a withdrawn one says no more than that it was."""
    event = release.edition.communique.event
    publisher = {"@type": "Organization", "name": text.house}
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": text.headline,
        "inLanguage": text.language,
        "datePublished": release.released_at.isoformat(timespec="seconds"),
        "url": public_address(release),
        "version": str(release.number),
        "author": publisher,
        "publisher": publisher,
    }
    if release.withdrawn_at:
        return said | {"creativeWorkStatus": "Withdrawn"}
    said |= {"articleBody": "\n\n".join(text.paragraphs), "about": _event(event, text.language, publisher)}
    if dateline := release_text.of_part(text.blocks, Part.DATELINE):
        said["dateline"] = dateline
    if release.correction:
        said["correction"] = release.correction
    return said


def _event(event: Event, language: str, publisher: dict[str, str]) -> dict[str, Any]:
    """The event as far as it is known; the day only where it is known to have taken place."""
    found: dict[str, Any] = {
        "@type": "Event",
        "name": wording(event.titles, language).text,
        "organizer": publisher,
    }
    if event.happened_on is not None:
        found["startDate"] = str(event.happened_on)
    return found

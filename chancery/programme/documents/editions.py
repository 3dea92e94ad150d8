"""The printed programme: one edition a language."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext, gettext_noop, override

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.programme import papers, queries
from chancery.programme.models import Item
from chancery.programme.papers.word import programme_docx

NO_PART = gettext_noop(
    "The name of a part is not written in %(language)s; add it or leave this language out."
)
NO_ITEM = gettext_noop(
    "The title of item %(number)s is not written in %(language)s; add it or leave this language out."
)


def programme(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """
    Print the programme in one language, as a booklet of half a sheet.

    Errors: WordingMissing where a title is not written in `language`; PaperFailed where it cannot be set.
    """
    edition = edition_of(event, language)
    values: papers.Programme = {"format": imprint.stock.booklet, "cover": True, "editions": [edition]}
    return papers.PROGRAMME.pdf(values, language=language, title=edition["title"], imprint=imprint)


def edition_of(event: Event, language: str) -> papers.Edition:
    """Return the programme of an event in one language, as its paper takes it."""
    items = [item for item in queries.items_of(event) if _is_printed(item)]
    link = events.main_occasion(event)
    with override(language):
        head = words.event_lines(event, language)
        return {
            "language": language,
            "heading": gettext("Programme"),
            "title": head["title"],
            "occasion": words.occasion_in_words(link, language) if link else "",
            "lines": head["lines"],
            "parts": _parts(items, language),
            "closing": [],
        }


def _is_printed(item: Item) -> bool:
    return item.is_public and item.status != Item.Status.DROPPED and item.kind != Item.Kind.TRANSITION


def _parts(items: Sequence[Item], language: str) -> list[papers.Part]:
    """Group the items by the part they belong to, in their order."""
    parts: list[papers.Part] = []
    last: int | None = -1
    for number, item in enumerate(items, start=1):
        if item.part_id != last:
            heading = words.required(item.part.names, language, NO_PART) if item.part else ""
            parts.append({"heading": heading, "items": []})
            last = item.part_id
        parts[-1]["items"].append(_item(item, number, language))
    return parts


def _item(item: Item, number: int, language: str) -> papers.Item:
    return {
        "mark": f"{item.anchor_at:%H:%M}" if item.anchor_at else item.printed_time,
        "title": words.required(item.titles, language, NO_ITEM, number=str(number)),
        "note": _note(item, language),
        "people": list(_people(item, language)),
        "works": list(_works(item, language)),
    }


def _note(item: Item, language: str) -> str:
    """A silence says how long it is kept (R90); other items their details."""
    if item.kind == Item.Kind.SILENCE and item.duration_seconds:
        return gettext("%(seconds)s seconds") % {"seconds": item.duration_seconds}
    found = wording(item.details, language)
    return found.text if found.is_asked_for else ""


def _people(item: Item, language: str) -> Iterable[papers.Speaker]:
    for contribution in item.contributions.all():
        yield _speaker(contribution.participation, language)
    for message in item.messages.all():
        yield _speaker(message.author, language, lead=gettext("message from"))
        if message.reader:
            yield _speaker(message.reader, language, lead=gettext("read by"))
    for act in item.acts.all():
        yield _speaker(act.participation, language)
        if act.on_behalf_of:
            yield _speaker(act.on_behalf_of, language, lead=gettext("on behalf of"))
    for award in item.awards.all():
        yield _speaker(award.laureate, language)


def _speaker(who: Participation, language: str, *, lead: str = "") -> papers.Speaker:
    capacity = wording(who.capacity_line, language)
    return {
        "lead": lead,
        "name": words.name_of(who, language),
        "capacity": capacity.text if capacity.is_asked_for else "",
    }


def _works(item: Item, language: str) -> Iterable[papers.Work]:
    for performance in item.performances.all():
        found = wording(performance.work, language)
        title = found.text if found.is_asked_for and found.text != item.titles.get(language) else ""
        if title or performance.authors or performance.performers:
            yield {"author": performance.authors, "title": title, "performers": performance.performers}


def programme_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the programme as a text that an office can edit."""
    edition = edition_of(event, language)
    values: papers.Programme = {"format": imprint.stock.sheet, "cover": False, "editions": [edition]}
    return programme_docx(values, language=language, title=edition["title"], imprint=imprint)

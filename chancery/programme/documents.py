"""What is printed of a running order: the programme for the guests, and the cue sheets of the departments."""

from collections.abc import Iterable, Sequence
from typing import Literal

from django.utils.translation import gettext, override

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.models import Event, Participation
from chancery.programme import papers, queries
from chancery.programme.models import Item
from chancery.programme.papers.word import programme_docx
from chancery.rules import timing

PageSize = Literal["a5", "half-letter", "a4", "us-letter"]


def programme(event: Event, *, language: str, imprint: Imprint, paper: PageSize = "a5") -> bytes:
    """
    Print the programme in one language.

    Errors: WordingMissing where a title is not written in `language`; PaperFailed where it cannot be set.
    """
    edition = edition_of(event, language)
    values: papers.Programme = {"format": paper, "cover": True, "editions": [edition]}
    return papers.PROGRAMME.pdf(values, language=language, title=edition["title"], imprint=imprint)


def edition_of(event: Event, language: str) -> papers.Edition:
    """Return the programme of an event in one language, as its paper takes it."""
    items = [item for item in queries.items_of(event) if _is_printed(item)]
    link = events.main_occasion(event)
    with override(language):
        head = words.event_lines(event, language)
        return {
            "language": language,
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
            heading = (
                words.required(item.part.names, language, gettext("The name of a part")) if item.part else ""
            )
            parts.append({"heading": heading, "items": []})
            last = item.part_id
        parts[-1]["items"].append(_item(item, number, language))
    return parts


def _item(item: Item, number: int, language: str) -> papers.Item:
    what = gettext("The title of item %(number)s") % {"number": number}
    return {
        "mark": f"{item.anchor_at:%H:%M}" if item.anchor_at else item.printed_time,
        "title": words.required(item.titles, language, what),
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


def departments_of(event: Event) -> list[str]:
    """The departments that have a cue, by alphabet."""
    named = (cue.department for item in queries.items_of(event) for cue in item.cues.all())
    return sorted(set(named))


def cue_sheet(event: Event, *, department: str, language: str, imprint: Imprint) -> bytes:
    """Print the cue sheet of one department, or of all for an empty `department` (R94)."""
    with override(language):
        heading = gettext("Cue sheet")
        values: papers.CueSheet = {
            "format": "a4",
            "heading": heading,
            "department": department,
            "event": words.event_lines(event, language),
            "summary": "",
            "rows": cue_rows(event, department, language),
        }
    title = f"{heading} · {department}" if department else heading
    return papers.CUE_SHEET.pdf(values, language=language, title=title, imprint=imprint)


def cue_rows(event: Event, department: str, language: str) -> list[papers.CueRow]:
    """Return the rows of a cue sheet: every item, so that a department hears where the caller is."""
    items = [item for item in queries.items_of(event) if item.status != Item.Status.DROPPED]
    plan = queries.timing_of(event, items)
    since = timing.elapsed(plan)
    return [_cue_row(item, plan.of(item.ref), since.get(item.ref), department, language) for item in items]


def _cue_row(
    item: Item, timed: timing.Timed, since: int | None, department: str, language: str
) -> papers.CueRow:
    cues = [cue for cue in item.cues.all() if not department or cue.department == department]
    return {
        "time": timing.moment_words(timed.start) if timed.start else item.printed_time,
        "elapsed": _elapsed_words(since),
        "duration": timing.duration_words(timed.seconds) if timed.seconds else "",
        "item": wording(item.titles, language).text or str(item.get_kind_display()),
        "note": ", ".join(words.name_of(each.participation, language) for each in item.contributions.all()),
        "responsible": item.responsible,
        "is_transition": item.kind == Item.Kind.TRANSITION,
        "is_anchored": item.anchor_at is not None,
        "cues": [
            {"kind": _cue_kind(cue.kind), "text": cue.text if department else f"{cue.department}: {cue.text}"}
            for cue in cues
        ],
    }


def _cue_kind(kind: str) -> Literal["stand-by", "go", "hold"]:
    return "stand-by" if kind == "stand-by" else "hold" if kind == "hold" else "go"


def _elapsed_words(seconds: int | None) -> str:
    if seconds is None:
        return ""
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    tail = f":{left:02}" if left else ""
    return f"{sign}{hours}:{minutes:02}{tail}"


def programme_text(event: Event, *, language: str, imprint: Imprint) -> bytes:
    """Write the programme as a text that an office can edit."""
    edition = edition_of(event, language)
    values: papers.Programme = {"format": "a4", "cover": False, "editions": [edition]}
    return programme_docx(values, language=language, title=edition["title"], imprint=imprint)

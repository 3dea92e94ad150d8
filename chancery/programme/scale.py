"""The running order as its page draws it: a time scale where length is duration."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import CueLine, Face, ScaleItem
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.programme import queries
from chancery.programme.models import Item
from chancery.rules import timing
from chancery.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One item with what its row needs beside the drawing."""

    code: str
    item: ScaleItem
    status: str
    happened: str
    notes: Sequence[str]
    why_url: str


def rows_of(office: EventOffice, items: Sequence[Item]) -> list[ScaleRow]:
    """Return the items in their order with their computed times, in the reader's language."""
    plan = queries.timing_of(office.event, items)
    language = get_language() or "en"
    return [_row(office, item, plan.of(item.ref), language) for item in items]


def _row(office: EventOffice, item: Item, timed: timing.Timed, language: str) -> ScaleRow:
    route = [office.organiser.ref, office.event.code, item.code]
    drawn = ScaleItem(
        title=wording(item.titles, language).text or item.get_kind_display(),
        url=reverse("programme:change", args=route),
        clock=timing.moment_words(timed.start) if timed.start else item.printed_time,
        length=timing.duration_words(timed.seconds) if timed.seconds else "",
        seconds=timed.seconds or 0,
        kind=item.get_kind_display(),
        place=wording(item.place.names, language).text if item.place else "",
        is_anchored=item.anchor_at is not None,
        is_elastic=item.shortest_seconds is not None or item.longest_seconds is not None,
        faces=[*_contributors(item, language), *_messages(item, language), *_acts(item, language)],
        conflicts=[in_words(conflict.reason) for conflict in timed.conflicts],
        cues=[CueLine(cue.department, f"{cue.get_kind_display()}: {cue.text}") for cue in item.cues.all()],
    )
    return ScaleRow(
        code=item.code,
        item=drawn,
        status=str(item.get_status_display()) if item.status != Item.Status.FIXED else "",
        happened=str(item.get_happened_display()) if item.happened else "",
        notes=_notes(item, language),
        why_url="",
    )


def in_words(reason: Reason) -> str:
    """Return a reason of the rules in the reader's language."""
    return _(reason.template) % dict(reason.values)


def _contributors(item: Item, language: str) -> Iterable[Face]:
    for contribution in item.contributions.all():
        shape, word, tone = Shape.UNSET, "", Tone.PLAIN
        if contribution.is_confirmed is not None:
            has_said_yes = contribution.is_confirmed
            shape = Shape.YES if has_said_yes else Shape.NO
            word = _("has said yes") if has_said_yes else _("has said no")
            tone = Tone.GOOD if has_said_yes else Tone.WRONG
        who = contribution.participation
        office = f"{contribution.get_form_display()} · {_capacity(who, language)}".rstrip(" ·")
        yield Face(who.name_printed, office, shape=shape, word=word, tone=tone)


def _messages(item: Item, language: str) -> Iterable[Face]:
    for message in item.messages.all():
        read = _("read by %(name)s") % {"name": message.reader.name_printed} if message.reader else ""
        line = " · ".join(
            part for part in (message.get_form_display(), _capacity(message.author, language), read) if part
        )
        yield Face(message.author.name_printed, line)


def _acts(item: Item, language: str) -> Iterable[Face]:
    for act in item.acts.all():
        behalf = act.on_behalf_of
        line = _("on behalf of %(name)s") % {"name": behalf.name_printed} if behalf else ""
        yield Face(act.participation.name_printed, line or _capacity(act.participation, language))


def _capacity(who: Participation, language: str) -> str:
    return wording(who.capacity_line, language).text


def _notes(item: Item, language: str) -> list[str]:
    notes = [wording(item.details, language).text]
    notes += [
        " · ".join(
            part for part in (wording(work.work, language).text, work.authors, work.performers) if part
        )
        for work in item.performances.all()
    ]
    notes += [
        f"{wording(award.names, language).text}: {award.laureate.name_printed}" for award in item.awards.all()
    ]
    return [note for note in notes if note]

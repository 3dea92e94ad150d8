"""Who and what belongs to an item of the running order, as its row shows them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import Face
from chancery.events.models import Participation
from chancery.programme.models import Act, Award, Contribution, Item, Message


def faces_of(item: Item, language: str) -> list[Face]:
    """Return everybody an item names: who contributes, whose messages, who acts, who is awarded."""
    return [
        *(_contributor(row, language) for row in item.contributions.all()),
        *(_message(row, language) for row in item.messages.all()),
        *(_act(row, number, language) for number, row in enumerate(item.acts.all(), start=1)),
        *(_award(row, language) for row in item.awards.all()),
    ]


def _contributor(row: Contribution, language: str) -> Face:
    who = row.participation
    parts = [str(row.get_form_display()), _capacity(who, language)]
    if row.mode != Contribution.Mode.LIVE:
        parts.append(str(row.get_mode_display()))
    if row.language:
        parts.append(language_in_words(row.language, language))
    shape, word, tone = _answer(row.is_confirmed)
    return Face(_name(who, language), _joined(parts), shape=shape, word=word, tone=tone)


def _answer(has_said_yes: bool | None) -> tuple[Shape, str, Tone]:
    if has_said_yes is None:
        return Shape.OPEN, _("no answer yet"), Tone.PLAIN
    if has_said_yes:
        return Shape.YES, _("has said yes"), Tone.GOOD
    return Shape.NO, _("has said no"), Tone.WRONG


def _message(row: Message, language: str) -> Face:
    parts = [str(row.get_form_display()), _capacity(row.author, language)]
    if row.reader:
        template = _("read by %(name)s") if row.delivery == Message.Delivery.READ else _("shown by %(name)s")
        parts.append(template % {"name": _name(row.reader, language)})
    else:
        parts.append(str(row.get_delivery_display()))
    if row.language:
        parts.append(language_in_words(row.language, language))
    return Face(_name(row.author, language), _joined(parts))


def _act(row: Act, number: int, language: str) -> Face:
    """Acts are numbered: their order is one of precedence."""
    parts = [_capacity(row.participation, language), wording(row.details, language).text]
    if row.on_behalf_of:
        parts.insert(0, _("on behalf of %(name)s") % {"name": _name(row.on_behalf_of, language)})
    return Face(f"{number}. {_name(row.participation, language)}", _joined(parts))


def _award(row: Award, language: str) -> Face:
    parts = [wording(row.names, language).text]
    if row.is_posthumous:
        parts.append(_("posthumous"))
    if row.receiver:
        parts.append(_("received by %(name)s") % {"name": _name(row.receiver, language)})
    if row.presenter:
        parts.append(_("presented by %(name)s") % {"name": _name(row.presenter, language)})
    return Face(_name(row.laureate, language), _joined(parts))


def notes_of(item: Item, language: str) -> list[str]:
    """Return the details of an item, its works, and what is shown; no name of the item's own twice."""
    notes = [wording(item.details, language).text, *_works(item, language), *_showings(item, language)]
    return [note for note in notes if note]


def _works(item: Item, language: str) -> Iterable[str]:
    title = wording(item.titles, language).text
    for row in item.performances.all():
        work = wording(row.work, language).text
        yield _joined(["" if work == title else work, row.authors, row.performers])


def _showings(item: Item, language: str) -> Iterable[str]:
    title = wording(item.titles, language).text
    for row in item.showings.all():
        shown = row.film or row.exhibition
        if shown is not None:
            name = wording(shown.titles or shown.about, language).text
            yield _joined(["" if name == title else name, shown.makers])


def _name(who: Participation, language: str) -> str:
    if who.person:
        return who.name_printed
    return wording(who.office.titles if who.office else who.body.names if who.body else {}, language).text


def _capacity(who: Participation, language: str) -> str:
    return wording(who.capacity_line, language).text if who.person else ""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

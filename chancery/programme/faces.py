"""Who and what belongs to an item of the running order, as its row shows them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from chancery.base.cldr import language_in_words
from chancery.base.frame import Shape, Tone
from chancery.base.languages import wording
from chancery.base.parts import Face
from chancery.events.models import Participation
from chancery.programme.models import Act, Award, Contribution, Item, Message, Performance, Showing


def faces_of(item: Item, language: str) -> list[Face]:
    """Return everybody an item names: who contributes, whose messages, who acts, who is awarded."""
    return [
        *(contributor(row, language) for row in item.contributions.all()),
        *(message(row, language) for row in item.messages.all()),
        *(act(row, number, language) for number, row in enumerate(item.acts.all(), start=1)),
        *(award(row, language) for row in item.awards.all()),
    ]


def contributor(row: Contribution, language: str) -> Face:
    """Who contributes, in which form and capacity, and whether they have said yes."""
    who = row.participation
    parts = [str(row.get_form_display()), _capacity(who, language)]
    if row.mode != Contribution.Mode.LIVE:
        parts.append(str(row.get_mode_display()))
    if row.language:
        parts.append(language_in_words(row.language, language))
    shape, word, tone = _answer(row.is_confirmed)
    return Face(name_of(who, language), _joined(parts), shape=shape, word=word, tone=tone)


def _answer(has_said_yes: bool | None) -> tuple[Shape, str, Tone]:
    if has_said_yes is None:
        return Shape.OPEN, _("no answer yet"), Tone.PLAIN
    if has_said_yes:
        return Shape.YES, _("has said yes"), Tone.GOOD
    return Shape.NO, _("has said no"), Tone.WRONG


def message(row: Message, language: str) -> Face:
    """Whose message it is, and who reads or shows it."""
    parts = [str(row.get_form_display()), _capacity(row.author, language)]
    if row.author_was_present is not None:
        parts.append(_("the author there") if row.author_was_present else _("the author not there"))
    if row.reader:
        template = _("read by %(name)s") if row.delivery == Message.Delivery.READ else _("shown by %(name)s")
        parts.append(template % {"name": name_of(row.reader, language)})
    else:
        parts.append(str(row.get_delivery_display()))
    if row.language:
        parts.append(language_in_words(row.language, language))
    return Face(name_of(row.author, language), _joined(parts))


def act(row: Act, number: int, language: str) -> Face:
    """Who acts and for whom; acts are numbered, because their order is one of precedence."""
    kind = str(row.get_kind_display()) if row.kind else ""
    parts = [kind, _capacity(row.participation, language), wording(row.details, language).text]
    if row.on_behalf_of:
        parts.insert(0, _("on behalf of %(name)s") % {"name": name_of(row.on_behalf_of, language)})
    return Face(f"{number}. {name_of(row.participation, language)}", _joined(parts))


def award(row: Award, language: str) -> Face:
    """Who is awarded what, alone or with somebody, and who receives it from whom."""
    parts = [wording(row.names, language).text, row.grade]
    if row.laureate_with:
        parts.append(_("together with %(name)s") % {"name": name_of(row.laureate_with, language)})
    if row.is_posthumous:
        parts.append(_("posthumous"))
    if row.receiver:
        parts.append(_("received by %(name)s") % {"name": name_of(row.receiver, language)})
    if row.presenter:
        parts.append(_("presented by %(name)s") % {"name": name_of(row.presenter, language)})
    return Face(name_of(row.laureate, language), _joined(parts))


def notes_of(item: Item, language: str) -> list[str]:
    """Return the details of an item, its works, and what is shown; no name of the item's own twice."""
    title = wording(item.titles, language).text
    notes = [wording(item.details, language).text]
    notes += [work(row, language, beside=title) for row in item.performances.all()]
    notes += [showing(row, language, beside=title) for row in item.showings.all()]
    return [note for note in notes if note]


def work(row: Performance, language: str, *, beside: str = "") -> str:
    """What is performed, by whom it is and who performs it; a title that stands `beside` is left out."""
    title = wording(row.work, language).text
    return _joined(["" if title == beside else title, row.authors, row.performers])


def showing(row: Showing, language: str, *, beside: str = "") -> str:
    """What is shown and who made it; a title that stands `beside` is left out."""
    shown = row.film or row.exhibition
    if shown is None:
        return ""
    title = wording(shown.titles or shown.about, language).text
    return _joined(["" if title == beside else title, shown.makers])


def name_of(who: Participation, language: str) -> str:
    """The name of somebody who takes part: of the person, else of the office or body."""
    if who.person:
        return who.name_printed
    return wording(who.office.titles if who.office else who.body.names if who.body else {}, language).text


def _capacity(who: Participation, language: str) -> str:
    return wording(who.capacity_line, language).text if who.person else ""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

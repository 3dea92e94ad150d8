"""Questions about the course of the event: items, messages, acts, works, awards, and what went otherwise."""

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.languages import listed
from chancery.events.models import Participation
from chancery.exhibition.models import Stay
from chancery.programme.models import Act, Award, Happened, Item, Message
from chancery.record.queries.course import acts_as_they_were
from chancery.record.questions.asking import Line, question
from chancery.record.questions.known import Known, told

STATUSES = (Item.Status.MOVED, Item.Status.DROPPED, Item.Status.TO_BE_CONFIRMED)


@question(9, _("What is the third item of the programme?"))
def third_item(known: Known) -> Iterator[Line]:
    for item in known.items[2:3]:
        yield Line(known.title(item))


def messages(known: Known) -> Iterator[tuple[Item, Message]]:
    """The messages of the asked side with the items in which they are delivered."""
    for item in known.items:
        for message in told(item.messages.all(), is_plan=known.is_plan):
            yield item, message


@question(13, _("Whose message is delivered, by whom, and does the reader also speak in an own name?"))
def delivered(known: Known) -> Iterator[Line]:
    for _item, message in messages(known):
        if message.reader is None:
            yield Line(
                gettext("Message of %(author)s; reader not known") % {"author": known.who(message.author)}
            )
            continue
        names = {"author": known.who(message.author), "reader": known.who(message.reader)}
        if _also_speaks(message.reader, known):
            yield Line(gettext("Message of %(author)s, read by %(reader)s, who also spoke") % names)
        else:
            yield Line(gettext("Message of %(author)s, read by %(reader)s") % names)


def _also_speaks(reader: Participation, known: Known) -> bool:
    """Whether the same person contributes somewhere, in whatever capacity."""
    parts = (part for item in known.items for part in told(item.contributions.all(), is_plan=known.is_plan))
    return any(
        part.participation_id == reader.pk
        or (reader.person_id and part.participation.person_id == reader.person_id)
        for part in parts
        if part.form != part.Form.READING
    )


@question(14, _("In which form does a message come?"))
def forms(known: Known) -> Iterator[Line]:
    for _item, message in messages(known):
        yield Line(
            gettext("%(author)s: %(form)s, %(delivery)s")
            % {
                "author": known.name(message.author),
                "form": message.get_form_display(),
                "delivery": message.get_delivery_display(),
            },
            message.made_elsewhere,
        )


@question(15, _("Was the author of a message, or the one who was represented, there?"))
def authors_there(known: Known) -> Iterator[Line]:
    if known.is_plan:
        return
    there = {who.person_id for who in known.participations if who.actual == who.Actual.ATTENDED}
    for _item, message in messages(known):
        found = message.author_was_present
        if found is None and message.author.person_id and message.author.person_id in there:
            found = True
        if found is not None:
            yield Line(_there(known.name(message.author), is_there=found))
    for who in known.participations:
        if who.represents:
            is_there = who.represents.actual == who.Actual.ATTENDED
            yield Line(_there(known.name(who.represents), is_there=is_there))


def _there(name: str, *, is_there: bool) -> str:
    sentence = gettext("%(name)s was there") if is_there else gettext("%(name)s was not there")
    return sentence % {"name": name}


@question(17, _("Which exhibition can be seen, by whom, where, and until when?"))
def exhibitions(known: Known) -> Iterator[Line]:
    for item in known.items:
        for shown in told(item.showings.all(), is_plan=known.is_plan):
            if shown.exhibition:
                name = known.text(shown.exhibition.titles or shown.exhibition.about)
                yield Line(listed(part for part in (name, shown.exhibition.makers) if part))
                yield from (_stay(stay, known) for stay in known.stays.get(shown.exhibition.pk, ()))


def _stay(stay: Stay, known: Known) -> Line:
    opens, closes = (
        cldr.partial_date_in_words(day, known.language) if day else "" for day in (stay.opens, stay.closes)
    )
    parts = [
        known.text(stay.place.names) if stay.place else "",
        gettext("from %(date)s") % {"date": opens} if opens else "",
        gettext("until %(date)s") % {"date": closes} if closes else "",
    ]
    return Line(listed(part for part in parts if part))


@question(18, _("Which film is shown, at which point?"))
def films(known: Known) -> Iterator[Line]:
    for number, item in enumerate(known.items, start=1):
        for shown in told(item.showings.all(), is_plan=known.is_plan):
            if shown.film:
                name = known.text(shown.film.titles or shown.film.about)
                parts = [name, shown.film.makers, str(shown.film.year or "")]
                yield Line(
                    gettext("item %(number)s: %(film)s")
                    % {"number": number, "film": listed(part for part in parts if part)}
                )


@question(19, _("Which music is performed: work, composer, performer, and what for?"))
def music(known: Known) -> Iterator[Line]:
    for item in known.items:
        for each in told(item.performances.all(), is_plan=known.is_plan):
            parts = [known.text(each.work), each.authors, each.performers, each.get_purpose_display()]
            yield Line(listed(part for part in parts if part))


def acts(known: Known) -> list[tuple[Item, Act]]:
    """The acts of the asked side, item after item, in the order in which they are planned or were done."""
    found = []
    for item in known.items:
        ordered = item.acts.all() if known.is_plan else acts_as_they_were(item)
        found += [(item, act) for act in told(ordered, is_plan=known.is_plan)]
    return found


@question(20, _("Who lays wreaths or lights candles, in which order, on whose behalf?"))
def wreaths(known: Known) -> Iterator[Line]:
    for number, (_item, act) in enumerate(acts(known), start=1):
        words = {"number": number, "who": known.who(act.participation)}
        if act.on_behalf_of:
            words["other"] = known.who(act.on_behalf_of)
            yield Line(gettext("%(number)s. %(who)s, on behalf of %(other)s") % words)
        else:
            yield Line(gettext("%(number)s. %(who)s") % words)


@question(21, _("For whom is silence kept, and how long?"))
def silences(known: Known) -> Iterator[Line]:
    for item in known.items:
        if item.kind == Item.Kind.SILENCE:
            seconds = _seconds(item, known)
            length = ngettext("%(seconds)s second", "%(seconds)s seconds", seconds or 0) % {
                "seconds": seconds
            }
            parts = [known.title(item), known.text(item.honours), length if seconds else ""]
            yield Line(listed(part for part in parts if part))


def _seconds(item: Item, known: Known) -> int | None:
    """The length of an item in seconds: as planned, or as measured where it was."""
    if not known.is_plan and item.started_at and item.ended_at:
        return round((item.ended_at - item.started_at).total_seconds())
    return item.duration_seconds


@question(22, _("Which awards are given, to whom, posthumously or not, and who receives them?"))
def awards(known: Known) -> Iterator[Line]:
    for item in known.items:
        for award in told(item.awards.all(), is_plan=known.is_plan):
            yield Line(listed(_award(award, known)))


def _award(award: Award, known: Known) -> Iterator[str]:
    yield from (part for part in (known.text(award.names), award.grade, award.edition, award.prize) if part)
    laureates = known.who_all([award.laureate, award.laureate_with])
    if award.is_posthumous:
        yield gettext("to %(laureate)s, posthumously") % {"laureate": laureates}
    else:
        yield gettext("to %(laureate)s") % {"laureate": laureates}
    if award.receiver:
        yield gettext("received by %(receiver)s") % {"receiver": known.who(award.receiver)}
    if award.presenter:
        yield gettext("presented by %(presenter)s") % {"presenter": known.who(award.presenter)}


@question(30, _("What is changed, moved, shortened or cancelled, and why?"))
def changes(known: Known) -> Iterator[Line]:
    for item in known.listed_items:
        yield from _planned_change(item, known) if known.is_plan else _actual_change(item, known)
    if known.event.status in (known.event.Status.POSTPONED, known.event.Status.CANCELLED):
        yield Line(known.event.get_status_display())


def _planned_change(item: Item, known: Known) -> Iterator[Line]:
    if item.status in STATUSES:
        yield Line(_changed(known.title(item), item.get_status_display(), item.status_reason))


def _actual_change(item: Item, known: Known) -> Iterator[Line]:
    """What was dropped before the event did not take place either, unless somebody saw it."""
    if not item.is_planned:
        yield Line(gettext("%(item)s: came on the day") % {"item": known.title(item)})
    if item.happened in (Happened.CHANGED, Happened.NO):
        yield Line(
            _changed(known.title(item), item.get_happened_display(), item.outcome or item.status_reason)
        )
    elif item.status == Item.Status.DROPPED and not item.happened:
        yield Line(_changed(known.title(item), item.get_status_display(), item.status_reason))


def _changed(item: str, how: str, why: str) -> str:
    words = gettext("%(item)s: %(how)s") % {"item": item, "how": how}
    return gettext("%(words)s (%(reason)s)") % {"words": words, "reason": why} if why else words


@question(33, _("In which language is each item, and who gives which part?"))
def languages(known: Known) -> Iterator[Line]:
    for item in known.items:
        if item.languages:
            yield Line(
                gettext("%(item)s: %(languages)s")
                % {"item": known.title(item), "languages": known.languages(item.languages)}
            )
        for part in told(item.contributions.all(), is_plan=known.is_plan):
            if part.language:
                yield Line(
                    gettext("%(who)s: %(form)s, %(language)s")
                    % {
                        "who": known.name(part.participation),
                        "form": part.get_form_display(),
                        "language": known.languages([part.language]),
                    }
                )

"""Questions about the frame: occasion, organisers, places, times, campaign, exhibition, broadcast."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base.languages import listed
from chancery.events import queries as events
from chancery.events import wording as words
from chancery.events.models import EventOccasion
from chancery.record.questions.asking import Line, question
from chancery.record.questions.known import Known
from chancery.rules.dates import PartialDate


@question(1, _("What is the occasion, which anniversary of what, and is it kept on its day?"))
def occasion(known: Known) -> Iterator[Line]:
    for link in events.occasion_links_of(known.event):
        yield Line(words.occasion_in_words(link, known.language), link.occasion.named_by)
        if ordinal := words.ordinal_line(link, known.language):
            yield Line(ordinal)
        yield from _day_kept(link, known)


def _day_kept(link: EventOccasion, known: Known) -> Iterator[Line]:
    """The anniversary day beside the day of the event: of the plan, or as far as it is known to have been."""
    if link.anniversary_on is None:
        return
    kept = cldr.day_in_words(link.anniversary_on, known.language)
    held = _day_held(known)
    if held is None:
        yield Line(gettext("The anniversary day is %(day)s.") % {"day": kept})
    elif held == PartialDate.parse(link.anniversary_on.isoformat()):
        yield Line(gettext("The event is held on the anniversary day, %(day)s.") % {"day": kept})
    else:
        words = cldr.partial_date_in_words(held, known.language)
        sentence = gettext("The anniversary day is %(day)s; the event is held on %(held)s.")
        yield Line(sentence % {"day": kept, "held": words})


def _day_held(known: Known) -> PartialDate | None:
    if not known.is_plan:
        happened: PartialDate | None = known.event.happened_on
        return happened
    return PartialDate.parse(known.event.held_on.isoformat()) if known.event.held_on else None


@question(2, _("Who organises, together with whom, and who only supports, sponsors or gives patronage?"))
def organisers(known: Known) -> Iterator[Line]:
    for each in events.involvements_of(known.event):
        name = known.text(each.body.names) if each.body else each.person.main_name if each.person else ""
        line = gettext("%(role)s: %(name)s") % {"role": each.get_role_display(), "name": name}
        part = known.text(each.part.names) if each.part else ""
        yield Line(gettext("%(line)s (%(part)s)") % {"line": line, "part": part} if part else line)


@question(3, _("Where is it, at which stations, in which sequence?"))
def places(known: Known) -> Iterator[Line]:
    for number, station in enumerate(events.stations_of(known.event), start=1):
        place = station.place
        parts = [known.text(place.names), *place.address.splitlines(), place.city]
        where = listed(dict.fromkeys(part for part in parts if part))
        yield Line(
            gettext("%(number)s. %(place)s: %(role)s")
            % {"number": number, "place": where, "role": station.get_role_display()}
        )


@question(4, _("When does it begin and end, as planned and in fact?"))
def times(known: Known) -> Iterator[Line]:
    yield from _planned_times(known) if known.is_plan else _actual_times(known)


def _planned_times(known: Known) -> Iterator[Line]:
    event = known.event
    when = words.day_and_time(event, known.language)
    if when:
        mark = gettext("%(when)s (sample plan)") if event.is_sample_plan else "%(when)s"
        yield Line(mark % {"when": when})
    if event.ends_at:
        yield Line(gettext("until %(time)s") % {"time": f"{event.ends_at:%H:%M}"})


def _actual_times(known: Known) -> Iterator[Line]:
    if known.event.happened_on:
        yield Line(cldr.partial_date_in_words(known.event.happened_on, known.language))
    begun = [item.started_at for item in known.items if item.started_at]
    ended = [item.ended_at for item in known.items if item.ended_at]
    if begun:
        yield Line(gettext("begun: %(moment)s") % {"moment": known.day(min(begun))})
    if ended:
        yield Line(gettext("ended: %(moment)s") % {"moment": known.day(max(ended))})


@question(16, _("Which campaign is launched, mentioned or served; who began it, and when?"))
def campaigns(known: Known) -> Iterator[Line]:
    links = events.campaign_links_of(known.event).select_related("campaign__initiator")
    for link in links.prefetch_related("campaign__initiator__names"):
        campaign = link.campaign
        yield Line(
            gettext("%(campaign)s: %(relation)s")
            % {"campaign": known.text(campaign.names), "relation": link.get_relation_display()}
        )
        if campaign.initiator:
            capacity = known.text(campaign.initiator_capacity)
            named = [campaign.initiator.main_name, capacity]
            yield Line(gettext("begun by %(name)s") % {"name": listed(part for part in named if part)})
        if campaign.began_on:
            began = cldr.partial_date_in_words(campaign.began_on, known.language)
            yield Line(gettext("begun in %(date)s") % {"date": began})


@question(27, _("Which part can be followed from afar, on which channel, at what time?"))
def broadcasts(known: Known) -> Iterator[Line]:
    for each in known.event.broadcasts.select_related("part").order_by("position", "id"):
        parts = [each.get_kind_display(), each.name, known.text(each.part.names) if each.part else ""]
        if each.starts_at:
            parts.append(known.day(each.starts_at))
        parts.append(known.languages(each.languages))
        yield Line(listed(part for part in parts if part), each.address)
    for item in known.items:
        if item.part and item.part.kind == item.part.Kind.ONLINE:
            yield Line(gettext("online: %(item)s") % {"item": known.title(item)})


def _whose(held: events.HeldTerm, known: Known) -> str:
    campaign = held.term.campaign
    if campaign is None:
        return gettext("wording of the office")
    return gettext("wording of the campaign %(campaign)s") % {"campaign": known.text(campaign.names)}


@question(38, _("Which names are contested, and whose wording does the record use?"))
def contested(known: Known) -> Iterator[Line]:
    for held in events.terms_that_hold(known.event):
        yield Line(
            gettext("%(meaning)s: “%(wording)s”")
            % {"meaning": held.term.meaning, "wording": known.text(held.term.texts)},
            _whose(held, known),
        )
    for link in events.occasion_links_of(known.event).prefetch_related("occasion__other_names"):
        if link.occasion.named_by:
            yield Line(
                gettext("“%(name)s”") % {"name": known.text(link.occasion.names)}, link.occasion.named_by
            )
        for other in link.occasion.other_names.all():
            yield Line(gettext("“%(name)s”") % {"name": known.text(other.texts)}, other.named_by)

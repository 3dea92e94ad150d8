"""Each fact a sentence can rest on, in the operator's words, with its digest and the row it stands in."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.languages import beside, listed, wording
from chancery.rules.communique import facts
from chancery.rules.dates import PartialDate

type Route = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StatedFact:
    """
    One fact of the record.

    `words` tells it to the operator; `value` is what the digest is made from, the same for the same fact;
    `source` is where it was read, as far as known; `route` is the kind and code of the row that holds it.
    """

    key: str
    words: str
    value: str
    source: str
    route: Route


def digest_of(fact: StatedFact) -> str:
    """Return 16 characters that are others as soon as the fact is another."""
    return hashlib.sha256(fact.value.encode()).hexdigest()[:16]


def stated_facts(held: facts.EventFacts, *, language: str = "") -> Mapping[str, StatedFact]:
    """
    Return every fact a communiqué can rest on, by its key.

    With a `language` only its wording counts, so that a translation does not change the facts of the others.
    """
    found = [
        *_of_event(held),
        *_of_people(held),
        *_of_items(held),
        *_of_record(held),
    ]
    return {row.key: _stated(row, language) for row in found}


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact before it is put into words: `label` says what it is, `value` what is known of it."""

    key: str
    label: str
    value: object
    route: Route
    source: str = ""


def _stated(row: _Row, language: str) -> StatedFact:
    shown = _shown(row.value)
    words = _("%(fact)s: %(value)s") % {"fact": row.label, "value": shown} if shown else row.label
    return StatedFact(row.key, words, _canonical(row.value, language), row.source, row.route)


def _shown(value: object) -> str:
    reader = get_language() or "en"
    if isinstance(value, PartialDate):
        return cldr.partial_date_in_words(value, reader)
    if isinstance(value, Mapping):
        return beside(wording(value, reader), reader)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _canonical(value: object, language: str) -> str:
    return json.dumps(_plain(value, language), sort_keys=True, ensure_ascii=False)


def _plain(value: object, language: str) -> object:
    """Turn a value into what JSON can hold; of wordings only that of the language, where one is asked for."""
    if isinstance(value, Mapping):
        plain = {str(key): _plain(each, language) for key, each in value.items()}
        return plain.get(language, "") if language and _is_wording(plain) else plain
    if isinstance(value, (list, tuple)):
        return [_plain(each, language) for each in value]
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)


def _is_wording(value: Mapping[str, object]) -> bool:
    return bool(value) and all(len(key) == 2 and isinstance(each, str) for key, each in value.items())


def _of_event(held: facts.EventFacts) -> Iterable[_Row]:
    route = ("event", held.code)
    days = [day for day in (held.day, held.last_day) if day]
    yield _Row(held.key("kind"), _("Kind of event"), held.kind, route)
    yield _Row(held.key("titles"), _("Title of the event"), held.titles, route)
    yield _Row(held.key("themes"), _("Theme of the event"), held.themes, route)
    if days:
        shown: object = days[0] if len(days) == 1 else " – ".join(map(_shown, days))
        yield _Row(held.key("day"), _("Day on which it took place"), shown, route)
    yield _Row(held.key("boilerplate"), _("About the organiser"), held.boilerplate, ("communique", held.code))
    yield _Row(held.key("contact"), _("Contact for the press"), held.contact, ("communique", held.code))
    for backing in held.backings:
        yield _Row(backing.key, _("Behind the event"), backing.names, route)
    for number, channel in enumerate(held.broadcasts):
        yield _Row(f"broadcast:{number}", _("Channel"), channel.name, route)
    yield from _of_places(held, route)
    yield from _of_occasions(held, route)
    for campaign in held.campaigns:
        yield from _of_campaign(campaign, route)


def _of_places(held: facts.EventFacts, route: Route) -> Iterable[_Row]:
    for place in held.places:
        yield _Row(f"place:{place.within_ref}", _("Town"), place.within, route)
    for place in held.places:
        yield _Row(place.key, _("Place"), place.names, route)


def _of_occasions(held: facts.EventFacts, route: Route) -> Iterable[_Row]:
    for occasion in held.occasions:
        yield _Row(occasion.key, _("Occasion"), occasion.names, route)
        yield _Row(occasion.date_key, _("Date of the event of history"), occasion.happened_on, route)
        yield _Row(occasion.number_key, _("Number of the anniversary"), occasion.number, route)


def _of_campaign(campaign: facts.CampaignFact, route: Route) -> Iterable[_Row]:
    yield _Row(campaign.key(), _("Campaign"), campaign.names, route)
    yield _Row(campaign.key("relation"), _("What the event did for the campaign"), campaign.relation, route)
    yield _Row(campaign.key("initiator"), _("Initiator of the campaign"), campaign.initiator, route)
    yield _Row(campaign.key("capacity"), _("Capacity of the initiator"), campaign.initiator_capacity, route)
    yield _Row(campaign.key("beginning"), _("Beginning of the campaign"), campaign.began_on, route)
    yield _Row(campaign.key("aims"), _("Aims of the campaign"), campaign.aims, route)
    for text in (*campaign.paragraphs, *campaign.closings):
        yield _Row(text.key, _("Text on the campaign"), text.texts, ("campaign", campaign.code))


def _of_people(held: facts.EventFacts) -> Iterable[_Row]:
    for who in held.people:
        named = {"name": _shown(who.names)}
        route = ("participation", who.code)
        names = [who.names, who.families, who.nature.value]
        yield _Row(who.key, _("Name: %(name)s") % named, names, route)
        yield _Row(who.capacity_key, _("Capacity of %(name)s") % named, who.capacity, route)
        presence = [who.actual, who.role, who.category, who.place, who.reason]
        label = _("Whether %(name)s was there") % named
        yield _Row(who.actual_key, label, presence, route, who.according_to)
        yield _Row(who.represents_key, _("Whom %(name)s represents") % named, who.represents, route)
    for category in held.categories:
        route = ("event", held.code)
        yield _Row(category.key, _("Category present"), category.names, route)
        yield _Row(f"{category.key}:states", _("States named"), listed(category.states), route)


def _of_items(held: facts.EventFacts) -> Iterable[_Row]:
    for item in held.items:
        route = ("item", item.code)
        named = {"item": _shown(item.titles) or item.kind}
        yield _Row(item.key, _("Item that took place: %(item)s") % named, [item.kind], route)
        yield _Row(f"{item.key}:title", _("Title of the item"), item.titles, route)
        yield _Row(f"{item.key}:part", _("Part of the event"), item.part, route)
        if item.place:
            yield _Row(item.place.key, _("Place"), item.place.names, route)
        yield _Row(item.order_key, _("Place of %(item)s in the order") % named, [item.before], route)
        yield _Row(f"{item.key}:honours", _("In memory of"), item.honours, route)
        yield _Row(f"{item.key}:seconds", _("Length in seconds"), item.seconds, route)
        yield from _of_rows(item, route)


def _of_rows(item: facts.ItemFact, route: Route) -> Iterable[_Row]:
    for speech in item.contributions:
        key = item.row_key("contribution", speech.who)
        yield _Row(key, _("Contribution"), [speech.form, speech.mode], route)
        yield _Row(f"{key}:title", _("Title of the contribution"), speech.titles, route)
    for message in item.messages:
        yield _Row(item.row_key("message", message.author), _("Message"), asdict(message), route)
    for act in item.acts:
        key = item.row_key("act", act.who)
        yield _Row(key, _("Act"), [act.kind, act.who, act.on_behalf_of, act.position], route)
        yield _Row(f"{key}:honours", _("In memory of"), act.honours, route)
    for number, row in enumerate(sorted(item.performances, key=lambda row: row.position)):
        key = item.row_key("performance", number)
        yield _Row(key, _("Performance"), [row.authors, row.performers, row.purpose], route)
        yield _Row(f"{key}:work", _("Work performed"), row.work, route)
    for award in item.awards:
        yield from _of_award(award, item.row_key("award", award.laureate), route)
    for showing in item.showings:
        yield from _of_showing(showing, route)


def _of_award(award: facts.AwardFact, key: str, route: Route) -> Iterable[_Row]:
    people = [award.laureate, award.laureate_with, award.receiver, award.presenter, award.is_posthumous]
    yield _Row(key, _("Award"), [*people, award.grade, award.edition, award.prize], route)
    yield _Row(f"{key}:name", _("Name of the award"), award.names, route)
    yield _Row(f"{key}:reason", _("Reason of the award"), award.reasons, route)


def _of_showing(showing: facts.ShowingFact, route: Route) -> Iterable[_Row]:
    yield _Row(showing.key, _("What was shown"), [showing.makers, showing.year], route)
    yield _Row(f"{showing.key}:title", _("Title of what was shown"), showing.titles, route)
    yield _Row(f"{showing.key}:about", _("What it is about"), showing.about, route)
    yield _Row(f"{showing.key}:closes", _("Open until"), showing.closes, route)


def _of_record(held: facts.EventFacts) -> Iterable[_Row]:
    for said in held.statements:
        value = [said.texts, said.mode, said.speaker, said.joint_speakers, said.said_elsewhere]
        words = _("Statement: %(words)s") % {"words": _shown(said.texts)}
        yield _Row(said.key, words, value, ("statement", said.code), said.source)
        for number, citation in enumerate(said.citations):
            cited = [citation.cited, citation.texts]
            key = f"{said.key}:citation:{number}"
            yield _Row(key, _("Words cited"), cited, ("statement", said.code), said.source)
    for figure in held.figures:
        route = ("matter", figure.code)
        claims = [asdict(claim) for claim in sorted(figure.claims, key=lambda claim: claim.position)]
        yield _Row(figure.key, _("Figure"), [figure.kind, claims], route)
        yield _Row(f"{figure.key}:counted", _("What is counted"), figure.counted, route)
        yield _Row(f"{figure.key}:claimant", _("Who claims the figure"), claims, route)
    for document in held.documents:
        route = ("document", document.code)
        value = [document.kind, document.relation, document.authors]
        yield _Row(document.key, _("Document"), value, route)
        yield _Row(f"{document.key}:title", _("Title of the document"), document.titles, route)
        yield _Row(f"{document.key}:issuer", _("Issued by"), document.issuer, route)
    for handed in held.handovers:
        route = ("handover", handed.code)
        value = [handed.document, handed.giver, handed.receiver, handed.acceptance]
        yield _Row(handed.key, _("Handover"), value, route)
        yield _Row(f"{handed.key}:things", _("What was handed over"), handed.things, route)
        yield _Row(f"{handed.key}:receiver", _("Received by"), handed.receiver_body, route)

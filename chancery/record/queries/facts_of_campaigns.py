"""What the record knows of the campaigns of an event, and the texts that were written of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.models import Q

from chancery.directory.models import Person
from chancery.directory.queries.people import name_in
from chancery.events.models import Event, EventCampaign
from chancery.occasions.models import Campaign, SharedText
from chancery.rules.communique import LANGUAGES, facts

Use = SharedText.Use
# Whose words are those of the event itself, and not only of somebody who spoke at it.
DOES = (EventCampaign.Relation.LAUNCHED, EventCampaign.Relation.SERVED)


def campaigns_at(event: Event) -> Iterator[facts.CampaignFact]:
    """The campaigns of an event in the order they were entered, by a constant number of queries."""
    found = EventCampaign.objects.filter(event=event).select_related("campaign__initiator", "event")
    links = list(found.prefetch_related("campaign__initiator__names").order_by("id"))
    texts = _texts(event, links)
    for link in links:
        yield _campaign(link, texts[link.campaign_id])


def names_of(person: Person) -> Mapping[str, str]:
    """The name of a person in each language of the communiqué; `names` is loaded."""
    return {language: name_in(person, language) for language in LANGUAGES}


def _texts(event: Event, links: Sequence[EventCampaign]) -> Mapping[int, list[SharedText]]:
    """
    The texts by campaign, as `_precedence` orders them.

    What a campaign says of itself is taken where the event launches or serves it; an event that mentions it
    says of it what its own office wrote.
    """
    by_campaign: defaultdict[int, list[SharedText]] = defaultdict(list)
    if not links:
        return by_campaign
    own = Q(organiser=event.organiser_id, campaign__in=[link.campaign_id for link in links])
    offered = Q()
    for link in links:
        if link.relation in DOES:
            offered |= Q(campaign=link.campaign_id, organiser=link.campaign.organiser_id)
    rows = SharedText.objects.filter(own | offered, use__in=[Use.PARAGRAPH, Use.BOILERPLATE])
    for text in sorted(rows, key=lambda text: _precedence(text, event.organiser_id)):
        by_campaign[text.campaign_id or 0].append(text)
    return by_campaign


def _precedence(text: SharedText, organiser_id: int) -> tuple[bool, bool, str, int]:
    """The office's own before what is offered, and what it adapted before what it only keeps."""
    return text.organiser_id != organiser_id, text.source_id is None, text.ref, text.pk


def _campaign(link: EventCampaign, texts: Iterable[SharedText]) -> facts.CampaignFact:
    campaign = link.campaign
    of_use = {use: [text for text in texts if text.use == use] for use in (Use.PARAGRAPH, Use.BOILERPLATE)}
    return facts.CampaignFact(
        ref=campaign.ref,
        names=campaign.names,
        relation=link.relation,
        initiator=names_of(campaign.initiator) if campaign.initiator else {},
        initiator_identity=f"person:{campaign.initiator_id}" if campaign.initiator_id else "",
        initiator_capacity=campaign.initiator_capacity,
        began_on=campaign.began_on,
        aims=campaign.aims,
        code=campaign.code,
        paragraphs=tuple(_text(campaign, text) for text in of_use[Use.PARAGRAPH]),
        closings=tuple(_text(campaign, text) for text in of_use[Use.BOILERPLATE]),
    )


def _text(campaign: Campaign, text: SharedText) -> facts.TextFact:
    return facts.TextFact(f"campaign:{campaign.ref}:text:{text.ref}", text.texts)

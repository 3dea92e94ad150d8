"""The paragraph on the campaigns of an event, and what the office hands in about itself (R100)."""

from collections.abc import Iterable

from chancery.rules.communique.draft import Basis, Draft
from chancery.rules.communique.facts import CampaignFact, TextFact, Texts
from chancery.rules.communique.tongue import Named
from chancery.rules.communique.values import Part


def write_campaigns(draft: Draft) -> None:
    """Write of each campaign what the event did for it, who began it when, and what it aims at."""
    for campaign in sorted(draft.facts.campaigns, key=lambda each: each.ref):
        _campaign(draft, campaign)


def _campaign(draft: Draft, campaign: CampaignFact) -> None:
    basis = Basis()
    name = draft.text(campaign.names, basis, campaign.key())
    if not name:
        return
    quoted = draft.tongue.quoted(name)
    is_open = _relation(draft, campaign, quoted)
    if _own_words(draft, campaign, is_open=is_open):
        return
    basis = Basis(campaign.key())
    initiator = _initiator(draft, campaign, basis)
    if campaign.began_on:
        basis.add(campaign.key("beginning"))
    if initiator or campaign.began_on:
        sentence = draft.tongue.campaign_origin("" if is_open else quoted, initiator, campaign.began_on)
        is_open |= draft.say(Part.CAMPAIGN, sentence, basis, opens=not is_open)
    basis = Basis(campaign.key())
    aims = draft.label(campaign.aims, basis, campaign.key("aims"))
    draft.say(Part.CAMPAIGN, draft.tongue.campaign_aims(aims) if aims and is_open else "", basis)


def _own_words(draft: Draft, campaign: CampaignFact, *, is_open: bool) -> bool:
    """Say what an office wrote of the campaign, instead of who began it and what it aims at."""
    basis = Basis()
    text = _written(draft, campaign.paragraphs, basis)
    for sentence in text.splitlines():
        is_open |= draft.say(Part.CAMPAIGN, " ".join(sentence.split()), basis, opens=not is_open)
    return bool(text)


def _written(draft: Draft, texts: Iterable[TextFact], basis: Basis) -> str:
    return draft.first_text([(each.texts, each.key) for each in texts], basis)


def _relation(draft: Draft, campaign: CampaignFact, name: str) -> bool:
    if campaign.relation == "mentioned":
        return False
    basis = Basis(campaign.key(), campaign.key("relation"))
    return draft.say(Part.CAMPAIGN, draft.tongue.campaign(name, campaign.relation), basis, opens=True)


def _initiator(draft: Draft, campaign: CampaignFact, basis: Basis) -> Named | None:
    name = draft.text(campaign.initiator, basis, campaign.key("initiator"))
    if not name:
        return None
    known = draft.introduced(campaign.initiator_identity)
    if known:
        return draft.mention(known, basis)
    return Named(name, draft.text(campaign.initiator_capacity, basis, campaign.key("capacity")))


def write_handed_in(draft: Draft) -> None:
    """Add what the office wrote about itself and its campaigns, and whom the press may ask, as handed in."""
    _paragraphs(draft, Part.BOILERPLATE, draft.facts.boilerplate)
    for campaign in sorted(draft.facts.campaigns, key=lambda each: each.ref):
        basis = Basis()
        _say_each(draft, Part.BOILERPLATE, _written(draft, campaign.closings, basis), basis)
    _paragraphs(draft, Part.CONTACT, draft.facts.contact)


def _paragraphs(draft: Draft, part: Part, texts: Texts) -> None:
    basis = Basis()
    _say_each(draft, part, draft.text(texts, basis, draft.facts.key(part.value)), basis)


def _say_each(draft: Draft, part: Part, text: str, basis: Basis) -> None:
    for paragraph in text.splitlines():
        draft.say(part, " ".join(paragraph.split()), basis, opens=True)

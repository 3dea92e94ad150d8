"""What an office wrote of a campaign stands in the communiqué for what would be composed (R100, R104)."""

from dataclasses import replace

import pytest

from chancery.rules.communique import LANGUAGES, Part, compose
from chancery.rules.communique.facts import EventFacts, TextFact
from tests.rules.communique.sample import EVENT, texts

OWN = TextFact("campaign:remember:own:paragraph", texts("Our own words."))
OFFERED = TextFact("campaign:remember:offered:paragraph", {"en": "Offered words."})


def with_texts(*paragraphs: TextFact, closings: tuple[TextFact, ...] = ()) -> EventFacts:
    """The sample event whose first campaign has these texts."""
    first, *others = EVENT.campaigns
    told = replace(first, paragraphs=paragraphs, closings=closings)
    return replace(EVENT, campaigns=(told, *others))


def said(facts: EventFacts, part: Part, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of a part with what they rest on."""
    found = compose(facts, language).sentences
    return [(each.text, tuple(each.rests_on)) for each in found if each.part is part]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_offices_own_paragraph_goes_before_what_would_be_composed(language: str) -> None:
    """The text is said as it is, rests on its row, and nothing of aims or origin is said beside it."""
    campaign = EVENT.campaigns[0]

    found = said(with_texts(OWN, OFFERED), Part.CAMPAIGN, language)

    assert ("Our own words.", (OWN.key,)) in found
    keys = {key for _text, rests_on in found for key in rests_on}
    assert not keys & {campaign.key("aims"), campaign.key("beginning"), OFFERED.key}


def test_a_language_that_no_text_has_is_composed_as_before() -> None:
    """A text in English alone says nothing in French, and is noted as missing there."""
    assert ("Offered words.", (OFFERED.key,)) in said(with_texts(OFFERED), Part.CAMPAIGN, "en")

    french = compose(with_texts(OFFERED), "fr")

    assert [each.text for each in french.sentences if each.part is Part.CAMPAIGN] == [
        each.text for each in compose(EVENT, "fr").sentences if each.part is Part.CAMPAIGN
    ]
    assert OFFERED.key in {each.key for each in french.missing}


def test_what_is_said_about_a_campaign_at_the_end_stands_behind_the_office() -> None:
    """Each line is a paragraph of its own, after what the office says about itself and before the contact."""
    closing = TextFact("campaign:remember:own:about", {"en": "First.\nSecond."})

    found = [text for text, _keys in said(with_texts(closings=(closing,)), Part.BOILERPLATE, "en")]

    assert found[-2:] == ["First.", "Second."]
    assert len(found) == len(said(EVENT, Part.BOILERPLATE, "en")) + 2

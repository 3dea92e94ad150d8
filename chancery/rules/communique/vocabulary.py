"""The set phrases a language needs for the vocabularies of the record; one instance a language."""

from collections.abc import Mapping
from dataclasses import dataclass

type Phrases = Mapping[str, str]

# Kinds of items that are worth a sentence without a title.
UNTITLED = frozenset(
    (
        *("speech", "message", "wreath", "candle", "flag", "procession", "performance", "reading", "film"),
        *("exhibition", "award", "prayer", "panel", "unveiling", "handover", "reception", "meal"),
    )
)
# Forms of contributions that may have a title.
TITLED = frozenset(
    ("opening", "speech", "remarks", "keynote", "introduction", "testimony", "reading", "closing", "panel")
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """
    Set phrases by the words of the tables.

    Shape: `kinds` of events as nouns with their article; `backings`, `places`, `channels`, `items`,
    `campaigns` and `roles` are sentences with named places; `forms` are predicates after the speaker;
    `roles` has one for a single person and one for several. A relation of a document that is not in
    `relations` is not told.
    """

    kinds: Phrases
    backings: Phrases
    places: Phrases
    channels: Phrases
    adverbs: Phrases
    offices: Phrases
    items: Phrases
    forms: Phrases
    modes: Phrases
    messages: Phrases
    deliveries: Phrases
    authors: Mapping[bool | None, str]
    acts_one: Phrases
    acts_many: Phrases
    purposes: Phrases
    documents: Phrases
    relations: Phrases
    acceptances: Phrases
    roles: Mapping[str, tuple[str, str]]
    absences: Phrases
    exactness: Phrases
    counted: Phrases
    campaigns: Phrases

"""The draft of a communiqué beside the record it was drafted from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chancery.events.models import Event
from chancery.record.models import Communique, Edition, Sentence
from chancery.record.queries.facts import StatedFact, digest_of, stated_facts
from chancery.rules.communique import Composition, EventFacts, compose
from chancery.rules.drafting import Merged, Stored, merged


@dataclass(frozen=True, slots=True)
class Recorded:
    """
    What the record holds for one language at this moment: its facts by key with their digests, and the draft.

    A fact whose wording differs in another language alone has the same digest here.
    """

    facts: EventFacts
    stated: Mapping[str, StatedFact]
    digests: Mapping[str, str]
    composition: Composition

    def pinned(self, keys: Iterable[str]) -> list[dict[str, str]]:
        """The facts of a sentence as they are now, in the form in which a sentence keeps them."""
        return [
            {"key": key, "digest": self.digests[key], "words": self.stated[key].words}
            for key in keys
            if key in self.digests
        ]


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition with its sentences in their order, and how each stands to the record of this moment."""

    edition: Edition
    sentences: Mapping[str, Sentence]
    lines: Sequence[Merged]
    recorded: Recorded

    @property
    def is_behind(self) -> bool:
        """Whether drafting it anew would change a word, or its order."""
        return any(self.is_behind_at(line) for line in self.lines) or self._order() != self._kept()

    def is_behind_at(self, line: Merged) -> bool:
        """Whether a sentence would be added, or follow the record to other words."""
        if line.stored is None:
            return True
        return line.composed is not None and line.stored.composed != line.composed.text

    def _order(self) -> list[str]:
        return [line.stored.key for line in self.lines if line.stored is not None]

    def _kept(self) -> list[str]:
        return list(self.sentences)


def recorded_in(facts: EventFacts, language: str) -> Recorded:
    """Put the facts of an event, as `facts_of` loads them, into a language."""
    stated = stated_facts(facts, language=language)
    digests = {key: digest_of(fact) for key, fact in stated.items()}
    return Recorded(facts, stated, digests, compose(facts, language))


def communique_of(event: Event) -> Communique | None:
    """The communiqué of an event, None before its first draft."""
    return Communique.objects.filter(event=event).first()


def editions_of(event: Event) -> list[Edition]:
    """The editions of an event by language, each with its sentences and the releases made of it."""
    found = Edition.objects.filter(communique__event=event).select_related("communique", "reviewed_by")
    return list(found.prefetch_related("sentences", "releases").order_by("language"))


def sentences_of(edition: Edition) -> list[Sentence]:
    """The sentences of an edition in their order, those taken out among them."""
    return sorted(edition.sentences.all(), key=lambda sentence: (sentence.position, sentence.pk))


def as_stored(sentence: Sentence) -> Stored:
    """A sentence as the rules of drafting take it."""
    return Stored(
        key=sentence.code,
        part=sentence.part,
        composed=sentence.composed,
        text=sentence.text,
        facts={fact["key"]: fact["digest"] for fact in sentence.facts},
        is_moved=sentence.is_moved,
    )


def draft_of(edition: Edition, facts: EventFacts) -> Draft:
    """Hold an edition against the facts of this moment."""
    sentences = sentences_of(edition)
    recorded = recorded_in(facts, edition.language)
    lines = merged([as_stored(one) for one in sentences], recorded.composition.sentences, recorded.digests)
    return Draft(edition, {one.code: one for one in sentences}, lines, recorded)

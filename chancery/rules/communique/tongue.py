"""What each language must be able to say: the grammar of a communiqué, words in, one sentence out."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from chancery.rules.communique.facts import Nature
from chancery.rules.dates import PartialDate

_MARKS = '“”„«»"'
_INNER = {"“": "‘", "”": "’", "„": "‘", "«": "‹", "»": "›"}


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as mentioned at one place: the name, and the capacity where it is told here (R102)."""

    name: str
    capacity: str = ""
    gender: str = ""
    nature: Nature = Nature.PERSON


@dataclass(frozen=True, slots=True)
class Where:
    """A place as written: the house or square, and the town; one of both may be empty."""

    house: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """
    An occasion as written, with its number and the day of history where they are known (R111).

    `is_kept` tells a day that is marked from an award, an opening or a visit.
    """

    name: str
    number: int | None = None
    is_keeping: bool = False
    is_anniversary: bool = True
    is_kept: bool = True
    day: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as claimed: a value or a span with its exactness, or the words as printed."""

    value: int | None = None
    upper: int | None = None
    exactness: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A quantity with who claims it; `is_body` tells whether that is a body, else a name or a source."""

    quantity: Quantity
    claimant: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A film or exhibition: its title, or a description that stands as it was written, and the makers."""

    title: str = ""
    about: str = ""
    makers: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Awarded:
    """An award with everybody who has to do with it."""

    name: str
    laureates: Sequence[Named]
    grade: str = ""
    edition: str = ""
    prize: str = ""
    reason: str = ""
    is_posthumous: bool = False
    receiver: Named | None = None
    presenter: Named | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message with its author, reader and form; whether the author was there is another thing (R97)."""

    form: str
    delivery: str
    author: Named
    reader: Named | None = None
    author_was_present: bool | None = None
    made_elsewhere: str = ""


class Tongue(ABC):
    """
    One language of the communiqué.

    Shape: methods that return sentences give them without their first capital and their stop, so that an
    adverb can stand before them; `finished` adds both. An argument that is not known is empty or None.
    """

    language: str
    quotes: tuple[str, str]
    last_joint: str
    other_joint: str
    semicolon = "; "

    def finished(self, sentence: str) -> str:
        """Begin with a capital and end with one stop; that of a quotation at the end is enough."""
        begun = self.capitalised(sentence)
        opening, closing = self.quotes[0].strip(), self.quotes[1].strip()
        quoted = rf": {opening}[^{closing}]*[.!?…]\u202f?{closing}$"
        is_ended = begun.endswith((".", "!", "?", "…")) or re.search(quoted, begun)
        return begun if is_ended else f"{begun}."

    def lowered(self, text: str) -> str:
        """Write the first letter small."""
        return text[:1].lower() + text[1:]

    def capitalised(self, text: str) -> str:
        """Write the first letter large."""
        return text[:1].upper() + text[1:]

    def quoted(self, text: str) -> str:
        """Put the quotation marks of the language around a text; marks inside it become single ones."""
        bare = text.strip(_MARKS + "\u202f\u00a0 ")
        return f"{self.quotes[0]}{''.join(_INNER.get(letter, letter) for letter in bare)}{self.quotes[1]}"

    def quotation(self, words: str) -> str:
        """Quote a sentence: its stop stands inside the marks."""
        bare = words.strip(_MARKS + "\u202f\u00a0\n ")
        return self.quoted(bare if bare.endswith((".", "!", "?", "…")) else f"{bare}.")

    def series(self, parts: Sequence[str]) -> str:
        """Join the members of a list; where one before the last has a comma inside, by semicolons."""
        if len(parts) < 2:
            return "".join(parts)
        if len(parts) == 2 and ", " in parts[0]:
            return f"{parts[0]}, {self.last_joint} {parts[1]}"
        if any(", " in part for part in parts[:-1]):
            return f"{self.semicolon.join(parts[:-1])}{self.semicolon}{self.last_joint} {parts[-1]}"
        joint = f", {self.other_joint}" if self._is_joined(parts) else f" {self.last_joint}"
        return f"{', '.join(parts[:-1])}{joint} {parts[-1]}"

    def _is_joined(self, parts: Sequence[str]) -> bool:
        """Whether one of the last two members is itself joined by "and", so that another word parts them."""
        return any(f" {self.last_joint} " in part for part in parts[-2:])

    def subject(self, who: Named) -> str:
        """Write somebody before a verb: the capacity stands in apposition, so that no case is needed."""
        return f"{who.name}, {who.capacity}," if who.capacity else who.name

    def agent(self, who: Named) -> str:
        """Write somebody after a preposition that takes the form in which names are recorded."""
        return self.subject(who).rstrip(",")

    def subjects(self, people: Sequence[Named]) -> str:
        """Write several before a verb."""
        if len(people) == 1:
            return self.subject(people[0])
        joined = self.series([self.agent(who) for who in people])
        return f"{joined}," if people and people[-1].capacity else joined

    def office(self, title: str) -> str:
        """Write an office whose holder is not named, as it stands in a sentence."""
        return title

    def credit(self, *parts: object) -> str:
        """Put what is known of a work into one pair of parentheses, after a space; empty for nothing."""
        known = ", ".join(str(part) for part in parts if part)
        return f" ({known})" if known else ""

    @abstractmethod
    def day(self, day: PartialDate) -> str:
        """Write a date as far as it is known."""

    @abstractmethod
    def short_title(self, office_class: str, family: str, gender: str) -> str:
        """Write the office for a later mention, with a family name or alone (R102); empty if not known."""

    @abstractmethod
    def headline(self, who: Sequence[str], why: Why, kind: str) -> str:
        """Say who marks what."""

    def titled(self, who: Sequence[str], title: str) -> str:
        """Write who holds what as a headline where no day is marked."""
        return f"{self.series(who)}: {title}"

    @abstractmethod
    def lead(
        self, who: Sequence[str], kind: str, where: Where | None, days: Sequence[PartialDate], why: Why | None
    ) -> str:  # one sentence has these five parts
        """Answer who, what, where, when and why in one sentence."""

    @abstractmethod
    def further_occasion(self, why: Why) -> str:
        """Say for which further occasion the event was held."""

    @abstractmethod
    def theme(self, theme: str) -> str:
        """Say under which theme the event stood."""

    @abstractmethod
    def backing(self, role: str, who: Sequence[str]) -> str:
        """Say who stood behind the event in which role."""

    @abstractmethod
    def route(self, places: Sequence[tuple[str, str]]) -> str:
        """Say by which places a march went; each with its role."""

    @abstractmethod
    def also_at(self, role: str, where: Where) -> str:
        """Say that the event was held at a further place, or joined from it by video."""

    @abstractmethod
    def broadcast(self, kind: str, name: str) -> str:
        """Say by which channel the event could be followed."""

    @abstractmethod
    def placed(self, where: Where) -> str:
        """Say where an item took place, before its sentence; with the comma and space after it."""

    @abstractmethod
    def adverb(self, place: str) -> str:
        """Say that an item was the `first`, the `last` or a later one; with the comma and space after it."""

    @abstractmethod
    def bare(self, kind: str, title: str) -> str:
        """Say that an item took place of which only kind and title are known; empty if not worth it."""

    @abstractmethod
    def silence(self, seconds: int | None, honours: str) -> str:
        """Say that silence was kept, for how many seconds (R90) and in memory of whom."""

    @abstractmethod
    def anthem(self, name: str, performers: str) -> str:
        """Say that an anthem was played."""

    @abstractmethod
    def contribution(self, form: str, mode: str, people: Sequence[Named], title: str) -> str:
        """Say what somebody contributed in which form."""

    @abstractmethod
    def message(self, message: Delivered) -> str:
        """Say whose message was delivered, how and by whom."""

    @abstractmethod
    def acts(self, kind: str, acts: Sequence[tuple[Named, Named | None]], honours: str) -> str:
        """Say who did an act in this order, each perhaps on behalf of another."""

    @abstractmethod
    def performance(self, work: str, authors: str, performers: str, purpose: str) -> str:
        """Say what was performed by whom."""

    @abstractmethod
    def film(self, shown: Shown) -> str:
        """Say that a film was shown."""

    @abstractmethod
    def exhibition(self, shown: Shown) -> str:
        """Say that those present could view an exhibition."""

    @abstractmethod
    def open_until(self, closes: PartialDate) -> str:
        """Say until when the exhibition named before can be seen."""

    @abstractmethod
    def award(self, award: Awarded) -> Sequence[str]:
        """Say to whom an award was given; who presented and received it stands in a second sentence."""

    @abstractmethod
    def named_document(self, kind: str, title: str) -> str:
        """Write a document with its kind and title; the kind is left out where the title begins with it."""

    @abstractmethod
    def document(self, kind: str, relation: str, title: str, authors: str) -> str:
        """Say what was done with a document."""

    @abstractmethod
    def handover(
        self, thing: str, giver: Named | None, receiver: Named | None, acceptance: str
    ) -> Sequence[str]:
        """Say what was handed over by whom to whom, and whether it was accepted."""

    @abstractmethod
    def reported(self, speaker: str, predicates: Sequence[str], number: int) -> str:
        """Join a speaker and one or two predicates; `number` counts the speaker's sentences from 0."""

    @abstractmethod
    def verbatim(self, speaker: str, words: str, original: str, *, is_joint: bool = False) -> str:
        """
        Quote a speaker, or several together.

        `original` is the code of the language of the words where it is another one.
        """

    @abstractmethod
    def citation(self, speaker: str, cited: str, words: str, *, is_joint: bool = False) -> str:
        """Say whose words a speaker cited: a second attribution within the first."""

    @abstractmethod
    def as_recorded(self, speaker: str, words: str) -> str:
        """Give a report that was recorded in whole sentences."""

    @abstractmethod
    def elsewhere(self, place: str) -> str:
        """Introduce what was said elsewhere; with the comma and space after it."""

    @abstractmethod
    def attendance(self, categories: Sequence[str]) -> str:
        """Say which categories were present, from high to low (R103)."""

    @abstractmethod
    def states(self, category: str, states: Sequence[str]) -> str:
        """Say which states are named in a category."""

    @abstractmethod
    def among(self, category: str, people: Sequence[Named]) -> str:
        """Name those present of a category; without one, those present in general."""

    @abstractmethod
    def in_role(self, role: str, people: Sequence[Named]) -> str:
        """Say who presided or was the guest of honour."""

    @abstractmethod
    def represented(self, absent: Named, by: Named) -> str:
        """Say who was represented by whom."""

    @abstractmethod
    def watched(self, people: Sequence[Named]) -> str:
        """Say who followed the event from afar."""

    @abstractmethod
    def absence(self, who: Named, actual: str, reason: str, source: str) -> str:
        """Say who was not there, for which reason, according to whom."""

    @abstractmethod
    def figure(self, kind: str, counted: str, claims: Sequence[Claimed]) -> str:
        """Say how many, according to whom; every claim with its claimant."""

    @abstractmethod
    def campaign(self, name: str, relation: str) -> str:
        """Say what the event did for a campaign."""

    @abstractmethod
    def campaign_origin(self, name: str, initiator: Named | None, began: PartialDate | None) -> str:
        """Say who initiated a campaign and when; without a name where the sentence before has named it."""

    @abstractmethod
    def campaign_aims(self, aims: str) -> str:
        """Say what a campaign aims at."""

    @abstractmethod
    def body(self, name: str) -> str:
        """Write the name of a body as it stands in a sentence, with its article where one is certain."""

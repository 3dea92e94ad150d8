"""What all languages have in common: which parts a form has and how its doubts are said."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from chancery.rules.address import sentences, sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import Provenance, Source
from chancery.rules.address.standing import EXCELLENCIES, Style
from chancery.rules.address.values import Basis, Gender, Practice, Purpose
from chancery.rules.reasons import Reason


class Joint(StrEnum):
    """How the state is joined to the kind of an office where no title is recorded."""

    OF = "of"
    FOR = "for"
    BESIDE = "beside"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """
    The words of one language for one class of office.

    Shape: `title` stands under a name, `call` after Mr or Madam (empty where the family name is used);
    the words for a woman are empty where they are the same.
    """

    title: str
    call: str = ""
    joint: Joint = Joint.OF
    title_of_woman: str = ""
    call_of_woman: str = ""


# R80: the only ones whose office stands on the host line of a card of the United States.
US_HOSTS_BY_TITLE = frozenset(
    {"ambassador", "high-commissioner", "nuncio", "envoy", "charge-ai", "charge-en-pied", "consul-general"}
)
# Of these there is one of a state at an event, so that the office names the person.
_HELD_BY_ONE = frozenset(
    {"ambassador", "high-commissioner", "nuncio", "envoy", "charge-ai", "charge-en-pied", "head-of-state"}
) | {"head-of-government", "foreign-minister", "speaker"}
_LESSER = (Basis.ACTING, Basis.DESIGNATE, Basis.FORMER)
_WITH_OFFICE = frozenset(Purpose) - {Purpose.OPENING, Purpose.CLOSING, Purpose.SPOKEN, Purpose.LATER_MENTION}
_HEADS = {
    "head-of-state": sentences.HEAD_CALLED_PRESIDENT,
    "head-of-government": sentences.HEAD_CALLED_PRIME_MINISTER,
}


class Tongue(ABC):
    """One language of forms: its words, and how it puts them together for each purpose."""

    comma: ClassVar[str] = ", "
    before_and: ClassVar[str] = ", "
    offices: ClassVar[Mapping[str, OfficeWords]]
    # Classes whose former holders are still spoken to by the office.
    called_for_life: ClassVar[frozenset[str]] = frozenset()
    provenance: ClassVar[Provenance]

    @abstractmethod
    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        """The name with its style and courtesy: "His Excellency Mr Qudsi Osmanov"."""

    @abstractmethod
    def person(self, facts: Facts) -> str:
        """The name with its courtesy only, as a host bears it: "Mr Qudsi Osmanov"."""

    @abstractmethod
    def short(self, facts: Facts) -> str:
        """The short name of lists and conversation: "Mr Osmanov"; the whole name where parts are unknown."""

    @abstractmethod
    def spoken(self, facts: Facts) -> str:
        """What one says to the person."""

    @abstractmethod
    def opening(self, facts: Facts) -> str:
        """The line above a letter."""

    @abstractmethod
    def closing(self, facts: Facts) -> str:
        """The last sentence of a letter."""

    @abstractmethod
    def later_mention(self, facts: Facts) -> str:
        """How a text goes on naming the person."""

    @abstractmethod
    def joined(self, words: OfficeWords, title: str, state: str) -> str | None:
        """The kind of office with its state: "Ambassador of France"; None where the grammar is not known."""

    @abstractmethod
    def marked(self, title: str, facts: Facts) -> str:
        """A title with the basis on which it is held: "Acting …", "Former …"."""

    @abstractmethod
    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        """The last line of a form for two, where the second holds no office."""

    @abstractmethod
    def and_holder(self, line: str) -> str:
        """The first line of the second block of a form for two office holders."""

    @abstractmethod
    def opening_for_two(self, first: Facts, second: Facts) -> str:
        """The line above a letter to two."""

    def can_open_with(self, facts: Facts) -> bool:
        """Whether a letter to two can call this one: the name is known, and the gender where it is needed."""
        return bool(facts.name) and facts.gender is not Gender.UNKNOWN

    def lines(self, purpose: Purpose, facts: Facts) -> tuple[str, ...]:
        """Write the form of one person; no empty lines, no doubled spaces."""
        match purpose:
            case Purpose.ENVELOPE | Purpose.CARD:
                written = self.block(facts, purpose)
            case Purpose.INTRODUCTION | Purpose.FIRST_MENTION:
                written = (self.in_one_line(facts, purpose),)
            case Purpose.PLACE_CARD:
                written = (self.office_alone(facts) or self.short(facts),)
            case Purpose.HOST_LINE:
                written = self.host_line(facts)
            case _:
                written = (self._to_the_person(purpose, facts),)
        return tuple(line for line in map(clean, written) if line)

    def _to_the_person(self, purpose: Purpose, facts: Facts) -> str:
        write = {
            Purpose.OPENING: self.opening,
            Purpose.CLOSING: self.closing,
            Purpose.SPOKEN: self.spoken,
            Purpose.LATER_MENTION: self.later_mention,
        }
        return write[purpose](facts)

    def block(self, facts: Facts, purpose: Purpose) -> tuple[str, ...]:
        """The name above the office."""
        return self.honoured(facts, purpose), self.office(facts)

    def in_one_line(self, facts: Facts, purpose: Purpose) -> str:
        """The name and the office in running text."""
        return self.comma.join(part for part in (self.honoured(facts, purpose), self.office(facts)) if part)

    def host_line(self, facts: Facts) -> tuple[str, ...]:
        """The office and name of a host, who bears no style; US practice leaves most offices out (R80)."""
        if _is_untitled_host(facts):
            return (facts.name,)
        return self.office_alone(facts) or self.office(facts), self.person(facts)

    def office_alone(self, facts: Facts) -> str:
        """The office where it stands for the person; empty unless only one can hold it."""
        if facts.office_class not in _HELD_BY_ONE or facts.basis in _LESSER:
            return ""
        words = self.words(facts)
        is_of_a_state = words is not None and words.joint in (Joint.OF, Joint.FOR) and bool(facts.state)
        return self.office(facts) if facts.title or is_of_a_state or facts.office_class == "nuncio" else ""

    def office(self, facts: Facts) -> str:
        """The recorded title, else the kind of office with its state; empty where there is neither."""
        if facts.title:
            return self.marked(facts.title, facts)
        words = self.words(facts)
        if words is None:
            return ""
        title = self.marked(self.title(facts), facts)
        if not facts.state or words.joint is Joint.ALONE:
            return title
        joined = None if words.joint is Joint.BESIDE else self.joined(words, title, facts.state)
        return joined or f"{title}{self.comma}{facts.state}"

    def words(self, facts: Facts) -> OfficeWords | None:
        """The words for the class of office; None for no office and for a class nobody described."""
        return self.offices.get(facts.office_class)

    def title(self, facts: Facts) -> str:
        """The kind of office, in the word for a woman where gender and practice ask for it."""
        words = self.words(facts)
        if words is None:
            return ""
        return words.title_of_woman if self._takes_feminine(facts, words.title_of_woman) else words.title

    def call(self, facts: Facts) -> str:
        """The word of the office used in speaking to the holder; empty where the name is used."""
        words = self.words(facts)
        is_over = facts.basis is Basis.FORMER and facts.office_class not in self.called_for_life
        if words is None or is_over:
            return ""
        return words.call_of_woman if self._takes_feminine(facts, words.call_of_woman) else words.call

    def _takes_feminine(self, facts: Facts, word: str) -> bool:
        return bool(word) and facts.gender is Gender.WOMAN

    def source(self, purpose: Purpose, facts: Facts) -> Source:
        """Where the wording was read; a wording at home has its own sources, a lesser basis has none."""
        if facts.basis in _LESSER:
            return sources.GENERAL_KNOWLEDGE
        is_other_at_home = facts.is_at_home and facts.office_class in EXCELLENCIES
        key = f"{facts.office_class} at home" if is_other_at_home else facts.office_class
        return self.provenance.get(purpose, {}).get(key, sources.GENERAL_KNOWLEDGE)

    def doubts(self, purpose: Purpose, facts: Facts) -> tuple[Reason, ...]:
        """Say what is missing for this purpose, and how well the wording is founded."""
        founded = sources.founded(self.source(purpose, facts), "R86")
        if purpose is Purpose.HOST_LINE and _is_untitled_host(facts):
            untitled = Reason(sentences.US_HOST, rule="R80", source=sources.FAM_CARDS.address)
            return (*self._missing(purpose, facts), untitled, founded)
        return (*self._missing(purpose, facts), founded)

    def _missing(self, purpose: Purpose, facts: Facts) -> tuple[Reason, ...]:
        words = self.words(facts)
        found = [
            Reason(sentence, rule="R86", is_open=True)
            for is_so, sentence in (
                (self._lacks_title(purpose, facts), sentences.TITLE_MISSING),
                (self._lacks_feminine(facts), sentences.UNMARKED_TITLE),
                (
                    purpose not in _WITH_OFFICE and facts.office_class in _HEADS,
                    _HEADS.get(facts.office_class, ""),
                ),
            )
            if is_so
        ]
        if words is None and facts.office_class != "none":
            found.append(
                Reason(sentences.NO_FORM_OF_ITS_OWN, {"office_class": facts.office_class}, rule="R86")
            )
        if purpose in _WITH_OFFICE and self._lacks_grammar(facts):
            found.append(Reason(sentences.STATE_BESIDE, {"state": facts.state}, rule="R86", is_open=True))
        if facts.gender is Gender.UNKNOWN and facts.name:
            found.append(Reason(sentences.GENDER_UNKNOWN, rule="R86"))
        return tuple(found)

    def _lacks_title(self, purpose: Purpose, facts: Facts) -> bool:
        if facts.title or facts.office_class in ("none", "nuncio") or purpose not in _WITH_OFFICE:
            return False
        words = self.words(facts)
        return words is None or (bool(words.title) and words.joint in (Joint.BESIDE, Joint.ALONE))

    def _lacks_feminine(self, facts: Facts) -> bool:
        words = self.words(facts)
        if words is None or facts.gender is not Gender.UNKNOWN or facts.title:
            return False
        return bool(words.title_of_woman or words.call_of_woman)

    def _lacks_grammar(self, facts: Facts) -> bool:
        words = self.words(facts)
        if words is None or facts.title or not facts.state or words.joint not in (Joint.OF, Joint.FOR):
            return False
        return self.joined(words, self.title(facts), facts.state) is None


def _is_untitled_host(facts: Facts) -> bool:
    return facts.practice is Practice.US and facts.office_class not in US_HOSTS_BY_TITLE


def is_honoured(facts: Facts) -> bool:
    """Whether the person is called Excellency, Eminence or the like to the face."""
    return facts.style in (Style.EXCELLENCY, Style.EMINENCE, Style.PRELATE)

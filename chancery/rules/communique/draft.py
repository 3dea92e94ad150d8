"""A draft while it is composed: what was said so far, who was introduced, and what could not be said."""

from collections import Counter
from collections.abc import Iterable

from chancery.rules.communique.facts import EventFacts, Nature, Texts, Who
from chancery.rules.communique.proper import begins_with_a_name
from chancery.rules.communique.tongue import Named, Tongue
from chancery.rules.communique.values import Composed, Composition, Missing, Part


class Basis:
    """The facts that one sentence rests on, and whom it introduces; both count only if it is said."""

    def __init__(self, *keys: str) -> None:
        self.keys: dict[str, None] = dict.fromkeys(keys)
        self.introduces: set[str] = set()

    def add(self, *keys: str) -> None:
        """Add facts, each once."""
        self.keys.update(dict.fromkeys(keys))


class Draft:
    """One communiqué in one language while its parts are written one after the other."""

    def __init__(self, facts: EventFacts, tongue: Tongue) -> None:
        self.facts, self.tongue = facts, tongue
        self._people = {who.ref: who for who in facts.people}
        self.said: set[str] = set()
        self._introduced: set[str] = set()
        self._sentences: list[Composed] = []
        self._missing: dict[str, Missing] = {}
        self.place = self._venue()
        self._names = _names_of(facts, tongue.language)
        self._speaking = ""
        self._shared_offices = _offices_of_several(facts.people)
        self._namesakes = _families_of_several(facts.people, tongue.language)

    def _venue(self) -> str:
        """The ref of the place where the event was held; empty for a march, which has several."""
        first = min(self.facts.places, key=lambda each: (each.position, each.ref), default=None)
        return first.ref if first and first.role == "venue" else ""

    @property
    def composition(self) -> Composition:
        """What was said so far."""
        return Composition(tuple(self._sentences), tuple(self._missing.values()))

    def say(self, part: Part, sentence: str, basis: Basis, *, opens: bool = False) -> bool:
        """Add a sentence unless it is empty; return whether it was said."""
        if not sentence or not basis.keys:
            return False
        text = _as_line(sentence, part, self.tongue) or self.tongue.finished(sentence)
        self._introduced |= basis.introduces
        self._sentences.append(Composed(part, text, tuple(basis.keys), opens))
        return True

    def text(self, texts: Texts, basis: Basis, key: str) -> str:
        """
        Return a wording in the language and note that the sentence rests on it.

        Shape: empty where nothing is written; what is written only in other languages is noted as missing.
        """
        found = texts.get(self.tongue.language, "").strip()
        if found:
            basis.add(key)
        elif any(texts.values()):
            self.note(key, texts)
        return found

    def label(self, texts: Texts, basis: Basis, key: str) -> str:
        """Return a wording as it stands inside a sentence, its first letter small unless a name begins it."""
        return self.inside(self.text(texts, basis, key))

    def inside(self, text: str) -> str:
        """Write a label inside a sentence; the names of the event and those of CLDR keep their capital."""
        is_name = begins_with_a_name(text, self.tongue.language, self._names)
        return text if is_name else self.tongue.lowered(text)

    def first_text(self, choices: Iterable[tuple[Texts, str]], basis: Basis) -> str:
        """Return the first of several wordings that the language has; if it has none, note the first."""
        known = [(texts, key) for texts, key in choices if any(texts.values())]
        for texts, key in known:
            if texts.get(self.tongue.language, "").strip():
                return self.text(texts, basis, key)
        return self.text(known[0][0], basis, known[0][1]) if known else ""

    def note(self, key: str, texts: Texts) -> None:
        """Note a fact that is not written in this language, with the words it has in another one."""
        written = sorted((code != "en", code, words) for code, words in texts.items() if words)
        if written:
            self._missing.setdefault(key, Missing(key, written[0][2]))

    def who(self, ref: str) -> Who | None:
        """Return whoever takes part under a ref."""
        return self._people.get(ref)

    def introduced(self, identity: str) -> Who | None:
        """Return somebody who takes part and was already named; None for anybody else."""
        if identity not in self._introduced:
            return None
        known = (who for who in self.facts.people if who.identity == identity)
        return min(known, key=lambda who: who.ref, default=None)

    def mention(self, who: Who, basis: Basis) -> Named:
        """Name somebody: with the capacity at the first mention, later by office or family name (R102)."""
        if who.identity in self._introduced | basis.introduces:
            return self._again(who, basis)
        basis.introduces.add(who.identity)
        name = self._name(who, basis)
        capacity = self.text(who.capacity, basis, who.capacity_key)
        return Named(name, capacity, who.gender, who.nature)

    def goes_on(self, who: Who, number: int) -> None:
        """Note that somebody goes on speaking: every other sentence names the office alone (R102)."""
        self._speaking = who.identity if number % 2 else ""

    def is_over(self) -> None:
        """Note that nobody goes on speaking."""
        self._speaking = ""

    def mentions(self, refs: Iterable[str], basis: Basis) -> list[Named]:
        """Name several; whoever has no name in this language is left out and noted as missing."""
        found = [self.mention(who, basis) for who in map(self.who, refs) if who]
        return [named for named in found if named.name]

    def _name(self, who: Who, basis: Basis) -> str:
        name = self.text(who.names, basis, who.key)
        if not name or who.nature is Nature.PERSON:
            return name
        return self.tongue.office(name) if who.nature is Nature.OFFICE else self.tongue.body(name)

    def _again(self, who: Who, basis: Basis) -> Named:
        family = who.families.get(self.tongue.language, "")
        name = self._name(who, basis)
        if who.nature is not Nature.PERSON or not family or family in self._namesakes:
            return Named(name, "", who.gender, who.nature)
        is_alone = who.identity == self._speaking and who.office_class not in self._shared_offices
        titled = self.tongue.short_title(who.office_class, "" if is_alone else family, who.gender)
        if titled:
            basis.add(who.capacity_key)
        return Named(titled or family, "", who.gender, who.nature)


def _as_line(sentence: str, part: Part, tongue: Tongue) -> str:
    """Write what is a line and no sentence: it has no stop."""
    if part in (Part.HEADLINE, Part.DATELINE):
        return tongue.capitalised(sentence)
    return sentence if part is Part.CONTACT else ""


def _names_of(facts: EventFacts, language: str) -> frozenset[str]:
    """The words that are names at this event: of its people and of its places."""
    written = [who.names for who in facts.people if who.nature is Nature.PERSON]
    written += [texts for place in facts.places for texts in (place.names, place.within)]
    return frozenset(word for texts in written for word in texts.get(language, "").split() if len(word) > 3)


def _families_of_several(people: Iterable[Who], language: str) -> frozenset[str]:
    """The family names that more than one person at the event has."""
    named = {(who.identity, who.families.get(language, "")) for who in people}
    counted = Counter(family for _, family in named)
    return frozenset(family for family, times in counted.items() if times > 1)


def _offices_of_several(people: Iterable[Who]) -> frozenset[str]:
    """The classes of office that more than one person at the event holds."""
    held = {(who.identity, who.office_class) for who in people if who.role != "mentioned"}
    counted = Counter(office_class for _, office_class in held)
    return frozenset(office_class for office_class, times in counted.items() if times > 1)

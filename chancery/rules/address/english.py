"""Forms of address in English."""

from chancery.rules.address import sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import Source, same_source
from chancery.rules.address.standing import CHARGES, Style
from chancery.rules.address.tongue import Joint, OfficeWords, Tongue, is_honoured
from chancery.rules.address.values import Basis, Gender, Practice, Purpose
from chancery.rules.languages.english import with_article

_HONOURS = {
    Style.EXCELLENCY: {Gender.MAN: "His Excellency", Gender.WOMAN: "Her Excellency", Gender.UNKNOWN: "H.E."},
    Style.EMINENCE: {Gender.MAN: "His Eminence", Gender.WOMAN: "Her Eminence", Gender.UNKNOWN: "H.E."},
    Style.PRELATE: dict.fromkeys(Gender, ""),
    Style.HONOURABLE: dict.fromkeys(Gender, "The Honorable"),
    Style.PLAIN: dict.fromkeys(Gender, ""),
}
_VOCATIVES = {
    Style.EXCELLENCY: "Your Excellency",
    Style.EMINENCE: "Your Eminence",
    Style.PRELATE: "Your Excellency",
}
_COURTESY = {Gender.MAN: "Mr", Gender.WOMAN: "Ms", Gender.UNKNOWN: ""}
_BEFORE_CALL = {Gender.MAN: "Mr", Gender.WOMAN: "Madam", Gender.UNKNOWN: ""}
_SIR = {Gender.MAN: "Sir", Gender.WOMAN: "Madam"}
# Words of office that stand before a name in place of Mr or Ms.
_PREFIXES = {
    **dict.fromkeys(("nuncio", "archbishop", "bishop"), "the Most Reverend"),
    "cardinal": "Cardinal",
    "judge": "Judge",
    "professor": "Professor",
}
_NAMED_IN_FULL = frozenset({"nuncio", "archbishop", "bishop"})
_CALLED_BY_OFFICE_ALONE = frozenset({"high-commissioner", "head-of-government"})
_MARKS = {Basis.ACTING: "Acting {}", Basis.DESIGNATE: "{}-designate", Basis.FORMER: "Former {}"}

OFFICES = {
    "ambassador": OfficeWords("Ambassador", "Ambassador"),
    "high-commissioner": OfficeWords("High Commissioner", "High Commissioner", Joint.FOR),
    "nuncio": OfficeWords("Apostolic Nuncio", "", Joint.ALONE),
    "envoy": OfficeWords("Envoy Extraordinary and Minister Plenipotentiary", "Minister"),
    "charge-en-pied": OfficeWords("Chargé d’Affaires e.p."),
    "charge-ai": OfficeWords("Chargé d’Affaires a.i."),
    "consul-general": OfficeWords("Consul General"),
    "consul": OfficeWords("Consul"),
    "honorary-consul": OfficeWords("Honorary Consul"),
    "head-of-state": OfficeWords("Head of State", "President", Joint.BESIDE),
    "head-of-government": OfficeWords("Head of Government", "Prime Minister", Joint.BESIDE),
    "speaker": OfficeWords("Speaker of Parliament", "Speaker", Joint.BESIDE),
    "foreign-minister": OfficeWords("Minister for Foreign Affairs", "Minister"),
    "minister": OfficeWords("Minister", "Minister", Joint.BESIDE),
    "member-of-parliament": OfficeWords("Member of Parliament", "", Joint.BESIDE),
    "mayor": OfficeWords("Mayor", "Mayor", Joint.ALONE),
    "judge": OfficeWords("", "", Joint.ALONE),
    "cardinal": OfficeWords("", "", Joint.ALONE),
    "archbishop": OfficeWords("Archbishop", "", Joint.ALONE),
    "bishop": OfficeWords("Bishop", "", Joint.ALONE),
    "professor": OfficeWords("", "", Joint.ALONE),
}
_CLERGY = same_source(sources.BALTIMORE, "cardinal", "archbishop", "bishop")
_AMBASSADOR = same_source(sources.DEBRETT_FOREIGN, "ambassador")
_CONSULS = same_source(sources.LEGALCLARITY_CONSUL, "consul-general")


class English(Tongue):
    """English; "Mr." with a point and other habits by practice."""

    offices = OFFICES
    called_for_life = frozenset({"ambassador"})
    provenance = {
        Purpose.ENVELOPE: {
            **_AMBASSADOR,
            **_CLERGY,
            **_CONSULS,
            **same_source(sources.HICKEY_CHARGE, *CHARGES),
            **same_source(sources.CATHOLIC_FORMS, "nuncio"),
            **same_source(sources.COMMISSION_PROTOCOL, "head-of-state"),
            **same_source(sources.DEBRETT_HIGH_COMMISSIONER, "high-commissioner"),
        },
        Purpose.OPENING: {
            **same_source(sources.LEGALCLARITY_AMBASSADOR, "ambassador"),
            **_CLERGY,
            **_CONSULS,
            **same_source(sources.DIPLOMAT_NOTES, "envoy", *CHARGES),
            **same_source(sources.CATHOLIC_FORMS, "nuncio"),
            **same_source(sources.COMMISSION_PROTOCOL, "head-of-state"),
            **same_source(sources.LEON_COUNTY, "judge", "mayor"),
        },
        Purpose.CARD: {**same_source(sources.EASYDIPLOMACY, "ambassador")},
        Purpose.PLACE_CARD: {**same_source(sources.UCLA, "ambassador")},
        Purpose.INTRODUCTION: _AMBASSADOR,
        Purpose.FIRST_MENTION: _AMBASSADOR,
        Purpose.SPOKEN: {
            **same_source(sources.LEGALCLARITY_AMBASSADOR, "ambassador"),
            **_CLERGY,
            **_CONSULS,
            **same_source(sources.CATHOLIC_FORMS, "nuncio"),
            **same_source(sources.DEBRETT_HIGH_COMMISSIONER, "high-commissioner"),
        },
        Purpose.HOST_LINE: {
            **same_source(sources.FAM_CARDS, "ambassador", "envoy", *CHARGES, "consul-general")
        },
    }

    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        honour = _HONOURS[facts.style][facts.gender]
        if purpose in (Purpose.CARD, Purpose.FIRST_MENTION) and facts.style is Style.EXCELLENCY:
            honour = "H.E."
        if facts.style is Style.HONOURABLE:
            return clean(honour, facts.name)
        return _with_capital_the(clean(honour, self.person(facts)))

    def person(self, facts: Facts) -> str:
        if facts.office_class == "cardinal" and facts.given and facts.family:
            return f"{facts.given} Cardinal {facts.family}"
        return clean(self._courtesy(facts), facts.name) if facts.name else ""

    def short(self, facts: Facts) -> str:
        courtesy = self._courtesy(facts)
        if not facts.name or (facts.office_class in _NAMED_IN_FULL and not facts.honorific):
            return facts.name
        return clean(courtesy, facts.family or facts.name) if courtesy else facts.name

    def spoken(self, facts: Facts) -> str:
        call = self.call(facts)
        if is_honoured(facts) and (facts.office_class == "head-of-state" or not call):
            return _VOCATIVES[facts.style]
        if not call or facts.basis is Basis.FORMER:
            return self.later_mention(facts)
        is_bare = facts.office_class in _CALLED_BY_OFFICE_ALONE or self._is_canadian_at_home(facts)
        return call if is_bare else clean(self._pointed(_BEFORE_CALL[facts.gender], facts), call)

    def opening(self, facts: Facts) -> str:
        if is_honoured(facts):
            return _VOCATIVES[facts.style]
        is_formal = (
            facts.office_class in CHARGES or facts.office_class == "envoy" or self._is_canadian_at_home(facts)
        )
        if is_formal and facts.gender is not Gender.UNKNOWN:
            return _SIR[facts.gender]
        return clean("Dear", self._dear(facts) or "Sir or Madam")

    def closing(self, facts: Facts) -> str:
        if facts.style is Style.EXCELLENCY:
            return "Accept, Excellency, the renewed assurances of my highest consideration."
        return "Yours sincerely"

    def later_mention(self, facts: Facts) -> str:
        call = self.call(facts)
        return clean(call, facts.family) if call and facts.family else self.short(facts)

    def host_line(self, facts: Facts) -> tuple[str, ...]:
        return tuple(map(_with_capital_the, super().host_line(facts)))

    def office_alone(self, facts: Facts) -> str:
        office = super().office_alone(facts)
        return f"The {office}" if office and not office.startswith("The ") else office

    def joined(self, words: OfficeWords, title: str, state: str) -> str:
        return f"{title} {words.joint.value} {with_article(state)}"

    def marked(self, title: str, facts: Facts) -> str:
        return _MARKS.get(facts.basis, "{}").format(title) if title else ""

    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        if not spouse.name:
            return "and spouse"
        same_family = bool(first.family) and first.family == spouse.family
        if same_family and spouse.gender is not Gender.UNKNOWN and not spouse.honorific:
            wedded = {Gender.WOMAN: "Mrs", Gender.MAN: "Mr"}[spouse.gender]
            return clean("and", self._pointed(wedded, spouse), spouse.family)
        return clean("and", self.person(spouse))

    def and_holder(self, line: str) -> str:
        return f"and {line}"

    def opening_for_two(self, first: Facts, second: Facts) -> str:
        spouse = self.and_spouse(first, second, Purpose.OPENING)
        return (
            clean(self.opening(first), spouse) if self.words(second) is None else self._to_both(first, second)
        )

    def source(self, purpose: Purpose, facts: Facts) -> Source:
        if facts.style is Style.HONOURABLE and purpose is Purpose.ENVELOPE:
            return sources.HICKEY_FORMER if facts.basis is Basis.FORMER else sources.STATE_DEPARTMENT
        if purpose is Purpose.OPENING and facts.gender is Gender.UNKNOWN and not self.call(facts):
            return sources.CANADIAN_HERITAGE if not is_honoured(facts) else super().source(purpose, facts)
        if facts.is_at_home and facts.office_class == "ambassador" and facts.basis is Basis.FULL:
            return self._source_at_home(purpose, facts)
        return super().source(purpose, facts)

    def _source_at_home(self, purpose: Purpose, facts: Facts) -> Source:
        by_practice = {
            (Practice.US, Purpose.OPENING): sources.LEGALCLARITY_AMBASSADOR,
            (Practice.UK, Purpose.OPENING): sources.EHOW_BRITISH,
            (Practice.UK, Purpose.ENVELOPE): sources.DEBRETT_BRITISH,
            (Practice.CANADA, Purpose.OPENING): sources.CANADIAN_ENCYCLOPEDIA,
            (Practice.CANADA, Purpose.SPOKEN): sources.CANADIAN_ENCYCLOPEDIA,
        }
        return by_practice.get((facts.practice, purpose), sources.GENERAL_KNOWLEDGE)

    def _to_both(self, first: Facts, second: Facts) -> str:
        if is_honoured(first) and first.style is second.style:
            return {Style.EMINENCE: "Your Eminences"}.get(first.style, "Your Excellencies")
        return clean(self.opening(first), "and", self.opening(second).removeprefix("Dear "))

    def _dear(self, facts: Facts) -> str:
        call = self.call(facts)
        if not call or facts.basis is Basis.FORMER:
            return self.later_mention(facts)
        if facts.practice is Practice.US and facts.office_class == "ambassador":
            return clean(self._pointed(_BEFORE_CALL[facts.gender], facts), call)
        return call

    def _courtesy(self, facts: Facts) -> str:
        own = facts.honorific or _PREFIXES.get(facts.office_class, "")
        return own or self._pointed(_COURTESY[facts.gender], facts)

    def _pointed(self, word: str, facts: Facts) -> str:
        """North America writes a point after Mr, Mrs and Ms."""
        is_short = word in ("Mr", "Mrs", "Ms")
        return f"{word}." if is_short and facts.practice in (Practice.US, Practice.CANADA) else word

    def _is_canadian_at_home(self, facts: Facts) -> bool:
        return facts.practice is Practice.CANADA and facts.is_at_home and facts.office_class == "ambassador"


def _with_capital_the(line: str) -> str:
    """Begin a line with "The"; names keep their own small letters ("van Gogh")."""
    return f"The {line[4:]}" if line.startswith("the ") else line

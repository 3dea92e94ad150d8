"""Forms of address in Azerbaijani; the office stands before the name."""

from chancery.rules.address import sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import same_source
from chancery.rules.address.standing import CHARGES, Style
from chancery.rules.address.tongue import Joint, OfficeWords, Tongue, is_honoured
from chancery.rules.address.values import Basis, Gender, Purpose
from chancery.rules.languages.azerbaijani import capitalised, genitive, lowered

_COURTESY = {Gender.MAN: "cənab", Gender.WOMAN: "xanım", Gender.UNKNOWN: ""}
_HONOURS = {
    Style.EXCELLENCY: "Zati-Aliləri",
    Style.EMINENCE: "Zati-Müqəddəsləri",
    Style.PRELATE: "Zati-Aliləri",
}
_IN_TEXT = frozenset({Purpose.FIRST_MENTION, Purpose.LATER_MENTION})
# Clergy are named by their rank and not as cənab.
_CLERGY = {"cardinal": "kardinal", "archbishop": "arxiyepiskop", "bishop": "yepiskop", "nuncio": "monsenyor"}
_MARKS = {
    Basis.ACTING: "{} vəzifəsini icra edən",
    Basis.DESIGNATE: "təyin edilmiş {}",
    Basis.FORMER: "keçmiş {}",
}

# `title` is the form possessed by the state: "Fransanın səfiri".
OFFICES = {
    "ambassador": OfficeWords("səfiri", "Səfir"),
    "high-commissioner": OfficeWords("ali komissarı", "Ali Komissar"),
    "nuncio": OfficeWords("Apostol nunsisi", "", Joint.ALONE),
    "envoy": OfficeWords("fövqəladə elçisi və səlahiyyətli naziri", "Elçi"),
    "charge-en-pied": OfficeWords("işlər üzrə müvəkkili", "işlər üzrə müvəkkil"),
    "charge-ai": OfficeWords("müvəqqəti işlər vəkili", "işlər üzrə müvəkkil"),
    "consul-general": OfficeWords("baş konsulu", "Baş Konsul"),
    "consul": OfficeWords("konsulu", "Konsul"),
    "honorary-consul": OfficeWords("fəxri konsulu", "Konsul"),
    "head-of-state": OfficeWords("dövlət başçısı", "Prezident"),
    "head-of-government": OfficeWords("hökumət başçısı", "Baş Nazir"),
    "speaker": OfficeWords("parlamentinin sədri", "Sədr"),
    "foreign-minister": OfficeWords("xarici işlər naziri", "Nazir"),
    "minister": OfficeWords("nazir", "Nazir", Joint.BESIDE),
    "member-of-parliament": OfficeWords("parlament üzvü", "", Joint.BESIDE),
    "mayor": OfficeWords("mer", "Mer", Joint.ALONE),
    "judge": OfficeWords("hakim", "Hakim", Joint.ALONE),
    "cardinal": OfficeWords("", "", Joint.ALONE),
    "archbishop": OfficeWords("", "", Joint.ALONE),
    "bishop": OfficeWords("", "", Joint.ALONE),
    "professor": OfficeWords("", "Professor", Joint.ALONE),
}
# The kind of office without a possessor, where the state is not known.
_ALONE = {
    "ambassador": "səfir",
    "high-commissioner": "ali komissar",
    "envoy": "fövqəladə elçi və səlahiyyətli nazir",
    "charge-en-pied": "işlər üzrə müvəkkil",
    "consul-general": "baş konsul",
    "consul": "konsul",
    "honorary-consul": "fəxri konsul",
    "foreign-minister": "xarici işlər naziri",
    "speaker": "parlament sədri",
}
_MINISTERS = same_source(sources.AZ_WIKIPEDIA, "minister", "minister at home", "foreign-minister at home")


class Azerbaijani(Tongue):
    """Azerbaijani; no grammatical gender, only the word of courtesy differs."""

    before_and = " "
    offices = OFFICES
    provenance = {
        Purpose.OPENING: {
            **_MINISTERS,
            **same_source(sources.KAYZEN_LETTERS, "foreign-minister"),
            **same_source(sources.KAYZEN_NOTES, "ambassador at home"),
        },
        Purpose.CLOSING: same_source(
            sources.KAYZEN_NOTES, "ambassador", "foreign-minister", "envoy", *CHARGES
        ),
    }

    def lines(self, purpose: Purpose, facts: Facts) -> tuple[str, ...]:
        written = super().lines(purpose, facts)
        if purpose in _IN_TEXT:
            return written
        return tuple(line if _is_as_recorded(line, facts) else capitalised(line) for line in written)

    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        return clean(_HONOURS.get(facts.style, ""), self.person(facts))

    def person(self, facts: Facts) -> str:
        return clean(_courtesy(facts), facts.honorific, facts.name) if facts.name else ""

    def short(self, facts: Facts) -> str:
        courtesy = clean(_courtesy(facts), facts.honorific)
        return clean(courtesy, facts.family or facts.name) if facts.name and courtesy else facts.name

    def spoken(self, facts: Facts) -> str:
        call, courtesy = self.call(facts), _COURTESY[facts.gender]
        if call and courtesy:
            return clean(courtesy, call)
        return _HONOURS.get(facts.style) or self.short(facts)

    def opening(self, facts: Facts) -> str:
        if is_honoured(facts):
            return _HONOURS[facts.style]
        addressed = (
            clean(_COURTESY[facts.gender], self.call(facts)) if self.call(facts) else self.short(facts)
        )
        return clean("Hörmətli", addressed) if addressed else "Hörmətli xanım, hörmətli cənab"

    def closing(self, facts: Facts) -> str:
        spoken = self.spoken(facts)
        asked = "sizə dərin hörmət və ehtiram bəslədiyimə əmin olmağınızı xahiş edirəm."
        return f"{spoken}, {asked}" if spoken else asked

    def later_mention(self, facts: Facts) -> str:
        call = self.call(facts)
        if call and facts.family and facts.basis is Basis.FULL:
            return clean(lowered(call), facts.family)
        return self.short(facts)

    def block(self, facts: Facts, purpose: Purpose) -> tuple[str, ...]:
        return self.office(facts), self.honoured(facts, purpose)

    def in_one_line(self, facts: Facts, purpose: Purpose) -> str:
        return clean(self.office(facts), self.honoured(facts, purpose))

    def title(self, facts: Facts) -> str:
        alone = "" if facts.state and genitive(facts.state) else _ALONE.get(facts.office_class, "")
        return alone or super().title(facts)

    def joined(self, words: OfficeWords, title: str, state: str) -> str | None:
        possessor = genitive(state)
        return possessor and f"{possessor} {title}"

    def marked(self, title: str, facts: Facts) -> str:
        return _MARKS.get(facts.basis, "{}").format(title) if title else ""

    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        if not spouse.name:
            return {Gender.WOMAN: "xanımı ilə", Gender.MAN: "həyat yoldaşı ilə"}.get(
                spouse.gender, "həyat yoldaşı ilə"
            )
        return clean("və", self.person(spouse))

    def and_holder(self, line: str) -> str:
        return f"və {line}"

    def opening_for_two(self, first: Facts, second: Facts) -> str:
        first_call, second_call = self.opening(first), self.opening(second)
        if first_call == second_call:
            return first_call
        return f"{first_call}, {second_call.replace('Hörmətli', 'hörmətli')}"


def _is_as_recorded(line: str, facts: Facts) -> bool:
    """Whether a line begins with a name or title whose first letter is the record's and not ours."""
    return any(begins and line.startswith(begins) for begins in (facts.name, facts.title, facts.honorific))


def _courtesy(facts: Facts) -> str:
    return _CLERGY.get(facts.office_class) or _COURTESY[facts.gender]

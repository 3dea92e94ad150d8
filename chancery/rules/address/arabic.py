"""Forms of address in Arabic (largely general knowledge; needs a native check)."""

from chancery.rules.address import sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import same_source
from chancery.rules.address.standing import Style
from chancery.rules.address.tongue import Joint, OfficeWords, Tongue, is_honoured
from chancery.rules.address.values import Basis, Gender, Purpose
from chancery.rules.languages.arabic import belonging_to

_COURTESY = {Gender.MAN: "السيد", Gender.WOMAN: "السيدة", Gender.UNKNOWN: ""}
_RESPECTED = {Gender.MAN: "المحترم", Gender.WOMAN: "المحترمة", Gender.UNKNOWN: ""}
_TO_NOBODY_NAMED = "تحية طيبة وبعد"
# Arabic has a word of honour for each kind of office.
_HONOURS = {
    "head-of-state": "فخامة",
    "head-of-government": "دولة",
    **dict.fromkeys(("minister", "foreign-minister", "speaker"), "معالي"),
    **dict.fromkeys(("ambassador", "high-commissioner", "nuncio"), "سعادة"),
    "cardinal": "نيافة",
    **dict.fromkeys(("archbishop", "bishop"), "سيادة"),
}
_CLERICS = {"cardinal": "الكاردينال", "nuncio": "المطران", "archbishop": "المطران", "bishop": "المطران"}
_MARKS = {
    Gender.MAN: {Basis.ACTING: "{} بالإنابة", Basis.DESIGNATE: "{} المعيّن", Basis.FORMER: "{} السابق"},
    Gender.WOMAN: {Basis.ACTING: "{} بالإنابة", Basis.DESIGNATE: "{} المعيّنة", Basis.FORMER: "{} السابقة"},
}
_IN_THE_EMBASSY = frozenset(
    {"القائم بالأعمال بالإنابة", "القائمة بالأعمال بالإنابة", "القائم بالأعمال", "القائمة بالأعمال"}
)

OFFICES = {
    "ambassador": OfficeWords("سفير", "السفير", Joint.OF, "سفيرة", "السفيرة"),
    "high-commissioner": OfficeWords(
        "المفوض السامي", "المفوض السامي", Joint.FOR, "المفوضة السامية", "المفوضة السامية"
    ),
    "nuncio": OfficeWords("السفير البابوي", "", Joint.ALONE),
    "envoy": OfficeWords(
        "المبعوث فوق العادة", "الوزير المفوض", Joint.FOR, "المبعوثة فوق العادة", "الوزيرة المفوضة"
    ),
    "charge-en-pied": OfficeWords(
        "القائم بالأعمال", "القائم بالأعمال", Joint.OF, "القائمة بالأعمال", "القائمة بالأعمال"
    ),
    "charge-ai": OfficeWords(
        "القائم بالأعمال بالإنابة",
        "القائم بالأعمال",
        Joint.OF,
        "القائمة بالأعمال بالإنابة",
        "القائمة بالأعمال",
    ),
    "consul-general": OfficeWords("القنصل العام", "القنصل العام", Joint.FOR),
    "consul": OfficeWords("القنصل", "القنصل", Joint.FOR),
    "honorary-consul": OfficeWords("القنصل الفخري", "القنصل الفخري", Joint.FOR),
    "head-of-state": OfficeWords("رئيس الدولة", "الرئيس", Joint.BESIDE, "رئيسة الدولة", "الرئيسة"),
    "head-of-government": OfficeWords(
        "رئيس الحكومة", "رئيس الوزراء", Joint.BESIDE, "رئيسة الحكومة", "رئيسة الوزراء"
    ),
    "speaker": OfficeWords(
        "رئيس البرلمان", "رئيس البرلمان", Joint.BESIDE, "رئيسة البرلمان", "رئيسة البرلمان"
    ),
    "foreign-minister": OfficeWords("وزير خارجية", "الوزير", Joint.OF, "وزيرة خارجية", "الوزيرة"),
    "minister": OfficeWords("الوزير", "الوزير", Joint.BESIDE, "الوزيرة", "الوزيرة"),
    "member-of-parliament": OfficeWords("عضو البرلمان", "", Joint.BESIDE, "عضوة البرلمان"),
    "mayor": OfficeWords("رئيس البلدية", "رئيس البلدية", Joint.ALONE, "رئيسة البلدية", "رئيسة البلدية"),
    "judge": OfficeWords("القاضي", "القاضي", Joint.ALONE, "القاضية", "القاضية"),
    "cardinal": OfficeWords("", "", Joint.ALONE),
    "archbishop": OfficeWords("رئيس الأساقفة", "", Joint.ALONE),
    "bishop": OfficeWords("الأسقف", "", Joint.ALONE),
    "professor": OfficeWords("", "الأستاذ", Joint.ALONE, "", "الأستاذة"),
}
# An office without its state stands with the article.
_ALONE = {
    "سفير": "السفير",
    "سفيرة": "السفيرة",
    "وزير خارجية": "وزير الخارجية",
    "وزيرة خارجية": "وزيرة الخارجية",
}
_CALLS = same_source(sources.ARABIC_STYLES, "ambassador", "minister", "foreign-minister", "head-of-state")


class Arabic(Tongue):
    """Arabic; the style depends on the kind of office, and most words on gender."""

    comma = "، "
    before_and = " "
    offices = OFFICES
    provenance = {Purpose.OPENING: _CALLS, Purpose.SPOKEN: _CALLS}

    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        return clean(self._honour(facts), self.person(facts))

    def person(self, facts: Facts) -> str:
        courtesy = facts.honorific or _CLERICS.get(facts.office_class) or _COURTESY[facts.gender]
        return clean(courtesy, facts.name) if facts.name else ""

    def short(self, facts: Facts) -> str:
        return self.person(facts)

    def spoken(self, facts: Facts) -> str:
        call = self.call(facts) or _CLERICS.get(facts.office_class, "")
        honour = self._honour(facts)
        if facts.gender is Gender.UNKNOWN or not call:
            return self.honoured(facts, Purpose.SPOKEN)
        return clean(honour or _COURTESY[facts.gender], call)

    def opening(self, facts: Facts) -> str:
        if is_honoured(facts) or self.call(facts):
            return self.spoken(facts)
        if not facts.name:
            return _TO_NOBODY_NAMED
        return clean(self.person(facts), _RESPECTED[facts.gender])

    def closing(self, facts: Facts) -> str:
        return "وتفضلوا بقبول فائق الاحترام والتقدير"

    def later_mention(self, facts: Facts) -> str:
        call = self.call(facts)
        is_known = facts.gender is not Gender.UNKNOWN and facts.basis is Basis.FULL
        return clean(call, facts.family or facts.name) if call and is_known else self.person(facts)

    def joined(self, words: OfficeWords, title: str, state: str) -> str:
        if words.joint is Joint.FOR:
            return f"{title} {belonging_to(state)}"
        return f"{title} في سفارة {state}" if title in _IN_THE_EMBASSY else f"{title} {state}"

    def office(self, facts: Facts) -> str:
        """As in other languages, but the basis follows the state: "سفير فرنسا السابق"."""
        if facts.title:
            return self.marked(facts.title, facts)
        words, title = self.words(facts), self.title(facts)
        if words is None or not title:
            return ""
        if not facts.state or words.joint is Joint.ALONE:
            return self.marked(_ALONE.get(title, title), facts)
        if words.joint is Joint.BESIDE:
            return f"{self.marked(title, facts)}{self.comma}{facts.state}"
        return self.marked(self.joined(words, title, facts.state), facts)

    def marked(self, title: str, facts: Facts) -> str:
        marks = _MARKS.get(facts.gender, _MARKS[Gender.MAN])
        return marks.get(facts.basis, "{}").format(title) if title else ""

    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        if not spouse.name:
            return {Gender.WOMAN: "وحرمه", Gender.MAN: "وزوجها"}.get(spouse.gender, "مع قرينه")
        return _and(self.person(spouse))

    def and_holder(self, line: str) -> str:
        return _and(line)

    def opening_for_two(self, first: Facts, second: Facts) -> str:
        return self.comma.join(dict.fromkeys((self.opening(first), self.opening(second))))

    def _honour(self, facts: Facts) -> str:
        return "" if facts.style in (Style.PLAIN, Style.HONOURABLE) else _HONOURS.get(facts.office_class, "")


def _and(line: str) -> str:
    """The "and" is written onto an Arabic word, and apart from a foreign one."""
    return f"و{line}" if line[:1] >= "\u0600" else f"و {line}"

"""Forms of address in Romanian (largely general knowledge; needs a native check)."""

from chancery.rules.address import sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import same_source
from chancery.rules.address.standing import Style
from chancery.rules.address.tongue import Joint, OfficeWords, Tongue, is_honoured
from chancery.rules.address.values import Basis, Gender, Purpose
from chancery.rules.languages.romanian import genitive_of_state

_NOMINATIVE = {Gender.MAN: "Domnul", Gender.WOMAN: "Doamna", Gender.UNKNOWN: ""}
_DATIVE = {Gender.MAN: "Domnului", Gender.WOMAN: "Doamnei", Gender.UNKNOWN: ""}
_VOCATIVE = {Gender.MAN: "Domnule", Gender.WOMAN: "Doamnă", Gender.UNKNOWN: ""}
_ESTEEMED = {Gender.MAN: "Stimate", Gender.WOMAN: "Stimată", Gender.UNKNOWN: ""}
_HONOURS = {Style.EXCELLENCY: "Excelența Sa", Style.EMINENCE: "Eminența Sa", Style.PRELATE: "Excelența Sa"}
_HONOURS_DATIVE = {
    Style.EXCELLENCY: "Excelenței Sale",
    Style.EMINENCE: "Eminenței Sale",
    Style.PRELATE: "Excelenței Sale",
}
_HONOURS_VOCATIVE = {Style.EXCELLENCY: "Excelență", Style.EMINENCE: "Eminență", Style.PRELATE: "Excelență"}
_CLERICS = frozenset({"nuncio", "archbishop", "bishop"})
_UNKNOWN_CALL = "Stimată Doamnă, Stimate Domnule"
# What stands beside a title that cannot be declined by rule.
_BESIDE = {Basis.ACTING: "{} (interimar)", Basis.DESIGNATE: "{} (desemnat)", Basis.FORMER: "{} (fost)"}
# Titles that end in their own article take the genitive at once; after an adjective "al" is needed.
_ENDING_IN_ARTICLE = frozenset({"Ambasadorul", "Consulul"})

OFFICES = {
    "ambassador": OfficeWords("Ambasadorul", "Ambasador"),
    "high-commissioner": OfficeWords("Înaltul Comisar", "Înalt Comisar"),
    "nuncio": OfficeWords("Nunțiul Apostolic", "Nunțiu", Joint.ALONE),
    "envoy": OfficeWords("Trimisul extraordinar și ministrul plenipotențiar", "Ministru"),
    "charge-en-pied": OfficeWords("Însărcinatul cu afaceri en pied", "Însărcinat cu Afaceri"),
    "charge-ai": OfficeWords("Însărcinatul cu afaceri a.i.", "Însărcinat cu Afaceri"),
    "consul-general": OfficeWords("Consulul general", "Consul General"),
    "consul": OfficeWords("Consulul", "Consul"),
    "honorary-consul": OfficeWords("Consulul onorific", "Consul"),
    "head-of-state": OfficeWords("Șeful statului", "Președinte", Joint.BESIDE),
    "head-of-government": OfficeWords("Șeful guvernului", "Prim-ministru", Joint.BESIDE),
    "speaker": OfficeWords("Președintele Parlamentului", "Președinte", Joint.BESIDE),
    "foreign-minister": OfficeWords("Ministrul afacerilor externe", "Ministru"),
    "minister": OfficeWords("Ministru", "Ministru", Joint.BESIDE),
    "member-of-parliament": OfficeWords("Membru al Parlamentului", "", Joint.BESIDE),
    "mayor": OfficeWords("Primar", "Primar", Joint.ALONE),
    "judge": OfficeWords("Judecător", "Judecător", Joint.ALONE),
    "cardinal": OfficeWords("", "", Joint.ALONE),
    "archbishop": OfficeWords("Arhiepiscop", "", Joint.ALONE),
    "bishop": OfficeWords("Episcop", "", Joint.ALONE),
    "professor": OfficeWords("", "Profesor", Joint.ALONE),
}
_EXCELLENCE = same_source(
    sources.ROMANIAN_COURSE_CUT,
    "ambassador",
    "head-of-state",
    "head-of-government",
    "minister",
    "foreign-minister",
)


class Romanian(Tongue):
    """Romanian; the envelope in the dative, the card in the nominative."""

    offices = OFFICES
    called_for_life = frozenset({"ambassador"})
    provenance = {
        Purpose.OPENING: _EXCELLENCE,
        Purpose.SPOKEN: same_source(sources.ROMANIAN_COURSE, "ambassador", "ambassador at home"),
        Purpose.CLOSING: same_source(sources.ROMANIAN_CLOSING, "head-of-state"),
        Purpose.FIRST_MENTION: same_source(sources.ROYAL_HOUSE, "ambassador", "ambassador at home"),
    }

    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        is_dative = purpose is Purpose.ENVELOPE
        honour = (_HONOURS_DATIVE if is_dative else _HONOURS).get(facts.style, "")
        courtesy = _dative(facts) if is_dative else _nominative(facts)
        if purpose is Purpose.FIRST_MENTION:
            courtesy = courtesy.lower()
        return clean(honour, courtesy, facts.honorific, facts.name)

    def person(self, facts: Facts) -> str:
        return clean(_nominative(facts), facts.honorific, facts.name) if facts.name else ""

    def short(self, facts: Facts) -> str:
        courtesy = clean(_nominative(facts), facts.honorific)
        return clean(courtesy, facts.family or facts.name) if facts.name and courtesy else facts.name

    def spoken(self, facts: Facts) -> str:
        vocative = _VOCATIVE[facts.gender]
        if vocative and facts.office_class not in _CLERICS and facts.style is not Style.EMINENCE:
            return clean(vocative, self.call(facts) or facts.family or facts.name)
        return _HONOURS_VOCATIVE.get(facts.style, facts.name)

    def opening(self, facts: Facts) -> str:
        if is_honoured(facts):
            return _HONOURS_VOCATIVE[facts.style]
        if not _VOCATIVE[facts.gender]:
            return _UNKNOWN_CALL
        return clean(_ESTEEMED[facts.gender], self.spoken(facts))

    def closing(self, facts: Facts) -> str:
        vocative = _HONOURS_VOCATIVE.get(facts.style) or (
            self.spoken(facts) if _VOCATIVE[facts.gender] else ""
        )
        to_whom = f", {vocative}," if vocative else ""
        return f"Vă rog să acceptați{to_whom} asigurarea înaltei mele considerații."

    def later_mention(self, facts: Facts) -> str:
        words = self.words(facts)
        if words and words.title in _ENDING_IN_ARTICLE and facts.basis is Basis.FULL and facts.family:
            return clean(_lowered(words.title), facts.family)
        is_bare = not _nominative(facts) and not facts.honorific
        return facts.name if is_bare else _lowered(self.short(facts))

    def in_one_line(self, facts: Facts, purpose: Purpose) -> str:
        office = self.office(facts)
        is_own_word = not facts.title and purpose is Purpose.FIRST_MENTION
        named = self.honoured(facts, purpose)
        return self.comma.join(part for part in (named, _lowered(office) if is_own_word else office) if part)

    def joined(self, words: OfficeWords, title: str, state: str) -> str | None:
        genitive = genitive_of_state(state)
        if genitive is None:
            return None
        return f"{title} {genitive}" if title in _ENDING_IN_ARTICLE else f"{title} al {genitive}"

    def marked(self, title: str, facts: Facts) -> str:
        if not title or facts.basis not in _BESIDE:
            return title
        if not facts.title and title == OFFICES["ambassador"].title:
            return _ambassador(facts.basis)
        return _BESIDE[facts.basis].format(title)

    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        if not spouse.name:
            return {Gender.WOMAN: "și soția", Gender.MAN: "și soțul"}.get(
                spouse.gender, "împreună cu partenerul de viață"
            )
        courtesy = _dative(spouse) if purpose is Purpose.ENVELOPE else _nominative(spouse)
        courtesy = courtesy.lower() if purpose is Purpose.FIRST_MENTION else courtesy
        same_family = bool(first.family) and first.family == spouse.family and bool(courtesy)
        return clean("și", courtesy, spouse.honorific, spouse.family if same_family else spouse.name)

    def and_holder(self, line: str) -> str:
        return f"și {line}"

    def opening_for_two(self, first: Facts, second: Facts) -> str:
        openings = (self.opening(first), self.opening(second))
        return ", ".join(dict.fromkeys(", ".join(openings).split(", ")))


def _nominative(facts: Facts) -> str:
    if facts.style is Style.EMINENCE:
        return "Cardinalul"
    return "Monseniorul" if facts.office_class in _CLERICS else _NOMINATIVE[facts.gender]


def _dative(facts: Facts) -> str:
    if facts.style is Style.EMINENCE:
        return "Cardinalului"
    return "Monseniorului" if facts.office_class in _CLERICS else _DATIVE[facts.gender]


def _ambassador(basis: Basis) -> str:
    return {
        Basis.ACTING: "Ambasadorul interimar",
        Basis.DESIGNATE: "Ambasadorul desemnat",
        Basis.FORMER: "Fostul ambasador",
    }[basis]


def _lowered(office: str) -> str:
    return office[:1].lower() + office[1:]

"""Forms of address in French."""

from chancery.rules.address import sentences, sources
from chancery.rules.address.facts import Facts, clean
from chancery.rules.address.sources import same_source
from chancery.rules.address.standing import Style
from chancery.rules.address.tongue import Joint, OfficeWords, Tongue
from chancery.rules.address.values import Basis, Gender, Practice, Purpose
from chancery.rules.languages.french import de_state
from chancery.rules.reasons import Reason

_COURTESY = {Gender.MAN: "Monsieur", Gender.WOMAN: "Madame", Gender.UNKNOWN: ""}
_SHORT_COURTESY = {Gender.MAN: "M.", Gender.WOMAN: "Mme", Gender.UNKNOWN: ""}
_HONOURS = {
    Style.EXCELLENCY: "Son Excellence",
    Style.EMINENCE: "Son Éminence",
    Style.PRELATE: "Son Excellence",
}
_SHORT_HONOURS = {Style.EXCELLENCY: "S.E.", Style.EMINENCE: "S.Ém.", Style.PRELATE: "S.E."}
_CLERICS = frozenset({"nuncio", "archbishop", "bishop"})
_MONSEIGNEUR = "Monseigneur"
_UNKNOWN_CALL = "Madame, Monsieur"
# The short words of running text; envelopes and cards write them out.
_IN_TEXT = frozenset({Purpose.FIRST_MENTION, Purpose.LATER_MENTION})
# A woman is written to in these feminine words everywhere, in the others only in Canadian practice.
_ALWAYS_FEMININE = frozenset(
    {"head-of-state", "speaker", "charge-ai", "charge-en-pied", "consul-general", "honorary-consul", "envoy"}
)
_MARKS = {Basis.ACTING: "{} par intérim", Basis.DESIGNATE: "{} désigné", Basis.FORMER: "Ancien {}"}
_MARKS_OF_WOMAN = {**_MARKS, Basis.DESIGNATE: "{} désignée", Basis.FORMER: "Ancienne {}"}
_OFFICES_OF_STATE = frozenset(
    {"ambassador", "high-commissioner", "nuncio", "minister", "foreign-minister", "head-of-state", "speaker"}
) | {"head-of-government"}

OFFICES = {
    "ambassador": OfficeWords("Ambassadeur", "l’Ambassadeur", Joint.OF, "Ambassadrice", "l’Ambassadrice"),
    "high-commissioner": OfficeWords(
        "Haut-commissaire", "le Haut-commissaire", Joint.OF, "Haute-commissaire", "la Haute-commissaire"
    ),
    "nuncio": OfficeWords("Nonce apostolique", "", Joint.ALONE),
    "envoy": OfficeWords(
        "Envoyé extraordinaire et Ministre plénipotentiaire",
        "le Ministre",
        Joint.OF,
        "Envoyée extraordinaire et Ministre plénipotentiaire",
        "la Ministre",
    ),
    "charge-en-pied": OfficeWords(
        "Chargé d’affaires en pied",
        "le Chargé d’affaires",
        Joint.OF,
        "Chargée d’affaires en pied",
        "la Chargée d’affaires",
    ),
    "charge-ai": OfficeWords(
        "Chargé d’affaires a.i.",
        "le Chargé d’affaires",
        Joint.OF,
        "Chargée d’affaires a.i.",
        "la Chargée d’affaires",
    ),
    "consul-general": OfficeWords(
        "Consul général", "le Consul général", Joint.OF, "Consule générale", "la Consule générale"
    ),
    "consul": OfficeWords("Consul", "le Consul", Joint.OF, "Consule", "la Consule"),
    "honorary-consul": OfficeWords(
        "Consul honoraire", "le Consul", Joint.OF, "Consule honoraire", "la Consule"
    ),
    "head-of-state": OfficeWords(
        "Chef d’État", "le Président", Joint.BESIDE, "Cheffe d’État", "la Présidente"
    ),
    "head-of-government": OfficeWords(
        "Chef du gouvernement",
        "le Premier ministre",
        Joint.BESIDE,
        "Cheffe du gouvernement",
        "la Première ministre",
    ),
    "speaker": OfficeWords(
        "Président du Parlement", "le Président", Joint.BESIDE, "Présidente du Parlement", "la Présidente"
    ),
    "foreign-minister": OfficeWords(
        "Ministre des Affaires étrangères", "le Ministre", Joint.OF, "", "la Ministre"
    ),
    "minister": OfficeWords("Ministre", "le Ministre", Joint.BESIDE, "", "la Ministre"),
    "member-of-parliament": OfficeWords("Député", "le Député", Joint.BESIDE, "Députée", "la Députée"),
    "mayor": OfficeWords("Maire", "le Maire", Joint.ALONE, "Mairesse", "la Mairesse"),
    "judge": OfficeWords("Juge", "le Juge", Joint.ALONE, "", "la Juge"),
    "cardinal": OfficeWords("", "", Joint.ALONE),
    "archbishop": OfficeWords("Archevêque", "", Joint.ALONE),
    "bishop": OfficeWords("Évêque", "", Joint.ALONE),
    "professor": OfficeWords("", "le Professeur", Joint.ALONE, "", "la Professeure"),
}
_CLERGY = same_source(sources.ARCHIMAIL, "archbishop", "bishop")
_AMBASSADOR = same_source(sources.ARCHIMAIL, "ambassador")
_LETTERS = {
    **same_source(sources.DICO_LETTRES, "ambassador", "ambassador at home"),
    **same_source(
        sources.MODELE_LETTRE, "minister", "minister at home", "head-of-state", "head-of-state at home"
    ),
    **same_source(
        sources.MODELE_LETTRE, "head-of-government", "head-of-government at home", "mayor", "mayor at home"
    ),
    **_CLERGY,
}


class French(Tongue):
    """French; Excellence only in the third person and never as a call (R86)."""

    offices = OFFICES
    called_for_life = frozenset({"ambassador", "minister", "foreign-minister"})
    provenance = {
        Purpose.ENVELOPE: {**_AMBASSADOR, **_CLERGY},
        Purpose.CARD: {**_AMBASSADOR, **_CLERGY},
        Purpose.OPENING: _LETTERS,
        Purpose.SPOKEN: _LETTERS,
        Purpose.CLOSING: _LETTERS,
    }

    def honoured(self, facts: Facts, purpose: Purpose) -> str:
        honours = _SHORT_HONOURS if purpose in _IN_TEXT else _HONOURS
        honour = honours.get(facts.style, "")
        if facts.style is Style.EMINENCE:
            return clean(honour, "le", self.person(facts))
        return clean(honour, self._courtesy(facts, purpose), facts.name)

    def person(self, facts: Facts) -> str:
        return clean(self._courtesy(facts, Purpose.CARD), facts.name) if facts.name else ""

    def short(self, facts: Facts) -> str:
        return self._shortened(facts, Purpose.CARD)

    def spoken(self, facts: Facts) -> str:
        call = self._call(facts)
        return facts.name if call == _UNKNOWN_CALL else call

    def opening(self, facts: Facts) -> str:
        return self._call(facts)

    def closing(self, facts: Facts) -> str:
        is_highest = facts.office_class in _OFFICES_OF_STATE
        wish = (
            "les assurances de ma très haute considération"
            if is_highest
            else "l’expression de ma haute considération"
        )
        return f"Veuillez agréer, {self._call(facts)}, {wish}."

    def later_mention(self, facts: Facts) -> str:
        call = self.call(facts)
        if call and facts.family:
            return clean(call, facts.family)
        return self._shortened(facts, Purpose.LATER_MENTION)

    def joined(self, words: OfficeWords, title: str, state: str) -> str | None:
        of_state = de_state(state)
        return of_state and f"{title} {of_state}"

    def marked(self, title: str, facts: Facts) -> str:
        marks = _MARKS_OF_WOMAN if facts.gender is Gender.WOMAN else _MARKS
        return marks.get(facts.basis, "{}").format(title) if title else ""

    def in_one_line(self, facts: Facts, purpose: Purpose) -> str:
        office = self.office(facts)
        if facts.basis is Basis.FORMER:
            office = office[:1].lower() + office[1:]
        return self.comma.join(part for part in (self.honoured(facts, purpose), office) if part)

    def and_spouse(self, first: Facts, spouse: Facts, purpose: Purpose) -> str:
        if not spouse.name:
            return {Gender.WOMAN: "et Madame", Gender.MAN: "et Monsieur"}.get(
                spouse.gender, "et son conjoint"
            )
        courtesy = self._courtesy(spouse, purpose)
        same_family = bool(first.family) and first.family == spouse.family and bool(courtesy)
        return clean("et", courtesy, spouse.family if same_family else spouse.name)

    def and_holder(self, line: str) -> str:
        return f"et {line}"

    def opening_for_two(self, first: Facts, second: Facts) -> str:
        return ", ".join(dict.fromkeys(", ".join((self.opening(first), self.opening(second))).split(", ")))

    def doubts(self, purpose: Purpose, facts: Facts) -> tuple[Reason, ...]:
        doubts = super().doubts(purpose, facts)
        words = self.words(facts)
        is_divided = (
            words is not None and facts.gender is Gender.WOMAN and facts.office_class not in _ALWAYS_FEMININE
        )
        if is_divided and words and words.call_of_woman:
            source = sources.CLEFS_DU_FRANCAIS if facts.practice is Practice.CANADA else sources.DICO_LETTRES
            return (*doubts, Reason(sentences.FRENCH_FEMININE, rule="R86", source=source.address))
        return doubts

    def _call(self, facts: Facts) -> str:
        if facts.office_class in _CLERICS:
            return _MONSEIGNEUR
        if facts.style is Style.EMINENCE:
            return "Éminence"
        courtesy = _COURTESY[facts.gender]
        return clean(courtesy, self.call(facts)) if courtesy else _UNKNOWN_CALL

    def _shortened(self, facts: Facts, purpose: Purpose) -> str:
        courtesy = self._courtesy(facts, purpose)
        return clean(courtesy, facts.family or facts.name) if facts.name and courtesy else facts.name

    def _courtesy(self, facts: Facts, purpose: Purpose) -> str:
        if facts.honorific:
            return facts.honorific
        if facts.office_class in _CLERICS:
            return "Mgr" if purpose in _IN_TEXT else _MONSEIGNEUR
        if facts.style is Style.EMINENCE:
            return "Cardinal"
        return (_SHORT_COURTESY if purpose in _IN_TEXT else _COURTESY)[facts.gender]

    def _takes_feminine(self, facts: Facts, word: str) -> bool:
        is_usual = facts.practice is Practice.CANADA or facts.office_class in _ALWAYS_FEMININE
        return is_usual and super()._takes_feminine(facts, word)

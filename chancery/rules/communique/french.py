"""French: elision, contraction and agreement, and the sentences of a communiqué."""

import re
from collections.abc import Sequence

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from chancery.rules.anniversaries import anniversary_words, times_words
from chancery.rules.communique.french_words import FRENCH as WORDS
from chancery.rules.communique.tongue import (
    Awarded,
    Claimed,
    Delivered,
    Named,
    Quantity,
    Shown,
    Tongue,
    Where,
    Why,
)
from chancery.rules.communique.vocabulary import TITLED, UNTITLED
from chancery.rules.dates import PartialDate, Precision
from chancery.rules.languages.french_nouns import at, gender, of, with_article

# What stands before a colon and inside the guillemets.
COLON = "\u00a0:"
_SHOWN = {
    **dict.fromkeys(("vidéo", "exposition", "projection", "installation", "présentation"), "f"),
    **dict.fromkeys(("film", "documentaire", "court-métrage", "reportage", "diaporama"), "m"),
    **dict.fromkeys(("photographies", "photos", "peintures", "affiches", "œuvres"), "fp"),
    **dict.fromkeys(("tableaux", "dessins", "panneaux", "documents"), "mp"),
}
_ENDINGS = {"m": "", "f": "e", "mp": "s", "fp": "es"}
_PLAIN_ANTHEMS = ("hymne", "hymnes", "hymne national", "hymnes nationaux")


class French(Tongue):
    """The sentences of a communiqué in French."""

    language = "fr"
    quotes = ("«\u202f", "\u202f»")
    last_joint = "et"
    other_joint = "ainsi que"
    semicolon = "\u202f; "

    def body(self, name: str) -> str:
        """Put the article before a name whose gender is certain: "l’Ambassade de …"."""
        return with_article(name) or name

    def office(self, title: str) -> str:
        return with_article(title) or title

    def day(self, day: PartialDate) -> str:
        patterns = {Precision.YEAR: "y", Precision.MONTH: "MMMM y"}
        written = format_date(day.earliest, patterns.get(day.precision, "d MMMM y"), locale="fr")
        return re.sub(r"^1 ", "1er ", written)

    def on_day(self, day: PartialDate) -> str:
        """Write "le 26 février 1992", "en février 1992" or "en 1992"."""
        known_to_day = day.precision in (Precision.DAY, Precision.MINUTE)
        return f"{'le' if known_to_day else 'en'} {self.day(day)}"

    def short_title(self, office_class: str, family: str, gender: str) -> str:
        office = WORDS.offices.get(office_class, "")
        if not office or not gender:
            return ""
        if office_class == "ambassador":
            titled = f"l’{'ambassadrice' if gender == 'f' else office}"
        else:
            titled = f"{'la' if gender == 'f' else 'le'} {office}"
        return f"{titled} {family}".strip()

    def occasion(self, name: str) -> str:
        """
        Write the name of an occasion with its article, empty where its gender is not certain.

        A generic noun before a name is written small: "la bataille de …", but "Fête nationale" alone stays.
        """
        small = name[:1].lower() + name[1:]
        is_generic = re.match(r"[A-ZÀ-Ý][\w’-]+ (de|du|des|d’|à)\b.*[A-ZÀ-Ý0-9]", name)
        return with_article(small if is_generic else name)

    def reason(self, why: Why) -> str:
        """Write what the event was held for, with the number of R111 and the day of history."""
        day = f" ({self.day(why.day)})" if why.day else ""
        name = self.occasion(why.name)
        if why.number and not why.is_keeping:
            counted = anniversary_words(why.number, "fr")
            named = of(name) if name else f"consacré à «\u202f{why.name}\u202f»"
            return f"à l’occasion du {counted} {named}{day}"
        times = f", {times_words(why.number, 'fr')}" if why.number and why.is_keeping else ""
        if not name:
            return f"à l’occasion suivante{COLON} {why.name}{day}{times}"
        anniversary = "de l’anniversaire " if why.is_anniversary else ""
        return f"à l’occasion {anniversary}{of(name)}{day}{times}"

    def headline(self, who: Sequence[str], why: Why, kind: str) -> str:
        verb = "marque" if len(who) == 1 and not who[0].startswith("les ") else "marquent"
        name = self.occasion(why.name)
        if why.number and not why.is_keeping:
            named = of(name) if name else f"«\u202f{why.name}\u202f»"
            return f"{self.series(who)} {verb} le {anniversary_words(why.number, 'fr')} {named}"
        return f"{self.series(who)} {verb} {name or why.name}"

    def at(self, where: Where) -> str:
        """Write "à la Grande Salle, à Bucarest"; a house of uncertain gender stands in parentheses."""
        house = with_article(where.house) if where.house else ""
        town = at(where.town) if where.town else ""
        if house:
            return ", ".join(part for part in (at(house), town) if part)
        if where.house and town:
            return f"{town} ({where.house})"
        return town or f"au lieu appelé {self.quoted(where.house)}"

    def placed(self, where: Where) -> str:
        return f"{self.at(where)}, "

    def lead(
        self, who: Sequence[str], kind: str, where: Where | None, days: Sequence[PartialDate], why: Why | None
    ) -> str:
        place = self.at(where) if where else ""
        when = f"du {self.day(days[0])} au {self.day(days[1])}" if len(days) > 1 else ""
        when = when or (self.on_day(days[0]) if days else "")
        told = ", ".join(part for part in (place, when) if part)
        reason = f" {self.reason(why)}" if why else ""
        noun = WORDS.kinds[kind]
        if not who:
            return f"{noun} a eu lieu {told}".rstrip() + reason if told or reason else ""
        verb = "a organisé" if len(who) == 1 and not who[0].startswith("les ") else "ont organisé"
        between = f" {told}," if "," in told else f" {told}" if told else ""
        return f"{self.series(who)} {verb}{between} {noun}{reason}"

    def further_occasion(self, why: Why) -> str:
        return f"l’événement s’est également tenu {self.reason(why)}"

    def theme(self, theme: str) -> str:
        return f"l’événement était placé sous le thème {self.quoted(theme)}"

    def backing(self, role: str, who: Sequence[str]) -> str:
        joined = " et ".join(of(each) for each in who)
        return WORDS.backings[role].format(who=self.series(who), of_who=joined)

    def route(self, places: Sequence[tuple[str, str]]) -> str:
        return f"la marche a suivi cet itinéraire{COLON} {' – '.join(name for _, name in places)}"

    def also_at(self, role: str, where: Where) -> str:
        return WORDS.places[role].format(where=self.at(where))

    def broadcast(self, kind: str, name: str) -> str:
        return WORDS.channels[kind].format(name=name)

    def adverb(self, place: str) -> str:
        return WORDS.adverbs[place]

    def bare(self, kind: str, title: str) -> str:
        if not title and kind not in UNTITLED:
            return ""
        quoted = self.quoted(title) if title else ""
        return WORDS.items[kind].format(title=quoted, named=f", {quoted}" if quoted else "")

    def silence(self, seconds: int | None, honours: str) -> str:
        length = f" de {seconds} secondes" if seconds else ""
        return f"un silence{length} a été observé" + (f" à la mémoire {of(honours)}" if honours else "")

    def anthem(self, name: str, performers: str) -> str:
        is_plain = name.lower() in ("", *_PLAIN_ANTHEMS)
        bare = (name.lower() or "hymne") if is_plain else name
        plural = bare.lower().startswith("hymnes")
        what = f"les {bare}" if plural else with_article(bare) or f"l’hymne {self.quoted(bare)}"
        feminine = gender(bare) == "f"
        ending = "s" if plural else "e" if feminine else ""
        played = f"joué{ending} par {performers}" if performers else f"joué{ending}"
        return f"{what} {'ont' if plural else 'a'} été {played}"

    def contribution(self, form: str, mode: str, people: Sequence[Named], title: str) -> str:
        about = f" intitulé{'e' if form in ('introduction', 'reading', 'panel') else ''} {self.quoted(title)}"
        about = about if title and form in TITLED - {"remarks"} else ""
        predicate = WORDS.forms[form]
        if form == "music":
            predicate = "a assuré une prestation musicale"
        if len(people) > 1:
            predicate = re.sub(r"^a ", "ont ", predicate)
        return f"{self.subjects(people)} {predicate}{about}{WORDS.modes[mode]}"

    def message(self, message: Delivered) -> str:
        noun = WORDS.messages[message.form]
        ending = "e" if noun.startswith("une ") else ""
        author = f"{noun} par {self.subject(message.author)}"
        there = WORDS.authors[message.author_was_present]
        by = f" par {self.agent(message.reader)}" if message.reader else ""
        if there and not by:
            there = there.rstrip(",")
        first = (
            f" (initialement diffusé{ending}{COLON} {message.made_elsewhere})"
            if message.made_elsewhere
            else ""
        )
        return f"{author} {WORDS.deliveries[message.delivery]}{ending}{there}{by}{first}"

    def acts(self, kind: str, acts: Sequence[tuple[Named, Named | None]], honours: str) -> str:
        done = [self._act(doer, behalf) for doer, behalf in acts]
        verb = WORDS.acts_one[kind] if len(done) == 1 else WORDS.acts_many[kind]
        honoured = f" à la mémoire {of(honours)}" if honours else ""
        order = " dans cet ordre" if len(done) > 1 else ""
        return f"{verb}{honoured}{order} par {self.series(done)}"

    def _act(self, doer: Named, behalf: Named | None) -> str:
        return self.agent(doer) + (f", au nom {of(self.office_or_name(behalf))}" if behalf else "")

    def office_or_name(self, who: Named) -> str:
        """Write a person by name, an office or body with its article where that is certain."""
        return self.agent(who) if who.nature == "person" else self.body(who.name)

    def performance(self, work: str, authors: str, performers: str, purpose: str) -> str:
        if not work and not authors and not performers:
            return ""
        by = f" ({authors})" if authors else ""
        what = f"l’œuvre {self.quoted(work)}{by}" if work else f"une œuvre musicale{by}"
        played = f" par {performers}" if performers else ""
        return f"{what} a été interprétée{played}{WORDS.purposes[purpose]}"

    def described(self, about: str) -> tuple[str, str]:
        """Write a description with its article and return its gender; both empty where it is not certain."""
        kind = _SHOWN.get(about.split(" ")[0].lower(), "")
        article = {"m": "un ", "f": "une ", "mp": "des ", "fp": "des "}.get(kind, "")
        return (article + about[:1].lower() + about[1:], kind) if kind else ("", "")

    def film(self, shown: Shown) -> str:
        if shown.title:
            return f"le film {self._credited(shown)} a été projeté"
        described, kind = self.described(shown.about)
        if shown.about and not described:
            return f"un film a été projeté{COLON} {shown.about}"
        verb = "ont été projeté" if kind.endswith("p") else "a été projeté"
        return f"{described or 'un film'}{self._makers(shown)} {verb}{_ENDINGS.get(kind, '')}"

    def exhibition(self, shown: Shown) -> str:
        could = "les participants ont pu visiter"
        if shown.title:
            return f"{could} l’exposition {self._credited(shown)}"
        described, _ = self.described(shown.about)
        if described and not shown.about.lower().startswith("exposition"):
            described = f"une exposition {of(shown.about)}"
        if shown.about and not described:
            return f"{could} une exposition{COLON} {shown.about}"
        return f"{could} {described or 'une exposition'}{self._makers(shown)}"

    def until(self, day: PartialDate) -> str:
        """Write "jusqu’au 30 novembre 2025" or "jusqu’en novembre 2025"."""
        known_to_day = day.precision in (Precision.DAY, Precision.MINUTE)
        return f"{'jusqu’au' if known_to_day else 'jusqu’en'} {self.day(day)}"

    def open_until(self, closes: PartialDate) -> str:
        return f"elle est ouverte {self.until(closes)}"

    def _credited(self, shown: Shown) -> str:
        year = f" ({shown.year})" if shown.year else ""
        return f"{self.quoted(shown.title)}{year}{self._makers(shown)}"

    def _makers(self, shown: Shown) -> str:
        return f" {of(shown.makers)}" if shown.makers else ""

    def award(self, award: Awarded) -> Sequence[str]:
        parts = ", ".join(part for part in (award.grade, award.edition) if part)
        name = f"la distinction {self.quoted(award.name)}" if award.name else "une distinction"
        after = " à titre posthume" if award.is_posthumous else ""
        to = self.series([f"à {self.office_or_name(who)}" for who in award.laureates])
        reason = f"{',' if award.laureates[-1].capacity else ''} pour {award.reason}" if award.reason else ""
        prize = f" (dotation{COLON} {award.prize})" if award.prize else ""
        given = f"{name}{f' ({parts})' if parts else ''} a été décernée{after} {to}{reason}{prize}"
        return [given, self._ceremony(award)]

    def _ceremony(self, award: Awarded) -> str:
        presented = f"elle a été remise par {self.agent(award.presenter)}" if award.presenter else ""
        if not award.receiver:
            return presented
        received = f"reçue par {self.agent(award.receiver)}"
        return f"{presented} et {received}" if presented else f"elle a été {received}"

    def named_document(self, kind: str, title: str) -> str:
        article, _, bare = WORDS.documents[kind].partition(" ")
        is_named = bool(bare) and bare in title.lower()
        return f"{article if is_named else WORDS.documents[kind]} {self.quoted(title)}"

    def document(self, kind: str, relation: str, title: str, authors: str) -> str:
        if not title or relation not in WORDS.relations:
            return ""
        noun = WORDS.documents[kind]
        ending = "e" if noun.startswith("la ") else ""
        by = f" {of(authors)}" if authors else ""
        return f"{self.named_document(kind, title)}{by} {WORDS.relations[relation].format(e=ending)}"

    def handover(
        self, thing: str, giver: Named | None, receiver: Named | None, acceptance: str
    ) -> Sequence[str]:
        if not thing:
            return []
        to = f" {at(self.agent(receiver))}" if receiver else ""
        by = f" par {self.agent(giver)}" if giver else ""
        return [f"une remise a été faite{to}{by}{COLON} {thing}", WORDS.acceptances[acceptance]]

    def reported(self, speaker: str, predicates: Sequence[str], number: int) -> str:
        return f"{('', 'par ailleurs, ', 'en outre, ')[number % 3]}{speaker} {' et '.join(predicates)}"

    def titled(self, who: Sequence[str], title: str) -> str:
        return f"{self.series(who)}{COLON} {title}"

    def verbatim(self, speaker: str, words: str, original: str, *, is_joint: bool = False) -> str:
        tongue = f" (en {Locale('fr').languages.get(original, original)})" if original else ""
        joint = "commune " if is_joint else ""
        return f"déclaration {joint}{of(speaker.rstrip(','))}{tongue}{COLON} {self.quotation(words)}"

    def citation(self, speaker: str, cited: str, words: str, *, is_joint: bool = False) -> str:
        return (
            f"{speaker} {'ont' if is_joint else 'a'} cité {self.quoted(cited)}{COLON} {self.quotation(words)}"
        )

    def as_recorded(self, speaker: str, words: str) -> str:
        return f"propos rapportés {of(speaker.rstrip(','))}{COLON} {self.quotation(words)}"

    def elsewhere(self, place: str) -> str:
        return f"ailleurs ({place}), "

    def attendance(self, categories: Sequence[str]) -> str:
        return f"l’assistance réunissait {self.series(categories)}"

    def states(self, category: str, states: Sequence[str]) -> str:
        return f"les États suivants y étaient représentés ({category}){COLON} {self.series(states)}"

    def among(self, category: str, people: Sequence[Named]) -> str:
        named = self.series([self.agent(who) for who in people])
        verb = "figurait" if len(people) == 1 else "figuraient"
        if category.split(" ")[0].endswith(("s", "x")):
            return f"parmi les {category} {verb} {named}"
        return f"dans l’assistance{f' ({category})' if category else ''} {verb} {named}"

    def in_role(self, role: str, people: Sequence[Named]) -> str:
        names = self.series([self.agent(who) for who in people])
        return WORDS.roles[role][len(people) > 1].format(who=names, subject=self.subjects(people))

    def represented(self, absent: Named, by: Named) -> str:
        return f"{self.subject(by)} a représenté {self.agent(absent)}"

    def watched(self, people: Sequence[Named]) -> str:
        return f"{self.subjects(people)} {'ont' if len(people) > 1 else 'a'} suivi l’événement à distance"

    def absence(self, who: Named, actual: str, reason: str, source: str) -> str:
        given = f"motif selon {self.quoted(source)}{COLON} {self.quoted(reason)}"
        return f"{self.subject(who)} {WORDS.absences[actual]}\u202f; {given}"

    def quantity(self, quantity: Quantity) -> str:
        """Write a figure with its bound: "environ 500", "entre 400 et 500"."""
        if quantity.value is None:
            return self.quoted(quantity.words) if quantity.words else WORDS.exactness[quantity.exactness]
        number = format_decimal(quantity.value, locale="fr")
        if quantity.upper is not None and quantity.upper != quantity.value:
            return f"entre {number} et {format_decimal(quantity.upper, locale='fr')}"
        return WORDS.exactness[quantity.exactness].format(n=number)

    def _claim(self, claimed: Claimed) -> str:
        written = self.quantity(claimed.quantity)
        is_compared = claimed.quantity.value is None and not claimed.quantity.words
        return f"{written if is_compared else of(written)} selon {claimed.claimant}"

    def figure(self, kind: str, counted: str, claims: Sequence[Claimed]) -> str:
        given = [self._claim(each) for each in claims]
        if kind in ("attendance", "online"):
            return f"{WORDS.counted[kind]} était {' et '.join(given)}"
        return f"pour {self.quoted(counted)}, le chiffre donné est {' et '.join(given)}"

    def campaign(self, name: str, relation: str) -> str:
        return WORDS.campaigns[relation].format(name=name)

    def campaign_origin(self, name: str, initiator: Named | None, began: PartialDate | None) -> str:
        by = f" par {self.agent(initiator)}" if initiator else ""
        return f"la campagne{name and f' {name}'} a été lancée{f' {self.on_day(began)}' if began else ''}{by}"

    def campaign_aims(self, aims: str) -> str:
        return f"elle vise {aims}"

"""Romanian: agreement, and constructions in which names keep the form in which they are recorded."""

import re
from collections.abc import Sequence

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from chancery.rules.anniversaries import times_words
from chancery.rules.communique.facts import Nature
from chancery.rules.communique.romanian_words import ROMANIAN as WORDS
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
from chancery.rules.languages.romanian import dative_of_body, genitive_of_office

_SHOWN = {
    **dict.fromkeys(("expoziție", "prezentare", "proiecție", "instalație"), "f"),
    **dict.fromkeys(("film", "documentar", "videoclip", "material", "reportaj"), "n"),
    **dict.fromkeys(("fotografii", "picturi", "tablouri", "desene", "afișe", "panouri", "documente"), "p"),
}
_PLAIN_ANTHEMS = {"": "imnul", "imn": "imnul", "imnul": "imnul", "imnul național": "imnul național"}
_POLITE_GENITIVE = {"m": "domnului", "f": "doamnei"}
_WITH_ARTICLE = {"ambasador": "ambasadorul", "ministru": "ministrul", "primar": "primarul"}


class Romanian(Tongue):
    """The sentences of a communiqué in Romanian."""

    language = "ro"
    quotes = ("„", "”")
    last_joint = "și"
    other_joint = "precum și"

    def body(self, name: str) -> str:
        """Return the name as it is: Romanian names of bodies carry their article."""
        return name

    def day(self, day: PartialDate) -> str:
        patterns = {Precision.YEAR: "y", Precision.MONTH: "MMMM y"}
        return format_date(day.earliest, patterns.get(day.precision, "d MMMM y"), locale="ro")

    def on_day(self, day: PartialDate) -> str:
        """Write "pe 26 februarie 1992", "în februarie 1992" or "în 1992"."""
        known_to_day = day.precision in (Precision.DAY, Precision.MINUTE)
        return f"{'pe' if known_to_day else 'în'} {self.day(day)}"

    def short_title(self, office_class: str, family: str, gender: str) -> str:
        office = WORDS.offices.get(office_class, "")
        if not office or not gender:
            return ""
        titled = _WITH_ARTICLE[office] if gender == "m" else f"doamna {office}"
        return f"{titled} {family}".strip()

    def years(self, number: int) -> str:
        """Write "un an", "19 ani", "33 de ani", "101 ani"."""
        if number == 1:
            return "un an"
        joint = " de" if number % 100 == 0 or number % 100 >= 20 else ""
        return f"{number}{joint} ani"

    def counted(self, number: int, noun: str) -> str:
        """Write a number with a noun in the plural: "19 secunde", "60 de secunde"."""
        joint = " de" if number % 100 == 0 or number % 100 >= 20 else ""
        return f"{format_decimal(number, locale='ro')}{joint} {noun}"

    def occasion(self, name: str) -> str:
        """Write a generic noun before a name small: "bătălia de la …"; "Ziua Victoriei" stays."""
        is_generic = re.match(r"\w+ (de|din|de la|a|al|ale|ai|lui|pentru)\b.*[A-ZĂÂÎȘȚ0-9]", name)
        return name[:1].lower() + name[1:] if is_generic else name

    def reason(self, why: Why) -> str:
        """Write what the event was held for, with the number of R111 and the day of history."""
        day = f" ({self.day(why.day)})" if why.day else ""
        name = self.occasion(why.name)
        if why.number and why.is_keeping:
            return f"pentru a marca, {times_words(why.number, 'ro')}, {name}{day}"
        if why.number:
            passed = "trecerea unui an" if why.number == 1 else f"împlinirea a {self.years(why.number)}"
            return f"pentru a marca {passed} de la {name}{day}"
        return f"pentru a marca {name}{day}"

    def headline(self, who: Sequence[str], why: Why, kind: str) -> str:
        name = self.occasion(why.name)
        if why.number and not why.is_keeping:
            name = f"{self.years(why.number)} de la {name}"
        return f"{self.series(who)} marchează {name}"

    def at(self, where: Where) -> str:
        """Write "la Sala Mare din București"; after `la` a name stands as it is recorded."""
        if where.house and where.town:
            return f"la {where.house} din {where.town}"
        return f"la {where.house or where.town}"

    def placed(self, where: Where) -> str:
        return f"{self.at(where)}, "

    def lead(
        self, who: Sequence[str], kind: str, where: Where | None, days: Sequence[PartialDate], why: Why | None
    ) -> str:
        place = self.at(where) if where else ""
        when = f"în perioada {self.day(days[0])} – {self.day(days[1])}" if len(days) > 1 else ""
        when = when or (self.on_day(days[0]) if days else "")
        told = ", ".join(part for part in (place, when) if part)
        reason = f" {self.reason(why)}" if why else ""
        noun = WORDS.kinds[kind]
        if not who:
            return f"{noun} a avut loc {told}".rstrip() + reason if told or reason else ""
        verb = "a organizat" if len(who) == 1 else "au organizat"
        between = f" {told}," if "," in told else f" {told}" if told else ""
        return f"{self.series(who)} {verb}{between} {noun}{reason}"

    def further_occasion(self, why: Why) -> str:
        return f"evenimentul a fost organizat și {self.reason(why)}"

    def theme(self, theme: str) -> str:
        return f"tema evenimentului a fost {self.quoted(theme)}"

    def backing(self, role: str, who: Sequence[str]) -> str:
        verb = " a fost " if len(who) == 1 else ": "
        return WORDS.backings[role].format(who=self.series(who), verb=verb)

    def route(self, places: Sequence[tuple[str, str]]) -> str:
        names = [name for _, name in places]
        via = f", a trecut pe la {self.series(names[1:-1])}" if len(names) > 2 else ""
        return f"marșul a pornit de la {names[0]}{via} și s-a încheiat la {names[-1]}"

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
        length = f" de {self.counted(seconds, 'secunde')}" if seconds else ""
        if seconds == 1:
            length = " de o secundă"
        return f"a fost păstrat un moment de reculegere{length}" + (f" pentru {honours}" if honours else "")

    def anthem(self, name: str, performers: str) -> str:
        what = _PLAIN_ANTHEMS.get(name.lower(), name)
        is_plural = what.lower().startswith("imnurile")
        verb = "au fost intonate" if is_plural else "a fost intonat"
        return f"{verb}{f' de {performers}' if performers else ''} {what}"

    def contribution(self, form: str, mode: str, people: Sequence[Named], title: str) -> str:
        about = f", cu titlul {self.quoted(title)}" if title and form in TITLED else ""
        predicate = WORDS.forms[form]
        if len(people) > 1:
            predicate = re.sub(r"^a ", "au ", predicate)
        return f"{self.subjects(people)} {predicate}{WORDS.modes[mode]}{about}"

    def message(self, message: Delivered) -> str:
        noun = WORDS.messages[message.form]
        feminine = "ă" if noun.startswith("o ") else ""
        by = f" de {self.agent(message.reader)}" if message.reader else ""
        there = WORDS.authors[message.author_was_present]
        first = f" (difuzare inițială: {message.made_elsewhere})" if message.made_elsewhere else ""
        delivered = WORDS.deliveries[message.delivery].format(a=feminine)
        return f"{noun} de {self.subject(message.author)} a fost {delivered}{by}{there}{first}"

    def acts(self, kind: str, acts: Sequence[tuple[Named, Named | None]], honours: str) -> str:
        done = [self._act(doer, behalf) for doer, behalf in acts]
        verb = WORDS.acts_one[kind] if len(done) == 1 else WORDS.acts_many[kind]
        honoured = f" pentru {honours}" if honours else ""
        order = ", în această ordine," if len(done) > 1 else ""
        return f"{verb}{honoured}{order} de {self.series(done)}"

    def _act(self, doer: Named, behalf: Named | None) -> str:
        return self.agent(doer) + (f", {self.in_the_name_of(behalf)}" if behalf else "")

    def in_the_name_of(self, who: Named) -> str:
        """
        Write on whose behalf something is done; the genitive stands on a word of ours or on a known noun.

        Shape: "în numele doamnei Ana Sample", "în numele Ambasadei …"; of whom neither is known "în numele
        persoanei reprezentate, …".
        """
        capacity = f", {who.capacity}" if who.capacity else ""
        if who.nature is Nature.PERSON and who.gender:
            return f"în numele {_POLITE_GENITIVE[who.gender]} {who.name}{capacity}"
        if who.nature is Nature.PERSON:
            return f"în numele persoanei reprezentate, {who.name}{capacity}"
        decline = dative_of_body if who.nature is Nature.BODY else genitive_of_office
        body = decline(who.name)
        noun = "instituției" if who.nature is Nature.BODY else "funcției"
        return f"în numele {body or f'{noun} „{who.name}”'}{capacity}"

    def performance(self, work: str, authors: str, performers: str, purpose: str) -> str:
        if not work and not authors and not performers:
            return ""
        by = f" ({authors})" if authors else ""
        what = f"lucrarea {self.quoted(work)}{by}" if work else f"o lucrare muzicală{by}"
        played = f" de {performers}" if performers else ""
        return f"{what} a fost interpretată{played}{WORDS.purposes[purpose]}"

    def described(self, about: str) -> tuple[str, str]:
        """Write a description with its article and return its gender; both empty where it is not certain."""
        kind = _SHOWN.get(about.split(" ")[0].lower(), "")
        article = {"n": "un ", "f": "o ", "p": ""}.get(kind, "")
        return (article + about[:1].lower() + about[1:], kind) if kind else ("", "")

    def film(self, shown: Shown) -> str:
        if shown.title:
            return f"a fost proiectat filmul {self._credited(shown)}"
        described, kind = self.described(shown.about)
        if shown.about and not described:
            return f"a fost proiectat un film: {shown.about}"
        verbs = {"f": "a fost proiectată", "p": "au fost proiectate"}
        return f"{verbs.get(kind, 'a fost proiectat')} {described or 'un film'}{self.credit(shown.makers)}"

    def exhibition(self, shown: Shown) -> str:
        could = "participanții au putut vizita"
        if shown.title:
            return f"{could} expoziția {self._credited(shown)}"
        described, kind = self.described(shown.about)
        if kind == "p":
            described = f"o expoziție de {described}"
        if shown.about and not described:
            return f"{could} o expoziție: {shown.about}"
        return f"{could} {described or 'o expoziție'}{self.credit(shown.makers)}"

    def until(self, day: PartialDate) -> str:
        """Write "până la 30 noiembrie 2025" or "până în noiembrie 2025"."""
        known_to_day = day.precision in (Precision.DAY, Precision.MINUTE)
        return f"până {'la' if known_to_day else 'în'} {self.day(day)}"

    def open_until(self, closes: PartialDate) -> str:
        return f"aceasta este deschisă {self.until(closes)}"

    def _credited(self, shown: Shown) -> str:
        return f"{self.quoted(shown.title)}{self.credit(shown.year, shown.makers)}"

    def award(self, award: Awarded) -> Sequence[str]:
        parts = ", ".join(part for part in (award.grade, award.edition) if part)
        name = f"distincția {self.quoted(award.name)}" if award.name else "o distincție"
        after = " post-mortem" if award.is_posthumous else ""
        reason = (
            f"{',' if award.laureates[-1].capacity else ''} pentru {award.reason}" if award.reason else ""
        )
        prize = f" (valoarea: {award.prize})" if award.prize else ""
        given = f"{name}{f' ({parts})' if parts else ''} a fost acordată{after}"
        return [f"{given} {self._to(award.laureates)}{reason}{prize}", self._ceremony(award)]

    def _to(self, people: Sequence[Named]) -> str:
        """Write several in the dative, which stands on the word before the name."""
        if all(who.nature is Nature.PERSON and who.gender for who in people):
            named = [f"{_POLITE_GENITIVE[who.gender]} {self.agent(who)}" for who in people]
            return self.series(named)
        is_several = len(people) > 1
        if any(who.nature is not Nature.PERSON for who in people):
            noun = "următoarelor instituții" if is_several else "următoarei instituții"
        else:
            noun = "următoarelor persoane" if is_several else "următoarei persoane"
        return f"{noun}: {self.series([self.agent(who) for who in people])}"

    def _ceremony(self, award: Awarded) -> str:
        presented = f"distincția a fost înmânată de {self.agent(award.presenter)}" if award.presenter else ""
        if not award.receiver:
            return presented
        received = f"primită de {self.agent(award.receiver)}"
        return f"{presented} și {received}" if presented else f"distincția a fost {received}"

    def named_document(self, kind: str, title: str) -> str:
        noun = WORDS.documents[kind]
        return self.quoted(title) if noun in title.lower() else f"{noun} {self.quoted(title)}"

    def document(self, kind: str, relation: str, title: str, authors: str) -> str:
        if not title or relation not in WORDS.relations:
            return ""
        noun = WORDS.documents[kind]
        feminine = "" if noun.endswith("ul") else "ă"
        by = f" ({authors})" if authors else ""
        return f"{self.named_document(kind, title)}{by} {WORDS.relations[relation].format(a=feminine)}"

    def handover(
        self, thing: str, giver: Named | None, receiver: Named | None, acceptance: str
    ) -> Sequence[str]:
        if not thing:
            return []
        to = f" către {self.agent(receiver)}" if receiver else ""
        by = f" de {self.agent(giver)}" if giver else ""
        return [f"a avut loc o predare făcută{by}{to}: {thing}", WORDS.acceptances[acceptance]]

    def reported(self, speaker: str, predicates: Sequence[str], number: int) -> str:
        return f"{('', 'de asemenea, ', 'totodată, ')[number % 3]}{speaker} {' și '.join(predicates)}"

    def verbatim(self, speaker: str, words: str, original: str, *, is_joint: bool = False) -> str:
        tongue = f" (în {Locale('ro').languages.get(original, original)})" if original else ""
        return f"{speaker} {'au' if is_joint else 'a'} declarat{tongue}: {self.quotation(words)}"

    def citation(self, speaker: str, cited: str, words: str, *, is_joint: bool = False) -> str:
        return f"{speaker} {'au' if is_joint else 'a'} citat {self.quoted(cited)}: {self.quotation(words)}"

    def as_recorded(self, speaker: str, words: str) -> str:
        return f"cele spuse de {speaker.rstrip(',')}, așa cum au fost consemnate: {self.quotation(words)}"

    def elsewhere(self, place: str) -> str:
        return f"în alt loc ({place}), "

    def attendance(self, categories: Sequence[str]) -> str:
        return f"la eveniment au participat {self.series(categories)}"

    def states(self, category: str, states: Sequence[str]) -> str:
        return f"au fost reprezentate următoarele state ({category}): {self.series(states)}"

    def among(self, category: str, people: Sequence[Named]) -> str:
        named = self.series([self.agent(who) for who in people])
        verb = "a participat" if len(people) == 1 else "au participat"
        return f"{f'din categoria {self.quoted(category)}' if category else 'la eveniment'} {verb} {named}"

    def in_role(self, role: str, people: Sequence[Named]) -> str:
        names = self.series([self.agent(who) for who in people])
        return WORDS.roles[role][len(people) > 1].format(who=names, subject=self.subjects(people))

    def represented(self, absent: Named, by: Named) -> str:
        return f"{self.subject(by)} a participat {self.in_the_name_of(absent)}"

    def watched(self, people: Sequence[Named]) -> str:
        return (
            f"{self.subjects(people)} {'au' if len(people) > 1 else 'a'} urmărit evenimentul de la distanță"
        )

    def absence(self, who: Named, actual: str, reason: str, source: str) -> str:
        given = f"motivul, după {self.quoted(source)}: {self.quoted(reason)}"
        return f"{self.subject(who)} {WORDS.absences[actual]}; {given}"

    def quantity(self, quantity: Quantity) -> str:
        """Write a figure with its bound: "circa 500", "între 400 și 500"."""
        if quantity.value is None:
            return self.quoted(quantity.words) if quantity.words else WORDS.exactness[quantity.exactness]
        number = format_decimal(quantity.value, locale="ro")
        if quantity.upper is not None and quantity.upper != quantity.value:
            return f"între {number} și {format_decimal(quantity.upper, locale='ro')}"
        return WORDS.exactness[quantity.exactness].format(n=number)

    def _claim(self, claimed: Claimed) -> str:
        written = self.quantity(claimed.quantity)
        is_compared = claimed.quantity.value is None and not claimed.quantity.words
        return f"{'' if is_compared else 'de '}{written} (după {claimed.claimant})"

    def figure(self, kind: str, counted: str, claims: Sequence[Claimed]) -> str:
        given = [self._claim(each) for each in claims]
        if kind in ("attendance", "online"):
            return f"{WORDS.counted[kind]} a fost {', respectiv '.join(given)}"
        return f"pentru {self.quoted(counted)} s-a indicat o cifră {', respectiv '.join(given)}"

    def campaign(self, name: str, relation: str) -> str:
        return WORDS.campaigns[relation].format(name=name)

    def campaign_origin(self, name: str, initiator: Named | None, began: PartialDate | None) -> str:
        by = f" de {self.agent(initiator)}" if initiator else ""
        return f"campania{name and f' {name}'} a fost inițiată{f' {self.on_day(began)}' if began else ''}{by}"

    def campaign_aims(self, aims: str) -> str:
        return f"ea urmărește {aims}"

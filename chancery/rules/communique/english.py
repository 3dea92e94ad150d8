"""English: articles, ordinals, and the sentences of a communiqué."""

import re
from collections.abc import Sequence

from babel import Locale
from babel.dates import format_date

from chancery.rules.anniversaries import anniversary_words, times_words
from chancery.rules.communique.english_words import ENGLISH as WORDS
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

# A name built on one of these takes the article: "the Embassy of …", "the … Foundation".
_FIRST = re.compile(
    r"(Embassy|Consulate|Permanent Mission|Mission|Delegation|Ministry|Department|Office|City|Municipality|"
    r"Parliament|National|Institute|University|Museum|House|Chamber|Council|Union|Association|Academy|Society|"
    r"Republic|Kingdom|Government|Archbishopric|Diocese|Centre|Center|Committee|State|Library|Church|Hall)\b"
)
_LAST = re.compile(
    r"\b(Foundation|Institute|Association|Society|Council|Committee|Commission|Community|Museum|Library|Choir|"
    r"Orchestra|Trio|Quartet|Band|Brass|Ensemble|Academy|Union|Centre|Center|Club|League|Office|Agency|Ministry|Embassy|Hall|"
    r"Square|Park|Garden|Gardens|Theatre|Theater|Church|Cathedral|Palace|Memorial|Monument|Cemetery|Bridge|"
    r"Police|Gendarmerie|Conservatory|Philharmonic|Gallery|House|Fund|Republic|Federation|Navy|Army|Chamber|"
    r"Room|Pier|Harbour|Port|Anthem|Guild|Medal|Prize|Award|Order|Cross|Station|Embankment|Lighthouse)$"
)
_PLURALS = re.compile(
    r"(photographs|pictures|paintings|drawings|posters|panels|documents|works|films|videos)$"
)
_NOUNS = frozenset(
    ("video", "film", "documentary", "exhibition", "display", "photographs", "pictures", "paintings")
) | frozenset(("drawings", "posters", "panels", "documents", "works"))
_PLAIN_ANTHEMS = ("anthem", "anthems", "national anthem", "national anthems", "state anthem")
_WITHOUT_ARTICLE = re.compile(r"(\b(Day|I|II|III)|\d)$")


class English(Tongue):
    """The sentences of a communiqué in English."""

    language = "en"
    quotes = ("“", "”")
    last_joint = "and"
    other_joint = "and"

    def body(self, name: str) -> str:
        """Put "the" before a name that is built on a common noun; "The Times" keeps its own."""
        if name[:4].lower() == "the ":
            return f"the {name[4:]}"
        return f"the {name}" if _FIRST.match(name) or _LAST.search(name.split(" of ")[0]) else name

    def office(self, title: str) -> str:
        return title if title[:4].lower() == "the " else f"the {title}"

    def day(self, day: PartialDate) -> str:
        patterns = {Precision.YEAR: "y", Precision.MONTH: "MMMM y"}
        return format_date(day.earliest, patterns.get(day.precision, "d MMMM y"), locale="en_GB")

    def on_day(self, day: PartialDate) -> str:
        """Write "on 26 February 1992", "in February 1992" or "in 1992"."""
        known_to_day = day.precision in (Precision.DAY, Precision.MINUTE)
        return f"{'on' if known_to_day else 'in'} {self.day(day)}"

    def short_title(self, office_class: str, family: str, gender: str) -> str:
        office = WORDS.offices.get(office_class, "")
        return office and (f"{office} {family}" if family else f"the {office}")

    def occasion(self, name: str) -> str:
        """Write the name of an occasion after "of": "the Founding Congress", "Victory Day"."""
        if name[:4].lower() == "the ":
            return f"the {name[4:]}"
        return name if " " not in name or _WITHOUT_ARTICLE.search(name) else f"the {name}"

    def reason(self, why: Why) -> str:
        """Write what the event was held for, with the number of R111 and the day of history."""
        day = f" ({self.day(why.day)})" if why.day else ""
        name = self.occasion(why.name)
        if why.number and why.is_keeping:
            return f"on the occasion of {name}{day}, held {times_words(why.number, 'en')}"
        if why.number:
            return f"on the {anniversary_words(why.number, 'en')} of {name}{day}"
        if why.is_anniversary:
            return f"in connection with the anniversary of {name}{day}"
        return f"on the occasion of {name}{day}"

    def headline(self, who: Sequence[str], why: Why, kind: str) -> str:
        bodies = self.series([re.sub(r"^the ", "", name) for name in who])
        what = self.occasion(why.name)
        if why.number and not why.is_keeping:
            what = f"{anniversary_words(why.number, 'en')} of {what}"
        return f"{bodies} {'marks' if len(who) == 1 else 'mark'} {what}"

    def at(self, where: Where) -> str:
        """Write "at the Great Hall in Bucharest", or one of both."""
        house = f"at {self.body(where.house)}" if where.house else ""
        return " ".join(part for part in (house, where.town and f"in {where.town}") if part)

    def lead(
        self, who: Sequence[str], kind: str, where: Where | None, days: Sequence[PartialDate], why: Why | None
    ) -> str:
        place = self.at(where) if where else ""
        when = f"from {self.day(days[0])} to {self.day(days[1])}" if len(days) > 1 else ""
        when = when or (self.on_day(days[0]) if days else "")
        told = " ".join(part for part in (place, when, self.reason(why) if why else "") if part)
        noun = WORDS.kinds[kind]
        if who:
            return f"{self.series(who)} held {noun} {told}".rstrip()
        return f"{noun} took place {told}".rstrip() if told else ""

    def further_occasion(self, why: Why) -> str:
        return f"the event was also held {self.reason(why)}"

    def theme(self, theme: str) -> str:
        return f"it was held under the theme {self.quoted(theme)}"

    def backing(self, role: str, who: Sequence[str]) -> str:
        return WORDS.backings[role].format(who=self.series(who))

    def route(self, places: Sequence[tuple[str, str]]) -> str:
        names = [self.body(name) for _, name in places]
        via = f" by way of {self.series(names[1:-1])}" if len(names) > 2 else ""
        return f"the march went from {names[0]}{via} to {names[-1]}"

    def also_at(self, role: str, where: Where) -> str:
        return WORDS.places[role].format(where=self.at(where))

    def broadcast(self, kind: str, name: str) -> str:
        return WORDS.channels[kind].format(name=name)

    def placed(self, where: Where) -> str:
        return f"{self.at(where)}, "

    def adverb(self, place: str) -> str:
        return WORDS.adverbs[place]

    def bare(self, kind: str, title: str) -> str:
        if not title and kind not in UNTITLED:
            return ""
        quoted = self.quoted(title) if title else ""
        return WORDS.items[kind].format(title=quoted, named=f", {quoted}" if quoted else "")

    def silence(self, seconds: int | None, honours: str) -> str:
        length = f" of {seconds} seconds" if seconds else ""
        return f"a silence{length} was kept" + (f" in memory of {honours}" if honours else "")

    def anthem(self, name: str, performers: str) -> str:
        bare = re.sub(r"^[Tt]he ", "", name) or "anthem"
        what = f"the {bare.lower() if bare.lower() in _PLAIN_ANTHEMS else bare}"
        verb = "were" if name.lower().endswith("anthems") else "was"
        return f"{what} {verb} {f'performed by {performers}' if performers else 'played'}"

    def contribution(self, form: str, mode: str, people: Sequence[Named], title: str) -> str:
        about = f" entitled {self.quoted(title)}" if title and form in TITLED else ""
        return f"{self.subjects(people)} {WORDS.forms[form]}{about}{WORDS.modes[mode]}"

    def message(self, message: Delivered) -> str:
        by = f" by {self.agent(message.reader)}" if message.reader else ""
        there = WORDS.authors[message.author_was_present]
        first = f", first given elsewhere ({message.made_elsewhere})" if message.made_elsewhere else ""
        noun = WORDS.messages[message.form]
        delivered = WORDS.deliveries[message.delivery]
        return f"{noun} from {self.subject(message.author)} was {delivered}{there}{by}{first}"

    def acts(self, kind: str, acts: Sequence[tuple[Named, Named | None]], honours: str) -> str:
        done = [self._act(doer, behalf) for doer, behalf in acts]
        honoured = f" in memory of {honours}" if honours else ""
        verb = WORDS.acts_one[kind] if len(done) == 1 else WORDS.acts_many[kind]
        order = " in this order" if len(done) > 1 else ""
        return f"{verb}{honoured}{order} by {self.series(done)}"

    def _act(self, doer: Named, behalf: Named | None) -> str:
        return self.subject(doer).rstrip(",") + (f", on behalf of {self.agent(behalf)}" if behalf else "")

    def performance(self, work: str, authors: str, performers: str, purpose: str) -> str:
        what = self.quoted(work) if work else ("music" if authors or performers else "")
        if not what:
            return ""
        by = f" by {authors}" if authors else ""
        by_whom = performers if ", " in performers else self.body(performers)
        verb = f"was performed by {by_whom}" if performers else "was performed"
        return f"{what}{by} {verb}{WORDS.purposes[purpose]}"

    def described(self, about: str) -> str:
        """Write a description with its article where its first noun is known; else empty."""
        first = about.split(" ")[0].lower()
        if first not in _NOUNS:
            return ""
        article = "" if _PLURALS.search(first) else "an " if first[0] in "aeiou" else "a "
        return article + about[:1].lower() + about[1:]

    def film(self, shown: Shown) -> str:
        if shown.title:
            return f"the film {self._credited(shown)} was shown"
        described = self.described(shown.about)
        if shown.about and not described:
            return f"a film was shown: {shown.about}"
        return f"{described or 'a film'}{self._makers(shown)} was shown"

    def exhibition(self, shown: Shown) -> str:
        if shown.title:
            return f"those present could view the exhibition {self._credited(shown)}"
        described = self.described(shown.about)
        if described and not described.startswith("an exhibition"):
            described = (
                f"an exhibition of {described}" if _PLURALS.search(described.split(" ")[0]) else described
            )
        if shown.about and not described:
            return f"those present could view an exhibition: {shown.about}"
        return f"those present could view {described or 'an exhibition'}{self._makers(shown)}"

    def open_until(self, closes: PartialDate) -> str:
        return f"it can be seen until {self.day(closes)}"

    def _credited(self, shown: Shown) -> str:
        year = f" ({shown.year})" if shown.year else ""
        return f"{self.quoted(shown.title)}{year}{self._makers(shown)}"

    def _makers(self, shown: Shown) -> str:
        return f" by {shown.makers}" if shown.makers else ""

    def award(self, award: Awarded) -> Sequence[str]:
        grade = self.credit(award.grade, award.edition)
        name = f"{self.body(award.name)}{grade}" if award.name else "an award"
        name = name if name.startswith(("the ", "an award")) else f"the {name}"
        after = " posthumously" if award.is_posthumous else ""
        reason = f" for {award.reason}" if award.reason else ""
        prize = f" (prize: {award.prize})" if award.prize else ""
        given = f"{name} was awarded{after} to {self.series([self.agent(who) for who in award.laureates])}"
        closing = "," if reason and award.laureates[-1].capacity else ""
        return [f"{given}{closing}{reason}{prize}", self._ceremony(award)]

    def _ceremony(self, award: Awarded) -> str:
        presented = f"it was presented by {self.agent(award.presenter)}" if award.presenter else ""
        if not award.receiver:
            return presented
        received = f"received by {self.agent(award.receiver)}"
        if not award.presenter:
            return f"it was {received}"
        return f"it was presented by {self.subject(award.presenter)} and {received}"

    def named_document(self, kind: str, title: str) -> str:
        noun = WORDS.documents[kind]
        return f"the {'' if noun in title.lower() else f'{noun} '}{self.quoted(title)}"

    def document(self, kind: str, relation: str, title: str, authors: str) -> str:
        if not title or relation not in WORDS.relations:
            return ""
        by = f" by {authors}" if authors else ""
        return f"{self.named_document(kind, title)}{by} {WORDS.relations[relation]}"

    def handover(
        self, thing: str, giver: Named | None, receiver: Named | None, acceptance: str
    ) -> Sequence[str]:
        if not thing:
            return []
        to = f" to {self.agent(receiver)}" if receiver else ""
        given = f"{self.subject(giver)} handed over{to}" if giver else f"handed over{to} was"
        return [f"{given}: {thing}", WORDS.acceptances[acceptance]]

    def reported(self, speaker: str, predicates: Sequence[str], number: int) -> str:
        said = " and ".join(predicates)
        return (
            f"{speaker} {said}"
            if number % 3 == 0
            else (f"in addition, {speaker} {said}" if number % 3 == 2 else f"{speaker} also {said}")
        )

    def verbatim(self, speaker: str, words: str, original: str, *, is_joint: bool = False) -> str:
        tongue = f" (in {_language(original)})" if original else ""
        return f"{speaker} said{tongue}: {self.quotation(words)}"

    def citation(self, speaker: str, cited: str, words: str, *, is_joint: bool = False) -> str:
        return f"{speaker} cited {self.quoted(cited)}: {self.quotation(words)}"

    def as_recorded(self, speaker: str, words: str) -> str:
        return f"as recorded of {speaker.rstrip(',')}: {self.quotation(words)}"

    def elsewhere(self, place: str) -> str:
        return f"elsewhere ({place}), "

    def attendance(self, categories: Sequence[str]) -> str:
        return f"among those present were {self.series(categories)}"

    def states(self, category: str, states: Sequence[str]) -> str:
        return f"among the {category}, the following states were represented: {self.series(states)}"

    def among(self, category: str, people: Sequence[Named]) -> str:
        group = f"of the {category}" if category else "by name"
        verb = "was" if len(people) == 1 else "were"
        return f"present {group} {verb} {self.series([self.agent(who) for who in people])}"

    def in_role(self, role: str, people: Sequence[Named]) -> str:
        names = self.series([self.agent(who) for who in people])
        return WORDS.roles[role][len(people) > 1].format(who=names, subject=self.subjects(people))

    def represented(self, absent: Named, by: Named) -> str:
        return f"{self.subject(absent)} was represented by {self.agent(by)}"

    def watched(self, people: Sequence[Named]) -> str:
        return f"{self.subjects(people)} followed the event from afar"

    def absence(self, who: Named, actual: str, reason: str, source: str) -> str:
        given = f"reason according to {self.quoted(source)}: {self.quoted(reason)}"
        return f"{self.subject(who)} {WORDS.absences[actual]}; {given}"

    def quantity(self, quantity: Quantity) -> str:
        """Write a figure with its bound: "about 500", "at least 500", "between 400 and 500"."""
        if quantity.value is None:
            return self.quoted(quantity.words) if quantity.words else WORDS.exactness[quantity.exactness]
        if quantity.upper is not None and quantity.upper != quantity.value:
            return f"between {quantity.value:,} and {quantity.upper:,}"
        return WORDS.exactness[quantity.exactness].format(n=f"{quantity.value:,}")

    def figure(self, kind: str, counted: str, claims: Sequence[Claimed]) -> str:
        given = [f"as {self.quantity(each.quantity)} by {each.claimant}" for each in claims]
        if kind in ("attendance", "online"):
            return f"{WORDS.counted[kind]} was given {self.series(given)}"
        return f"for {self.quoted(counted)} the figure was given {self.series(given)}"

    def campaign(self, name: str, relation: str) -> str:
        return WORDS.campaigns[relation].format(name=name)

    def campaign_origin(self, name: str, initiator: Named | None, began: PartialDate | None) -> str:
        by = f" by {self.agent(initiator)}" if initiator else ""
        return (
            f"the campaign{name and f' {name}'} was initiated{f' {self.on_day(began)}' if began else ''}{by}"
        )

    def campaign_aims(self, aims: str) -> str:
        return f"it aims at {aims}"


def _language(code: str) -> str:
    return str(Locale("en").languages.get(code, code))

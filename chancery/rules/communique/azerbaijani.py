"""Azerbaijani: suffixes by the harmony of vowels, the verb last, names in the form recorded."""

from collections.abc import Sequence

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from chancery.rules.anniversaries import ordinal_words, times_words
from chancery.rules.communique.azerbaijani_words import AZERBAIJANI as WORDS
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
from chancery.rules.languages import azerbaijani
from chancery.rules.languages.azerbaijani_cases import copula, in_month, in_place, of_several


class Azerbaijani(Tongue):
    """The sentences of a communiqué in Azerbaijani."""

    language = "az"
    quotes = ("«", "»")
    last_joint = "və"
    other_joint = "eləcə də"

    def lowered(self, text: str) -> str:
        return azerbaijani.lowered(text[:1]) + text[1:]

    def capitalised(self, text: str) -> str:
        return azerbaijani.capitalised(text)

    def subject(self, who: Named) -> str:
        """Write the capacity before the name, without a comma."""
        return f"{who.capacity} {who.name}" if who.capacity else who.name

    def subjects(self, people: Sequence[Named]) -> str:
        return self.series([self.subject(who) for who in people])

    def body(self, name: str) -> str:
        return name

    def year(self, year: int) -> str:
        """Write a year as an ordinal: "1992-ci"."""
        return ordinal_words(year, "az") or str(year)

    def day(self, day: PartialDate) -> str:
        """Write "26 fevral 1992-ci il", "1992-ci ilin fevralı" or "1992-ci il"."""
        year = f"{self.year(day.earliest.year)} il"
        if day.precision is Precision.YEAR:
            return year
        pattern = "LLLL" if day.precision is Precision.MONTH else "d MMMM"
        return f"{format_date(day.earliest, pattern, locale='az')} {year}"

    def on_day(self, day: PartialDate) -> str:
        """Write "26 fevral 1992-ci il tarixində", "1992-ci ilin fevralında" or "1992-ci ildə"."""
        year = self.year(day.earliest.year)
        if day.precision is Precision.YEAR:
            return f"{year} ildə"
        if day.precision is Precision.MONTH:
            return in_month(year, day.earliest.month)
        return f"{self.day(day)} tarixində"

    def short_title(self, office_class: str, family: str, gender: str) -> str:
        office = WORDS.offices.get(office_class, "")
        return office and f"{office} {family}".strip()

    def counted(self, why: Why) -> str:
        """Write "Xocalı faciəsinin (26 fevral 1992-ci il) 33-cü ildönümü"."""
        day = f" ({self.day(why.day)})" if why.day else ""
        name = azerbaijani.genitive(why.name) or f"«{why.name}» hadisəsinin"
        return f"{name}{day} {ordinal_words(why.number or 0, 'az')} ildönümü"

    def reason(self, why: Why) -> str:
        """Write what the event was held for, with the number of R111 and the day of history."""
        if why.number and not why.is_keeping:
            return f"{self.counted(why)} münasibətilə"
        day = f" ({self.day(why.day)})" if why.day else ""
        times = f"{times_words(why.number, 'az')} keçirilən " if why.number else ""
        return f"{times}{why.name}{day} münasibətilə"

    def headline(self, who: Sequence[str], why: Why, kind: str) -> str:
        reason = self.reason(Why(why.name, why.number, why.is_keeping, why.is_anniversary))
        return f"{self.series(who)} {reason} {WORDS.kinds[kind]} keçirib"

    def at(self, where: Where) -> str:
        """Write "Buxarestdə, Böyük Konsert Zalında"."""
        return ", ".join(in_place(name) for name in (where.town, where.house) if name)

    def placed(self, where: Where) -> str:
        return f"{self.at(where)} "

    def lead(
        self, who: Sequence[str], kind: str, where: Where | None, days: Sequence[PartialDate], why: Why | None
    ) -> str:
        when = f"{self.day(days[0])} – {self.day(days[1])} tarixlərində" if len(days) > 1 else ""
        when = when or (self.on_day(days[0]) if days else "")
        told = [when, self.at(where) if where else "", self.reason(why) if why else ""]
        between = " ".join(part for part in told if part)
        noun = WORDS.kinds[kind]
        if not who:
            return f"{between} {noun} keçirilib" if between else ""
        return f"{self.series(who)} {between} {noun} keçirib".replace("  ", " ")

    def further_occasion(self, why: Why) -> str:
        return f"tədbir həmçinin {self.reason(why)} keçirilib"

    def theme(self, theme: str) -> str:
        return f"tədbirin mövzusu: {self.quoted(theme)}"

    def backing(self, role: str, who: Sequence[str]) -> str:
        return WORDS.backings[role].format(who=self.series(who))

    def route(self, places: Sequence[tuple[str, str]]) -> str:
        return f"yürüşün marşrutu: {' – '.join(name for _, name in places)}"

    def also_at(self, role: str, where: Where) -> str:
        place = ", ".join(name for name in (where.town, where.house) if name)
        return WORDS.places[role].format(where=place if role == "remote" else self.at(where))

    def broadcast(self, kind: str, name: str) -> str:
        return WORDS.channels[kind].format(name=name)

    def adverb(self, place: str) -> str:
        return WORDS.adverbs[place]

    def bare(self, kind: str, title: str) -> str:
        if not title and kind not in UNTITLED:
            return ""
        quoted = self.quoted(title) if title else ""
        return WORDS.items[kind].format(title=quoted, named=f": {quoted}" if quoted else "")

    def in_memory(self, honours: str) -> str:
        """Write "in memory of": the genitive where it is certain, else a construction without it."""
        return f"{azerbaijani.genitive(honours) or f'«{honours}»'} xatirəsi" if honours else ""

    def silence(self, seconds: int | None, honours: str) -> str:
        length = f"{seconds} saniyəlik " if seconds else ""
        if honours:
            return f"{self.in_memory(honours)} {length}sükutla yad edilib"
        return f"{length}sükut saxlanılıb"

    def anthem(self, name: str, performers: str) -> str:
        what = name if " " in name else azerbaijani.lowered(name) or "dövlət himni"
        played = f"{performers} tərəfindən ifa olunub" if performers else "səsləndirilib"
        return f"{what} {played}"

    def contribution(self, form: str, mode: str, people: Sequence[Named], title: str) -> str:
        about = f"{self.quoted(title)} mövzusunda " if title and form in TITLED else ""
        predicate = WORDS.forms[form]
        predicate = of_several(predicate) if len(people) > 1 else predicate
        return f"{self.subjects(people)} {WORDS.modes[mode]}{about}{predicate}"

    def message(self, message: Delivered) -> str:
        author = f"{self.subject(message.author)} tərəfindən göndərilmiş {WORDS.messages[message.form]}"
        there = WORDS.authors[message.author_was_present]
        by = f"{self.subject(message.reader)} tərəfindən " if message.reader else ""
        first = f" (ilk dəfə başqa yerdə: {message.made_elsewhere})" if message.made_elsewhere else ""
        return f"{author}{first} {there}{by}{WORDS.deliveries[message.delivery]}"

    def acts(self, kind: str, acts: Sequence[tuple[Named, Named | None]], honours: str) -> str:
        memory = f"{self.in_memory(honours)}nə " if honours else ""
        if len(acts) == 1:
            return f"{memory}{self._doer(*acts[0])} {WORDS.acts_one[kind]}"
        done = [self._listed(doer, behalf) for doer, behalf in acts]
        return f"{memory}bu ardıcıllıqla {WORDS.acts_many[kind]}: {'; '.join(done)}"

    def _doer(self, doer: Named, behalf: Named | None) -> str:
        return self.subject(doer) + (f" {self.subject(behalf)} adından" if behalf else "")

    def _listed(self, doer: Named, behalf: Named | None) -> str:
        return self.subject(doer) + (f" ({self.subject(behalf)} adından)" if behalf else "")

    def performance(self, work: str, authors: str, performers: str, purpose: str) -> str:
        if not work and not authors and not performers:
            return ""
        by = f" ({authors})" if authors else ""
        what = f"{self.quoted(work)}{by} əsəri" if work else f"musiqi əsəri{by}"
        played = f"{performers} tərəfindən " if performers else ""
        return f"{what} {WORDS.purposes[purpose]}{played}ifa olunub"

    def film(self, shown: Shown) -> str:
        if shown.title:
            return f"{self._credited(shown)} filmi nümayiş etdirilib"
        return f"{shown.about or 'film'}{self.credit(shown.makers)} nümayiş etdirilib"

    def exhibition(self, shown: Shown) -> str:
        what = f"{self._credited(shown)} sərgisi" if shown.title else shown.about + self.credit(shown.makers)
        if what and not shown.title and not azerbaijani.lowered(shown.about).endswith(("sərgi", "sərgisi")):
            what = f"«{what}» mövzulu sərgi"
        return f"iştirakçılar {what or 'sərgi'} ilə tanış olmaq imkanı əldə ediblər"

    def open_until(self, closes: PartialDate) -> str:
        return f"sərginin son günü: {self.day(closes)}"

    def _credited(self, shown: Shown) -> str:
        return f"{self.quoted(shown.title)}{self.credit(shown.year, shown.makers)}"

    def award(self, award: Awarded) -> Sequence[str]:
        parts = ", ".join(part for part in (award.grade, award.edition) if part)
        name = f"{self.quoted(award.name)} mükafatına" if award.name else "mükafata"
        after = "ölümündən sonra " if award.is_posthumous else ""
        verb = of_several("layiq görülüb") if len(award.laureates) > 1 else "layiq görülüb"
        prize = f" (məbləğ: {award.prize})" if award.prize else ""
        reason = f"; əsas: {award.reason}" if award.reason else ""
        given = f"{self.subjects(award.laureates)} {after}{name}{f' ({parts})' if parts else ''}"
        return [f"{given} {verb}{prize}{reason}", self._ceremony(award)]

    def _ceremony(self, award: Awarded) -> str:
        presented = f"{self.subject(award.presenter)} tərəfindən təqdim edilib" if award.presenter else ""
        received = f"{self.subject(award.receiver)} tərəfindən qəbul edilib" if award.receiver else ""
        told = ", ".join(part for part in (presented, received) if part)
        return f"mükafat {told}" if told else ""

    def named_document(self, kind: str, title: str) -> str:
        noun = "" if WORDS.documents[kind] in title.lower() else f" {WORDS.documents[kind]}"
        return f"{self.quoted(title)}{noun}"

    def document(self, kind: str, relation: str, title: str, authors: str) -> str:
        if not title or relation not in WORDS.relations:
            return ""
        by = f" ({authors})" if authors else ""
        return f"{self.named_document(kind, title)}{by} {WORDS.relations[relation]}"

    def handover(
        self, thing: str, giver: Named | None, receiver: Named | None, acceptance: str
    ) -> Sequence[str]:
        if not thing:
            return []
        by = f"{self.subject(giver)} tərəfindən " if giver else ""
        to = f"{self.subject(receiver)} üçün " if receiver else ""
        return [f"{by}{to}təqdim olunub: {thing}", WORDS.acceptances[acceptance]]

    def reported(self, speaker: str, predicates: Sequence[str], number: int) -> str:
        return f"{('', 'həmçinin ', 'bundan əlavə, ')[number % 3]}{speaker} {' və '.join(predicates)}"

    def verbatim(self, speaker: str, words: str, original: str, *, is_joint: bool = False) -> str:
        tongue = f" ({Locale('az').languages.get(original, original)} dilində)" if original else ""
        return (
            f"{speaker} {of_several('bildirib') if is_joint else 'bildirib'}{tongue}: {self.quotation(words)}"
        )

    def citation(self, speaker: str, cited: str, words: str, *, is_joint: bool = False) -> str:
        verb = of_several("gətirib") if is_joint else "gətirib"
        return f"{speaker} sitat {verb} ({self.quoted(cited)}): {self.quotation(words)}"

    def as_recorded(self, speaker: str, words: str) -> str:
        return f"{speaker} tərəfindən deyilənlər qeydə belə alınıb: {self.quotation(words)}"

    def elsewhere(self, place: str) -> str:
        return f"başqa yerdə ({place}) "

    def attendance(self, categories: Sequence[str]) -> str:
        return f"tədbirdə {self.series(categories)} iştirak edib"

    def states(self, category: str, states: Sequence[str]) -> str:
        return f"bu ölkələr təmsil olunub ({category}): {self.series(states)}"

    def among(self, category: str, people: Sequence[Named]) -> str:
        named = self.series([self.subject(who) for who in people])
        verb = of_several("iştirak edib") if len(people) > 1 else "iştirak edib"
        return f"{f'{category} arasından' if category else 'tədbirdə'} {named} {verb}"

    def in_role(self, role: str, people: Sequence[Named]) -> str:
        names = self.series([self.agent(who) for who in people])
        return WORDS.roles[role][len(people) > 1].format(who=names, subject=self.subjects(people))

    def represented(self, absent: Named, by: Named) -> str:
        return f"{self.subject(by)} tədbirdə {self.subject(absent)} adından iştirak edib"

    def watched(self, people: Sequence[Named]) -> str:
        verb = of_several("izləyib") if len(people) > 1 else "izləyib"
        return f"{self.subjects(people)} tədbiri məsafədən {verb}"

    def absence(self, who: Named, actual: str, reason: str, source: str) -> str:
        given = f"səbəb ({self.quoted(source)} məlumatına əsasən): {self.quoted(reason)}"
        return f"{self.subject(who)} {WORDS.absences[actual]}; {given}"

    def quantity(self, quantity: Quantity, *, of_people: bool = True) -> str:
        """Write a figure with its bound: "təxminən 500 nəfər", "400–500 nəfər"."""
        if quantity.value is None:
            return self.quoted(quantity.words) if quantity.words else WORDS.exactness[quantity.exactness]
        number = format_decimal(quantity.value, locale="az")
        if quantity.upper is not None and quantity.upper != quantity.value:
            written = f"{number}–{format_decimal(quantity.upper, locale='az')} nəfər"
        else:
            written = WORDS.exactness[quantity.exactness].format(n=number)
        return written if of_people else written.removesuffix(" nəfər")

    def figure(self, kind: str, counted: str, claims: Sequence[Claimed]) -> str:
        of_people = kind in ("attendance", "online")
        given = [
            f"{each.claimant} tərəfindən {self.quantity(each.quantity, of_people=of_people)}"
            for each in claims
        ]
        subject = WORDS.counted[kind] if of_people else f"{self.quoted(counted)} üzrə say"
        return f"{subject} {', '.join(given)} olaraq göstərilib"

    def campaign(self, name: str, relation: str) -> str:
        return WORDS.campaigns[relation].format(name=name)

    def campaign_origin(self, name: str, initiator: Named | None, began: PartialDate | None) -> str:
        when = f"{self.on_day(began)} " if began else ""
        by = f"{self.subject(initiator)} tərəfindən " if initiator else ""
        campaign = f"{name} kampaniyasına" if name else "kampaniyaya"
        return f"{campaign} {when}{by}başlanılıb"

    def campaign_aims(self, aims: str) -> str:
        said = copula(aims)
        return f"kampaniyanın məqsədi {said}" if said else f"kampaniyanın məqsədi: {aims}"

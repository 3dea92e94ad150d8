"""The programme in the order in which it was, each statement where its speaker spoke."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from chancery.rules.communique.draft import Basis, Draft
from chancery.rules.communique.facts import (
    ActFact,
    AwardFact,
    ContributionFact,
    DocumentFact,
    HandoverFact,
    ItemFact,
    MessageFact,
    PerformanceFact,
    ShowingFact,
)
from chancery.rules.communique.said import say_statements
from chancery.rules.communique.tongue import Awarded, Delivered, Named, Shown, Where
from chancery.rules.communique.values import Part

# What happens between the items is no news.
_UNTOLD = frozenset({"arrival", "transition"})


def write_programme(draft: Draft) -> None:
    """Write the items in the order in which they took place; each opens a paragraph."""
    items = sorted(draft.facts.items, key=lambda each: (each.position, each.ref))
    told = [item for item in items if item.kind not in _UNTOLD]
    for item in told:
        _Telling(draft, item, _place_of(item, told)).tell()
    for document in _documents(draft, ""):
        sentence, basis = _document(draft, document)
        draft.say(Part.PROGRAMME, sentence, basis, opens=True)
    for handover in _handovers(draft, ""):
        for number, (sentence, basis) in enumerate(_handover(draft, handover)):
            draft.say(Part.PROGRAMME, sentence, basis, opens=not number)


def _place_of(item: ItemFact, told: list[ItemFact]) -> str:
    """Whether an item was the first, the last or a later one; empty where no order can be told."""
    if item.is_beside or len(told) < 2:
        return ""
    if item is told[0]:
        return "first"
    return "last" if item is told[-1] and len(told) > 3 else "later"


class _Telling:
    """One item told: the first of its sentences says where in the order it stands."""

    def __init__(self, draft: Draft, item: ItemFact, place: str) -> None:
        self.draft, self.item, self.place = draft, item, place
        self.tongue = draft.tongue
        self.has_begun = False

    def tell(self) -> None:
        item = self.item
        for rows, tell in self._rows():
            if rows:
                tell()
        for document in _documents(self.draft, item.ref):
            self._say(Part.PROGRAMME, *_document(self.draft, document))
        for handover in _handovers(self.draft, item.ref):
            for sentence, basis in _handover(self.draft, handover):
                self._say(Part.PROGRAMME, sentence, basis)
        if not self.has_begun:
            self._bare()
        say_statements(self.draft, item.ref, among=None)

    def _rows(self) -> list[tuple[object, Callable[[], None]]]:
        item = self.item
        return [
            (item.kind == "silence", self._silence),
            (item.performances, self._performances),
            (item.messages, self._messages),
            (item.contributions, self._contributions),
            (item.acts, self._acts),
            (item.awards, self._awards),
            (item.showings, self._showings),
        ]

    def _say(self, part: Part, sentence: str, basis: Basis) -> bool:
        """Say a sentence of the item; the first one begins with its place in the order."""
        if not sentence:
            return False
        is_first = not self.has_begun
        basis.add(self.item.key)
        adverb = self._adverb(basis) if is_first else ""
        self.has_begun = True
        return self.draft.say(part, f"{adverb}{sentence}", basis, opens=is_first)

    def _adverb(self, basis: Basis) -> str:
        """Where in the order the item stands, whether it was online, and where if not at the venue."""
        if self.item.part_kind == "online":
            basis.add(f"{self.item.key}:part")
            return self.tongue.adverb("online")
        if self.place:
            basis.add(self.item.order_key)
        return (self.tongue.adverb(self.place) if self.place else "") + self._placed(basis)

    def _placed(self, basis: Basis) -> str:
        place = self.item.place
        was_there = place is not None and place.ref == self.draft.place
        self.draft.place = place.ref if place else ""
        if place is None or place.is_town or was_there:
            return ""
        name = self.draft.text(place.names, basis, place.key)
        return self.tongue.placed(Where(name)) if name else ""

    def _bare(self) -> None:
        basis = Basis()
        title = self.draft.text(self.item.titles, basis, f"{self.item.key}:title")
        if self.item.kind == "anthem":
            self._say(Part.PROGRAMME, self.tongue.anthem(title, ""), basis)
            return
        self._say(Part.PROGRAMME, self.tongue.bare(self.item.kind, title), basis)

    def _silence(self) -> None:
        basis = Basis()
        honours = self.draft.label(self.item.honours, basis, f"{self.item.key}:honours")
        if self.item.seconds:
            basis.add(f"{self.item.key}:seconds")
        self._say(Part.PROGRAMME, self.tongue.silence(self.item.seconds, honours), basis)

    def _performances(self) -> None:
        for number, row in enumerate(sorted(self.item.performances, key=_performance_order)):
            key = self.item.row_key("performance", number)
            basis = Basis(key)
            titles = [(row.work, f"{key}:work")]
            if self.item.kind == "anthem":
                titles.append((self.item.titles, f"{self.item.key}:title"))
            work = self.draft.first_text(titles, basis)
            self._say(Part.PROGRAMME, self._played(row, work), basis)

    def _played(self, row: PerformanceFact, work: str) -> str:
        if self.item.kind == "anthem":
            return self.tongue.anthem(work, row.performers)
        return self.tongue.performance(work, row.authors, row.performers, row.purpose)

    def _contributions(self) -> None:
        rows = sorted(self.item.contributions, key=lambda each: (each.position, each.who))
        for _, group in groupby(rows, key=lambda each: (each.form, each.mode, dict(each.titles))):
            same = list(group)
            together = [same] if same[0].form in ("panel", "music", "moderation") else [[row] for row in same]
            for each in together:
                self._contribution(each)

    def _contribution(self, rows: list[ContributionFact]) -> None:
        if rows[0].form == "interpreting":
            return
        basis = Basis(*(self.item.row_key("contribution", row.who) for row in rows))
        people = self.draft.mentions([row.who for row in rows], basis)
        title = self.draft.text(
            rows[0].titles, basis, self.item.row_key("contribution", f"{rows[0].who}:title")
        )
        if people:
            sentence = self.tongue.contribution(rows[0].form, rows[0].mode, people, title)
            self._say(Part.PROGRAMME, sentence, basis)
        for row in rows:
            self._statements_of(row.who)

    def _statements_of(self, ref: str) -> None:
        speaker = self.draft.who(ref)
        if speaker:
            say_statements(self.draft, self.item.ref, among=speaker.identity)

    def _messages(self) -> None:
        for row in sorted(self.item.messages, key=lambda each: (each.position, each.author)):
            self._message(row)
            self._statements_of(row.author)

    def _message(self, row: MessageFact) -> None:
        basis = Basis(self.item.row_key("message", row.author))
        authors = self.draft.mentions([row.author], basis)
        readers = self.draft.mentions([row.reader] if row.reader else [], basis)
        if not authors:
            return
        message = Delivered(
            row.form,
            row.delivery,
            authors[0],
            readers[0] if readers else None,
            row.author_was_present,
            row.made_elsewhere,
        )
        self._say(Part.MESSAGE, self.tongue.message(message), basis)

    def _acts(self) -> None:
        rows = sorted(self.item.acts, key=lambda each: (each.position, each.who))
        for kind, group in groupby(rows, key=lambda each: each.kind):
            self._same_acts(kind, list(group))

    def _same_acts(self, kind: str, rows: list[ActFact]) -> None:
        basis = Basis(*(self.item.row_key("act", row.who) for row in rows))
        done: list[tuple[Named, Named | None]] = []
        for row in rows:
            doers = self.draft.mentions([row.who], basis)
            behalf = self.draft.mentions([row.on_behalf_of] if row.on_behalf_of else [], basis)
            done += [(doer, behalf[0] if behalf else None) for doer in doers]
        honours = self.draft.inside(self.draft.first_text(self._honours(rows), basis))
        self._say(Part.PROGRAMME, self.tongue.acts(kind, done, honours) if done else "", basis)

    def _honours(self, rows: Iterable[ActFact]) -> list[tuple[dict[str, str], str]]:
        own = [(dict(row.honours), self.item.row_key("act", f"{row.who}:honours")) for row in rows]
        return [*own, (dict(self.item.honours), f"{self.item.key}:honours")]

    def _awards(self) -> None:
        for row in sorted(self.item.awards, key=lambda each: (each.position, each.laureate)):
            self._award(row)

    def _award(self, row: AwardFact) -> None:
        key = self.item.row_key("award", row.laureate)
        basis = Basis(key)
        laureates = self.draft.mentions(filter(None, (row.laureate, row.laureate_with)), basis)
        others = Basis(key)
        others.introduces |= basis.introduces
        receiver = self.draft.mentions(filter(None, [row.receiver]), others)
        presenter = self.draft.mentions(filter(None, [row.presenter]), others)
        award = Awarded(
            name=self.draft.text(row.names, basis, f"{key}:name"),
            laureates=laureates,
            grade=row.grade,
            edition=row.edition,
            prize=row.prize,
            reason=self.draft.label(row.reasons, basis, f"{key}:reason"),
            is_posthumous=row.is_posthumous,
            receiver=receiver[0] if receiver else None,
            presenter=presenter[0] if presenter else None,
        )
        sentences = self.tongue.award(award) if laureates else []
        for sentence, rests_on in zip(sentences, (basis, others), strict=False):
            self._say(Part.PROGRAMME, sentence, rests_on)

    def _showings(self) -> None:
        for row in sorted(self.item.showings, key=lambda each: (each.kind, each.ref)):
            self._showing(row)

    def _showing(self, row: ShowingFact) -> None:
        basis = Basis(row.key)
        title = self.draft.text(row.titles, basis, f"{row.key}:title")
        about = "" if title else self.draft.label(row.about, basis, f"{row.key}:about")
        shown = Shown(title, about, row.makers, row.year)
        tell = self.tongue.film if row.kind == "film" else self.tongue.exhibition
        self._say(Part.PROGRAMME, tell(shown), basis)
        if row.closes:
            until = Basis(row.key, f"{row.key}:closes")
            self._say(Part.PROGRAMME, self.tongue.open_until(row.closes), until)


def _performance_order(row: PerformanceFact) -> tuple[int, str, str]:
    return row.position, row.authors, row.performers


def _documents(draft: Draft, item: str) -> list[DocumentFact]:
    handed_over = {each.document for each in draft.facts.handovers}
    found = [
        each
        for each in draft.facts.documents
        if each.item == item and not (each.relation == "handed-over" and each.ref in handed_over)
    ]
    return sorted(found, key=lambda each: (each.position, each.ref))


def _handovers(draft: Draft, item: str) -> list[HandoverFact]:
    found = [each for each in draft.facts.handovers if each.item == item]
    return sorted(found, key=lambda each: (each.position, each.ref))


def _document(draft: Draft, document: DocumentFact) -> tuple[str, Basis]:
    """Say what was done with a document; one that was cited or is directed against the event is not told."""
    basis = Basis(document.key)
    title = draft.text(document.titles, basis, f"{document.key}:title")
    issuer = draft.text(document.issuer, basis, f"{document.key}:issuer")
    authors = document.authors or (draft.tongue.body(issuer) if issuer else "")
    return draft.tongue.document(document.kind, document.relation, title, authors), basis


def _handover(draft: Draft, handover: HandoverFact) -> Iterator[tuple[str, Basis]]:
    """Say what was handed over, and in a second sentence whether it was accepted."""
    basis = Basis(handover.key)
    giver = draft.mentions(filter(None, [handover.giver]), basis)
    receiver = draft.mentions(filter(None, [handover.receiver]), basis)
    body = draft.text(handover.receiver_body, basis, f"{handover.key}:receiver")
    if body and not receiver:
        receiver = [Named(draft.tongue.body(body))]
    thing = _thing(draft, handover, basis)
    sentences = draft.tongue.handover(
        thing, giver[0] if giver else None, receiver[0] if receiver else None, handover.acceptance
    )
    for number, sentence in enumerate(sentences):
        yield sentence, Basis(handover.key) if number else basis


def _thing(draft: Draft, handover: HandoverFact, basis: Basis) -> str:
    things = draft.label(handover.things, basis, f"{handover.key}:things")
    document = next((each for each in draft.facts.documents if each.ref == handover.document), None)
    if things or document is None:
        return things
    title = draft.text(document.titles, basis, f"{document.key}:title")
    if title:
        basis.add(document.key)
    return draft.tongue.named_document(document.kind, title) if title else ""

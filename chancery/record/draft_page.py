"""The page of a draft: languages with how far each is, sentences with their marks, the facts of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.frame import Shape, Tone
from chancery.base.rows import Mark
from chancery.events.access import EventOffice
from chancery.record.fact_links import url_of
from chancery.record.models import Release, Sentence
from chancery.record.queries.drafts import Recorded
from chancery.record.readiness import Flag, Note, Readiness
from chancery.rules.communique import LANGUAGES, Part
from chancery.rules.drafting import Merged, Standing


@dataclass(frozen=True, slots=True)
class LanguageTab:
    """A language of the communiqué and how far it is."""

    code: str
    url: str
    mark: Mark
    is_current: bool


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence on the page; `is_unproved` ones are underlined, `terms` are disputed words in it."""

    code: str
    text: str
    part: str
    url: str
    opens_paragraph: bool
    is_unproved: bool
    is_current: bool
    notes: Sequence[Note] = ()
    is_edited: bool = False

    @property
    def is_flagged(self) -> bool:
        return any(note.stops for note in self.notes)


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact behind a sentence as it is now, and as it was where it has changed since somebody looked."""

    words: str
    was: str = ""
    source: str = ""
    url: str = ""
    has_changed: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class OpenSentence:
    """The sentence whose facts are shown."""

    sentence: Sentence
    line: SentenceLine
    facts: Sequence[FactLine]
    standing: Standing
    record_says: str = ""
    is_first: bool = False
    is_last: bool = False

    @property
    def may_confirm(self) -> bool:
        return self.standing in (Standing.CHANGED, Standing.GONE)

    @property
    def may_restore(self) -> bool:
        return bool(self.record_says) and self.record_says != self.sentence.text


@dataclass(frozen=True, slots=True)
class Page:
    """What the draft page shows of one language."""

    readiness: Readiness
    lines: Sequence[SentenceLine]
    taken_out: Sequence[Sentence] = ()
    missing: Sequence[FactLine] = ()
    opened: OpenSentence | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)


def languages_of(office: EventOffice) -> list[str]:
    """The languages of a communiqué: those of the event first, then of the office, then the rest."""
    wanted = [*office.event.languages, *office.organiser.languages, *LANGUAGES]
    return [language for language in dict.fromkeys(wanted) if language in LANGUAGES]


def page_url(office: EventOffice, language: str, sentence: str = "") -> str:
    """The address of the draft in a language, with a sentence open."""
    asked = {"language": language} | ({"sentence": sentence} if sentence else {})
    path = reverse("record:communique", args=[office.organiser.ref, office.event.code])
    return f"{path}?{urlencode(asked)}"


def mark_of(readiness: Readiness | None, released: Release | None) -> Mark:
    """Say how far a language is in a word or two."""
    if readiness is None:
        return Mark(Shape.UNSET, _("not drafted"))
    if count := readiness.to_look_at:
        words = ngettext("%(count)s sentence to look at", "%(count)s sentences to look at", count)
        return Mark(Shape.CAREFUL, words % {"count": count}, Tone.CAREFUL)
    if released is not None and _is_as_released(readiness, released):
        return Mark(Shape.YES, _("released, version %(number)s") % {"number": released.number}, Tone.GOOD)
    if readiness.draft.is_behind:
        return Mark(Shape.CAREFUL, _("the record has changed"), Tone.CAREFUL)
    if readiness.is_reviewed:
        return Mark(Shape.YES, _("reviewed"), Tone.GOOD)
    return Mark(Shape.OPEN, _("draft"))


def _is_as_released(readiness: Readiness, released: Release) -> bool:
    edition = readiness.edition
    return (
        edition.reviewed_at is not None
        and readiness.is_reviewed
        and edition.reviewed_at <= released.released_at
    )


def tabs_of(
    office: EventOffice, current: str, known: Mapping[str, Readiness], released: Mapping[str, Release]
) -> list[LanguageTab]:
    """The languages as tabs."""
    return [
        LanguageTab(
            code=language,
            url=page_url(office, language),
            mark=mark_of(known.get(language), released.get(language)),
            is_current=language == current,
        )
        for language in languages_of(office)
    ]


def page_of(office: EventOffice, readiness: Readiness, sentence: str) -> Page:
    """Return the draft of one language, with the facts of one of its sentences."""
    draft = readiness.draft
    notes: dict[str, list[Note]] = {}
    for note in readiness.notes:
        notes.setdefault(note.sentence, []).append(note)
    standings = {line.stored.key: line for line in draft.lines if line.stored is not None}
    rows = [row for row in draft.sentences.values() if row.text]
    lines = [_line(office, row, standings.get(row.code), notes.get(row.code, ()), sentence) for row in rows]
    lines = [_run_in(line, before) for line, before in zip(lines, [None, *lines], strict=False)]
    return Page(
        readiness=readiness,
        lines=lines,
        taken_out=[row for row in draft.sentences.values() if not row.text],
        missing=[
            FactLine(words=one.words, url=_url(office, draft.recorded, one.key))
            for one in draft.recorded.composition.missing
        ],
        opened=_opened(office, rows, lines, standings, draft.recorded, sentence),
    )


def _line(
    office: EventOffice, row: Sentence, merged: Merged | None, notes: Iterable[Note], current: str
) -> SentenceLine:
    language = row.edition.language
    shown = [note for note in notes if note.flag is not Flag.BEHIND]
    if merged is None:  # drafting anew takes it out: nobody touched it, and the record no longer gives it
        shown.append(Note(Flag.BEHIND, row.code, _("The record no longer says this; draft the text anew.")))
    shown += [note for note in notes if note.flag is Flag.BEHIND]
    return SentenceLine(
        code=row.code,
        text=row.text,
        part=row.part,
        url=page_url(office, language, row.code),
        opens_paragraph=row.opens_paragraph or row.part in (Part.HEADLINE, Part.DATELINE),
        is_unproved=not row.composed and not row.facts,
        is_current=row.code == current,
        notes=shown,
        is_edited=bool(row.composed) and row.text != row.composed,
    )


def _run_in(line: SentenceLine, before: SentenceLine | None) -> SentenceLine:
    """Place and day stand before the first paragraph, not above it (R100)."""
    is_after_dateline = before is not None and before.part == Part.DATELINE and line.part != Part.DATELINE
    return replace(line, opens_paragraph=False) if is_after_dateline else line


def _opened(
    office: EventOffice,
    rows: Sequence[Sentence],
    lines: Sequence[SentenceLine],
    standings: Mapping[str, Merged],
    recorded: Recorded,
    code: str,
) -> OpenSentence | None:
    place = next((place for place, row in enumerate(rows) if row.code == code), None)
    if place is None:
        return None
    row, merged = rows[place], standings.get(code)
    return OpenSentence(
        sentence=row,
        line=lines[place],
        facts=_facts(office, row, merged, recorded),
        standing=merged.standing if merged else Standing.FOLLOWS,
        record_says=merged.composed.text if merged and merged.composed else row.composed,
        is_first=place == 0,
        is_last=place == len(rows) - 1,
    )


def _facts(office: EventOffice, row: Sentence, merged: Merged | None, recorded: Recorded) -> list[FactLine]:
    """The facts the sentence was looked at with, then those the record adds by now."""
    before = {fact["key"]: fact for fact in row.facts}
    now = merged.composed.rests_on if merged and merged.composed else ()
    return [_fact(office, key, before.get(key), recorded) for key in dict.fromkeys([*before, *now])]


def _fact(office: EventOffice, key: str, before: Mapping[str, str] | None, recorded: Recorded) -> FactLine:
    fact = recorded.stated.get(key)
    was = before["words"] if before else ""
    if fact is None:
        return FactLine(_("No longer in the record"), was=was, has_changed=True, is_gone=True)
    is_other = before is not None and before["digest"] != recorded.digests[key]
    return FactLine(
        words=fact.words,
        was=was if is_other and was != fact.words else "",
        source=fact.source,
        url=_url(office, recorded, key),
        has_changed=is_other,
    )


def _url(office: EventOffice, recorded: Recorded, key: str) -> str:
    fact = recorded.stated.get(key)
    return url_of(office, *fact.route) if fact is not None else ""

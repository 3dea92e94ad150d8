"""The set phrases of a note verbale, by language and practice (R85)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.address import sentences, sources
from chancery.rules.address.facts import base_of, clean
from chancery.rules.address.sources import Source
from chancery.rules.address.values import Practice, Status
from chancery.rules.languages import azerbaijani, french, romanian
from chancery.rules.reasons import Reason

_Words = tuple[str, str]


class NotePart(StrEnum):
    """The parts of a note from top to bottom; it bears initials and a seal, and no signature (R85)."""

    LETTERHEAD = "letterhead"
    NUMBER = "number"
    OPENING = "opening"
    MATTER = "matter"
    CLOSING = "closing"
    PLACE_AND_DATE = "place-and-date"
    INITIALS_AND_SEAL = "initials-and-seal"


class Receiver(StrEnum):
    """Who receives a note, as far as its phrases depend on it."""

    BODY = "body"
    CHARGE_AI = "charge-ai"


@dataclass(frozen=True, slots=True)
class Note:
    """
    What the phrases of a note depend on.

    Shape: `sender` and `receiver` are the full names as they stand in a sentence of the language, with
    their article ("The Embassy of …", "l’Ambassade de …", "… Nazirliyi"); the short ones ("The Embassy",
    "le Ministère") serve the closing. `is_of_mourning` for a death or a tragedy.
    """

    language: str
    sender: str
    receiver: str
    short_sender: str
    short_receiver: str
    practice: Practice = Practice.INTERNATIONAL
    is_of_mourning: bool = False
    received_by: Receiver = Receiver.BODY


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    A set phrase: what stands before the matter and what stands after it in the same sentence.

    Shape: `before` and `after` may be empty; where both are, the phrase is left out, and a reason says so.
    """

    before: str
    after: str
    reasons: tuple[Reason, ...]
    status: Status


def note_opening(note: Note) -> Phrase:
    """
    Write the opening, up to where the matter begins.

    Shape: `after` is empty except in Azerbaijani, whose verb ends the sentence.
    Source: R85 in docs/rules/address.md.
    """
    writer, source = _OPENINGS.get(base_of(note.language), (_unknown, sources.GENERAL_KNOWLEDGE))
    no_honour = Reason(sentences.NO_HONOUR, rule="R85", source=sources.NOTE_TO_CHARGE.address)
    omitted = (no_honour,) if _is_us_note_to_charge(note) else ()
    return _phrase(writer(note), source, (*omitted, *_undeclined(note)))


def note_closing(note: Note) -> Phrase:
    """
    Write the closing assurance.

    Shape: one sentence in `before`; empty in British practice. After a death or a tragedy no opportunity is
    taken, only the assurances are renewed.
    Source: R85 in docs/rules/address.md.
    """
    if note.practice is Practice.UK:
        return Phrase("", "", (Reason(sentences.NO_CLOSING, rule="R85"),), Status.PARTLY)
    writer, source = _CLOSINGS.get(base_of(note.language), (_unknown, sources.GENERAL_KNOWLEDGE))
    return _phrase(writer(note), source, (*_why_closing(note), *_undeclined(note)))


def _phrase(words: _Words, source: Source, reasons: tuple[Reason, ...]) -> Phrase:
    before, after = (clean(part) for part in words)
    if not before:
        return Phrase("", "", (Reason(sentences.NO_PHRASE, rule="R85", is_open=True),), Status.UNVERIFIED)
    return Phrase(before, after, (sources.founded(source, "R85"), *reasons), source.status)


def _why_closing(note: Note) -> tuple[Reason, ...]:
    found = (
        (note.is_of_mourning, sentences.MOURNING, sources.NOTE_OF_TRAGEDY.address, False),
        (note.practice is Practice.US, sentences.CLOSING_IN_THE_US, sources.KAYZEN_LETTERS.address, True),
    )
    return tuple(
        Reason(sentence, rule="R85", source=source, is_open=is_open)
        for applies, sentence, source, is_open in found
        if applies
    )


def _is_us_note_to_charge(note: Note) -> bool:
    is_to_charge = note.received_by is Receiver.CHARGE_AI
    return is_to_charge and note.practice is Practice.US and base_of(note.language) == "en"


def _undeclined(note: Note) -> tuple[Reason, ...]:
    needed = {"ro": romanian.dative_of_body, "az": azerbaijani.dative_of_body}.get(base_of(note.language))
    names = [name for name in (note.receiver, note.short_receiver) if needed and needed(name) is None]
    return tuple(
        Reason(sentences.BODY_UNDECLINED, {"body": name}, rule="R85", is_open=True) for name in names
    )


def _unknown(note: Note) -> _Words:
    return "", ""


def _english_opening(note: Note) -> _Words:
    honour = "honor" if note.practice is Practice.US else "honour"
    has_the_honour = "" if _is_us_note_to_charge(note) else f"has the {honour} to"
    return f"{note.sender} presents its compliments to {note.receiver} and {has_the_honour}", ""


def _english_closing(note: Note) -> _Words:
    assurances = "the assurances of its highest consideration."
    if note.is_of_mourning:
        return f"{note.short_sender} renews to {note.short_receiver} {assurances}", ""
    taken = f"{note.short_sender} avails itself of this opportunity to renew to {note.short_receiver}"
    return f"{taken} {assurances}", ""


def _french_opening(note: Note) -> _Words:
    return f"{note.sender} présente ses compliments {french.a_body(note.receiver)} et a l’honneur de", ""


def _french_closing(note: Note) -> _Words:
    to_whom = french.a_body(note.short_receiver)
    verb = "renouvelle" if note.is_of_mourning else "saisit cette occasion pour renouveler"
    return f"{note.short_sender} {verb} {to_whom} les assurances de sa très haute considération.", ""


def _romanian_opening(note: Note) -> _Words:
    return f"{note.sender} prezintă complimentele sale {_romanian_to(note.receiver)} și are onoarea de a", ""


def _romanian_closing(note: Note) -> _Words:
    to_whom = _romanian_to(note.short_receiver)
    verb = "reînnoiește" if note.is_of_mourning else "folosește acest prilej pentru a reînnoi"
    return f"{note.short_sender} {verb} {to_whom} asigurarea înaltei sale considerații.", ""


def _romanian_to(body: str) -> str:
    return romanian.dative_of_body(body) or f"către {body}"


def _azerbaijani_opening(note: Note) -> _Words:
    to_whom = azerbaijani.dative_of_body(note.receiver) or note.receiver
    return f"{note.sender} {to_whom} öz dərin ehtiramını bildirir və", "şərəf duyur."


def _azerbaijani_closing(note: Note) -> _Words:
    whom = azerbaijani.accusative_of_body(note.short_receiver) or note.short_receiver
    taken = "" if note.is_of_mourning else "fürsətdən istifadə edərək"
    return f"{note.short_sender} {taken} {whom} öz dərin ehtiramından əmin edir.", ""


def _arabic_opening(note: Note) -> _Words:
    if _is_feminine(note.sender):
        return f"تهدي {note.sender} أطيب تحياتها إلى {note.receiver} وتتشرف", ""
    return f"يهدي {note.sender} أطيب تحياته إلى {note.receiver} ويتشرف", ""


def _arabic_closing(note: Note) -> _Words:
    consideration = "فائق تقديرها واحترامها" if _is_feminine(note.short_sender) else "فائق تقديره واحترامه"
    verbs = ("وتعرب", "وتغتنم", "لتعرب") if _is_feminine(note.short_sender) else ("ويعرب", "ويغتنم", "ليعرب")
    to_whom = f"إلى {note.short_receiver}"
    if note.is_of_mourning:
        return f"{verbs[0]} {note.short_sender} {to_whom} عن {consideration}.", ""
    return f"{verbs[1]} {note.short_sender} هذه المناسبة {verbs[2]} {to_whom} عن {consideration}.", ""


def _is_feminine(body: str) -> bool:
    """Whether the first noun ends as feminine ones do; embassies, ministries and consulates all do."""
    return body.split(" ")[0].endswith("ة")


_Writer = Callable[[Note], _Words]
_OPENINGS: Mapping[str, tuple[_Writer, Source]] = MappingProxyType(
    {
        "en": (_english_opening, sources.NOTE_MODEL),
        "fr": (_french_opening, sources.SWISS_NOTES),
        "ro": (_romanian_opening, sources.ROMANIAN_NOTES),
        "az": (_azerbaijani_opening, sources.KAYZEN_LETTERS),
        "ar": (_arabic_opening, sources.GENERAL_KNOWLEDGE),
    }
)
_CLOSINGS: Mapping[str, tuple[_Writer, Source]] = MappingProxyType(
    {
        "en": (_english_closing, sources.NOTE_MODEL),
        "fr": (_french_closing, sources.GENERAL_KNOWLEDGE),
        "ro": (_romanian_closing, sources.ROMANIAN_NOTES),
        "az": (_azerbaijani_closing, sources.KAYZEN_LETTERS),
        "ar": (_arabic_closing, sources.GENERAL_KNOWLEDGE),
    }
)

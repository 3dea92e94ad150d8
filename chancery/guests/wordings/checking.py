"""What is wrong with a wording, in one sentence each: in which language, on which line, what to do."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from html.parser import HTMLParser

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.languages import listed
from chancery.base.reasons import in_words
from chancery.guests.models.vocabulary import Form, Kind
from chancery.guests.wordings.fields import FIELDS, fields_of
from chancery.guests.wordings.source import BRACES, as_html, cleaned
from chancery.rules.address import CardPart, ReplyMark
from chancery.rules.address.facts import base_of
from chancery.rules.invitations import asks_for_reply, faults_of_card

WITH_SUBJECT = (Form.EMAIL, Form.LETTER, Form.NOTE)
# Which part of a card a field is; the order of the parts is that of the card (R80).
_PARTS: Mapping[str, CardPart] = {
    "host": CardPart.HOST,
    "request": CardPart.WILL,
    "guest": CardPart.GUEST,
    "event": CardPart.OCCASION,
    "day_in_words": CardPart.DATE_AND_TIME,
    "when": CardPart.DATE_AND_TIME,
    "place": CardPart.PLACE,
    "dress": CardPart.DRESS,
    "reply": CardPart.REPLY_MARK,
    "admission": CardPart.ADMISSION_MARK,
    "enclosures": CardPart.ENCLOSURES,
}
# Reply marks that somebody wrote by hand beside the field.
_MARKS = re.compile(
    r"R\.\s?S\.\s?V\.\s?P\.?|\bRSVP\b|\bP\.\s?M\.|\bRegrets only\b|\bTo remind\b", re.IGNORECASE
)
# In Azerbaijani the request ends the sentence and stands below the guest.
_VERB_LAST = frozenset({"az"})


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about the text in one language; a wording with an error is not saved."""

    language: str
    sentence: str
    is_error: bool = True
    is_about_subject: bool = False


def remarks_on(
    form: Form, kind: Kind, subjects: Mapping[str, str], bodies: Mapping[str, str], languages: Sequence[str]
) -> list[Remark]:
    """
    Check a wording as it was written, before it is cleaned.

    `languages` are those in which the office writes. Errors come first, each in the order of the languages.
    """
    found: list[Remark] = []
    for language in dict.fromkeys([*languages, *bodies, *subjects]):
        subject, body = subjects.get(language, ""), bodies.get(language, "")
        found += _on_presence(form, language, subject, body)
        found += _on_fields(form, language, subject, is_subject=True)
        found += _on_fields(form, language, body)
        if body:
            found += _on_links(form, kind, language, body)
            found += _on_card(kind, language, body) if form == Form.CARD else ()
            found += _on_cleaning(language, body)
    return sorted(found, key=lambda remark: not remark.is_error)


def _on_presence(form: Form, language: str, subject: str, body: str) -> Iterator[Remark]:
    named = {"language": _named(language)}
    if not body and not subject:
        yield Remark(
            language,
            _("There is no text in %(language)s; guests of that language cannot be written to with it.")
            % named,
            is_error=False,
        )
    elif not body:
        yield Remark(language, _("In %(language)s there is a subject and no text; write the text.") % named)
    elif not subject and form in WITH_SUBJECT:
        sentence = _("In %(language)s there is a text and no subject; write the subject.") % named
        yield Remark(language, sentence, is_about_subject=True)


def _on_fields(form: Form, language: str, text: str, *, is_subject: bool = False) -> Iterator[Remark]:
    allowed = {field.name for field in fields_of(form)}
    for found in BRACES.finditer(text):
        words = {
            "language": _named(language),
            "line": cldr.figure(text.count("\n", 0, found.start()) + 1, get_language() or "en"),
            "field": found[0],
        }
        if found[0] in ("{{", "}}") or found[1] in allowed:
            continue
        yield Remark(language, _wrong_field(found[1] or "", form, words), is_about_subject=is_subject)


def _wrong_field(name: str, form: Form, words: Mapping[str, str]) -> str:
    if not name:
        return (
            _("%(language)s, line %(line)s: a brace stands alone; close the field, or double the brace.")
            % words
        )
    if name in FIELDS:
        return _(
            "%(language)s, line %(line)s: %(field)s cannot stand in this form (%(form)s); take it out."
        ) % {**words, "form": form.label}
    near = get_close_matches(name, [field.name for field in fields_of(form)], n=1)
    if near:
        return _("%(language)s, line %(line)s: %(field)s is no field; perhaps %(near)s is meant.") % {
            **words,
            "near": FIELDS[near[0]].written,
        }
    return _("%(language)s, line %(line)s: %(field)s is no field; take one from the list.") % words


def _on_links(form: Form, kind: Kind, language: str, body: str) -> Iterator[Remark]:
    named = {"language": _named(language)}
    targets = re.findall(r"""href\s*=\s*["']?[^"'>]*?\{([A-Za-z_]+)\}""", body)
    if wrong := next((name for name in targets if name in FIELDS and not FIELDS[name].is_link), ""):
        yield Remark(
            language,
            _("In %(language)s %(field)s is the target of a link; only %(link)s can be.")
            % {**named, "field": FIELDS[wrong].written, "link": FIELDS["reply_link"].written},
        )
    if form == Form.EMAIL and asks_for_reply(kind) and "{reply_link}" not in body:
        sentence = _("In %(language)s the e-mail asks for a reply and has no link to reply by; add %(link)s.")
        has_other_way = "{reply_contact}" in body
        words = {**named, "link": FIELDS["reply_link"].written}
        yield Remark(language, sentence % words, is_error=not has_other_way)


def _on_card(kind: Kind, language: str, body: str) -> Iterator[Remark]:
    """The reply mark and the order of the parts (R80, R81); only the mark keeps a card from being saved."""
    fields = [found[1] for found in BRACES.finditer(body) if found[1]]
    marks = [ReplyMark.REPLY] * (fields.count("reply") + len(_MARKS.findall(body)))
    parts = [_PARTS[name] for name in fields if name in _PARTS]
    if base_of(language) in _VERB_LAST:
        parts = [part for part in parts if part != CardPart.WILL]
    for reason in faults_of_card(kind, parts, marks):
        words = {"language": _named(language), "fault": in_words(reason)}
        yield Remark(language, _("%(language)s: %(fault)s") % words, is_error=reason.rule == "R81")


def _on_cleaning(language: str, body: str) -> Iterator[Remark]:
    gone = _tags_of(as_html(body)) - _tags_of(cleaned(body))
    if not gone:
        return
    names = listed(sorted(gone))
    yield Remark(
        language,
        _("In %(language)s this was taken out, because messages hold only light formatting: %(names)s.")
        % {"language": _named(language), "names": names},
        is_error=False,
    )


def _tags_of(html: str) -> Counter[str]:
    """The tags and attributes of a text, each as often as it stands there."""
    found: Counter[str] = Counter()

    def start(tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found[f"<{tag}>"] += 1
        found.update(f"{name}=" for name, _value in attrs)

    _walk(html, start)
    return found


def _walk(html: str, start: Callable[[str, list[tuple[str, str | None]]], None]) -> None:
    class Walker(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            start(tag, attrs)

    walker = Walker()
    walker.feed(html)
    walker.close()


def _named(language: str) -> str:
    return cldr.language_in_words(language, get_language() or "en")


def kept(body: str) -> str:
    """Return a text as it is kept: plain paragraphs as they were written, HTML cleaned."""
    return cleaned(body) if "<" in body else body.strip()

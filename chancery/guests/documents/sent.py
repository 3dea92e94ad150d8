"""
Cards, letters, notes verbales and their envelopes, printed from what was sent.

What a dispatch keeps in `printed` is what goes on paper, whatever became of the record since. The token of
the reply is the one thing it does not keep: address and code are made again from the link of the dispatch.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import batched
from typing import Any, cast

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext, override, pgettext

from chancery.base.pdf import Imprint
from chancery.base.qr import qr_svg
from chancery.guests import papers
from chancery.guests.actions.links import address_of, token_of
from chancery.guests.models import Channel, Dispatch, Form
from chancery.guests.papers.sent_word import letters_docx, notes_docx

HIDDEN = "…"
"""Stands for the token in what is kept: a link opens the reply of its guest."""
PART = 500
"""Cards in one file: what is laid out at a time takes 350 MB, and a file can be looked through."""


def kept(printed: Mapping[str, Any], token: str) -> dict[str, Any]:
    """Return what a paper prints as it may be kept: without the token of the link and without its code."""
    without: dict[str, Any] = _replaced(dict(printed), token, HIDDEN) if token else dict(printed)
    return without | {"code": ""} if "code" in without else without


CARD_KEPT = "blocks"
"""What only the kept values of a card hold."""


def form_of(dispatch: Dispatch) -> Form:
    """What a dispatch is, by its channel and by what it keeps."""
    return form_by(dispatch.channel, is_card=CARD_KEPT in dispatch.printed)


def form_by(channel: str, *, is_card: bool) -> Form:
    """The same by the channel, and by whether a card is kept."""
    if channel in (Channel.POST, Channel.HAND):
        return Form.CARD if is_card else Form.LETTER
    forms = {Channel.EMAIL: Form.EMAIL, Channel.NOTE: Form.NOTE, Channel.TELEPHONE: Form.CALL}
    return forms[Channel(channel)]


def invitation_cards(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Print the cards among the dispatches, in the given order, each as it was sent."""
    values = card_values(dispatches, imprint)
    title = _title(Form.CARD, language)
    return papers.INVITATION_CARDS.pdf(values, language=language, title=title, imprint=imprint)


def card_values(dispatches: Iterable[Dispatch], imprint: Imprint) -> papers.InvitationCards:
    """Return the cards among the dispatches as their paper takes them."""
    return _cards(cast(list[papers.InvitationCard], _printed(dispatches, Form.CARD)), imprint)


def card_files(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> Iterator[bytes]:
    """
    Print the cards of any number of dispatches, `PART` of them a file, in the given order.

    While one file is laid out the values of the next are loaded. Hand in a queryset with `iterator(PART)`
    where there are thousands: two parts are held at a time.
    """
    how: Any = {"language": language, "title": _title(Form.CARD, language), "imprint": imprint}
    with ThreadPoolExecutor(max_workers=1) as press:
        under_way: Future[bytes] | None = None
        for part in batched(dispatches, PART):
            values = card_values(part, imprint)
            if under_way is not None:
                yield under_way.result()
            under_way = press.submit(papers.INVITATION_CARDS.pdf, values, **how)
        if under_way is not None:
            yield under_way.result()


def card_bundle(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Put the files of very many cards into one ZIP file, numbered in the given order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bundle:
        for number, made in enumerate(card_files(dispatches, language=language, imprint=imprint), start=1):
            bundle.writestr(f"invitation-cards-{number:02}.pdf", made)
    return stream.getvalue()


def letters(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Print the letters among the dispatches, in the given order, each as it was sent."""
    values = _letters(_printed(dispatches, Form.LETTER), imprint)
    return papers.LETTERS.pdf(values, language=language, title=_title(Form.LETTER, language), imprint=imprint)


def letters_text(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Write the letters as a text that an office puts on its own letterhead."""
    values = _letters(_printed(dispatches, Form.LETTER), imprint)
    return letters_docx(values, language=language, title=_title(Form.LETTER, language), imprint=imprint)


def notes(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Print the notes verbales among the dispatches, in the given order, each as it was sent (R85)."""
    values = _notes(_printed(dispatches, Form.NOTE), imprint)
    title = _title(Form.NOTE, language)
    return papers.NOTES_VERBALES.pdf(values, language=language, title=title, imprint=imprint)


def notes_text(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Write the notes verbales as a text that an office puts on its own letterhead (R85)."""
    values = _notes(_printed(dispatches, Form.NOTE), imprint)
    return notes_docx(values, language=language, title=_title(Form.NOTE, language), imprint=imprint)


def envelopes(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Print an envelope for every dispatch that goes by post, by hand or as a note."""
    values: papers.Envelopes = {
        "format": imprint.stock.envelope,
        "sender": [imprint.house],
        "envelopes": [
            {"lines": lines, "language": dispatch.language, "mark": _mark(dispatch)}
            for dispatch, lines in _addressed(dispatches)
        ],
    }
    with override(language):
        title = gettext("Envelopes")
    return papers.ENVELOPES.pdf(values, language=language, title=title, imprint=imprint)


def labels(dispatches: Iterable[Dispatch], *, language: str, imprint: Imprint) -> bytes:
    """Print a label for every dispatch that goes by post, by hand or as a note."""
    values: papers.Labels = {
        "size": imprint.stock.label,
        "labels": [
            {"lines": lines, "language": dispatch.language} for dispatch, lines in _addressed(dispatches)
        ],
    }
    with override(language):
        title = gettext("Labels for envelopes")
    return papers.LABELS.pdf(values, language=language, title=title, imprint=imprint)


def card_pages(printed: Sequence[Mapping[str, Any]], *, language: str, imprint: Imprint) -> bytes:
    """Print cards that were just written."""
    title = _title(Form.CARD, language)
    values = _cards(cast(Sequence[papers.InvitationCard], printed), imprint)
    return papers.INVITATION_CARDS.pdf(values, language=language, title=title, imprint=imprint)


def pictures(
    form: Form, printed: Mapping[str, Any], *, language: str, imprint: Imprint, address: str = ""
) -> list[bytes]:
    """
    Picture what was just written, one PNG a page, each card on a page of its own.

    `address` is that of the reply. Errors: PaperFailed; KeyError for a form that is not printed.
    """
    page: Any = {**printed, "code": qr_svg(address) if address else ""}
    how: Any = {"language": language, "title": _title(form, language), "imprint": imprint}
    if form == Form.CARD:
        return papers.INVITATION_CARDS.pictures(_cards([page], imprint) | {"cut": "card"}, **how)
    if form == Form.LETTER:
        return papers.LETTERS.pictures(_letters([page], imprint), **how)
    return papers.NOTES_VERBALES.pictures(_notes([page], imprint), **how)


def _cards(cards: Sequence[papers.InvitationCard], imprint: Imprint) -> papers.InvitationCards:
    return {
        "sheet": imprint.stock.sheet,
        "cut": imprint.stock.cut,
        "size": imprint.stock.invitation_card,
        "beside_code": _beside_code(card["language"] for card in cards),
        "cards": list(cards),
    }


def _letters(pages: Sequence[Any], imprint: Imprint) -> papers.Letters:
    beside_code = _beside_code(page["language"] for page in pages)
    return {"format": imprint.stock.sheet, "beside_code": beside_code, "letters": list(pages)}


def _notes(pages: Sequence[Any], imprint: Imprint) -> papers.NotesVerbales:
    return {"format": imprint.stock.sheet, "notes": list(pages)}


def _printed(dispatches: Iterable[Dispatch], form: Form) -> list[dict[str, Any]]:
    """What the dispatches of one form keep, with the addresses of the replies, by one query for the links."""
    chosen = [dispatch for dispatch in dispatches if form_of(dispatch) == form and dispatch.printed]
    prefetch_related_objects(chosen, "reply_link")
    return [_as_sent(dispatch) for dispatch in chosen]


def _as_sent(dispatch: Dispatch) -> dict[str, Any]:
    link = getattr(dispatch, "reply_link", None)
    if link is None:
        return {**dispatch.printed, "code": ""}
    token = token_of(link)
    printed = _replaced(dispatch.printed, f"/{HIDDEN}/", f"/{token}/")
    return {**printed, "code": qr_svg(address_of(token))}


def _replaced(values: Any, what: str, by: str) -> Any:
    """A tree of values with one text in all its texts replaced by another."""
    if isinstance(values, str):
        return values.replace(what, by)
    if isinstance(values, dict):
        return {key: _replaced(value, what, by) for key, value in values.items()}
    return [_replaced(value, what, by) for value in values] if isinstance(values, list) else values


def _beside_code(languages: Iterable[str]) -> dict[str, str]:
    """The word beside a code, in the languages of the interface; in others the code stands alone."""
    known = {code for code, _name in settings.LANGUAGES}
    words = {}
    for language in set(languages):
        if language.split("-")[0] in known:
            with override(language):
                words[language] = pgettext("beside a QR code", "Reply online")
    return words


def _addressed(dispatches: Iterable[Dispatch]) -> list[tuple[Dispatch, list[str]]]:
    """The dispatches that are carried, each with the lines of its address."""
    carried = (Channel.POST, Channel.HAND, Channel.NOTE)
    return [(dispatch, _address(dispatch)) for dispatch in dispatches if dispatch.channel in carried]


def _address(dispatch: Dispatch) -> list[str]:
    """The addressee as printed, else whom it was sent to and where."""
    lines: list[str] = dispatch.printed.get("addressee") or [
        *dispatch.recipient.splitlines(),
        *dispatch.address.splitlines(),
    ]
    return [line.strip() for line in lines if line.strip()]


def _mark(dispatch: Dispatch) -> str:
    """What the envelope of a dispatch says of its way, in the language of the guest."""
    with override(dispatch.language):
        return pgettext("on an envelope", "By hand") if dispatch.channel == Channel.HAND else ""


def _title(form: Form, language: str) -> str:
    with override(language):
        titles = {
            Form.CARD: gettext("Invitation cards"),
            Form.LETTER: gettext("Letters"),
            Form.NOTE: gettext("Notes verbales"),
        }
    return titles[form]

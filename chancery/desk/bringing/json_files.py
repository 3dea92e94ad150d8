"""pretix as JSON: its export of all data of an event, and its orders as the interface lists them."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chancery.base import sent_json
from chancery.base.languages import any_text
from chancery.desk.bringing.attendees import Attendee, Export, Peer, Standing
from chancery.desk.bringing.tables import ADD_ON, EXPIRED, NAMELESS, UNKNOWN, moment_of
from chancery.directory.importing.problems import UnreadableFile
from chancery.rules.reasons import gettext_noop

TEST = gettext_noop("The order was made in test mode.")
NOT_KNOWN = gettext_noop(
    "This JSON file is none that is known; export the orders from pretix, or bring the list as CSV or XLSX."
)
_STANDINGS = {"p": Standing.COMES, "n": Standing.OPEN, "c": Standing.REGRETS}


def is_json(content: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def export_of(content: bytes) -> Export:
    """Read a JSON file. Errors: UnreadableFile."""
    try:
        read = sent_json.read_json(content.removeprefix(BOM_UTF8))
        orders, words = _orders(read)
        return Export(Peer.PRETIX, list(_attendees(orders, words)))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UnreadableFile(NOT_KNOWN) from None


def _orders(read: Any) -> tuple[Sequence[Any], Mapping[tuple[str, Any], str]]:
    """The orders, and what items and questions are called by their number."""
    if isinstance(read, list):
        return read, {}
    if "results" in read:
        return read["results"], {}
    event = read["event"]
    names = {("item", each["id"]): each["name"] for each in event.get("items", ())}
    names |= {
        ("variation", each["id"]): each["name"]
        for item in event.get("items", ())
        for each in item.get("variations", ())
    }
    names |= {("question", each["id"]): each["question"] for each in event.get("questions", ())}
    return event["orders"], names


def _attendees(orders: Sequence[Any], names: Mapping[tuple[str, Any], str]) -> Iterator[Attendee]:
    row = 0
    for order in orders:
        positions = order["positions"]
        for position in positions:
            row += 1
            yield _attendee(row, order, position, names, is_alone=len(positions) == 1)


def _attendee(
    row: int, order: Any, position: Any, names: Mapping[tuple[str, Any], str], *, is_alone: bool
) -> Attendee:
    parts = position.get("attendee_name_parts") or {}
    is_cancelled = bool(position.get("canceled"))
    status = order["status"]
    name = _text(position.get("attendee_name"))
    why = (
        (TEST if order.get("testmode") else "")
        or (ADD_ON if position.get("addon_to") else "")
        or (EXPIRED if status == "e" else "")
        or ("" if status in _STANDINGS else UNKNOWN)
        or ("" if name else NAMELESS)
    )
    category = names.get(("variation", position.get("variation"))) or names.get(
        ("item", position.get("item"))
    )
    return Attendee(
        row=row,
        key=f"pretix-{order['code']}-{position['positionid']}".casefold(),
        name=name,
        given=_text(parts.get("given_name")),
        family=_text(parts.get("family_name")),
        other_name=_text(parts.get("transcription") or parts.get("latin_transcription")),
        email=_text(position.get("attendee_email") or (order.get("email") if is_alone else "")),
        phone=_text(order.get("phone")) if is_alone else "",
        body=_text(position.get("company")),
        category=_text(category),
        standing=Standing.REGRETS if is_cancelled else _STANDINGS.get(status, Standing.OPEN),
        has_come=any(each.get("type", "entry") == "entry" for each in position.get("checkins") or ()),
        asked_at=moment_of(_text(order.get("datetime"))),
        answers=tuple(_answers(position, names)),
        why_not=why,
    )


def _answers(position: Any, names: Mapping[tuple[str, Any], str]) -> Iterator[tuple[str, str]]:
    for answer in position.get("answers") or ():
        question = names.get(("question", answer.get("question"))) or answer.get("question_identifier")
        if said := _text(answer.get("answer")):
            yield _text(question or answer.get("question")), said


def _text(value: Any) -> str:
    """A value as one text; the interface gives names of products by language."""
    if isinstance(value, dict):
        return any_text(value)
    return "" if value in (None, "None") else str(value).strip()

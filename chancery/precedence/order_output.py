"""An order as rows of text: the columns of the list, then place, rank and reasons."""

import json
import re
from collections.abc import Iterable, Sequence

from chancery.precedence.columns import ADDED
from chancery.precedence.guest_rows import GuestRows
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.values import Order
from chancery.rules.reasons import Reason, gettext_noop

OPEN = gettext_noop("Open question: %(sentence)s")
_BETWEEN = " · "
_QUOTED = re.compile(r'[",\r\n]')


def in_words(reason: Reason) -> str:
    """A reason as one text: the sentence, then the rule and its source."""
    sentence = reason.words()
    proof = "; ".join(part for part in (reason.rule, reason.source) if part)
    text = f"{sentence} ({proof})" if proof else sentence
    return OPEN % {"sentence": text} if reason.is_open else text


def as_csv(order: Order, rows: GuestRows) -> str:
    """The rows in order as CSV parted by commas; the reasons of a place in one cell."""
    # Guests of one rank share the reason that tells of it.
    reasons = {id(reason): reason for ranked in order for reason in ranked.reasons}
    said = {number: in_words(reason) for number, reason in reasons.items()}
    lines = (
        [
            *rows.row_of(ranked),
            "" if ranked.place is None else str(ranked.place),
            ranked.rank,
            _BETWEEN.join([said[id(reason)] for reason in ranked.reasons]),
        ]
        for ranked in order
    )
    return table([*rows.columns, *ADDED], lines)


def as_json(order: Order, rows: GuestRows) -> str:
    """The rows in order as a JSON list of objects; place is a number or null, reasons a list of texts."""
    entries = []
    for ranked in order:
        cells = dict(zip(rows.columns, rows.row_of(ranked), strict=True))
        reasons = [in_words(reason) for reason in ranked.reasons]
        entries.append({**cells, "place": ranked.place, "rank": ranked.rank, "reasons": reasons})
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def profiles_listed(profiles: Iterable[Profile], *, as_json_text: bool) -> str:
    """The profiles with what is known of them: key, name, version, status, since when, for which acts."""
    lines = [
        {
            "key": profile.key,
            "name": profile.names["en"],
            "version": profile.version,
            "status": str(profile.status),
            "valid_from": profile.valid_from,
            "scope": profile.scope.text.get("en", ""),
        }
        for profile in profiles
    ]
    if as_json_text:
        return json.dumps(lines, ensure_ascii=False, indent=2) + "\n"
    return table(list(lines[0]), (list(line.values()) for line in lines))


def table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """
    Lines as CSV with a first row that names the columns.

    Long cells are what a list of reasons is made of; quoting them whole takes a fifth of the time of the
    writer of the standard library, which looks at every sign.
    """
    return "".join(",".join(map(_cell, line)) + "\n" for line in (columns, *lines))


def _cell(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text

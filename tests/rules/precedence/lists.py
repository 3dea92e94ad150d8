"""Guest lists in tests: a few lines of text instead of values, and an order in one line."""

import csv
import io
from collections.abc import Sequence
from inspect import cleandoc
from typing import Any

from chancery.precedence import loader
from chancery.precedence.columns import REQUIRED
from chancery.precedence.guest_rows import GuestRows, read_rows
from chancery.rules import precedence
from chancery.rules.precedence import Ceremony, Move, Order, Profile
from chancery.rules.reasons import Reason


def rows_of(text: str) -> GuestRows:
    """
    Read a list in CSV whose first line names its columns; columns that are left out are empty.

    The id is the name too where no name is given.
    """
    header, *rows = csv.reader(cleandoc(text).splitlines())
    missing = [column for column in REQUIRED if column not in header]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*header, *missing])
    for row in rows:
        padded = [*row, *[""] * (len(header) - len(row))]
        writer.writerow([*padded, *(row[0] if column == "name" else "" for column in missing)])
    return read_rows(out.getvalue().encode(), "list")


def ordered(profile: str | Profile, text: str, *, moves: Sequence[Move] = (), **ceremony: Any) -> Order:
    """Order a list by a shipped profile, or one that is given, for a ceremony."""
    rows = rows_of(text)
    chosen = loader.profile(profile) if isinstance(profile, str) else profile
    return precedence.order(
        rows.guests, profile=chosen, ceremony=Ceremony(**ceremony), moves=[*rows.moves, *moves]
    )


def places(order: Order) -> str:
    """The order in one line: "1 a, 2 b = c, 4 d, - e"; a tie is joined by "=", no place is "-"."""
    parts: list[str] = []
    before: int | None = 0
    for ranked in order:
        if ranked.place == before and parts:
            parts[-1] += f" = {ranked.guest}"
        else:
            parts.append(f"{'-' if ranked.place is None else ranked.place} {ranked.guest}")
        before = ranked.place
    return ", ".join(parts)


def ranks(order: Order) -> str:
    """The rank of each guest in order: "1 a, 5A b"."""
    return ", ".join(f"{ranked.rank} {ranked.guest}".strip() for ranked in order)


def reasons(order: Order, guest: str) -> tuple[Reason, ...]:
    """The chain of one guest."""
    return next(ranked.reasons for ranked in order if ranked.guest == guest)


def rules(order: Order, guest: str) -> set[str]:
    """The numbers of the rules in the chain of one guest."""
    return {reason.rule for reason in reasons(order, guest)}


def words(order: Order, guest: str) -> str:
    """The chain of one guest in English."""
    return " ".join(reason.words() for reason in reasons(order, guest))


def open_words(order: Order, guest: str) -> str:
    """The open questions of one guest in English."""
    return " ".join(reason.words() for reason in reasons(order, guest) if reason.is_open)

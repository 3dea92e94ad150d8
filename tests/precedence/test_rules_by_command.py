"""Rules R1 to R40 as a protocol officer meets them: a list in, `chancery order`, places and reasons out."""

import csv
import io
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from chancery.precedence.commands import register

COLUMNS = "id,name,state,title,class,taken_up_at"
CASES = tomllib.loads((Path(__file__).parent / "rules_by_command.toml").read_text(encoding="utf-8"))["cases"]
ORDERED = [case for case in CASES if "order" in case]
OPEN = [case for case in CASES if "open" in case]


def name_of(case: dict[str, Any]) -> str:
    """The rule and what it says."""
    return str(case["name"])


def ordered(call: str, rows: str, columns: str = "") -> list[dict[str, str]]:
    """Run `chancery order` on rows that leave out the name; the name is the id in capitals."""
    profile, *options = call.split()
    lines = [",".join(filter(None, (COLUMNS, columns)))]
    for row in rows.splitlines():
        guest, rest = row.split(",", 1)
        lines.append(f"{guest},{guest.upper()},{rest}")
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(lambda: None)
    register(app)
    result = CliRunner().invoke(app, ["order", "--profile", profile, *options, "-"], input="\n".join(lines))
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def line(rows: list[dict[str, str]]) -> str:
    """The order in one line; "=" joins those who share a place."""
    text, before = "", "0"
    for row in rows:
        shown = f"{row['id']} [{row['rank']}]"
        is_tie = row["place"] == before
        text += f" = {shown}" if is_tie else f", {row['place'] or '-'} {shown}"
        before = row["place"]
    return text.removeprefix(", ")


def questions(rows: list[dict[str, str]], guest: str) -> str:
    """The open questions about one guest."""
    reasons = next(row["reasons"] for row in rows if row["id"] == guest)
    return " ".join(part for part in reasons.split(" · ") if part.startswith("Open question: "))


@pytest.mark.cases
@pytest.mark.parametrize("case", ORDERED, ids=name_of)
def test_rule_decides_the_order(case: dict[str, Any]) -> None:
    found = ordered(case["call"], case["rows"], case.get("columns", ""))

    assert line(found) == case["order"]
    assert all(row["reasons"] for row in found)


@pytest.mark.cases
@pytest.mark.parametrize("case", OPEN, ids=name_of)
def test_what_is_undecidable_is_said(case: dict[str, Any]) -> None:
    found = ordered(case["call"], case["rows"], case.get("columns", ""))

    for guest, said in case["open"].items():
        assert said in questions(found, guest)


def test_every_rule_of_the_order_has_a_case() -> None:
    """What is left out is no order of guests: R12 names a chargé, R18 to R20 are notes on a whole list."""
    elsewhere = {"R12", "R18", "R19"}
    named = {word for case in CASES for word in case["name"].split() if word.startswith("R")}

    assert {f"R{number}" for number in range(1, 41)} - elsewhere <= named

"""Whether somebody is let in: the cases that the telephone's script reads too."""

import json
from pathlib import Path
from typing import Any

import pytest

from chancery.rules.door.verdict import Expected, Known, Light, ReadAs, Verdict, Why, verdict

TABLE = json.loads((Path(__file__).parents[2] / "door" / "verdicts.json").read_text())


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_the_verdict_is_that_of_the_table(case: dict[str, Any]) -> None:
    """The office says of every case what the telephone says."""
    guest, standing = case["guest"], case["standing"]
    expected = guest and Expected(
        guest["expected"],
        guest["reply"],
        [note["kind"] for note in guest["notes"]],
        guest["representative"],
    )
    known = Known(standing["came"], standing["inside"], standing["doubts"])

    found = verdict(ReadAs(case["pass"]), expected, known, people=case["people"])

    reasons = tuple(Why(reason) for reason in case["reasons"])
    assert found == Verdict(Light(case["light"]), reasons, case["missing"])


def test_the_table_holds_every_reason() -> None:
    """No reason is without a case, so that the telephone cannot leave one out."""
    assert {reason for case in TABLE["cases"] for reason in case["reasons"]} == {why.value for why in Why}

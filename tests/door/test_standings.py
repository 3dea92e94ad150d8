"""Where a party stands: one table of cases for the rule of the office and for that of the telephones."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from chancery.rules.door.scans import Scan, ScanKind
from chancery.rules.door.standing import standing_of

OPENS = datetime(2026, 2, 26, 17, 0, tzinfo=UTC)
CASES = json.loads((Path(__file__).parent / "standings.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_party_stands_as_the_table_says(case: dict[str, Any]) -> None:
    """Whatever the order in which the scans are known."""
    scans = [_scan(**said) for said in reversed(case["scans"])]

    standing = standing_of(scans, expected=case["expected"])

    told = (standing.came, standing.inside, _moment(standing.first_at), _moment(standing.last_at))
    assert told == (case["came"], case["inside"], case["first_at"], case["last_at"])
    assert [[doubt.first.id, doubt.later.id] for doubt in standing.doubts] == case["doubts"]


def _scan(*, uid: str, kind: str, at: int, device: str, people: int, undoes: str) -> Scan:
    moment = OPENS + timedelta(milliseconds=at)
    return Scan(uid, ScanKind(kind), "P", people, moment, "D", device, undoes)


def _moment(at: datetime | None) -> int | None:
    return None if at is None else round((at - OPENS) / timedelta(milliseconds=1))

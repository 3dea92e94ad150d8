"""The table of the ASVS: every demand is answered, and what answers it is there."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from django.test import Client

from tools.security.asvs import PAGE, ROOT, Demand, chapters, page

DEMANDS = [demand for chapter in chapters() for demand in chapter.demands]
# How many demands of levels 1 and 2 each chapter of version 5.0.0 has.
IN_CHAPTERS = {
    f"V{number}": count
    for number, count in enumerate((27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7), start=1)
}


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_demand_of_levels_1_and_2_has_one_answer() -> None:
    numbers = [demand.number for demand in DEMANDS]

    assert len(set(numbers)) == len(numbers)
    assert Counter(number.split(".")[0] for number in numbers) == IN_CHAPTERS
    assert Counter(demand.level for demand in DEMANDS) == {1: 70, 2: 183}


def test_numbers_rise_within_their_chapter() -> None:
    for chapter in chapters():
        parts = [tuple(map(int, demand.number[1:].split("."))) for demand in chapter.demands]

        assert parts == sorted(parts)
        assert {f"V{part[0]}" for part in parts} == {chapter.number}


def test_every_test_that_answers_is_there() -> None:
    cited = [test for demand in DEMANDS if demand.how == "tests" for test in demand.answer]
    missing = []
    for test in cited:
        file, _, name = test.partition("::")
        path = ROOT / file
        if not (path.name.startswith("test_") and path.is_file() and name in names_in(path)):
            missing.append(test)

    assert missing == []


@pytest.mark.parametrize("demand", [one for one in DEMANDS if one.how != "tests"], ids=lambda one: one.number)
def test_every_page_that_a_reason_names_is_there(demand: Demand) -> None:
    named = re.findall(r"(?:docs|tests|tools|deploy|bench)/[\w./-]*\w|SECURITY\.md", demand.answer[0])

    assert len(demand.answer[0]) >= len("no Java")
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_page_is_made_of_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(chapters())


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND"])
def test_trace_is_no_method_of_any_page(client: Client, method: str) -> None:
    """An answer to TRACE could tell a script what the browser keeps from it; the others mean nothing."""
    assert client.generic(method, "/account/login/").status_code == 405

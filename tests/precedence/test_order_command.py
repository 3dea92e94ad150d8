"""`chancery order`: rows in, rows in order out, or one sentence."""

import csv
import io
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.precedence.commands import register

HEADER = "id,name,state,title,class,taken_up_at"
LIST = f"""{HEADER}
b,Bela,IT,Ambassador,,2020-05-01
a,Ana,FR,Ambassador,,2019-05-01
d,Dan,DE,Ambassador-designate,,
c,Cem,TR,Ambassador,,2020-05-01
h,Hans,DE,Historian,,
"""


def run(*arguments: str, content: str | bytes = LIST) -> Result:
    """Run the command on standard input."""
    app = typer.Typer(pretty_exceptions_enable=False)
    app.callback()(lambda: None)
    register(app)
    return CliRunner().invoke(app, ["order", *arguments], input=content)


def rows(result: Result) -> list[dict[str, str]]:
    """The rows that were written."""
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def ids(result: Result) -> list[str]:
    """The ids in the order that was written."""
    return [row["id"] for row in rows(result)]


def corps(content: str | bytes, *options: str) -> Result:
    """Order a list by the diplomatic corps."""
    return run("--profile", "diplomatic-corps", *options, "-", content=content)


def test_rows_come_out_in_order_with_three_columns_more() -> None:
    found = rows(corps(LIST))

    assert list(found[0]) == [*HEADER.split(","), "place", "rank", "reasons"]
    assert [(row["id"], row["place"], row["rank"]) for row in found] == [
        ("a", "1", "1"),
        ("b", "2", "1"),
        ("c", "2", "1"),
        ("h", "4", ""),
        ("d", "", ""),
    ]


def test_reasons_stand_in_one_cell_with_rule_and_source() -> None:
    first, second = rows(corps(LIST))[0]["reasons"].split(" · ")[:2]

    assert first.startswith("Rank 1 of “Diplomatic corps”")
    assert "(R1; Vienna Convention" in first
    assert "2019-05-01. (R2; " in second


def test_open_questions_are_marked() -> None:
    last = rows(corps(f"{HEADER}\na,Ana,FR,Ambassador,,2020\nb,Bela,IT,Ambassador,,2020-02"))

    assert all("Open question: Undecidable against" in row["reasons"] for row in last)


def test_json_holds_place_as_number_and_reasons_as_list() -> None:
    result = corps(LIST, "--format", "json")
    found = json.loads(result.stdout)

    assert [entry["place"] for entry in found] == [1, 2, 2, 4, None]
    assert found[0]["name"] == "Ana"
    assert all(isinstance(entry["reasons"], list) and entry["reasons"] for entry in found)


def test_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "guests.csv"
    path.write_text(LIST, encoding="utf-8")

    assert ids(run("--profile", "diplomatic-corps", str(path))) == ["a", "b", "c", "h", "d"]


ENCODED = {
    "mark at the beginning": "\ufeff" + LIST,
    "semicolons": LIST.replace(",", ";"),
    "tabs": LIST.replace(",", "\t"),
    "lines of Windows": LIST.replace("\n", "\r\n"),
    "headings in other words": LIST.replace("taken_up_at", "Taken up at").replace("id,name", "ID,Name"),
    "empty lines": LIST.replace("\n", "\n\n"),
}


@pytest.mark.parametrize("content", ENCODED.values(), ids=ENCODED)
def test_spelling_of_a_file_makes_no_difference(content: str) -> None:
    result = corps(content)

    assert result.exit_code == 0, result.stderr
    first = result.stdout.splitlines()[1]
    assert first.startswith("a,Ana,FR,Ambassador")


def test_names_in_any_script_and_quoted_cells_survive() -> None:
    content = f'{HEADER}\na,"Əliyeva, Leyla",AZ,Səfir,,2020\nb,سفيرة,EG,سفير,,2019\n'

    assert [row["name"] for row in rows(corps(content))] == ["سفيرة", "Əliyeva, Leyla"]


def test_header_alone_gives_a_header() -> None:
    assert corps(HEADER + "\n").stdout == f"{HEADER},place,rank,reasons\n"
    assert json.loads(corps(HEADER + "\n", "--format", "json").stdout) == []


def test_list_that_was_ordered_is_ordered_again() -> None:
    once = corps(LIST).stdout

    assert corps(once).stdout == once


def test_further_columns_pass_through() -> None:
    found = rows(corps(f"{HEADER},diet\na,Ana,FR,Ambassador,,2020,vegan"))

    assert found[0]["diet"] == "vegan"


def test_several_offices_of_one_guest_are_one_row_of_the_office_that_counts() -> None:
    content = f"{HEADER}\na,Ana,FR,Counsellor,,2010\na,Ana,FR,Ambassador,,2020\nb,Bela,IT,Ambassador,,2021"
    found = rows(corps(content))

    assert [(row["id"], row["title"]) for row in found] == [("a", "Ambassador"), ("b", "Ambassador")]


def test_profiles_are_listed() -> None:
    found = rows(run("--list-profiles"))

    assert {"diplomatic-corps", "romania", "un-geneva"} <= {row["key"] for row in found}
    assert next(row["status"] for row in found if row["key"] == "romania") == "weak"
    assert json.loads(run("--list-profiles", "--format", "json").stdout)[0]["key"] == "australia"


# options, list, ids in order
OPTIONS = {
    "host state and Holy See": (
        ["--profile", "diplomatic-corps", "--host-state", "France"],
        f"{HEADER}\na,Ana,DE,Ambassador,,2001\nb,Bela,VA,Nuncio,,2020",
        ["b", "a"],
    ),
    "Holy See by option": (
        ["--profile", "diplomatic-corps", "--holy-see", "first"],
        f"{HEADER}\na,Ana,DE,Ambassador,,2001\nb,Bela,VA,Nuncio,,2020",
        ["b", "a"],
    ),
    "basis by option": (
        ["--profile", "diplomatic-corps", "--basis", "arrival"],
        f"{HEADER},arrival,credentials\na,Ana,DE,Ambassador,,,2020-02,2020-03\nb,Bela,IT,Ambassador,,,2020-01,2020-04",
        ["b", "a"],
    ),
    "place": (
        ["--profile", "united-states", "--place", "Austin, Texas"],
        f"{HEADER}\na,Ana,US,Chief Justice,,\nb,Bela,US,Governor of Texas,,",
        ["b", "a"],
    ),
    "house": (
        ["--profile", "diplomatic-corps", "--host-state", "RO", "--house", "mission"],
        f"{HEADER}\na,Ana,FR,Ambassador,,2001\nb,Bela,RO,Minister of Foreign Affairs,,",
        ["b", "a"],
    ),
    "as of a past day": (
        ["--profile", "france-paris", "--as-of", "2015-01-01"],
        f"{HEADER},from,to\na,Ana,FR,Senator,,,2014-01-01,\nb,Bela,FR,Prime Minister,,,2014-01-01,2016-01-01",
        ["b", "a"],
    ),
    "as of a later day": (
        ["--profile", "france-departments", "--as-of", "2020-01-01"],
        f"{HEADER},from,to\na,Ana,FR,Senator,,,2014-01-01,\nb,Bela,FR,Prefect,,,2014-01-01,2016-01-01",
        ["a", "b"],
    ),
    "day of the act": (
        ["--profile", "european-union", "--date", "2025-07-01"],
        f"{HEADER}\na,Ana,PL,Prime Minister,,\nb,Bela,DK,Prime Minister,,",
        ["b", "a"],
    ),
    "lists in turn": (
        ["--profile", "diplomatic-corps", "--lists", "sponsors,authorities"],
        f"{HEADER},list\na,Ana,FR,Ambassador,,2001,authorities\nb,Bela,FR,,,,sponsors",
        ["b", "a"],
    ),
    "group": (
        ["--profile", "diplomatic-corps", "--group", "Survivors=before:1"],
        f"{HEADER},group\na,Ana,FR,Ambassador,,2001,\nb,Bela,,,,,Survivors",
        ["b", "a"],
    ),
    "heads of state": (
        ["--profile", "united-nations", "--heads-of-state", "accession"],
        f"{HEADER},accepted_at\na,Ana,FR,Head of state,,2020,2025-01\nb,Bela,IT,Head of state,,2001,2025-02",
        ["b", "a"],
    ),
    "courtesy to the host state": (
        ["--profile", "un-geneva", "--host-state", "CH", "--host-state-first"],
        f"{HEADER}\na,Ana,FR,Ambassador,,2001\nb,Bela,CH,Ambassador,,2020",
        ["b", "a"],
    ),
    "a move in the list": (
        ["--profile", "diplomatic-corps"],
        f"{HEADER},move_before,move_reason\na,Ana,FR,Ambassador,,2001,,\nb,Bela,IT,Envoy,,2020,a,speaks",
        ["b", "a"],
    ),
}


@pytest.mark.parametrize(("options", "content", "expected"), OPTIONS.values(), ids=OPTIONS)
def test_options_say_what_the_order_is_for(options: list[str], content: str, expected: list[str]) -> None:
    assert ids(run(*options, "-", content=content)) == expected


def test_lot_is_drawn_with_the_seed() -> None:
    content = "\n".join([HEADER, *(f"{letter},{letter},FR,Ambassador,,2020-01-01" for letter in "abcdef")])

    assert corps(content, "--seed", "1").stdout == corps(content, "--seed", "1").stdout


def test_notes_on_the_whole_order_go_beside_the_rows() -> None:
    result = run("--profile", "germany", content=f"{HEADER}\na,Ana,DE,Bundeskanzlerin,,")

    assert "no official list" in result.stderr
    assert [row["rank"] for row in rows(result)] == ["3"]


ROW = "\na,Ana,FR,Ambassador,,2020"
# what is fed, and what the sentence says
BROKEN: dict[str, tuple[str | bytes, list[str], str]] = {
    "empty": ("", [], "standard input is empty"),
    "only spaces": (" \n \n", [], "standard input is empty"),
    "not UTF-8": ("a;é".encode("latin-1"), [], "standard input is written neither in UTF-8 nor in UTF-16"),
    "missing column": (
        LIST.replace("taken_up_at", "since"),
        [],
        "row 1: the column “taken_up_at” is missing",
    ),
    "no header": ("a,Ana,FR,Ambassador,,2020", [], "row 1: the column “id” is missing"),
    "column twice": (LIST.replace("title", "name"), [], "row 1: the column “name” stands there twice"),
    "unreadable date": (
        f"{HEADER}\na,Ana,FR,Ambassador,,26.02.1992",
        [],
        "row 2, column “taken_up_at”: “26.02.1992” is no date",
    ),
    "day that does not exist": (
        f"{HEADER}{ROW}-02-30",
        [],
        "row 2, column “taken_up_at”: “2020-02-30” is no date",
    ),
    "id twice": (
        f"{HEADER}{ROW}\na,Bela,IT,Envoy,,2020",
        [],
        "row 3, column “id”: the id “a” belongs to “Ana” in row 2",
    ),
    "row twice": (
        f"{HEADER}{ROW}{ROW}",
        [],
        "row 3, column “id”: the id “a” stands with the same office in row 2",
    ),
    "no id": (f"{HEADER}\n,Ana,FR,Ambassador,,2020", [], "row 2, column “id”: the cell is empty"),
    "another time zone": (
        f"{HEADER}{ROW}-05-01T10:00+02:00\nb,Bela,IT,Envoy,,2020-05-01T10:00-05:00",
        [],
        "row 3, column “taken_up_at”: “2020-05-01T10:00-05:00” is in another time zone than “2020-05-01",
    ),
    "cell too large": (
        f"{HEADER}\na,{'A' * 200_000},FR,Ambassador,,2020",
        [],
        "row 2: a cell holds more than ",
    ),
    "row after empty lines": (
        f"\n\n{HEADER}\n\na,Ana,FR,Ambassador,,2020-13",
        [],
        "row 5, column “taken_up_at”: “2020-13” is no date",
    ),
    "too many cells": (f"{HEADER}{ROW},x,y", [], "row 2: the row has 8 cells, the first row names 6 columns"),
    "open quotation marks": (
        f'{HEADER}\na,"Ana,FR,Ambassador,,2020',
        [],
        "row 2: the quotation marks of the row are not in pairs",
    ),
    "basis": (f"{HEADER},basis{ROW},sometimes", [], "row 2, column “basis”: “sometimes” is not understood"),
    "flag": (
        f"{HEADER},presides{ROW},maybe",
        [],
        "row 2, column “presides”: “maybe” is not understood; write one of: yes, no.",
    ),
    "host": (f"{HEADER},host{ROW},maybe", [], "write one of: yes, no, freely, forced."),
    "number": (f"{HEADER},number{ROW},first", [], "row 2, column “number”: “first” is no whole number"),
    "stand-in": (
        f"{HEADER},represents,represents_as{ROW},King,friend",
        [],
        "row 2, column “represents_as”: “friend”",
    ),
    "move without reason": (
        f"{HEADER},move_before{ROW},b",
        [],
        "row 2, column “move_reason”: a move needs its reason",
    ),
    "two moves": (
        f"{HEADER},move_before,move_after,move_reason{ROW},b,c,x",
        [],
        "row 2, column “move_after”: only one of move_before, move_after and move_to",
    ),
    "unknown profile": (LIST, ["--profile", "spain"], "There is no profile “spain”; write one of: spain-"),
    "no profile": (LIST, ["--profile", ""], "No profile is named"),
    "house": (LIST, ["--house", "castle"], "“castle” is no value of --house"),
    "kind": (LIST, ["--kind", "generall"], "“generall” is no value of --kind; write one of: general."),
    "day": (LIST, ["--as-of", "yesterday"], "“yesterday” is no day for --as-of"),
    "format": (LIST, ["--format", "xml"], "“xml” is no value of --format; write one of: csv, json."),
    "group": (LIST, ["--group", "Survivors"], "“Survivors” says no place for a group"),
}


@pytest.mark.parametrize(("content", "options", "sentence"), BROKEN.values(), ids=BROKEN)
def test_bad_input_is_one_sentence_and_no_rows(
    content: str | bytes, options: list[str], sentence: str
) -> None:
    result = run("--profile", "diplomatic-corps", *options, "-", content=content)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stderr.endswith(".\n")


SHEETS = {
    "UTF-16 with its mark": f"{HEADER}{ROW}".encode("utf-16"),
    "UTF-8 with its mark": f"{HEADER}{ROW}".encode("utf-8-sig"),
    "semicolons": f"{HEADER}{ROW}".replace(",", ";").encode(),
    "tabs": f"{HEADER}{ROW}".replace(",", "\t").encode(),
    "a first row that names the separator": f"sep=;\r\n{HEADER}{ROW}".replace(",", ";").encode(),
    "line ends of old computers": f"{HEADER}{ROW}".replace("\n", "\r").encode(),
    "empty rows": f"\n{HEADER}\n,,,,,\n\n{ROW}\n\n".encode(),
}


@pytest.mark.parametrize("content", SHEETS.values(), ids=SHEETS)
def test_sheets_of_all_kinds_are_read(content: bytes) -> None:
    found = rows(corps(content))

    assert [(row["id"], row["place"], row["rank"]) for row in found] == [("a", "1", "1")]


def test_times_with_their_zone_keep_the_clock_of_the_place() -> None:
    """An hour of difference is summer time; fractions of a second say nothing."""
    late = "a,Ana,FR,Ambassador,,2020-05-01T10:30:00.000+03:00"
    early = "b,Bela,IT,Ambassador,,2020-05-01T10:00+03:00"
    winter = "c,Cem,TR,Ambassador,,2019-12-01T09:00+02:00"

    assert ids(corps("\n".join((HEADER, late, early, winter)))) == ["c", "b", "a"]


def test_a_table_of_another_state_is_named_in_words() -> None:
    result = run("--profile", "spain-madrid", "--host-state", "RO", "-")

    assert "is a table of Spain, this act is in Romania: choose the table of the host state." in result.stderr


def test_missing_file_is_one_sentence(tmp_path: Path) -> None:
    result = run("--profile", "diplomatic-corps", str(tmp_path / "none.csv"))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read: No such file or directory" in result.stderr

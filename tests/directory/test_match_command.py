"""`chancery match`: what it reads, what it writes, and what it refuses in one sentence."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from chancery.directory import commands


def run(content: str | bytes, *options: str, file: str = "-") -> Result:
    """Run the command over a list on standard input, or over a file."""
    app = typer.Typer()
    # with a second command the first keeps its name
    app.callback()(lambda: None)
    commands.register(app)
    return CliRunner().invoke(app, ["match", file, *options], input=content)


HEADER = "a,b,verdict,reason\n"


def test_match_writes_a_verdict_and_a_reason_for_each_pair() -> None:
    content = "a,b\nQudsi Osmanov,Кудси Османов\nLeyla Əliyeva,Leyla Aliyev\nQ. Osmanov,Qudsi Osmanov\n"

    result = run(content)

    assert result.exit_code == 0
    assert result.stdout == (
        HEADER
        + "Qudsi Osmanov,Кудси Османов,same,"
        + '"The names are spellings of one name: Qudsi = Кудси, Osmanov = Османов."\n'
        + "Leyla Əliyeva,Leyla Aliyev,different,"
        + "“Əliyeva” and “Aliyev” are the man's and the woman's form of a name.\n"
        + "Q. Osmanov,Qudsi Osmanov,ask,“Q.” and “Qudsi” agree only in the initial.\n"
    )
    assert result.stderr == ""


def test_match_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\nIon Popescu,Ioan Popescu\n", encoding="utf-8")

    result = run("", file=str(path))

    assert result.stdout.splitlines()[1].startswith("Ion Popescu,Ioan Popescu,ask,")


def test_match_writes_json() -> None:
    result = run("a,b,id\nOsmanov Qudsi,Qudsi Osmanov,7\n", "--format", "json")

    assert json.loads(result.stdout) == [
        {
            "a": "Osmanov Qudsi",
            "b": "Qudsi Osmanov",
            "id": "7",
            "verdict": "same",
            "reason": "The names have the same parts in another order.",
        }
    ]


@pytest.mark.parametrize(
    "content",
    [
        "id;a;b\n1;Qudsi Osmanov;Osmanov, Qudsi\n",
        "id\ta\tb\n1\tQudsi Osmanov\tOsmanov, Qudsi\n",
        'id,A,"B"\r\n1,Qudsi Osmanov,"Osmanov, Qudsi"\r\n',
        "id , a , b\n1,Qudsi Osmanov,\"Osmanov, Qudsi\"\n",
        b"\xef\xbb\xbfid;a;b\n1;Qudsi Osmanov;Osmanov, Qudsi\n",
        "id;a;b\n1;Qudsi Osmanov;Osmanov, Qudsi\n".encode("utf-16"),
    ],
    ids=["semicolons", "tabs", "capitals and quotes", "spaces", "byte order mark", "UTF-16"],
)  # fmt: skip
def test_match_keeps_further_columns_of_any_usual_list(content: str | bytes) -> None:
    result = run(content)

    assert result.stdout == (
        "id,a,b,verdict,reason\n"
        '1,Qudsi Osmanov,"Osmanov, Qudsi",same,The names have the same parts in another order.\n'
    )


def test_match_writes_its_own_columns_anew() -> None:
    result = run("a,verdict,b\nOsmanov Qudsi,ask,Qudsi Osmanov\n")

    assert result.stdout.splitlines() == [
        "a,b,verdict,reason",
        "Osmanov Qudsi,Qudsi Osmanov,same,The names have the same parts in another order.",
    ]


def test_match_skips_empty_lines_and_counts_them() -> None:
    result = run("a,b\n\nIon,Ion\n\nIon,Ion,Ion\n")

    assert result.stderr.startswith("Row 5 must have 2 cells")


@pytest.mark.parametrize("row", [",Ion", "Ion,", ",", "Ion", " ,Ion"])
def test_match_asks_about_a_missing_name(row: str) -> None:
    result = run(f"a,b\n{row}\nIon,Ion\n")

    first, second = result.stdout.splitlines()[1:]
    assert first.endswith(",ask,One of the two names is missing.")
    assert second.startswith("Ion,Ion,same,")


@pytest.mark.parametrize("content", ["Ion,Ioan\nIon,Ion\n", "\nIon;Ioan\nIon;Ion\n", "Ion\tIoan\nIon\tIon"])
def test_match_reads_two_columns_without_a_header(content: str) -> None:
    result = run(content)

    assert [line.split(",")[:3] for line in result.stdout.splitlines()] == [
        ["a", "b", "verdict"],
        ["Ion", "Ioan", "ask"],
        ["Ion", "Ion", "same"],
    ]


@pytest.mark.parametrize(
    ("encoding", "first", "second"),
    [
        ("cp1251", "Леонид Кравчук", "Leonid Kravchuk"),
        ("cp1254", "Şahin Yılmaz", "Sahin Yilmaz"),
        ("cp1250", "Jiří Dvořák", "Jiri Dvorak"),
        ("cp1252", "François Hélène", "Francois Helene"),
        ("utf-16-le", "Ion Popa", "Popa Ion"),
    ],
)
def test_match_recognises_old_encodings(encoding: str, first: str, second: str) -> None:
    result = run(f"a;b\n{first};{second}\n".encode(encoding))

    assert result.stdout.splitlines()[1].startswith(f"{first},{second},same,")


@pytest.mark.parametrize(("options", "output"), [((), HEADER), (("--format", "json"), "[]\n")])
def test_match_of_a_header_alone_is_a_header(options: tuple[str, ...], output: str) -> None:
    result = run("a,b\n", *options)

    assert (result.exit_code, result.stdout) == (0, output)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "Row 1 must be a header that names the columns a and b."),
        ("id,Ion,Ioan\n", "Row 1 must be a header that names the columns a and b."),
        ("a,name\nIon,Ioan\n", "Row 1 must be a header that names the columns a and b."),
        ("a,b,a\n1,2,3\n", "Row 1 names the column a twice; give each column its own name."),
        (
            "a,b\nIon,Ion,Ion\n",
            (
                "Row 2 must have 2 cells like the first row, not 3; "
                "put a name that holds the separator in quotation marks."
            ),
        ),
        ('a,b\nIon,"Ion\n', "Row 2 cannot be read: unexpected end of data."),
        (
            b"a,b\nIon,\x81\x8d\x8f\x90\n",
            "The letters of the file are in no encoding that is known here; save it again as UTF-8.",
        ),
        (
            b"a,b\nIon,\0\n",
            "The file holds NUL bytes, so it is no list of text; save it again as CSV or XLSX.",
        ),
        (f"a,b\nIon,{'x' * 301}\n", "Row 2 has more than 300 letters in column b."),
    ],
)
def test_match_refuses_a_broken_list_in_one_sentence(content: str | bytes, sentence: str) -> None:
    result = run(content)

    assert result.exit_code == 2
    assert result.stderr == sentence + "\n"
    assert result.stdout == ""


def test_match_names_a_file_it_cannot_read(tmp_path: Path) -> None:
    result = run("", file=str(tmp_path / "none.csv"))

    assert result.exit_code == 2
    assert result.stderr == f"The file {tmp_path}/none.csv cannot be read: No such file or directory.\n"


def test_match_knows_only_two_formats() -> None:
    result = run("a,b\n", "--format", "xml")

    assert result.exit_code == 2
    assert result.stdout == ""

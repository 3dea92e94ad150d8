"""Recognitions from and to files: all lines or none, each bad one in a sentence, and filters on paper."""

import csv
import io
import json

import pytest
import typer
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from chancery.occasions import commands
from chancery.occasions.models import Campaign, Recognition
from tests import make
from tests.conftest import People

HEAD = "Body;Level;Kind of text;State;Number;Adopted on;Votes for;The word it uses;Language of that word\n"


@pytest.fixture
def campaign(people: People) -> Campaign:
    return make.campaign(people.office, "Letters", ref="letters")


def address(campaign: Campaign, *parts: str) -> str:
    return "/".join([f"/o/mission/campaigns/{campaign.code}/recognitions", *parts])


def bring(client: Client, campaign: Campaign, lines: str, head: str = HEAD) -> str:
    sent = SimpleUploadedFile("list.csv", (head + lines).encode())
    return client.post(address(campaign, "import/"), {"table": sent}, follow=True).content.decode()


def test_a_list_is_brought_in_with_its_steps(signed_in: Client, people: People, campaign: Campaign) -> None:
    senate = make.body(people.office, "Sample Senate")

    bring(
        signed_in,
        campaign,
        "sample senate;one chamber;resolution;Romania;12;2012-02;80;tragedy;English\n"
        "Town Hall;city;motion;;;?;;;\n",
    )

    one, two = Recognition.objects.order_by("id")
    assert (one.body, one.state, one.votes_for, one.word_language) == (senate, "RO", 80, "en")
    assert [str(step.on) for step in one.steps.all()] == ["2012-02"]
    assert (two.printed_body, two.votes_for) == ({"en": "Town Hall"}, None)
    assert [step.on for step in two.steps.all()] == [None]


def test_every_bad_line_is_named_and_none_is_taken(signed_in: Client, campaign: Campaign) -> None:
    make.recognition(campaign, "Known Diet", number="7")

    page = bring(
        signed_in,
        campaign,
        "Good Senate;chamber;law;;1;2012;;;\nBad Senate;planet;law;;2;;;;\nWorse;chamber;law;Nowhere;3;;;;\n"
        "Late;chamber;law;;4;someday;;;\nKnown Diet;chamber;resolution;;7;;;;\n"
        "Good Senate;chamber;law;;1;;;;\n"
        ";chamber;law;;5;;;;\nVotes;chamber;law;;6;;many;;\nWord;chamber;law;;8;;;tragedy;\n",
    )

    for words in (
        "Line 3: “planet” is not understood under “Level”",
        "Line 4: “Nowhere” is no state",
        "Line 5: “someday” is no date",
        "Line 6: this text is recorded already",
        "Line 7: it is the same text as line 2.",
        "Line 8: the body is missing.",
        "Line 9: “many” is no number of votes.",
        "Line 10: say in which language",
    ):
        assert words in page
    assert Recognition.objects.count() == 1


def test_a_column_that_is_not_known_is_said(signed_in: Client, campaign: Campaign) -> None:
    page = bring(signed_in, campaign, "Senate;chamber\n", head="Body;Weather\n")

    assert "No column of recognitions is headed “Weather”" in page


def test_a_list_without_a_line_asks_for_texts(signed_in: Client, campaign: Campaign) -> None:
    page = bring(signed_in, campaign, "")

    assert "The list has headings but no row under them; add a row for each text." in page


@pytest.mark.parametrize(("count", "sentence"), [(1, "1 text is recorded."), (2, "2 texts are recorded.")])
def test_how_many_were_brought_is_said(
    signed_in: Client, campaign: Campaign, count: int, sentence: str
) -> None:
    lines = [f"Senate {number};chamber;law;;;;;;\n" for number in range(count)]

    page = bring(signed_in, campaign, "".join(lines))

    assert sentence in page


def test_the_table_holds_a_line_for_each_text_that_the_filters_take_in(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(
        campaign,
        "Sample Senate",
        ("adopted", "2012-02"),
        number="12",
        word="=letter",
        word_language="en",
        votes_for=80,
        state="RO",
        source="Gazette",
    )
    make.recognition(campaign, "Sample Diet", ("rejected", "2013-01-02"))
    filters = {"status": "adopted"}

    written = signed_in.get(address(campaign, "list.csv"), filters).content.decode("utf-8-sig")
    workbook = signed_in.get(address(campaign, "list.xlsx"), filters).content

    [line] = csv.DictReader(
        io.StringIO(written), delimiter=csv.Sniffer().sniff(written.splitlines()[0]).delimiter
    )
    told = {name: cell for name, cell in line.items() if cell}
    assert told == {
        "Body": "Sample Senate",
        "Level": "one chamber",
        "Kind of text": "resolution",
        "State": "Romania",
        "Number": "12",
        "Adopted on": "2012-02",
        "Votes for": "80",
        "The word it uses": "'=letter",
        "Language of that word": "English",
        "According to": "Gazette",
    }
    heads, *rows = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()
    assert [{str(head): cell for head, cell in zip(heads, row, strict=True)}["Body"] for row in rows] == [
        "Sample Senate"
    ]


def test_the_list_goes_out_and_comes_back_the_same(
    signed_in: Client, people: People, campaign: Campaign
) -> None:
    make.recognition(
        campaign,
        "Sample Senate",
        ("proposed", None),
        ("adopted", "2012-02"),
        word="tragedy",
        word_language="en",
        votes_for=80,
        state="RO",
    )
    content = signed_in.get(address(campaign, "list.csv")).content
    other = make.campaign(people.office, "Other")

    signed_in.post(address(other, "import/"), {"table": SimpleUploadedFile("list.csv", content)})

    made = Recognition.objects.get(campaign=other)
    assert (made.printed_body, made.word, made.votes_for, made.state) == (
        {"en": "Sample Senate"},
        "tragedy",
        80,
        "RO",
    )
    assert {(step.status, str(step.on)) for step in made.steps.all()} == {
        ("proposed", "None"),
        ("adopted", "2012-02"),
    }


def test_the_workbook_holds_the_filters_and_the_paper_is_printed(
    signed_in: Client, campaign: Campaign
) -> None:
    make.recognition(campaign, "Sample Senate", ("adopted", "2012-02"))
    filters = {"status": "adopted", "level": "chamber"}

    content = signed_in.get(address(campaign, "list.xlsx"), filters).content
    paper = signed_in.get(address(campaign, "list.pdf"), filters)

    told = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(1).to_python()
    assert ["Total", "1 text"] in told
    assert ["Level", "one chamber"] in told
    assert paper.content.startswith(b"%PDF")


def test_the_command_prints_the_total_with_its_filters(campaign: Campaign) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    commands.register(app)
    make.recognition(campaign, "Sample Senate", ("adopted", "2012-02"))
    make.recognition(campaign, "Sample Diet", ("adopted", None))
    asked = ["recognitions", "letters", "--status", "adopted", "--counted", "bodies"]

    told = CliRunner().invoke(app, asked).stdout
    plain = json.loads(CliRunner().invoke(app, [*asked, "--format", "json"]).stdout)
    refused = CliRunner().invoke(app, [*asked, "--as-of", "someday"])

    first, *rest = told.splitlines()
    assert (first, rest[0], rest[1]) == ("1 body", "At most 2: 1 text has no day.", "Status: adopted")
    assert [line.partition(":")[0] for line in rest[2:]] == ["As of", "As known on", "Not narrowed"]
    assert rest[-1] == (
        "Not narrowed: Level, Kind of text, State, Body, The word it uses, Day of the status, "
        "Words looked for."
    )
    assert (plain["value"], plain["at_most"], plain["filters"]["Status"]) == (1, 2, "adopted")
    assert refused.exit_code == 2

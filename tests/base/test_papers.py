"""Every paper in every language: it prints in our typefaces, its names can be read back, its sides turn."""

import io
import re
from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Any

import pypdf
import pytest
import zxingcpp
from PIL import Image

from chancery.base import typefaces
from chancery.base.pdf import Paper, PaperFailed, render_png
from chancery.base.qr import CodeTooLong, qr_svg
from chancery.guests import papers as guests
from chancery.precedence import papers as precedence
from chancery.programme import papers as programme
from tests.base import papers_samples as samples
from tests.guests import sent_samples as sent

DIRECTIONS_AND_FACES = ("en", "ar", "he", "ja")
"""The names on every paper are in every script; the language of the paper turns its sides and picks faces."""
PAPERS: dict[str, tuple[Paper[Any], Callable[[], dict[str, Any]]]] = {
    "programme": (programme.PROGRAMME, lambda: samples.programme(samples.programme_in_english())),
    "cue sheet": (programme.CUE_SHEET, lambda: samples.cue_sheet(length=14)),
    "precedence list": (precedence.PRECEDENCE_LIST, samples.precedence_list),
    "flags and anthems": (precedence.FLAGS_AND_ANTHEMS, samples.flags_and_anthems),
    "guest list": (guests.GUEST_LIST, samples.guest_list),
    "attendance form": (guests.ATTENDANCE_FORM, samples.attendance_form),
    "tents": (guests.PLACE_CARDS, samples.place_cards),
    "flat cards": (guests.PLACE_CARDS, lambda: samples.place_cards("flat", "us-letter")),
    "single cards": (guests.PLACE_CARDS, lambda: samples.place_cards("flat", cut="card")),
    "badges": (guests.NAME_CARDS, samples.name_cards),
    "cards A6": (guests.NAME_CARDS, lambda: samples.name_cards("a6", cut="card")),
    "cards 5×7": (guests.NAME_CARDS, lambda: samples.name_cards("5x7", cut="card")),
    "envelopes C6": (guests.ENVELOPES, samples.envelopes),
    "envelopes DL": (guests.ENVELOPES, lambda: samples.envelopes("dl")),
    "invitations A6": (guests.INVITATION_CARDS, sent.invitation_cards),
    "invitations 5×7": (guests.INVITATION_CARDS, lambda: sent.invitation_cards("5x7")),
    "invitations on sheets": (guests.INVITATION_CARDS, lambda: sent.invitation_cards(cut="sheet")),
    "invitations for a printer": (guests.INVITATION_CARDS, lambda: sent.invitation_cards(cut="printer")),
    "letters": (guests.LETTERS, sent.letters),
    "letters on Letter": (guests.LETTERS, lambda: sent.letters(format="us-letter")),
    "notes verbales": (guests.NOTES_VERBALES, sent.notes),
    "labels": (guests.LABELS, sent.labels),
    "labels in inches": (guests.LABELS, lambda: sent.labels("4x2in")),
    "rounds": (guests.ROUND_SHEETS, sent.round_sheets),
    "register": (guests.REGISTER, sent.register),
}
ALL_NAMED = (
    "precedence list",
    "guest list",
    "attendance form",
    "tents",
    "badges",
    "cards A6",
    "envelopes C6",
    "invitations A6",
    "invitations 5×7",
    "letters",
    "notes verbales",
    "labels",
    "rounds",
    "register",
)


@cache
def printed(kind: str, language: str = "en") -> pypdf.PdfReader:
    paper, sample = PAPERS[kind]
    return made(paper, sample(), language)


def made(paper: Paper[Any], values: dict[str, Any], language: str = "en") -> pypdf.PdfReader:
    return pypdf.PdfReader(
        io.BytesIO(paper.pdf(values, language=language, title="T", imprint=samples.IMPRINT))
    )


@cache
def words_of(pdf: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def fonts_of(pdf: pypdf.PdfReader) -> dict[str, bool]:
    """The name of each font of a file, and whether its outlines are in the file."""
    found = {}
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            face = font.get_object()["/DescendantFonts"][0].get_object()
            found[str(face["/BaseFont"])] = "/FontFile2" in face["/FontDescriptor"].get_object()
    return found


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        *product(PAPERS, DIRECTIONS_AND_FACES),
        *product(
            ["precedence list"], ("az", "ro", "fr", "uk", "el", "ka", "hy", "zh-Hant", "ko", "vi", "fa")
        ),
    ],
)
def test_paper_prints_in_every_script_with_our_typefaces_only(kind: str, language: str) -> None:
    ours = {face.stem.replace("-", "").replace("Regular", "") for face in typefaces.FOLDER.glob("*.ttf")}

    pdf = printed(kind, language)

    root: Any = pdf.root_object
    assert root["/Lang"] == language.split("-")[0]
    fonts = fonts_of(pdf)
    assert fonts
    for name, is_embedded in fonts.items():
        family = re.sub(r"^/[A-Z]{6}\+|ExtraLight|-|Regular", "", name)
        assert is_embedded, name
        assert family in ours, name


@pytest.mark.parametrize("kind", ALL_NAMED)
@pytest.mark.parametrize("language", [one for one in samples.SCRIPTS if one not in ("ar", "he")])
def test_name_can_be_read_back_from_the_paper(kind: str, language: str) -> None:
    read = words_of(printed(kind)).replace("\n", " ")

    assert samples.SCRIPTS[language][0] in read


@pytest.mark.parametrize("kind", ALL_NAMED)
@pytest.mark.parametrize("language", ["ar", "he"])
def test_letters_of_a_name_from_right_to_left_can_be_read_back(kind: str, language: str) -> None:
    """The reader in this test gives words from right to left in another order; its letters are all there."""
    read = words_of(printed(kind))

    assert {letter for letter in samples.SCRIPTS[language][0] if letter.isalpha()} <= set(read)


def test_hyphenated_name_is_never_torn() -> None:
    lines = words_of(printed("tents")).splitlines()

    for part in (
        "Əliyeva-Ağayev",
        "Ștefania-Ruxandra",
        "Țoiu-Băltărețu",
        "Їжакевич-Щербаненко",
        "ჯავახიშვილი-გელოვანი",
    ):
        assert any(part in line for line in lines), part
    assert "e Vasconcellos-Montenegro" in lines


def where(page: pypdf.PageObject, wanted: str) -> float:
    """How far from the left the first piece of text that holds `wanted` begins, in points."""
    found: list[float] = []

    def visit(text: str, drawn: list[float], set_at: list[float], *others: Any) -> None:
        if wanted in text:
            found.append(set_at[4] * drawn[0] + set_at[5] * drawn[2] + drawn[4])

    page.extract_text(visitor_text=visit)
    return found[0]


def test_programme_from_right_to_left_has_its_times_at_the_right() -> None:
    left = made(programme.PROGRAMME, samples.programme(samples.programme_in_english()), "en").pages[0]
    right = made(programme.PROGRAMME, samples.programme(samples.programme_in_arabic()), "ar").pages[0]
    middle = float(left.mediabox.width) / 2

    assert 0 < where(left, "18:05") < middle / 2
    assert middle * 1.5 < where(right, "18:05") < middle * 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_poles_keep_their_sides_in_every_language(language: str) -> None:
    page = printed("flags and anthems", language).pages[0]

    places = [where(page, code) for code in ("RO", "AZ", "BA", "GR", "JO", "GE", "KR")]

    assert places == sorted(set(places))


def test_programme_in_two_languages_holds_both() -> None:
    values = samples.programme(samples.programme_in_english(), samples.programme_in_arabic(), format="a4")
    pdf = made(programme.PROGRAMME, values)

    read = words_of(pdf)

    assert "Minute of silence" in read
    assert "النشيد" in read or "ديشنلا" in read


def test_editions_that_do_not_correspond_are_refused() -> None:
    shorter = samples.programme_in_arabic()
    shorter["parts"].pop()

    with pytest.raises(PaperFailed, match="its two editions do not have the same parts and items"):
        made(programme.PROGRAMME, samples.programme(samples.programme_in_english(), shorter))


@pytest.mark.parametrize(("marks", "expected"), [("times", "18:06"), ("numbers", "3"), ("none", "")])
def test_programme_is_timed_numbered_or_plain(marks: str, expected: str) -> None:
    values = samples.programme(samples.programme_in_english(marks))
    pdf = made(programme.PROGRAMME, values)

    lines = words_of(pdf).splitlines()

    assert f"{expected} Opening address".strip() in lines


def test_short_programme_with_a_cover_has_two_pages() -> None:
    values = samples.programme(samples.programme_in_english(), cover=True)
    pdf = made(programme.PROGRAMME, values)

    pages = pdf.pages

    assert len(pages) == 2
    assert "Evening of Remembrance" in pages[0].extract_text()
    assert "State Anthem" in pages[1].extract_text()


def test_r94_cue_sheet_has_its_columns_and_its_version_on_every_page() -> None:
    values = samples.cue_sheet(length=60)
    pdf = made(programme.CUE_SHEET, values)

    pages = [page.extract_text() for page in pdf.pages]

    assert len(pages) > 2
    for page in pages:
        for word in (
            "Time",
            "Elapsed",
            "Duration",
            "Item",
            "Responsible",
            "Type of cue",
            "Cue",
            "Version 3",
            "A. Sample",
        ):
            assert word in page
        assert "Guests sit" in page


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("cue sheet", "rows"),
        ("precedence list", "groups"),
        ("flags and anthems", "stands"),
        ("flags and anthems", "anthems"),
        ("guest list", "categories"),
        ("attendance form", "rows"),
        ("tents", "cards"),
        ("badges", "cards"),
        ("envelopes C6", "envelopes"),
        ("invitations on sheets", "cards"),
        ("letters", "letters"),
        ("notes verbales", "notes"),
        ("labels", "labels"),
        ("rounds", "rounds"),
        ("register", "rows"),
    ],
)
def test_paper_without_a_row_is_printed(kind: str, field: str) -> None:
    """An office prints its forms before it has guests."""
    paper, sample = PAPERS[kind]

    assert len(made(paper, {**sample(), field: []}).pages) == 1


def test_empty_guest_list_says_so() -> None:
    assert "Nobody is on the list yet." in words_of(
        made(guests.GUEST_LIST, {**samples.guest_list(), "categories": []})
    )


def test_tents_are_lettered_on_both_faces() -> None:
    read = words_of(printed("tents"))

    assert read.count("The Ambassador") == 1
    assert read.count("欧阳明远") == 2


def test_backs_of_flat_cards_are_turned_with_the_sheet() -> None:
    """The sheet is turned over its long edge: the back of the left card lies on the right."""
    values = samples.place_cards("flat")
    for index in (0, 1):
        values["cards"][index]["back"] = {**samples.face("en"), "name": f"Back{index}", "lines": []}
    pages = made(guests.PLACE_CARDS, values).pages

    back = next(page for page in pages if "Back0" in page.extract_text())

    assert where(back, "Back0") > where(back, "Back1") > 0


@pytest.mark.parametrize(
    ("kind", "width", "height"),
    [
        ("envelopes C6", 162, 114),
        ("envelopes DL", 220, 110),
        ("cards A6", 148, 105),
        ("cards 5×7", 177.8, 127),
        ("tents", 210, 297),
        ("flat cards", 215.9, 279.4),
        ("single cards", 90, 55),
        ("invitations A6", 148, 105),
        ("invitations 5×7", 177.8, 127),
        ("invitations on sheets", 210, 297),
        ("invitations for a printer", 148 + 18, 105 + 18),
        ("letters", 210, 297),
        ("letters on Letter", 215.9, 279.4),
        ("labels in inches", 215.9, 279.4),
        ("rounds", 297, 210),
        ("programme", 148, 210),
        ("cue sheet", 297, 210),
    ],
)
def test_page_has_the_size_of_its_paper(kind: str, width: float, height: float) -> None:
    box = printed(kind).pages[0].mediabox

    assert float(box.width) * 25.4 / 72 == pytest.approx(width, abs=0.1)
    assert float(box.height) * 25.4 / 72 == pytest.approx(height, abs=0.1)


def test_envelopes_are_one_a_guest() -> None:
    assert len(printed("envelopes C6").pages) == len(samples.SCRIPTS)


def test_codes_on_badges_are_read_back_from_the_picture() -> None:
    values = samples.name_cards()
    addresses = [f"https://sample.example/p/{number:08x}" for number in range(len(values["cards"]))]
    for card, address in zip(values["cards"], addresses, strict=True):
        card["code"] = qr_svg(address)

    pages = render_png(
        guests.NAME_CARDS.template, values, language="en", title="T", imprint=samples.IMPRINT,
        words=guests.NAME_CARDS.words, ppi=200,
    )  # fmt: skip

    read = [code.text for page in pages for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)))]
    assert sorted(read) == sorted(addresses)


@pytest.mark.parametrize("text", ["", "x" * 2_332])
def test_code_beyond_its_capacity_is_refused(text: str) -> None:
    with pytest.raises(CodeTooLong):
        qr_svg(text)


def test_longest_code_is_drawn() -> None:
    assert qr_svg("x" * 2_331).startswith("<svg ")

"""Cards, letters, notes, labels and passes: what stands where, what is refused, codes that can be read."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pypdf
import pytest
import zxingcpp
from PIL import Image

from chancery.base.pdf import Paper, PaperFailed, render_png
from chancery.base.qr import qr_svg
from chancery.guests import papers
from chancery.guests.papers.sent_word import letters_docx, notes_docx
from tests.base.papers_samples import IMPRINT, SCRIPTS
from tests.desk.hardest_event import NAMES
from tests.guests import sent_samples as samples

PRINTED: dict[str, Any] = {"language": "en", "title": "Sample", "imprint": IMPRINT}
ADDRESS = "https://reply.sample.example/r/{}/"
LEAST_NAME = 11
"""Points; a name on a card is read without glasses."""


def pages(paper: Paper[Any], values: Any, **how: Any) -> list[str]:
    """The text of each page."""
    pdf = pypdf.PdfReader(io.BytesIO(paper.pdf(values, **{**PRINTED, **how})))
    return [page.extract_text() for page in pdf.pages]


def codes_on(paper: Paper[Any], values: Any) -> list[str]:
    """What the codes say, read from pictures as a printer makes them."""
    found = render_png(paper.template, values, words=paper.words, ppi=300, **PRINTED)
    return [code.text for page in found for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)))]


def sizes_of(paper: Paper[Any], values: Any, wanted: str) -> list[float]:
    """The sizes in points at which pieces of `wanted` are set."""
    found: list[float] = []

    def visit(text: str, drawn: Sequence[float], set_at: Sequence[float], font: Any, size: float) -> None:
        if text.strip() and text.strip() in wanted:
            found.append(abs(size * set_at[3] * drawn[3]))

    pdf = pypdf.PdfReader(io.BytesIO(paper.pdf(values, **PRINTED)))
    for page in pdf.pages:
        page.extract_text(visitor_text=visit)
    return found


def addresses(number: int) -> list[str]:
    return [ADDRESS.format(f"{place:028}") for place in range(number)]


@pytest.mark.parametrize("size", ["a6", "5x7"])
@pytest.mark.parametrize("cut", ["sheet", "card", "printer"])
def test_codes_of_cards_are_read_back_from_the_picture(size: str, cut: str) -> None:
    values = samples.invitation_cards(size, cut=cut)
    expected = addresses(len(values["cards"]))
    for card, address in zip(values["cards"], expected, strict=True):
        card["code"] = qr_svg(address)

    assert sorted(codes_on(papers.INVITATION_CARDS, values)) == expected


def test_code_of_a_letter_is_read_back_from_the_picture() -> None:
    expected = addresses(2)
    values = samples.letters(*(samples.letter("en", code=qr_svg(address)) for address in expected))

    assert codes_on(papers.LETTERS, values) == expected


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_code_of_a_pass_is_read_back_from_the_picture(language: str) -> None:
    values = samples.entry_pass(language, code=qr_svg("pass-of-a-sample"))

    assert codes_on(papers.ENTRY_PASSES, values) == ["pass-of-a-sample"]


@pytest.mark.cases("R80", "R81")
def test_r80_card_has_its_parts_in_their_order() -> None:
    values = samples.invitation_cards(languages=["en"])

    (text,) = pages(papers.INVITATION_CARDS, values)

    card = values["cards"][0]
    parts = [block["text"][:12] for block in card["blocks"]]
    parts += ["R.S.V.P.", "by the twelfth", "Lounge suit", "This card is personal"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("size", ["a6", "5x7"])
@pytest.mark.parametrize("language", [one for one in NAMES if one != "cy"])
def test_longest_names_are_set_whole_and_legibly(size: str, language: str) -> None:
    values = samples.invitation_cards(size, code=qr_svg(addresses(1)[0]), languages=["en"])
    card = values["cards"][0]
    card["blocks"][2]["text"] = NAMES[language]
    card["language"] = language

    sizes = sizes_of(papers.INVITATION_CARDS, values, NAMES[language])

    assert sizes
    assert min(sizes) >= LEAST_NAME


def test_longest_single_part_stays_whole() -> None:
    values = samples.invitation_cards(languages=["en"])
    values["cards"][0]["blocks"][2]["text"] = NAMES["cy"]

    (text,) = pages(papers.INVITATION_CARDS, values)

    assert NAMES["cy"] in text


def test_card_that_is_too_full_says_so_with_its_row() -> None:
    values = samples.invitation_cards(languages=["en", "ro"])
    values["cards"][1]["blocks"] += [{"text": "Țoiu " * 200, "is_name": False}]

    with pytest.raises(PaperFailed, match="has no room on its sheet") as failed:
        papers.INVITATION_CARDS.pdf(values, **PRINTED)

    assert failed.value.row.startswith("2.")
    assert SCRIPTS["ro"][0] in str(failed.value)


def test_card_without_a_name_that_is_too_full_says_so() -> None:
    values = samples.invitation_cards(languages=["en"])
    values["cards"][0]["blocks"] = [{"text": "Everybody " * 300, "is_name": False}]

    with pytest.raises(PaperFailed, match="has no room on its sheet"):
        papers.INVITATION_CARDS.pdf(values, **PRINTED)


def test_card_without_code_foot_and_admission_is_printed() -> None:
    values = samples.invitation_cards(languages=["en"])
    values["cards"][0] |= {"reply": [], "dress": [], "admission": ""}

    assert len(pages(papers.INVITATION_CARDS, values)) == 1


def test_label_of_a_sample_stands_on_the_card() -> None:
    values = samples.invitation_cards(languages=["en"])
    values["cards"][0]["label"] = "Sample card"

    assert "Sample card" in pages(papers.INVITATION_CARDS, values)[0]


@pytest.mark.parametrize(("cut", "expected"), [("card", 13), ("printer", 13), ("sheet", 7)])
def test_cards_are_one_a_page_or_two_a_sheet(cut: str, expected: int) -> None:
    assert len(pages(papers.INVITATION_CARDS, samples.invitation_cards(cut=cut))) == expected


def test_pages_of_a_letter_are_counted_from_the_second_on_and_for_each_letter() -> None:
    long, short = samples.letter("ro", paragraphs=30), samples.letter("en")

    texts = pages(papers.LETTERS, samples.letters(short, long, short, long))

    counted = [text for text in texts if "Page" in text]
    assert len(texts) == 8
    assert ["Page 2 of 3" in text for text in counted] == [True, False, True, False]
    assert ["Page 3 of 3" in text for text in counted] == [False, True, False, True]


@pytest.mark.cases("R85")
def test_r85_note_has_its_number_above_and_its_addressee_at_the_foot_and_no_signature() -> None:
    note = samples.letter("en") | {"signature": ["A. Signature"], "close": "Yours sincerely"}

    (text,) = pages(papers.NOTES_VERBALES, {"format": "a4", "notes": [note]})

    places = [text.index(part) for part in ("14/2026", "request the pleasure", "20 February", "010101")]
    assert places == sorted(places)
    assert "Signature" not in text
    assert "Yours" not in text


@pytest.mark.parametrize("format", ["a4", "us-letter"])
def test_address_stands_in_the_window_of_the_envelope(format: str) -> None:
    """On A4 the window is 20 to 110 mm from the left and 45 to 90 mm from the top."""
    pdf = pypdf.PdfReader(io.BytesIO(papers.LETTERS.pdf(samples.letters(format=format), **PRINTED)))
    found = [place for page in pdf.pages for place in places_of(page, "010101 Bucharest")]

    assert found
    for left, top in found:
        assert 20 <= left <= 110
        assert 45 <= top <= 90


def places_of(page: pypdf.PageObject, wanted: str) -> list[tuple[float, float]]:
    """Where a text begins, in millimetres from the left and the top."""
    found: list[tuple[float, float]] = []

    def visit(text: str, drawn: Sequence[float], set_at: Sequence[float], *others: Any) -> None:
        if wanted in text:
            x = set_at[4] * drawn[0] + drawn[4]
            y = float(page.mediabox.height) - (set_at[5] * drawn[3] + drawn[5])
            found.append((x * 25.4 / 72, abs(y) * 25.4 / 72))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    ("size", "sheets"), [("70x36", 2), ("63x34", 2), ("99x38", 2), ("4x1.33in", 2), ("4x2in", 3)]
)
def test_labels_fill_their_sheets(size: str, sheets: int) -> None:
    assert len(pages(papers.LABELS, samples.labels(size))) == sheets


def test_label_that_is_too_full_is_named_with_its_row() -> None:
    values = samples.labels()
    values["labels"][3]["lines"] = [f"Line {number}" for number in range(20)]

    with pytest.raises(PaperFailed, match="has no room on its sheet") as failed:
        papers.LABELS.pdf(values, **PRINTED)

    assert failed.value.row.startswith("4.")


@pytest.mark.parametrize("language", SCRIPTS)
def test_pass_is_one_page_in_the_language_of_the_guest(language: str) -> None:
    values = samples.entry_pass(language, code=qr_svg("x"))

    assert len(pages(papers.ENTRY_PASSES, values, language=language)) == 1


def test_passes_of_several_scripts_stand_each_on_its_own_page() -> None:
    values = {
        "passes": [samples.entry_pass(one, code=qr_svg("x"))["passes"][0] for one in ("en", "ar", "zh")]
    }

    texts = pages(papers.ENTRY_PASSES, values)

    assert ["seat 4" in text for text in texts] == [True] * 3


def test_pass_of_a_long_title_and_many_companions_is_one_page() -> None:
    title = (
        "Solemn commemoration of the two hundred and fiftieth anniversary of the Sample Academy of Sciences"
    )
    values = samples.entry_pass(
        "en", code=qr_svg("x"), title=title, name=NAMES["de"], companions=[NAMES["fr"]] * 4
    )

    (text,) = pages(papers.ENTRY_PASSES, values)

    assert text.count("Exemple") == 4


def test_each_round_begins_on_a_page_of_its_own_with_its_caller_and_boxes() -> None:
    texts = pages(papers.ROUND_SHEETS, samples.round_sheets())

    first = [number for number, text in enumerate(texts) if "Telephone round" in text and "calls" in text]
    assert len(first) == 2
    assert "A. Sample" in texts[first[0]]
    assert "represented by" in texts[first[1]]


def test_letters_and_notes_come_back_from_the_text_in_sections() -> None:
    long = samples.letters(samples.letter("en"), samples.letter("ar"))

    letters = docx.Document(io.BytesIO(letters_docx(long, **PRINTED)))
    notes = docx.Document(
        io.BytesIO(notes_docx(samples.notes(samples.letter("en"), samples.letter("ar")), **PRINTED))
    )

    assert len(letters.sections) == len(notes.sections) == 2
    said = "\n".join(paragraph.text for paragraph in letters.paragraphs)
    for part in (SCRIPTS["en"][0], SCRIPTS["ar"][0], "12 Sample Street", "14/2026", "request the pleasure"):
        assert part in said
    last = [paragraph.text for paragraph in notes.paragraphs if paragraph.text][-1]
    assert last.splitlines()[0] == SCRIPTS["ar"][0]


def test_pages_of_a_text_are_counted_anew_in_every_section() -> None:
    content = letters_docx(samples.letters(samples.letter("en"), samples.letter("ro")), **PRINTED)
    document: Any = docx.Document(io.BytesIO(content))

    xml = document.sections[0].footer._element.xml
    assert "SECTIONPAGES" in xml
    assert "Version" not in xml
    assert 'w:pgNumType w:start="1"' in document.element.xml

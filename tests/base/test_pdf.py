"""Printing: tagged, titled, in our typefaces only, guest text as data, and failures that name their row."""

import dataclasses
import io
from datetime import datetime, timedelta, timezone
from typing import Any

import pypdf
import pytest
from django.utils import translation

from chancery.base.pdf import PaperFailed, named, render_pdf, texts
from chancery.guests.papers import ENVELOPES, GUEST_LIST, PLACE_CARDS
from tests.base import papers_samples as samples

PRINTED: dict[str, Any] = {"language": "en", "title": "Sample", "imprint": samples.IMPRINT}


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(pdf).pages)


def guest_list_naming(name: str) -> Any:
    rows = samples.rows_in_every_script()
    rows[2]["name"] = name
    return samples.guest_list(rows)


def test_pdf_is_tagged_titled_and_says_its_language() -> None:
    pdf = opened(
        GUEST_LIST.pdf(
            samples.guest_list(), language="ro", title="Lista invitaților", imprint=samples.IMPRINT
        )
    )

    root: Any = pdf.root_object
    metadata = pdf.xmp_metadata
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ro"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Lista invitaților"
    assert metadata is not None
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata.stream.get_data().decode()


def test_pdf_is_the_same_for_the_same_values_and_imprint() -> None:
    first = GUEST_LIST.pdf(samples.guest_list(), **PRINTED)

    assert GUEST_LIST.pdf(samples.guest_list(), **PRINTED) == first
    assert GUEST_LIST.pdf(guest_list_naming("Another"), **PRINTED) != first


def test_pdf_carries_the_moment_of_its_imprint() -> None:
    pdf = opened(GUEST_LIST.pdf(samples.guest_list(), **PRINTED))

    assert pdf.metadata is not None
    assert pdf.metadata.creation_date == datetime(2026, 2, 20, 14, 5, tzinfo=timezone(timedelta(hours=2)))


def test_foot_says_version_time_author_and_page_on_every_page() -> None:
    pages = opened(GUEST_LIST.pdf(samples.guest_list(), **PRINTED)).pages

    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        foot = page.extract_text().splitlines()[-1]
        assert "Version 3 · 20 Feb 2026, 14:05 · A. Sample" in foot
        assert f"Page {number} of 2" in foot


@pytest.mark.parametrize(
    "name",
    [
        "#panic(1)",
        "$x^2$ *bold* _it_",
        "= Heading",
        "<script>alert(1)</script>",
        "@ref \\ // /* */",
        "#sys.inputs",
    ],
)
def test_guest_text_is_printed_as_it_is_and_never_run(name: str) -> None:
    printed = words_of(GUEST_LIST.pdf(guest_list_naming(name), **PRINTED))

    assert name in printed.replace("\n", " ")


def test_character_without_a_glyph_is_named_with_its_row() -> None:
    with pytest.raises(PaperFailed) as failed:
        GUEST_LIST.pdf(guest_list_naming("Ioana 😀 Țoiu"), **PRINTED)

    assert failed.value.row == "1.3"
    assert str(failed.value) == (
        "“Sample” cannot be printed: “Ioana 😀 Țoiu” (row 1.3) holds the character "
        "😀 (U+1F600 GRINNING FACE), which no typeface of Chancery has; write it in another form."
    )


def test_character_without_a_glyph_in_the_name_of_the_house_is_named_without_a_row() -> None:
    imprint = dataclasses.replace(samples.IMPRINT, house="Embassy 😀")

    with pytest.raises(PaperFailed, match=r"cannot be printed: “Embassy 😀” holds the character") as failed:
        GUEST_LIST.pdf(samples.guest_list(), language="en", title="Sample", imprint=imprint)

    assert failed.value.row == ""


def test_emblem_that_is_no_picture_fails_with_a_sentence() -> None:
    imprint = samples.imprint(emblem=b"not a picture")

    with pytest.raises(PaperFailed, match=r"^“Sample” could not be laid out: .*image.*\.$"):
        GUEST_LIST.pdf(samples.guest_list(), language="en", title="Sample", imprint=imprint)


def test_failed_document_does_not_stop_the_next() -> None:
    with pytest.raises(PaperFailed):
        GUEST_LIST.pdf(guest_list_naming("\ue000"), **PRINTED)

    assert "Țoiu" in words_of(GUEST_LIST.pdf(samples.guest_list(), **PRINTED))


def test_name_too_long_for_its_card_is_named_with_its_row() -> None:
    cards = samples.place_cards()
    cards["cards"][4]["front"]["name"] = "Ș" * 120

    with pytest.raises(PaperFailed, match="is too long for its place") as failed:
        PLACE_CARDS.pdf(cards, **PRINTED)

    assert failed.value.row == "5"
    assert "Ș" * 120 in str(failed.value)


def test_address_too_long_for_its_envelope_is_named() -> None:
    values = samples.envelopes()
    values["envelopes"][1]["lines"] = [f"Line {number}" for number in range(30)]

    with pytest.raises(PaperFailed, match="too long") as failed:
        ENVELOPES.pdf(values, **PRINTED)

    assert failed.value.row.startswith("2.")


def test_values_of_another_shape_fail_with_a_sentence() -> None:
    with pytest.raises(PaperFailed, match=r'^“Sample” could not be laid out: .*"categories"\.$'):
        render_pdf("guests/papers/guest_list.typ", {"format": "a4"}, **PRINTED)


def test_failure_speaks_the_language_of_the_reader() -> None:
    failure = PaperFailed("%(title)s: %(row)s", title="T", row="4")

    with translation.override("fr"):
        assert str(failure) == "T: 4"


def test_empty_word_stays_empty_where_the_operator_works_in_another_language() -> None:
    """The translation of an empty text is the header of the catalogue, which must not reach the paper."""
    with translation.override("fr"):
        printed = words_of(
            render_pdf(
                "guests/papers/attendance_form.typ",
                samples.attendance_form(),
                words={"number": "", "name": "Who", "signature": "Sign", "unlisted": "Others"},
                **PRINTED,
            )
        )

    assert "Sign" in printed
    assert "Project-Id-Version" not in printed


def test_texts_counts_entries_from_one_through_nested_lists() -> None:
    tree = {
        "title": "T",
        "rows": [{"name": "A"}, {"name": "B", "lines": ["x", "y"]}],
        "count": 3,
        "none": None,
    }

    assert list(texts(tree)) == [("", "T"), ("1", "A"), ("2", "B"), ("2.1", "x"), ("2.2", "y")]


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("😀", "😀 (U+1F600 GRINNING FACE)"),
        ("\x07", "(U+0007)"),
        ("ᚠ", "ᚠ (U+16A0 RUNIC LETTER FEHU FEOH FE F)"),
    ],
)
def test_character_is_named_by_sign_code_and_name(character: str, said: str) -> None:
    assert named(character) == said


def test_emblem_decorates_and_adds_no_text() -> None:
    square = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0Z"/></svg>'
    with_emblem = samples.imprint(emblem=square)

    plain = GUEST_LIST.pdf(samples.guest_list(), **PRINTED)
    pdf = GUEST_LIST.pdf(samples.guest_list(), language="en", title="Sample", imprint=with_emblem)

    assert len(pdf) > len(plain)
    assert sorted(words_of(pdf).split()) == sorted(words_of(plain).split())

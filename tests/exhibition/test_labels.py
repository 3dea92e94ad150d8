"""Labels and panels: their sizes, their languages, and codes that read back from paper."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
import zxingcpp
from django.conf import settings
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from chancery.accounts.imprints import imprint_of
from chancery.base.pdf import PaperFailed
from chancery.exhibition import papers
from chancery.exhibition.documents import labels
from chancery.exhibition.documents.labels import Choices
from chancery.exhibition.models import Exhibition, Work
from chancery.exhibition.queries import hanging
from tests import make
from tests.conftest import People
from tests.exhibition import shown_built as built

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
POINTS_A_MM = 72 / 25.4


@pytest.fixture
def exhibition(people: People) -> Exhibition:
    """An exhibition with two works in English and Arabic."""
    made = make.exhibition(people.office, languages=["en", "ar"])
    built.hang(
        made,
        built.work(
            people.office,
            titles={"en": "Shore", "ar": "شاطئ"},
            captions={"en": "Bands of sand.", "ar": "شرائط من الرمل."},
            picture=built.picture(people.office),
            dimensions="60 × 80 cm",
        ),
        built.work(people.office, titles={"en": "Orchard", "ar": "بستان"}),
    )
    return made


def printed(exhibition: Exhibition, size: str, *languages: str, has_picture: bool = False) -> bytes:
    hung = hanging.numbered(list(hanging.exhibits_of(exhibition)))
    choices = Choices(papers.BY_KEY[size], languages, cut="card", has_picture=has_picture)
    imprint = imprint_of(exhibition.organiser, languages[0], now=NOW)
    return labels.labels(exhibition, hung, choices, imprint=imprint)


def test_the_code_on_a_label_opens_the_caption(exhibition: Exhibition) -> None:
    hung = hanging.numbered(list(hanging.exhibits_of(exhibition)))
    choices = Choices(papers.BY_KEY["90x50"], ["en"], cut="card")
    imprint = imprint_of(exhibition.organiser, "en", now=NOW)
    values = labels.labels_values(exhibition, hung, choices, imprint)

    pages = papers.LABELS.pictures(values, language="en", title="Labels", imprint=imprint)

    read = [code.text for page in pages for code in zxingcpp.read_barcodes(Image.open(BytesIO(page)))]
    assert read == [
        settings.BASE_URL
        + reverse("public-exhibition:caption", args=["mission", exhibition.code, each.exhibit.code])
        for each in hung
    ]


@pytest.mark.parametrize("size", [each.key for each in papers.FORMATS])
def test_each_size_is_what_it_says_with_a_page_for_each_work(exhibition: Exhibition, size: str) -> None:
    reader = PdfReader(BytesIO(printed(exhibition, size, "en", "ar", has_picture=True)))

    form = papers.BY_KEY[size]
    assert len(reader.pages) == 2
    box = reader.pages[0].mediabox
    assert float(box.width) == pytest.approx(form.width * POINTS_A_MM, abs=0.5)
    assert float(box.height) == pytest.approx(form.height * POINTS_A_MM, abs=0.5)
    text = reader.pages[0].extract_text()
    assert "Shore" in text


def test_a_text_that_has_no_room_is_said_and_not_cut(exhibition: Exhibition) -> None:
    Work.objects.filter(titles__en="Shore").update(captions={"en": "A long text. " * 200})

    with pytest.raises(PaperFailed) as refused:
        printed(exhibition, "90x50", "en")

    assert "has no room on its sheet" in str(refused.value)
    assert "Shore" in str(refused.value)


def test_a_missing_title_is_said_with_its_language(signed_in: Client, exhibition: Exhibition) -> None:
    Work.objects.filter(titles__en="Orchard").update(titles={"en": "Orchard"})
    path = reverse("exhibition:labels", args=["mission", exhibition.code])

    response = signed_in.get(path, {"size": "90x50", "first": "ar", "cut": "sheet"})

    assert "The title of “Orchard” is missing in Arabic." in response.content.decode()


def test_a_work_that_is_left_out_has_no_code(exhibition: Exhibition) -> None:
    exhibition.exhibits.update(is_left_out=True)
    hung = hanging.numbered(list(hanging.exhibits_of(exhibition)))
    choices = Choices(papers.BY_KEY["90x50"], ["en"])

    values = labels.labels_values(exhibition, hung, choices, imprint_of(exhibition.organiser, "en", now=NOW))

    assert [label["code"] for label in values["labels"]] == ["", ""]


def test_the_page_prints_the_ticked_works_only(signed_in: Client, exhibition: Exhibition) -> None:
    orchard = exhibition.exhibits.get(work__titles__en="Orchard")
    path = reverse("exhibition:labels", args=["mission", exhibition.code])
    asked = {"size": "105x74", "first": "en", "cut": "card", "works": orchard.code, "has_code": "on"}

    response = signed_in.get(path, asked)

    assert response.headers["Content-Type"] == "application/pdf"
    (page,) = PdfReader(BytesIO(response.content)).pages
    assert "Orchard" in page.extract_text()

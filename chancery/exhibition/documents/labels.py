"""Labels and panels of an exhibition, in chosen sizes and one or two languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from chancery.base import cldr
from chancery.base.languages import Wording, beside
from chancery.base.pdf import Imprint
from chancery.base.qr import qr_svg
from chancery.base.stock import Cut
from chancery.exhibition import papers
from chancery.exhibition.documents.drawings import Drawing, drawing_of
from chancery.exhibition.models import Exhibit, Exhibition, Work
from chancery.exhibition.queries.hanging import Hung

# On paper: the picture of a label is some 35 mm wide, that of a panel as wide as the sheet.
LABEL_PIXELS, PANEL_PIXELS = 640, 2400


@dataclass(frozen=True, slots=True)
class Choices:
    """What an office chooses for its labels: size, one or two languages, and what stands on them."""

    format: papers.Format
    languages: Sequence[str]
    cut: Cut = "sheet"
    has_picture: bool = False
    has_caption: bool = True
    has_code: bool = True


class MissingWording(Exception):
    """A work has no title in a language of the labels; the message is one sentence."""


def labels(exhibition: Exhibition, hung: Sequence[Hung], choices: Choices, *, imprint: Imprint) -> bytes:
    """
    Print the labels or panels of works, in their order.

    Errors: MissingWording; PaperFailed where a text has no room.
    """
    language = choices.languages[0]
    with override(language):
        title = gettext("Panels") if choices.format.is_panel else gettext("Labels")
    title = f"{title}: {exhibition.titles.get(language) or exhibition}"
    if choices.format.is_panel:
        values = panels_values(exhibition, hung, choices)
        return papers.PANELS.pdf(values, language=language, title=title, imprint=imprint)
    on_labels = labels_values(exhibition, hung, choices, imprint)
    return papers.LABELS.pdf(on_labels, language=language, title=title, imprint=imprint)


def labels_values(
    exhibition: Exhibition, hung: Sequence[Hung], choices: Choices, imprint: Imprint
) -> papers.Labels:
    """Return labels as their paper takes them."""
    return {
        "sheet": imprint.stock.sheet,
        "cut": choices.cut,
        "width": choices.format.width,
        "height": choices.format.height,
        "editions": [{"language": code} for code in choices.languages],
        "labels": [_label(exhibition, each, choices, _drawing(each, choices, LABEL_PIXELS)) for each in hung],
    }


def panels_values(exhibition: Exhibition, hung: Sequence[Hung], choices: Choices) -> papers.Panels:
    """Return panels as their paper takes them."""
    drawn = [(each, _drawing(each, choices, PANEL_PIXELS)) for each in hung]
    return {
        "width": choices.format.width,
        "height": choices.format.height,
        "editions": [{"language": code} for code in choices.languages],
        "panels": [
            {**_label(exhibition, each, choices, drawing), "ratio": drawing.ratio} for each, drawing in drawn
        ],
    }


def caption_address(exhibition: Exhibition, exhibit: Exhibit) -> str:
    """The address that the code on a label holds: the caption, in the language of whoever opens it."""
    route = [exhibition.organiser.ref, exhibition.code, exhibit.code]
    return f"{settings.BASE_URL}{reverse('public-exhibition:caption', args=route)}"


def _drawing(hung: Hung, choices: Choices, most_pixels: int) -> Drawing:
    if not choices.has_picture:
        return Drawing()
    return drawing_of(hung.exhibit.work.picture, most_pixels=most_pixels)


def _label(exhibition: Exhibition, hung: Hung, choices: Choices, drawing: Drawing) -> papers.Label:
    """A work that is left out of the public page has no code: it would lead nowhere."""
    exhibit = hung.exhibit
    has_code = choices.has_code and not exhibit.is_left_out
    return {
        "number": hung.number,
        "credit": exhibit.work.credit,
        "code": qr_svg(caption_address(exhibition, exhibit)) if has_code else "",
        "picture": drawing.svg,
        "texts": [_text(exhibit.work, code, choices) for code in choices.languages],
    }


def _text(work: Work, language: str, choices: Choices) -> papers.Text:
    title = work.titles.get(language, "")
    caption = work.captions.get(language, "")
    if not title and not caption:
        raise MissingWording(_sentence(work, language))
    size = beside(Wording(work.dimensions, "en", True), language)
    made = cldr.partial_date_in_words(work.made_on, language) if work.made_on else ""
    return {
        "language": language,
        "title": title,
        "line": ", ".join(part for part in (work.makers, made) if part),
        "detail": " · ".join(part for part in (work.techniques.get(language, ""), size) if part),
        "caption": caption if choices.has_caption else "",
    }


def _sentence(work: Work, language: str) -> str:
    words = gettext("The title of “%(work)s” is missing in %(languages)s.")
    name = cldr.language_in_words(language, get_language() or "en")
    return words % {"work": work, "languages": name}

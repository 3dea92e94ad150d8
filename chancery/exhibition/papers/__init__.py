"""What is printed of exhibitions and loans, and the shape of the values each document takes."""

from dataclasses import dataclass
from typing import TypedDict

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from chancery.base.pdf import Paper
from chancery.base.stock import Cut, Sheet


@dataclass(frozen=True, slots=True)
class Format:
    """A size to print in, in millimetres; a label is cut from a sheet, a panel is a page of its own."""

    key: str
    width: float
    height: float
    name: object
    is_panel: bool = False


FORMATS = (
    Format("90x50", 90, 50, _("label, 90 × 50 mm")),
    Format("105x74", 105, 74, _("label, A7 (105 × 74 mm)")),
    Format("148x105", 148, 105, _("label, A6 (148 × 105 mm)")),
    Format("a3", 297, 420, _("panel, A3"), is_panel=True),
    Format("a2", 420, 594, _("panel, A2"), is_panel=True),
    Format("a1", 594, 841, _("panel, A1"), is_panel=True),
    Format("50x70", 500, 700, _("panel, 50 × 70 cm"), is_panel=True),
)
BY_KEY = {each.key: each for each in FORMATS}


class Text(TypedDict):
    """The words of a work in one language; what is not known is empty."""

    language: str
    title: str
    line: str
    detail: str
    caption: str


class Label(TypedDict):
    """`code` and `picture` are drawings as SVG, empty where there is none."""

    number: str
    credit: str
    code: str
    picture: str
    texts: list[Text]


class Edition(TypedDict):
    """A language that stands on the paper."""

    language: str


class Labels(TypedDict):
    """Labels of one size; all of them have the same languages."""

    sheet: Sheet
    cut: Cut
    width: float
    height: float
    editions: list[Edition]
    labels: list[Label]


class Panel(Label):
    """`ratio` is the width of the picture by its height."""

    ratio: float


class Panels(TypedDict):
    """Panels of one size, each a page."""

    width: float
    height: float
    editions: list[Edition]
    panels: list[Panel]


class Condition(TypedDict):
    """`facts` are words with their values; `damage` and `picture` are empty where there is none."""

    format: Sheet
    heading: str
    title: str
    facts: list[list[str]]
    moment: str
    text: str
    damage: str
    picture: str
    signatories: list[str]


_SEEN = {
    "code": gettext_noop("Code that opens the caption in your language"),
    "picture": gettext_noop("Picture of the work"),
}
LABELS = Paper[Labels]("exhibition/papers/labels.typ", _SEEN)
PANELS = Paper[Panels]("exhibition/papers/panels.typ", _SEEN)
CONDITION = Paper[Condition](
    "exhibition/papers/condition_report.typ", {"picture": gettext_noop("Picture of the condition")}
)

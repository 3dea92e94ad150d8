"""Plain forms of furniture: what a mouse does in the drawing, written in centimetres and numbers."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base.reasons import in_words
from chancery.rules.seating.editing import seats_named, with_notes, with_piece
from chancery.rules.seating.furniture.marks import SIZES
from chancery.rules.seating.layout import LayoutRefused, read_layout
from chancery.rules.seating.room import MarkKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

type MakeField = Callable[[], forms.Field]

KIND_WORDS: Mapping[str, Promise] = {
    "rows": _("rows of chairs"),
    "round": _("round table"),
    "long": _("long table"),
    "u": _("table in a U"),
    "horseshoe": _("horseshoe"),
    "t": _("table in a T"),
    "comb": _("comb"),
    "head": _("head table"),
    "dais": _("dais"),
    "standing": _("standing zone"),
    "seats": _("single seats"),
    "stage": _("stage"),
    "lectern": _("lectern"),
    "screen": _("screen"),
    "door": _("door"),
    "guests-door": _("guests’ door"),
    "window": _("window"),
    "steps": _("steps"),
    "pillar": _("pillar"),
}
# Single seats come from other programs; a form of each seat would be no form.
ADDED = [(kind, words) for kind, words in KIND_WORDS.items() if kind != "seats"]


def _whole(label: "_StrPromise", least: int, most: int, usual: int | None = None) -> MakeField:
    """A number; without a usual one the furniture is made as large as its seats need."""
    return lambda: forms.IntegerField(
        label=label, min_value=least, max_value=most, required=False, initial=usual
    )


class CountsField(forms.CharField):
    """Cleans to whole numbers, None where nothing is written; `is_single` lets one stand alone."""

    def __init__(self, *, least: int, most: int, is_single: bool = False, **kwargs: Any) -> None:
        self.least, self.most, self.is_single = least, most, is_single
        super().__init__(required=False, max_length=600, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        words = super().clean(value).replace(";", ",")
        try:
            numbers = [int(word) for word in words.split(",") if word.strip()]
        except ValueError:
            raise forms.ValidationError(_("Write whole numbers with commas between them.")) from None
        if any(not self.least <= number <= self.most for number in numbers):
            raise forms.ValidationError(
                _("Write numbers from %(least)s to %(most)s.") % {"least": self.least, "most": self.most}
            )
        return numbers[0] if self.is_single and len(numbers) == 1 else numbers or None


class WallsField(forms.ChoiceField):
    """At which ends rows stand against a wall; cleans to the list of them."""

    ENDS = (
        ("", _("at neither end")),
        ("left", _("at the left of the sitters")),
        ("right", _("at the right of the sitters")),
        ("left,right", _("at both ends")),
    )

    def __init__(self) -> None:
        super().__init__(label=_("Rows end at a wall"), choices=self.ENDS, required=False)

    def prepare_value(self, value: Any) -> Any:
        return ",".join(sorted(value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [end for end in super().clean(value).split(",") if end] or None


_SEAT_GAP = _whole(_("From chair to chair (cm)"), 35, 500)
_TABLE_WIDTH = _whole(_("Width of the table top (cm)"), 40, 2000)
_LENGTH = _whole(_("Length (cm)"), 50, 10_000)
FIELDS: Mapping[str, Mapping[str, MakeField]] = {
    "rows": {
        "rows": _whole(_("Rows"), 1, 200, 5),
        "seats": lambda: CountsField(
            label=_("Seats of a row"),
            least=1,
            most=300,
            is_single=True,
            initial=10,
            help_text=_("One number, or one for each row: 10, 12, 14."),
        ),
        "aisles_after": lambda: CountsField(
            label=_("Aisle after seat"),
            least=1,
            most=299,
            help_text=_("Counted from the left of the sitters."),
        ),
        "cross_aisles_after": lambda: CountsField(label=_("Cross aisle behind row"), least=1, most=199),
        "walls": WallsField,
        "first_row": _whole(_("Number of the first row"), 1, 1000),
        "seat_gap": _whole(_("From chair to chair (cm)"), 35, 1000),
        "row_gap": _whole(_("From row to row (cm)"), 40, 2000),
        "aisle_width": _whole(_("Width of an aisle (cm)"), 30, 3000),
        "cross_aisle_depth": _whole(_("Width of a cross aisle (cm)"), 30, 3000),
        "curve": _whole(_("Radius of the first row (cm), 0 for straight rows"), 0, 100_000),
    },
    "round": {
        "seats": _whole(_("Seats"), 1, 60, 8),
        "diameter": _whole(_("Diameter (cm)"), 50, 3000),
    },
    "long": {
        "side_seats": _whole(_("Seats of the first side"), 0, 200, 4),
        "second_side_seats": _whole(_("Seats of the second side, where it is another number"), 0, 200),
        "first_end_seats": _whole(_("Seats at the first end"), 0, 10),
        "second_end_seats": _whole(_("Seats at the second end"), 0, 10),
        "seat_gap": _SEAT_GAP,
        "length": _LENGTH,
        "width": _TABLE_WIDTH,
    },
    "u": {
        "bar_seats": _whole(_("Seats outside at the bar"), 0, 200, 5),
        "arm_seats": _whole(_("Seats outside at each arm"), 0, 200, 4),
        "inner_bar_seats": _whole(_("Seats inside at the bar"), 0, 200),
        "inner_arm_seats": _whole(_("Seats inside at each arm"), 0, 200),
        "seat_gap": _SEAT_GAP,
        "length": _LENGTH,
        "depth": _whole(_("Depth (cm)"), 50, 10_000),
        "width": _TABLE_WIDTH,
    },
    "horseshoe": {
        "seats": _whole(_("Seats outside"), 1, 200, 15),
        "inner_seats": _whole(_("Seats inside"), 0, 200),
        "seat_gap": _SEAT_GAP,
        "arm": _whole(_("Length of the straight arms (cm)"), 0, 10_000),
        "diameter": _whole(_("Diameter of the bend (cm)"), 100, 10_000),
        "width": _TABLE_WIDTH,
    },
    "t": {
        "bar_seats": _whole(_("Seats outside at the bar"), 0, 200, 5),
        "stem_seats": _whole(_("Seats at each side of the stem"), 1, 200, 4),
        "end_seats": _whole(_("Seats at the foot of the stem"), 0, 10),
        "inner_seats": _whole(_("Seats inside at each half of the bar"), 0, 200),
        "seat_gap": _SEAT_GAP,
        "length": _LENGTH,
        "depth": _whole(_("Depth (cm)"), 50, 10_000),
        "width": _TABLE_WIDTH,
    },
    "comb": {
        "bar_seats": _whole(_("Seats outside at the bar"), 0, 200, 5),
        "teeth": _whole(_("Teeth"), 2, 12, 3),
        "tooth_seats": _whole(_("Seats outside at the outer teeth"), 0, 200, 4),
        "inner_tooth_seats": _whole(_("Seats inside at each side of a tooth"), 0, 200, 4),
        "inner_bar_seats": _whole(_("Seats inside at the bar between two teeth"), 0, 200),
        "seat_gap": _SEAT_GAP,
        "length": _LENGTH,
        "depth": _whole(_("Depth (cm)"), 50, 10_000),
        "width": _TABLE_WIDTH,
    },
    "head": {
        "seats": _whole(_("Seats"), 1, 200, 7),
        "seat_gap": _SEAT_GAP,
        "length": _LENGTH,
        "width": _TABLE_WIDTH,
    },
    "dais": {
        "seats": _whole(_("Seats"), 1, 200, 5),
        "seat_gap": _SEAT_GAP,
        "width": _whole(_("Width (cm)"), 50, 10_000),
        "depth": _whole(_("Depth (cm)"), 50, 5000),
    },
    "standing": {
        "capacity": _whole(_("Places to stand"), 1, 5000, 20),
        "width": _whole(_("Width (cm)"), 50, 20_000, 400),
        "depth": _whole(_("Depth (cm)"), 50, 20_000, 300),
    },
    "seats": {},
}


class PieceForm(forms.Form):
    """
    One piece of furniture; `layout` is the drawing with it once the form is valid.

    Shape: what is left empty is not written, and the furniture is then made as is usual.
    """

    label = forms.CharField(label=_("Name"), required=False, max_length=80)
    x = forms.FloatField(label=_("Middle, from the left wall (cm)"))
    y = forms.FloatField(label=_("Middle, from the upper wall (cm)"))
    turned = forms.FloatField(
        label=_("Turned by (degrees)"),
        min_value=-360,
        max_value=360,
        required=False,
        help_text=_("Clockwise on the drawing."),
    )

    def __init__(
        self,
        written: Any,
        *,
        drawing: Mapping[str, Any],
        piece: Mapping[str, Any],
        is_new: bool = False,
    ) -> None:
        self._drawing, self._piece, self.layout = drawing, piece, dict(drawing)
        super().__init__(written, initial=dict(piece))
        for name, most in (("x", drawing["width"]), ("y", drawing["depth"])):
            label = self.fields[name].label
            self.fields[name] = forms.FloatField(label=label, min_value=0, max_value=most)
        self.fields |= {name: make() for name, make in fields_of(str(piece["kind"])).items()}
        if not is_new:
            # What is not written of a piece that stands there is what is usual, not what a new one has.
            for field in self.fields.values():
                field.initial = None
        if piece["kind"] in FIELDS:
            self.fields["zone"] = forms.CharField(
                label=_("Zone"),
                required=False,
                max_length=80,
                help_text=_("“press”, “families”: who sits here."),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        written = {name: _tidy(cleaned[name]) for name in self.fields if cleaned[name] not in (None, "")}
        kept = {name: value for name, value in self._piece.items() if name not in self.fields}
        layout = with_piece(self._drawing, {**kept, **written})
        try:
            read_layout({**layout, "seats": {}})
        except LayoutRefused as refused:
            self.add_error(None, in_words(refused.reason))
        else:
            self.layout = layout
        return cleaned


def _tidy(value: Any) -> Any:
    """A number without a fraction is written as a whole one."""
    return int(value) if isinstance(value, float) and value == int(value) else value


def fields_of(kind: str) -> Mapping[str, MakeField]:
    """Return what a piece of a kind is asked for, beside its place."""
    if kind in FIELDS:
        return FIELDS[kind]
    width, depth = SIZES[MarkKind(kind)]
    return {
        "width": _whole(_("Width (cm)"), 5, 20_000, round(width)),
        "depth": _whole(_("Depth (cm)"), 5, 20_000, round(depth)),
    }


class NotesForm(forms.Form):
    """What is special about some seats; `layout` is the drawing with it once the form is valid."""

    DEEDS = (
        ("blocked", _("blocked: given to nobody")),
        ("wheelchair", _("places for wheelchairs")),
        ("interpreter", _("with an interpreter’s chair behind")),
        ("zone", _("in the zone that is written below")),
        ("label", _("called as is written below")),
        ("nothing", _("seats like all others")),
    )
    NOTHING: ClassVar[Mapping[str, None]] = dict.fromkeys(
        ("blocked", "wheelchair", "interpreter", "zone", "label")
    )

    seats = forms.CharField(
        label=_("Seats"),
        max_length=1000,
        help_text=_("As the drawing names them: a seat A-1-3, a row A-1, a table T4, or A-2-5..A-2-9."),
    )
    deed = forms.ChoiceField(label=_("They are"), choices=DEEDS)
    words = forms.CharField(label=_("Zone or own label"), required=False, max_length=80)

    def __init__(self, *args: Any, drawing: Mapping[str, Any], **kwargs: Any) -> None:
        self._drawing, self.layout = drawing, dict(drawing)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        deed, words = cleaned.get("deed", ""), cleaned.get("words", "")
        if self.errors:
            return cleaned
        if deed in ("zone", "label") and not words:
            self.add_error("words", _("Write the zone or the label."))
            return cleaned
        note = self.NOTHING if deed == "nothing" else {deed: words if deed in ("zone", "label") else True}
        try:
            seats = seats_named(read_layout(self._drawing), cleaned["seats"])
            layout = with_notes(self._drawing, seats, note)
            read_layout(layout)
        except LayoutRefused as refused:
            self.add_error("seats", in_words(refused.reason))
        else:
            self.layout = layout
        return cleaned

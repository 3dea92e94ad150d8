"""Rooms of an office, as they are drawn: furniture from which the seats follow."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.base.taken import TakenModel, content_of_columns
from chancery.directory.models import Visibility
from chancery.events.models import Place


class Room(OwnedModel, TakenModel):
    """
    A room that events may use, with its usual furniture; a plan takes a copy and may move it.

    `layout` is the drawing as `rules.seating.layout` reads it; `revision` rises with every change of it, so
    that a plan knows that the room is another by now. One that is visible to the tree can be taken over by
    all posts.
    """

    told = ("names", "layout", "note")
    labels = {"furniture": _("furniture"), "size": _("size in centimetres"), "seats": _("special seats")}

    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    names = LanguagesField(verbose_name=_("names"))
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seating_rooms",
        verbose_name=_("place"),
    )
    layout = models.JSONField(_("drawing"), default=dict)
    revision = models.PositiveIntegerField(default=0, editable=False)
    note = models.TextField(_("note"), blank=True)
    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)

    def __str__(self) -> str:
        return any_text(self.names) or self.ref

    def content(self) -> dict[str, str]:
        """Names and note, and the drawing with one line for each piece of furniture and each special seat."""
        drawn = {
            "size": "{width} × {depth}".format(**{"width": "", "depth": ""} | self.layout),
            "furniture": "\n".join(_in_one_line(piece) for piece in self.layout.get("furniture", [])),
            "seats": "\n".join(
                f"{seat} {_in_one_line(told)}" for seat, told in sorted(self.layout.get("seats", {}).items())
            ),
        }
        written = content_of_columns(self, "names", "note")
        return written | {name: text for name, text in drawn.items() if text}


def _in_one_line(told: Mapping[str, Any]) -> str:
    """The id and the kind of a piece, then what else is said of it by name."""
    first = [str(told[name]) for name in ("id", "kind") if name in told]
    others = [f"{name} {value}" for name, value in sorted(told.items()) if name not in ("id", "kind")]
    return ", ".join([" ".join(first), *others] if first else others)

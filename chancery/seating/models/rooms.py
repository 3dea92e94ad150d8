"""Rooms of an office, as they are drawn: furniture from which the seats follow."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.events.models import Place


class Room(OwnedModel):
    """
    A room that events may use, with its usual furniture; a plan takes a copy and may move it.

    `layout` is the drawing as `rules.seating.layout` reads it; `revision` rises with every change of it, so
    that a plan knows that the room is another by now.
    """

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

    def __str__(self) -> str:
        return any_text(self.names) or self.ref

"""Rows that one office gives to others, and what another one has made of them."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class TakenModel(models.Model):
    """
    What one office gives to others, and what another one has made of it.

    A row with a `source` is an office's own, free to be changed. `taken` is what the source said when it was
    taken over or looked at last, as its `content`, so that what changed since is told word by word. Where the
    two offices have parted there is no source any more, and `taken_from` says whose it was.
    """

    source = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="taken_over"
    )
    taken = models.JSONField(default=dict, editable=False)
    taken_from = models.CharField(_("taken over from"), max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True

    # The columns that are compared and that a newer version replaces.
    told: ClassVar[tuple[str, ...]] = ()
    # The kind of the rows inside, where there are any.
    inside: ClassVar[str] = ""
    # What texts are called that stand in no column.
    labels: ClassVar[Mapping[str, Promise]] = {}

    def content(self) -> dict[str, str]:
        """
        Return what is compared, as texts by name: `makers`, `texts@en`, `mill/captions@ro`.

        A name is a column with its language, and before it the ref of a row inside.
        """
        return content_of_columns(self, *self.told)

    @property
    def is_behind(self) -> bool:
        """Whether the source says something else by now; lists load `source` beforehand."""
        return self.source is not None and self.taken != self.source.content()


def content_of_columns(row: models.Model, *names: str) -> dict[str, str]:
    """Return the texts of some columns, wordings by their language, as `TakenModel.content` names them."""
    found: dict[str, str] = {}
    for name in names:
        value = getattr(row, name)
        if isinstance(value, dict):
            found |= {f"{name}@{code}": text for code, text in value.items()}
        elif value:
            found[name] = str(value)
    return found

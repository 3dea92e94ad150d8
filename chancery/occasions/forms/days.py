"""What a user writes about occasions, checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.occasions.models import Occasion, OccasionName


class OccasionForm(house.RowForm):
    """A day kept: its names, and the date of history it goes back to."""

    class Meta:
        model = Occasion
        fields = ["names", "named_by", "kind", "happened_on", "first_kept_on", "counts", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "named_by": _("Whose wording the names are; the product itself supplies none."),
            "happened_on": _("As far as it is known; the year is enough."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        happened, kept = cleaned.get("happened_on"), cleaned.get("first_kept_on")
        if happened and kept and kept.is_before(happened):
            self.add_error(
                "first_kept_on", _("It cannot be kept before it happened; correct one of the dates.")
            )
        if cleaned.get("counts") == Occasion.Counts.KEEPING and not kept:
            self.add_error("first_kept_on", _("Say when it was first kept, so that it can be counted."))
        return cleaned


class OtherNameForm(house.RowForm):
    """What somebody else calls the day."""

    class Meta:
        model = OccasionName
        fields = ["texts", "named_by"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["texts"].required = True

"""The filters of the history."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts import queries
from chancery.accounts.models import Organiser
from chancery.base.audit_seal import receipts
from chancery.base.kinds import KINDS, kind_in_words

NOBODY = "nobody"


class ReceiptForm(forms.Form):
    """A receipt of an earlier seal, to compare with."""

    receipt = forms.CharField(
        label=_("Receipt"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("With the text of an earlier receipt it is also checked whether that seal still stands."),
    )

    def clean_receipt(self) -> str:
        text = str(self.cleaned_data["receipt"])
        if text.strip():
            try:
                receipts.read(text)
            except receipts.UnreadableReceipt:
                raise forms.ValidationError(
                    _("No number and digest of a seal were found here; copy the whole receipt.")
                ) from None
        return text

    def told(self) -> dict[str, Any] | None:
        """The receipt as work is given it; None where there is none."""
        text = self.cleaned_data["receipt"]
        return asdict(receipts.read(text)) if text.strip() else None


class HistoryFilter(forms.Form):
    """Narrow the history by kind and by person."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    by = forms.ChoiceField(label=_("By"), required=False)

    def __init__(self, *args: Any, organiser: Organiser, apps_shown: Iterable[str], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        shown = set(apps_shown)
        kinds = [(kind, kind_in_words(kind)) for kind in KINDS if kind.split(".")[0] in shown]
        people = [(str(member.user_id), str(member.user)) for member in queries.members_of(organiser)]
        self._offer("kind", [("", _("all")), *sorted(kinds, key=lambda pair: pair[1].casefold())])
        self._offer("by", [("", _("everybody")), (NOBODY, _("the server itself")), *people])

    def narrowed(self) -> dict[str, Any]:
        """What was chosen, as `base.history.lines_of_office` takes it; nothing where a choice is unknown."""
        if not self.is_valid():
            return {}
        by = self.cleaned_data["by"]
        return {
            "kind": self.cleaned_data["kind"],
            "by": int(by) if by and by != NOBODY else None,
            "only_by_nobody": by == NOBODY,
        }

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

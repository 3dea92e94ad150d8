"""The table of ranks as a form: one row a rank, in an order that can be changed."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.precedence.conventions import ORDERS, STATUSES
from chancery.precedence.forms.rows import WrittenFormSet
from chancery.rules import precedence as rules
from chancery.rules.precedence.vocabulary import classes_by_wording
from chancery.rules.precedence.wording import stem

WIDEST = 400
_PARTED = re.compile(r"\s*;\s*")


class RankForm(forms.Form):
    """
    One rank of a table.

    `number` is the place the row had among the rows that are stored, empty for a new one: what the page does
    not show is kept by it. With the language "en" a row has one name only.
    """

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    rank = forms.CharField(label=_("Rank"), max_length=12)
    name = forms.CharField(
        label=_("Office, in English"), max_length=WIDEST, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    local = forms.CharField(
        label=_("Office, in the language of the state"),
        max_length=WIDEST,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    status = forms.ChoiceField(label=_("How certain"), choices=STATUSES, initial=rules.Status.PRACTICE)
    classes = forms.CharField(
        label=_("Classes of office"),
        max_length=WIDEST,
        required=False,
        help_text=_("Parted by semicolons, as in “Ambassador; Envoy”; who is of the class has the rank."),
    )
    titles = forms.CharField(
        label=_("Further titles"),
        max_length=4_000,
        required=False,
        help_text=_("Parted by semicolons; who is called so has the rank."),
    )
    order_by = forms.ChoiceField(label=_("Among themselves by"), required=False)
    source = forms.ChoiceField(label=_("Source"), required=False)

    further = ("classes", "titles", "order_by", "source")

    def __init__(self, *args: Any, profile: rules.Profile, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if language == "en":
            del self.fields["local"]
        sources = [(key, source.title) for key, source in profile.sources.items()]
        self.fields["source"] = forms.ChoiceField(
            label=_("Source"), choices=[("", _("none")), *sources], required=False
        )
        self.fields["order_by"] = forms.ChoiceField(
            label=_("Among themselves by"), choices=_orders(profile), required=False
        )

    def clean_classes(self) -> tuple[str, ...]:
        """Read codes and names of classes. Errors: ValidationError with the first that is none."""
        known = classes_by_wording() | {stem(_class_name(each)): each for each in rules.OfficeClass}
        written = [word for word in _PARTED.split(self.cleaned_data["classes"].strip()) if word]
        for word in written:
            if stem(word) not in known:
                raise forms.ValidationError(
                    _("“%(word)s” is no class of office; leave it to the further titles."),
                    params={"word": word},
                )
        return tuple(dict.fromkeys(str(known[stem(word)]) for word in written))

    def clean_titles(self) -> tuple[str, ...]:
        """Part the titles."""
        return tuple(title for title in _PARTED.split(self.cleaned_data["titles"].strip()) if title)


def _class_name(office_class: rules.OfficeClass) -> str:
    return gettext(rules.name_of(office_class))


def _orders(profile: rules.Profile) -> list[tuple[str, Any]]:
    """Every order by one key, and the orders by several keys that rows of the profile have already."""
    single: dict[str, Any] = {str(key): words for key, words in ORDERS.items()}
    several = {
        ",".join(row.order_by): ", ".join(str(ORDERS[key]) for key in row.order_by)
        for row in profile.rows
        if len(row.order_by) > 1
    }
    return [("", _("nothing: they share a place")), *single.items(), *several.items()]


class RanksFormSet(WrittenFormSet):
    """The rows of a table; `kept` are those that stay, in the order of their places."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Call the field for the order by what it says."""
        super().add_fields(form, index)
        form.fields["ORDER"].label = _("Place")

    @property
    def kept(self) -> list[dict[str, Any]]:
        """What was written, row by row; rows without a place come last, as they stand on the page."""
        return sorted((row for row in super().kept if row.get("rank")), key=_place)


def _place(row: Mapping[str, Any]) -> float:
    place = row.get("ORDER")
    return math.inf if place is None else float(place)


RankFormSet: type[RanksFormSet] = forms.formset_factory(  # type: ignore[assignment]  # it subclasses the given formset
    RankForm, formset=RanksFormSet, extra=3, can_delete=True, can_order=True
)


def row_values(profile: rules.Profile, language: str) -> list[dict[str, Any]]:
    """Return the rows of a profile as the table of its page shows them."""
    return [
        {
            "number": number,
            "rank": row.rank,
            "name": row.name["en"],
            "local": row.name.get(language, "") if language != "en" else "",
            "status": row.status,
            "classes": "; ".join(_class_name(rules.OfficeClass(code)) for code in row.classes),
            "titles": "; ".join(row.titles),
            "order_by": ",".join(row.order_by),
            "source": row.source,
        }
        for number, row in enumerate(profile.rows)
    ]


def with_rows(profile: rules.Profile, written: Sequence[dict[str, Any]], language: str) -> rules.Profile:
    """Return `profile` with the rows that were written, in their order."""
    return replace(profile, rows=tuple(_row(each, profile.rows, language) for each in written))


def _row(written: dict[str, Any], stored: Sequence[rules.Row], language: str) -> rules.Row:
    number = written["number"]
    is_stored = number is not None and 0 <= number < len(stored)
    row = stored[number] if is_stored else rules.Row(rank="", name={})
    names = {**row.name, "en": written["name"]}
    if "local" in written:
        names.pop(language, None)
        names |= {language: written["local"]} if written["local"] else {}
    return replace(
        row,
        rank=written["rank"],
        name=names,
        classes=written["classes"],
        titles=written["titles"],
        order_by=tuple(rules.OrderKey(key) for key in written["order_by"].split(",") if key),
        status=rules.Status(written["status"]),
        source=written["source"],
    )

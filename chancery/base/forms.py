"""Forms of the house: they check what was written; actions save it."""

import math
from collections.abc import Collection, Sequence
from typing import Any, ClassVar, Never

from django import forms
from django.db import models
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from chancery.base.widgets import WordingField, WordingInput


class RowForm(forms.ModelForm):  # type: ignore[type-arg]  # each form names its model in Meta
    """
    A form for one row; `instance` holds the checked values after `is_valid()`, unsaved.

    `languages` are the languages of the office: every wording gets an input for each. Columns named in
    `unchecked` are left to the action: what is chosen there may be new, and has no key before it is saved.
    """

    unchecked: Collection[str] = ()

    def __init__(self, *args: Any, languages: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, WordingField) and isinstance(field.widget, WordingInput):
                field.widget.languages = tuple(languages)
            if isinstance(field, forms.TypedChoiceField):
                field.choices = [_in_our_words(choice) for choice in _pairs(field.choices)]
            elif isinstance(field, forms.ModelChoiceField) and field.empty_label == BLANK_CHOICE_LABEL:
                field.empty_label = str(_("choose one"))

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # Django's own, not in its stubs
        return excluded | {*self.unchecked}

    def save(self, commit: bool = True) -> Never:
        """Refuse: an action saves the row together with its audit line."""
        raise TypeError("A form does not save; hand its instance to an action.")


class GroupedRowForm(RowForm):
    """
    A form for one row whose fields stand in groups, in the order in which somebody thinks of them.

    `GROUPS` are heading, names of fields, and whether the group stands open before anything is written in it.
    """

    GROUPS: ClassVar[Sequence[tuple[Promise, Sequence[str], bool]]] = ()

    def groups(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """The fields in their groups; a group with something written or wrong in it stands open."""
        return [
            (str(heading), [self[name] for name in names], is_open or any(map(self._is_told, names)))
            for heading, names, is_open in self.GROUPS
        ]

    def _is_told(self, name: str) -> bool:
        """Whether something else stands in a field than in that of a new row."""
        empty = self._meta.model()
        return name in self.errors or self[name].value() not in (None, "", [], {}, getattr(empty, name, ""))


def _pairs(choices: Any) -> list[tuple[Any, Any]]:
    return list(choices)


def _in_our_words(choice: tuple[Any, Any]) -> tuple[Any, Any]:
    """Put the empty choice, which the framework words in English, in words that are translated."""
    return (choice[0], _("choose one")) if choice[1] is BLANK_CHOICE_LABEL else choice


ROWS_CUT_OFF: dict[str, Any] = {
    "missing_management_form": _(
        "Not all of the rows arrived, so none was kept; open the page again and write them once more."
    )
}
"""What is said where a page was cut off on its way; the framework would name its own hidden fields."""


class RowsFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]  # each factory names its models
    """
    The repeated rows inside another one: `kept` in their order and `dropped`, both unsaved.

    Made with `can_order` every row has a field for its place, which the user can change.
    """

    default_error_messages = {**forms.BaseInlineFormSet.default_error_messages, **ROWS_CUT_OFF}

    def add_fields(self, form: Any, index: int | None) -> None:
        """Call the field for the order by what it says."""
        super().add_fields(form, index)
        if "ORDER" in form.fields:
            form.fields["ORDER"].label = pgettext("in a list", "Order")

    @property
    def kept(self) -> list[Any]:
        """The rows that were written and not ticked for deletion, in the order the user gave them."""
        listed = [form for form in self.forms if form not in self.deleted_forms and _is_written(form)]
        return [form.instance for form in sorted(listed, key=self._place)]

    def _place(self, form: Any) -> float:
        """The place that was written; rows without one come last, as they stand on the page."""
        place = form.cleaned_data.get("ORDER") if self.can_order else 0
        return math.inf if place is None else place

    @property
    def dropped(self) -> list[Any]:
        """The stored rows that were ticked for deletion."""
        return [form.instance for form in self.deleted_forms if form.instance.pk]

    def save(self, commit: bool = True) -> Never:
        """Refuse: an action saves the rows together with their audit lines."""
        raise TypeError("A form does not save; hand its rows to an action.")


def rows_of(
    parent: type[models.Model],
    row: type[models.Model],
    form: type[RowForm],
    *,
    extra: int = 1,
    **options: Any,
) -> type[RowsFormSet]:
    """Make the formset class for the rows of `row` inside `parent`."""
    made: type[RowsFormSet] = forms.inlineformset_factory(  # type: ignore[assignment]  # it subclasses the given formset
        parent, row, form=form, formset=RowsFormSet, extra=extra, can_delete=True, **options
    )
    return made


def _is_written(form: forms.BaseForm) -> bool:
    return bool(getattr(form, "instance", None) and form.instance.pk) or form.has_changed()  # type: ignore[attr-defined]  # a model form

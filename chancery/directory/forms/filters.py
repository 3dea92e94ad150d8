"""What lists are narrowed to."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.forms.choices import choices_of_states
from chancery.directory.models import Body, Group
from chancery.directory.models import Office as Post
from chancery.directory.queries.classes import class_choices
from chancery.directory.queries.sorting import in_order

# Longer lists of bodies are found by the search instead.
MOST_BODIES = 300


class PeopleFilterForm(forms.Form):
    """The filters above the list of people; what is not understood narrows nothing."""

    q = forms.CharField(label=_("Name"), required=False, max_length=200)

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        used = (
            Post.objects.filter(organiser=office.organiser).order_by().values_list("office_class", flat=True)
        )
        choices: dict[str, tuple[Any, Any]] = {
            "body": (_("Body"), _named(access.readable(office, Body).order_by("pk")[:MOST_BODIES])),
            "kind": (_("Kind of body"), Body.Kind.choices),
            "state": (_("State"), choices_of_states()()[1:]),
            "office_class": (_("Class of office"), class_choices(*used.distinct())[1:]),
            "group": (_("Group"), _named(access.readable(office, Group).order_by("pk")[:MOST_BODIES])),
        }
        for name, (label, known) in choices.items():
            self.fields[name] = forms.ChoiceField(
                label=label, required=False, choices=[("", _("all")), *known]
            )


class BodyFilterForm(forms.Form):
    """The filters above the list of bodies."""

    q = forms.CharField(label=_("Name"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *Body.Kind.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [("", _("all")), *choices_of_states()()[1:]]
        self.fields["state"] = forms.ChoiceField(label=_("State"), required=False, choices=states)


def _named(rows: Any) -> list[tuple[str, str]]:
    language = get_language() or "en"
    named = [(row.code, wording(row.names, language).text or row.ref) for row in rows]
    return in_order(named, lambda pair: pair[1], language)

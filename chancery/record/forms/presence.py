"""What a user writes of who was there, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.cldr import state_in_words
from chancery.directory.choosing import RowField
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField, address_of_search, as_participation
from chancery.events.models import Event, GuestCategory, Participation, Source
from chancery.record.forms.outcomes import FIND
from chancery.rules.presence import is_countable

Actual, Capacity = Participation.Actual, Participation.Capacity

# In which capacity somebody can have come.
CAME_AS = [(value, label) for value, label in Capacity.choices if is_countable(value)]
REPORTED = [("", _("not known")), (True, _("present")), (False, _("not present"))]


class PresenceForm(house.RowForm):
    """What is known of somebody's presence, and who came for them."""

    class Meta:
        model = Participation
        fields = ["actual", "actual_reason", "actual_source", "category", "capacity_printed"]
        labels = {"actual_reason": _("Reason")}
        help_texts = {
            "actual_reason": _("Why somebody was away, as it was said."),
            "capacity_printed": _("As it stands in the report; without it the title of the office."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["representative"] = TakingPartField(
            office=office,
            capacity=Capacity.GUEST,
            route=FIND,
            label=_("Represented by"),
            required=False,
            help_text=_("Takes part in an own capacity, and stands for this person."),
        )
        choose_from(self, "actual_source", events.sources_of(office.event))
        choose_from(self, "category", events.categories_of(office.event))
        self.order_fields(["actual", "representative", "actual_reason", "actual_source", "category"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        actual, came = cleaned.get("actual"), cleaned.get("representative")
        if came is not None and actual != Actual.REPRESENTED:
            self.add_error("actual", _("Whoever is named as representative needs “was represented” here."))
        if came is not None and came.pk and came.pk == self.instance.pk:
            self.add_error("representative", _("Nobody represents themselves; choose somebody else."))
        if cleaned.get("actual_reason") and actual in {Actual.ATTENDED, Actual.UNKNOWN}:
            self.add_error("actual_reason", _("A reason belongs to somebody who was away; say so beside it."))
        return cleaned


def choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    """Let a field choose among `rows` only."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    field.empty_label = gettext("not known")


class NotingForm(forms.Form):
    """What is noted of the ticked rows: one outcome for all, with its reason and source."""

    action = forms.ChoiceField()
    reason = forms.CharField(required=False, max_length=200)
    source = forms.ModelChoiceField(queryset=Source.objects.none(), required=False)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        action = self.fields["action"]
        assert isinstance(action, forms.ChoiceField)
        action.choices = [*Actual.choices, ("unknown", ""), ("confirm", "")]
        choose_from(self, "source", events.sources_of(event))


class CameForm(forms.Form):
    """Somebody who came without having been on the list."""

    capacity = forms.ChoiceField(label=_("Capacity"), choices=CAME_AS, initial=Capacity.GUEST)
    category = forms.ModelChoiceField(
        label=_("Category"), queryset=GuestCategory.objects.none(), required=False
    )

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = office.event
        self.fields["who"] = RowField(
            label=_("Who came"), office=office, search_url=address_of_search(office, route=FIND)
        )
        choose_from(self, "category", events.categories_of(office.event))
        self.order_fields(["who", "capacity", "category"])

    def participation(self) -> Participation:
        """Return the unsaved row in which the chosen one took part."""
        written = self.cleaned_data
        capacity = Capacity(written["capacity"])
        return as_participation(self.event, written["who"], capacity, category=written["category"])


class StatesField(forms.CharField):
    """States by their names or two letters, with commas; cleans to a list of codes, each once."""

    default_error_messages = {"unknown": _("“%(text)s” is no state; write its name, or two letters as RO.")}

    def prepare_value(self, value: Any) -> Any:
        """Show codes by their names."""
        if not isinstance(value, list):
            return value
        return ", ".join(state_in_words(code, get_language() or "en") for code in value)

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # a list of codes, not one text
        """Read the names. Errors: ValidationError for the first that is none."""
        names = {name.casefold(): code for code, name in places.states(get_language() or "en")}
        names |= {code.casefold(): code for code in names.values()}
        found = []
        for text in str(value or "").replace(";", ",").split(","):
            if not (name := text.strip()):
                continue
            if name.casefold() not in names:
                raise forms.ValidationError(
                    self.error_messages["unknown"], code="unknown", params={"text": name[:60]}
                )
            found.append(names[name.casefold()])
        return list(dict.fromkeys(found))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as shown."""
        return (self.prepare_value(initial or []) or "") != (data or "")


class CategoryForm(house.RowForm):
    """Whether a category is reported as present, and the states named of it."""

    states = StatesField(
        label=_("States named"), required=False, help_text=_("With commas: Romania, AZ, Georgia.")
    )

    class Meta:
        model = GuestCategory
        fields = ["was_present", "states"]
        labels = {"was_present": _("Reported as")}
        widgets = {"was_present": forms.Select(choices=REPORTED)}


def category_formset(sent: Any, event: Event) -> house.RowsFormSet:
    """The categories of an event in their order; they are made and named with the plan."""
    made = house.rows_of(Event, GuestCategory, CategoryForm, extra=0)
    made.can_delete = False
    rows = GuestCategory.objects.order_by("position", "pk")
    return made(sent, instance=event, queryset=rows, prefix="category")

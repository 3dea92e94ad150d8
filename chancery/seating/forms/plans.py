"""What a user says of a plan: its room, who is seated, and its form."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chancery.base.forms import GroupedRowForm
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Participation
from chancery.events.ordering import PLACED
from chancery.seating.models import Plan
from chancery.seating.queries import plans as queries

HOSTS = {"host": _("Host"), "co_host": _("Co-host")}


class SeatedField(TakingPartField):
    """Cleans to somebody who takes part in the event already, or None."""

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        if found is None or found.pk is not None:
            return found
        there = events.participations_of(self.office.event).filter(
            person=found.person, office=found.office, body=found.body
        )
        if (first := min(there, key=_as_placed, default=None)) is not None:
            return first
        raise forms.ValidationError(
            _("“%(name)s” does not take part in the event; put them on the list first.")
            % {"name": found.name_printed}
        )


def _as_placed(who: Participation) -> int:
    """Who takes part in several capacities is seated in the one in which the order places them."""
    return PLACED.index(who.capacity) if who.capacity in PLACED else len(PLACED)


class PlanForm(GroupedRowForm):
    """A plan: a new one proposes the hosts of the event."""

    GROUPS: ClassVar[Sequence[tuple[Promise, Sequence[str], bool]]] = (
        (_("The plan"), ("name", "room", "part", "seated"), True),
        (_("Hosts and honour"), ("host", "co_host", "style", "system", "row_of_honour"), True),
        (_("Couples and turns"), ("couples", "alternates", "first_lady_left"), False),
        (_("More"), ("numbered_rows", "note"), False),
    )

    class Meta:
        model = Plan
        fields = (
            "name",
            "room",
            "part",
            "seated",
            "style",
            "system",
            "couples",
            "alternates",
            "first_lady_left",
            "row_of_honour",
            "numbered_rows",
            "note",
        )
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "name": _("What tells this plan from the others: “with aisle”, “if the minister comes”."),
            "alternates": _("Only where your house seats so; it asks for the sex of each guest."),
            "numbered_rows": _("Rows behind them are seated by arrival."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = queries.rooms_of(office.organiser)  # type: ignore[attr-defined]  # a choice of rows
        parts = events.parts_of(office.event)
        if parts:
            self.fields["part"].queryset = parts  # type: ignore[attr-defined]  # a choice of rows
            self.fields["part"].empty_label = str(_("the whole event"))  # type: ignore[attr-defined]  # a choice of rows
        else:
            del self.fields["part"]
        for name in HOSTS:
            self.fields[name] = _host_field(office, self.instance, name)

    def groups(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """The fields in their groups, without that of the part where the event has none."""
        return [
            (str(heading), [self[name] for name in names if name in self.fields], is_open)
            for heading, names, is_open in self.GROUPS
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in HOSTS:
            if name in cleaned:
                setattr(self.instance, name, cleaned[name])
        return cleaned


def _host_field(office: EventOffice, plan: Plan, name: str) -> SeatedField:
    chosen = getattr(plan, name) if getattr(plan, f"{name}_id") else None
    return SeatedField(
        office=office,
        capacity=Participation.Capacity.HOST,
        chosen=chosen,
        required=False,
        label=HOSTS[name],
    )


class SearchForm(forms.Form):
    """How long the search for the best plan may take, and from which beginning."""

    MOVES = (
        (3_000_000, _("short: some seconds")),
        (30_000_000, _("usual: some ten seconds at 600 guests")),
        (100_000_000, _("thorough: half a minute and more")),
    )

    moves = forms.TypedChoiceField(label=_("How long"), choices=MOVES, coerce=int, initial=30_000_000)
    seed = forms.IntegerField(
        label=_("Beginning"),
        initial=1,
        min_value=1,
        max_value=9999,
        help_text=_("The same number gives the same plan; another one may find a better plan."),
    )

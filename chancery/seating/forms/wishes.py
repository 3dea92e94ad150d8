"""What a user wishes for the seating of an event, checked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.inputs import Suggesting
from chancery.directory.forms.choosing import RowChoice
from chancery.directory.models import Body
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.seating.forms.plans import SeatedField
from chancery.seating.models import Wish
from chancery.seating.queries.wished import units_and_zones

Kind = Wish.Kind

# What can be said of two, what needs two guests, and what needs a table, row or zone.
OF_PAIRS = frozenset({Kind.APART, Kind.NOT_BESIDE, Kind.TOGETHER, Kind.BESIDE, Kind.INTERPRETER})
OF_TWO_GUESTS = frozenset({Kind.BESIDE, Kind.INTERPRETER})
WITH_PLACE = frozenset({Kind.AT_UNIT, Kind.IN_ZONE})


class WishForm(house.RowForm):
    """A wish: what, for whom, where, and how much it counts."""

    class Meta:
        model = Wish
        fields = ("kind", "guest", "other", "category", "body", "where", "is_hard", "weight", "reason")
        help_texts = {
            "where": _("Only for a wish for one table, row or zone: its name as the plan shows it."),
            "is_hard": _("A plan without it is no plan; where that cannot be, the plan says so."),
            "weight": _(
                "In places of precedence: for a wish of weight 5 somebody may be moved by up to five places."
            ),
            "reason": _("Everybody who may read seat plans reads it."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        wish: Wish = self.instance
        for name, label in (("guest", _("Guest")), ("other", _("Other guest"))):
            self.fields[name] = self._guest_field(name, label, office)
        self.fields["category"] = forms.ModelChoiceField(
            events.categories_of(office.event),
            required=False,
            label=_("Or everybody of the category"),
            empty_label=str(_("none")),
            initial=wish.category,
        )
        self.fields["body"] = RowChoice(
            Body, office=office, chosen=wish.body, required=False, label=_("Or everybody of the body")
        )
        where = self.fields["where"]
        assert isinstance(where, forms.CharField)
        names = units_and_zones(office.event)
        where.widget = Suggesting(lambda _language: names, {"autocomplete": "off"})

    def _guest_field(self, name: str, label: Any, office: EventOffice) -> SeatedField:
        chosen: Participation | None = getattr(self.instance, name)
        capacity = Participation.Capacity.GUEST
        return SeatedField(office=office, capacity=capacity, chosen=chosen, label=label, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind", "")
        groups = [name for name in ("category", "body") if cleaned.get(name)]
        if len(groups) == 2:
            self.add_error("body", _("Choose a category or a body, not both."))
        if cleaned.get("other") and (groups or kind not in OF_PAIRS):
            self.add_error(
                "other", _("This wish concerns one guest or one group; leave the other guest empty.")
            )
        elif kind in OF_TWO_GUESTS and not (cleaned.get("guest") and cleaned.get("other")):
            self.add_error("other", _("This wish concerns two guests; name both."))
        elif kind in OF_PAIRS and not (cleaned.get("other") or groups):
            self.add_error("other", _("Name the other guest, or choose a category or a body."))
        if kind in WITH_PLACE and not cleaned.get("where"):
            self.add_error("where", _("Say at which table, in which row or zone."))
        if kind not in WITH_PLACE:
            cleaned["where"] = ""
        return cleaned

    def clean_where(self) -> str:
        """The id of a table or row that is called by its name."""
        text = str(self.cleaned_data["where"]).strip()
        called: Sequence[tuple[str, str]] = self.fields["where"].widget.suggestions("")
        by_name = {name.casefold(): key for key, name in called}
        return by_name.get(text.casefold(), text)

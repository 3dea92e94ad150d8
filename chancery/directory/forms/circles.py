"""Groups and households."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office as Seat
from chancery.base.forms import RowForm, RowsFormSet, rows_of
from chancery.directory.forms.people import AddressFormForm, RowOfPerson
from chancery.directory.models import AddressForm, Group, Household, HouseholdMember, Person
from chancery.directory.queries.snapshots import SECTIONS, Plain

Member = Group.members.through


class GroupForm(RowForm):
    """A group that is placed without a rank (R36)."""

    class Meta:
        model = Group
        fields = ["names", "kind", "visibility", "is_sample", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True


class HouseholdForm(RowForm):
    """People who are invited and addressed together."""

    class Meta:
        model = Household
        fields = ["name"]

    def __init__(self, *args: Any, office: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class MemberForm(RowOfPerson):
    class Meta:
        model = Member
        fields = ["person"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("person", Person)
        self.fields["person"].label = _("Person")

    def values(self) -> Plain:
        return {"person_id": self.instance.person_id}


class PlaceForm(MemberForm):
    class Meta:
        model = HouseholdMember
        fields = ["person"]


FORMSETS: dict[type[models.Model], dict[str, type[RowsFormSet]]] = {
    Group: {"members": rows_of(Group, Member, MemberForm, fk_name="group")},
    Household: {
        "places": rows_of(Household, HouseholdMember, PlaceForm, fk_name="household"),
        "address_forms": rows_of(Household, AddressForm, AddressFormForm, fk_name="household"),
    },
}
MAIN_FORMS: dict[type[models.Model], type[RowForm]] = {Group: GroupForm, Household: HouseholdForm}


def formsets_for(
    row: Group | Household, office: Seat, sent: Mapping[str, Any] | None
) -> dict[str, RowsFormSet]:
    """Return the formsets of a group or household by section."""
    sections = {section.name: section for section in SECTIONS[type(row)]}
    return {
        name: made(
            sent,
            instance=row,
            queryset=sections[name].rows_of(row) if row.pk else sections[name].model._default_manager.none(),
            prefix=name,
            form_kwargs={"office": office},
        )
        for name, made in FORMSETS[type(row)].items()
    }

"""What a user writes about occasions and campaigns, checked."""

from typing import Any

from django import forms

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.directory.models import Person
from chancery.occasions.models import Campaign, Occasion


class OccasionForm(house.RowForm):
    """A day kept: its names, the date of history, and how the day is found in a year."""

    class Meta:
        model = Occasion
        fields = ["names", "kind", "named_by", "happened_on", "first_kept_on", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True


class CampaignForm(house.RowForm):
    """Many events under one name."""

    class Meta:
        model = Campaign
        fields = ["names", "initiator", "initiator_capacity", "began_on", "aims"]

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, languages=organiser.languages, **kwargs)
        self.fields["names"].required = True
        initiator = self.fields["initiator"]
        assert isinstance(initiator, forms.ModelChoiceField)
        initiator.queryset = Person.objects.filter(organiser=organiser).order_by("sort_name", "id")

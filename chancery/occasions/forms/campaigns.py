"""What a user writes about campaigns, checked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.directory.choosing import RowField
from chancery.occasions.models import Campaign


class CampaignForm(house.RowForm):
    """Many events under one name."""

    class Meta:
        model = Campaign
        fields = ["names", "initiator", "initiator_capacity", "began_on", "aims"]

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["names"].required = True
        self.fields["initiator"] = RowField(
            label=_("Initiator"),
            office=office,
            kinds=("person",),
            chosen=self.instance.initiator,
            required=False,
        )

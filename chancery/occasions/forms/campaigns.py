"""What a user writes about campaigns, checked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.base.widgets import WordingInput
from chancery.directory.choosing import RowField
from chancery.occasions.models import Campaign, CampaignPartner, SharedText


class CampaignForm(house.RowForm):
    """Many events under one name."""

    class Meta:
        model = Campaign
        fields = ["names", "initiator", "initiator_capacity", "began_on", "aims", "pages", "visibility"]
        help_texts = {
            "aims": _("As the campaign itself says them."),
            "pages": _("The address of its page in each language, beginning with https://."),
            "visibility": _("Posts that are shown a campaign read and serve it; they do not change it."),
        }

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
        _with_room(self, "aims")


def _with_room(form: house.RowForm, name: str) -> None:
    """Give a wording more than one line to be written in."""
    widget = form.fields[name].widget
    assert isinstance(widget, WordingInput)
    widget.is_long = True


class PartnerForm(house.RowForm):
    """Who carries a campaign: a body of the directory, or a name as printed."""

    class Meta:
        model = CampaignPartner
        fields = ["body", "printed", "role", "since", "until"]

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["body"] = RowField(
            label=_("Body"), office=office, kinds=("body",), chosen=self.instance.body, required=False
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if not cleaned.get("body") and not cleaned.get("printed"):
            self.add_error("body", _("Name a body of the directory, or write the partner as printed."))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until.is_before(since):
            self.add_error("until", _("It ends before it begins; correct one of the dates."))
        return cleaned


class TextForm(house.RowForm):
    """A text of a campaign for one use."""

    class Meta:
        model = SharedText
        fields = ["use", "names", "texts"]
        help_texts = {"names": _("What the text is called in the office; empty, it is called by its use.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["texts"].required = True
        _with_room(self, "texts")

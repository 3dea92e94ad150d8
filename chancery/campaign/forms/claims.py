"""What a user writes of figures that somebody claims of a campaign."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.base import places
from chancery.base.widgets import RadioCards
from chancery.campaign.claim_rows import claim_line
from chancery.campaign.models import CampaignClaim
from chancery.campaign.queries.claims import Matter
from chancery.directory.choosing import RowField
from chancery.directory.models import Body, Person


def _states() -> list[tuple[str, str]]:
    return [("", gettext("everywhere, or not said where")), *places.states(get_language() or "en")]


class ClaimForm(house.RowForm):
    """A figure of a campaign as somebody claims it, and where it was read."""

    state = forms.ChoiceField(label=_("Where it was counted"), required=False, choices=_states)

    class Meta:
        model = CampaignClaim
        fields = [
            *("about", "counted", "state", "value", "upper", "exactness", "words"),
            *("claimant", "source", "address", "as_of"),
        ]
        labels = {"claimant": _("or by somebody not in the directory")}
        help_texts = {
            "counted": _("In a few words, the same for claims about the same thing."),
            "upper": _("Only for a span."),
            "words": _("The words of the source, as they stand there."),
        }

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        claim: CampaignClaim = self.instance
        self.fields["who"] = RowField(
            label=_("Said by"),
            office=office,
            kinds=("person", "body"),
            chosen=claim.person or claim.body,
            required=False,
        )
        self.order_fields(["about", "counted", "state", "value", "upper", "exactness", "words", "who"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        value, upper = cleaned.get("value"), cleaned.get("upper")
        if upper is not None and (value is None or upper < value):
            self.add_error("upper", _("A span goes from the smaller figure to the larger one; correct it."))
        if not cleaned.get("about") and not cleaned.get("counted") and "counted" not in self.errors:
            self.add_error("counted", _("Say in a few words what is counted."))
        who = cleaned.get("who")
        if not who and not cleaned.get("claimant") and "who" not in self.errors:
            self.add_error("who", _("Say who claims it; a figure without a claimant is not kept."))
        self.instance.person = who if isinstance(who, Person) else None
        self.instance.body = who if isinstance(who, Body) else None
        return cleaned


class FollowForm(forms.Form):
    """Which claim is followed, by whose decision and for which reason."""

    claim = forms.ChoiceField(label=_("Follow"), widget=RadioCards)
    name = forms.CharField(label=_("Decided by"), max_length=200)
    reason = forms.CharField(label=_("Because"), max_length=300)

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {claim.code: claim for claim in matter.claims}
        field = self.fields["claim"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(claim.code, claim_line(claim)) for claim in matter.claims]

    @property
    def followed(self) -> CampaignClaim:
        """The chosen claim."""
        return self.by_code[self.cleaned_data["claim"]]

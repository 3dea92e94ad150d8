"""What an owner writes about keeping: a number of days within bounds, with a reason, and holds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.events.models import Event
from chancery.privacy.models import OfficePrivacy


class RuleForm(forms.Form):
    """How many days a kind is kept, and why."""

    days = forms.IntegerField(label=_("Days after the event"))
    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("For example: rule of the ministry.")
    )

    def __init__(self, *args: Any, least: int, most: int, is_of_history: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"] = forms.IntegerField(
            label=_("Days after the change") if is_of_history else _("Days after the event"),
            min_value=least,
            max_value=most,
            help_text=_("From %(least)d to %(most)d.") % {"least": least, "most": most},
        )


class HoldForm(forms.Form):
    """An event of which nothing is deleted for a while, and why."""

    event = forms.ModelChoiceField(
        label=_("Event"), queryset=Event.objects.none(), empty_label=_("choose one")
    )
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        events = Event.objects.filter(organiser=organiser).exclude(holds__ended_at=None, holds__isnull=False)
        field = self.fields["event"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = events.order_by("-held_on", "pk")


class OfficePrivacyForm(forms.ModelForm[OfficePrivacy]):
    """What an office says of itself in the notice to guests."""

    class Meta:
        model = OfficePrivacy
        fields = ("law", "contact", "officer", "authority")

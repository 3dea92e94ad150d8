"""What security asks for, entered for a guest, and for whom the list is printed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.guests.models import Reply

Channel = Reply.Channel
WAYS = (Channel.TELEPHONE, Channel.EMAIL, Channel.LETTER, Channel.NOTE, Channel.IN_PERSON)


class IdentityForm(forms.Form):
    """What a guest told for security; it is never shown again in a form."""

    text = forms.CharField(
        label=_("What security asks for"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        help_text=_("Passport or identity card, licence plate, date of birth; sealed at once."),
    )
    way = forms.ChoiceField(label=_("How it came"), choices=[(way, way.label) for way in WAYS])


class SecurityListForm(forms.Form):
    """For whom the list is printed."""

    recipient = forms.CharField(label=_("For whom"), max_length=200)

"""What a user says of a doubt, and of somebody let in by the office, checked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base.widgets import RadioCards
from chancery.door.actions.by_office import MOST_PEOPLE, Settled

HOW = (
    (Settled.ONE_ENTRY, _("It is one coming in, scanned twice; the later scan is taken back.")),
    (Settled.FIRST_WAS_WRONG, _("The first scan was wrong; it is taken back and the later one counts.")),
    (Settled.BOTH_CAME, _("All of them came in; the party is bigger than its pass.")),
)

UNINVITED = (
    ("right", _("It was right to let them in; they stay on the list.")),
    ("wrong", _("It was an error; the coming in is taken back.")),
)


class SettleForm(forms.Form):
    """How a doubt is settled, and who says so of what."""

    how = forms.ChoiceField(label=_("What happened"), choices=HOW, widget=RadioCards)
    words = forms.CharField(
        label=_("Who says so"),
        max_length=200,
        help_text=_("Both doors and the record read it: seen by the steward of the main entrance."),
    )


class UninvitedForm(forms.Form):
    """Whether somebody was rightly let in, and who says so."""

    is_right = forms.TypedChoiceField(
        label=_("What happened"),
        choices=UNINVITED,
        coerce=lambda value: value == "right",
        widget=RadioCards,
    )
    words = forms.CharField(label=_("Who says so"), max_length=200)


class ByHandForm(forms.Form):
    """How many came in or went out, and what is to be known of it."""

    people = forms.IntegerField(
        label=_("People"),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Write how many people, from 1 to 255.")
        ),
    )
    words = forms.CharField(label=_("Remark"), max_length=200, required=False)

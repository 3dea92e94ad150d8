"""What a user writes about a wave and its approval, checked."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.widgets import DayInput, WordingField, WordingInput
from chancery.events import queries as events
from chancery.events.models import Event, GuestCategory
from chancery.guests.forms.guests import CategoryChoice
from chancery.guests.models import Inviter, Template, Wave
from chancery.guests.models.vocabulary import Form, Kind
from chancery.guests.queries import parties
from chancery.guests.queries.reaching import languages_written
from chancery.guests.queries.waves import Whom
from chancery.rules.invitations import Deed

_NAMED_FIELD = re.compile(r"\{\w+\}")


class WordingsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """The office's own wordings of the kind, each named with its form."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.get_form_display()}, {obj.get_kind_display()})"


class WaveForm(house.RowForm):
    """A wave itself: what it is, when it leaves, until when replies are asked for, and its own words."""

    class Meta:
        model = Wave
        fields = ["kind", "name", "send_on", "reply_by", "fills_places", "own_text"]
        widgets = {"send_on": DayInput, "reply_by": DayInput}
        help_texts = {
            "name": _("Such as “Missions” or “Second wave”; left open, the wave is called by its number."),
            "send_on": _("When you mean to send it; nothing leaves by itself."),
            "reply_by": _("Left open, the day of the terms holds."),
            "fills_places": _("It takes the first in order of precedence, as many as places are free."),
            "own_text": _("Added for this wave alone, in the languages of the guests."),
        }

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, languages=event.organiser.languages, **kwargs)
        self.event = event
        written = languages_written(event)
        self.fields["own_text"] = WordingField(
            label=_("Own text"),
            required=False,
            languages=written,
            help_text=self.fields["own_text"].help_text,
            widget=WordingInput(written, is_long=True),
        )
        templates = Template.objects.filter(organiser=event.organiser).order_by("form", "name")
        if templates.exists():
            self.fields["templates"] = WordingsChoice(
                label=_("Own wordings"),
                required=False,
                queryset=templates,
                initial=[each.pk for each in self.instance.templates.all()] if self.instance.pk else (),
                widget=forms.CheckboxSelectMultiple({"class": "choices-wide"}),
                help_text=_("At most one for each form; for the others the wording that ships is used."),
            )

    @property
    def templates(self) -> list[Template]:
        """The wordings that were chosen."""
        return list(self.cleaned_data.get("templates", ()))

    def clean_own_text(self) -> Any:
        """Return the own text. Errors: ValidationError for a field, which would go out as it stands."""
        written = self.cleaned_data["own_text"]
        if any(_NAMED_FIELD.search(text) for text in written.values()):
            raise forms.ValidationError(
                _("The own text takes no fields in braces; write it out, or use a wording of the office.")
            )
        return written

    def clean_templates(self) -> Any:
        """Return the wordings. Errors: ValidationError for two of one form."""
        chosen = self.cleaned_data["templates"]
        forms_chosen = [each.form for each in chosen]
        twice = next((form for form in forms_chosen if forms_chosen.count(form) > 1), "")
        if twice:
            raise forms.ValidationError(
                _("Two wordings are for the same form (%(form)s); choose one of them."),
                params={"form": Form(twice).label},
            )
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("fills_places") and cleaned.get("kind") != Kind.INVITATION:
            self.add_error(
                "fills_places", _("Only invitations fill free places; untick it or change the kind.")
            )
        send_on, reply_by = cleaned.get("send_on"), cleaned.get("reply_by")
        if send_on and reply_by and reply_by < send_on:
            self.add_error(
                "reply_by", _("The day to reply by is before the wave leaves; change one of them.")
            )
        return cleaned


DEEDS = (
    ("", _("all")),
    (Deed.SPOKE, _("spoke")),
    (Deed.MODERATED, _("moderated")),
    (Deed.READ, _("read")),
    (Deed.PRAYED, _("prayed")),
    (Deed.SENT_MESSAGE, _("sent a message")),
    (Deed.PERFORMED, _("performed")),
    (Deed.INTERPRETED, _("interpreted")),
    (Deed.LENT, _("lent works")),
    (Deed.HOUSED, _("gave the rooms")),
    (Deed.WREATH, _("laid wreaths or flowers")),
    (Deed.TRIBUTE, _("paid another tribute")),
    (Deed.CAME, _("came")),
)


class WhomForm(forms.Form):
    """Which guests go into a new wave; left open, everybody whom its kind concerns."""

    tier = forms.IntegerField(
        label=_("Tier"), required=False, min_value=1, max_value=99, help_text=_("Left open, every tier.")
    )
    category = CategoryChoice(
        label=_("Category"), queryset=GuestCategory.objects.none(), required=False, empty_label=_("all")
    )
    inviter = forms.ModelChoiceField(
        label=_("Inviter"), queryset=Inviter.objects.none(), required=False, empty_label=_("all")
    )
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    deed = forms.ChoiceField(
        label=_("Thanked for"),
        required=False,
        choices=DEEDS,
        help_text=_("For a wave of thanks: those who did this at the event, guests or not."),
    )

    def __init__(self, *args: Any, event: Event, tags: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self, "category", events.categories_of(event))
        _choose_from(self, "inviter", parties.inviters_of(event))
        tag = self.fields["tag"]
        assert isinstance(tag, forms.ChoiceField)
        tag.choices = [("", _("all")), *((each, each) for each in tags)]
        if not tags:
            del self.fields["tag"]

    @property
    def whom(self) -> Whom:
        """Whom the choices narrow a wave to."""
        chosen = self.cleaned_data
        return Whom(
            tier=chosen["tier"],
            category=chosen["category"].ref if chosen["category"] else "",
            inviter=chosen["inviter"].pk if chosen["inviter"] else None,
            tag=chosen.get("tag", ""),
            deed=chosen.get("deed", ""),
        )


def usual_kind(asked: str) -> str:
    """The kind that the address of the page asks for, else an invitation."""
    return asked if asked in Kind.values else Kind.INVITATION


def _choose_from(form: forms.Form, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


class RemarkForm(forms.Form):
    """What the head of mission says when a wave is sent back."""

    remark = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Needed where you send it back: what has to be changed."),
    )

"""One step of the caller as a browser sends it."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext

from chancery.events import wording
from chancery.events.models import Event
from chancery.programme.models import Item, Step

LONGEST_SECONDS = 24 * 3600


class StepForm(forms.Form):
    """A step: its `uid` is made where the key was pressed, `at` is then in milliseconds since 1970."""

    uid = forms.UUIDField()
    kind = forms.ChoiceField(choices=Step.Kind.choices)
    at = forms.IntegerField(required=False, min_value=0, max_value=10**14)
    item = forms.SlugField(required=False, max_length=12)
    seconds = forms.IntegerField(required=False, min_value=0, max_value=LONGEST_SECONDS)
    minutes = forms.IntegerField(required=False, min_value=0, max_value=LONGEST_SECONDS // 60)
    words = forms.CharField(required=False, max_length=200)
    item_kind = forms.ChoiceField(required=False, choices=Item.Kind.choices)

    def __init__(self, *args: Any, event: Event, **options: Any) -> None:
        super().__init__(*args, **options)
        self.event = event

    def clean_item(self) -> Item | None:
        code = self.cleaned_data["item"]
        if not code:
            return None
        found = Item.objects.filter(event=self.event, code=code).select_related("parent").first()
        if found is None:
            raise forms.ValidationError(
                gettext("This item is not in the programme any more; choose another one.")
            )
        return found

    def trouble(self) -> str:
        """What is wrong, in one sentence."""
        of_item = self.errors.get("item")
        if of_item:
            return str(of_item[0])
        return gettext("This step could not be read; load the page again and press once more.")

    def arguments(self, now: datetime) -> dict[str, Any]:
        """What the action takes; a plain form has no moment of its own and counts from `now`."""
        sent = self.cleaned_data
        minutes = sent["minutes"]
        return {
            "kind": sent["kind"],
            "uid": sent["uid"],
            "at": now if sent["at"] is None else datetime.fromtimestamp(sent["at"] / 1000, UTC),
            "item": sent["item"],
            "seconds": sent["seconds"] if minutes is None else minutes * 60,
            "words": sent["words"],
            "new": {
                "kind": sent["item_kind"] or Item.Kind.OTHER,
                "language": wording.main_language(self.event),
            },
        }

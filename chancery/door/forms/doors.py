"""What a user writes about a door, checked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.door.models import Door
from chancery.events.access import EventOffice


class DoorForm(house.RowForm):
    """A door: what it is called, what its stewards read, and who decides of guests without an invitation."""

    class Meta:
        model = Door
        fields = ("name", "instructions", "walk_ins")
        help_texts = {
            "name": _("As stewards call it: Main entrance."),
            "instructions": _(
                "They read it on their telephones: coats to the left, ambassadors to the lift."
            ),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)

    def clean_name(self) -> str:
        """Two doors of one name would be taken for each other."""
        name: str = self.cleaned_data["name"]
        others = Door.objects.filter(event=self.instance.event, name=name).exclude(pk=self.instance.pk)
        if others.exists():
            self.add_error("name", _("Another door has this name; give this one its own."))
        return name

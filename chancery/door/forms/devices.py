"""What a user writes about a device, checked."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.widgets import MomentInput
from chancery.door.models import Device
from chancery.events.access import EventOffice
from chancery.events.models import Event

AFTER_THE_EVENT = timedelta(hours=12)


class DeviceForm(house.RowForm):
    """A device: what it is called, whether names can be looked up on it, and until when it is good."""

    class Meta:
        model = Device
        fields = ("name", "searches", "expires_at")
        widgets = {"expires_at": MomentInput()}
        help_texts = {
            "name": _("Whose telephone it is, or what stands on its back: Telephone 3."),
            "searches": _(
                "Without it a guest is found by the own pass alone, and a lost telephone tells no names."
            ),
            "expires_at": _(
                "Then the guests are forgotten on it; what was done is still sent to the office."
            ),
        }

    def __init__(self, *args: Any, office: EventOffice, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.now = now
        if self.instance.pk is None:
            self.initial["expires_at"] = good_until(office.event, now)

    def clean_expires_at(self) -> datetime:
        """A device that is past its time at once would let nobody in."""
        until: datetime = self.cleaned_data["expires_at"]
        if until <= self.now:
            raise forms.ValidationError(_("That moment is past; choose a later one."))
        return until


def good_until(event: Event, now: datetime) -> datetime:
    """Twelve hours after the end of the event as planned; without a day, twelve hours from now."""
    if event.held_on is None:
        return now + AFTER_THE_EVENT
    last = event.held_until_on or event.held_on
    at = event.ends_at or datetime.max.time().replace(microsecond=0, second=0)
    ends = datetime.combine(last, at, ZoneInfo(event.time_zone)).astimezone(UTC)
    return max(ends + AFTER_THE_EVENT, now + AFTER_THE_EVENT)

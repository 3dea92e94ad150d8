"""A note taken in the hall, checked."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base.cldr import language_in_words
from chancery.base.widgets import LONGEST_WORDING
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.programme.models import Item
from chancery.record.actions.notes import Note
from chancery.record.models import Statement


def languages_of(office: EventOffice) -> list[tuple[str, str]]:
    """The languages a note can be taken in: those of the event first, then those of the office."""
    codes = dict.fromkeys([*office.event.languages, *office.organiser.languages])
    reader = get_language() or "en"
    return [(code, language_in_words(code, reader)) for code in codes or {reader: None}]


class NoteForm(forms.Form):
    """
    What a phone sends, with a script or without.

    `noted_at` and `sent_at` are by the clock of the phone, which may be wrong: only the time between counts.
    """

    note_key = forms.UUIDField()
    item = forms.CharField(required=False, max_length=12)
    speaker = forms.CharField(required=False, max_length=12)
    other = forms.CharField(required=False, max_length=12)
    mode = forms.ChoiceField(choices=Statement.Mode)
    language = forms.ChoiceField()
    text = forms.CharField(
        max_length=LONGEST_WORDING,
        error_messages={"required": _("Write what was said; nothing is noted yet.")},
    )
    noted_at = forms.DateTimeField(required=False)
    sent_at = forms.DateTimeField(required=False)

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = office.event
        self.fields["language"].choices = languages_of(office)  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        code = cleaned.get("other") or cleaned.get("speaker")
        speaker = Participation.objects.filter(event=self.event, code=code).first() if code else None
        if speaker is None:
            raise forms.ValidationError(_("Choose who said it; the note is kept here meanwhile."))
        cleaned["speaker"] = speaker
        item = cleaned.get("item")
        cleaned["item"] = Item.objects.filter(event=self.event, code=item).first() if item else None
        return cleaned

    def note(self, *, now: datetime) -> Note:
        """Return the note; a moment that was not sent is this one."""
        written = self.cleaned_data
        noted, sent = written["noted_at"], written["sent_at"]
        said_at = min(now, now - (sent - noted)) if noted and sent else now
        return Note(
            event=self.event,
            key=written["note_key"],
            speaker=written["speaker"],
            item=written["item"],
            mode=written["mode"],
            language=written["language"],
            text=written["text"],
            said_at=said_at,
        )

    @property
    def sentence(self) -> str:
        """The first thing that is wrong, in one sentence."""
        return next(str(words) for errors in self.errors.values() for words in errors)

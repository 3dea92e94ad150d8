"""One file in an ordinary form."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from chancery.base.media import refusing, types
from chancery.base.media.receiving import name_of
from chancery.base.media.refusing import MediaRefused
from chancery.base.widgets import FileDrop


class MediaInput(FileDrop):
    """A file to choose or to drop; the browser proposes files of the kind."""

    def __init__(self, kind: str) -> None:
        super().__init__({"accept": ",".join(f".{ending}" for ending in types.TAKEN[kind].values())})


class MediaField(forms.FileField):
    """A file of a kind; the action that saves the form hands it to `media.receive`, which tells its type."""

    def __init__(self, *, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        kwargs.setdefault("widget", MediaInput(kind))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file above the limit of its kind before anything is done with it."""
        found = super().clean(data, initial)
        if isinstance(found, UploadedFile):
            try:
                refusing.demand_size(found.size or 0, name=name_of(found.name or ""), kind=self.kind)
            except MediaRefused as refused:
                raise forms.ValidationError(str(refused)) from None
        return found

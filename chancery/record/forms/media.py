"""What a user writes about media lists, checked."""

import re
from email.utils import parseaddr
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import forms as house
from chancery.base import places
from chancery.directory.choosing import RowField
from chancery.directory.models import Body, ContactPoint, Person
from chancery.record.models import MediaAddress, MediaList

MOST_PASTED = 2_000
ON_LISTS = ("person", "body")
BETWEEN = re.compile(r"[\t;|]")


class MediaListForm(house.RowForm):
    """What a media list is called."""

    class Meta:
        model = MediaList
        fields = ["names"]
        help_texts = {
            "names": _("Such as local media, parliament, state authorities, foreign embassies (R106).")
        }


class MediaAddressForm(house.RowForm):
    """Somebody on a media list: chosen from the directory, or written."""

    who = forms.Field(required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    class Meta:
        model = MediaAddress
        fields = ["name", "email", "language"]
        help_texts = {"email": _("Empty: the address of the directory is taken.")}

    field_order = ["who", "name", "email", "language"]

    def __init__(self, *args: Any, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.instance.person or self.instance.body
        self.fields["who"] = RowField(
            label=_("From the directory"),
            office=office,
            kinds=ON_LISTS,
            search_url=reverse("record:media-find", args=[office.organiser.ref]),
            chosen=chosen,
            required=False,
            help_text=_("Nobody need be: name and address alone do."),
        )
        self.fields["email"].required = False
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = [("", _("not known")), *places.languages(get_language() or "en")]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        who = cleaned.get("who")
        self.instance.person = who if isinstance(who, Person) else None
        self.instance.body = who if isinstance(who, Body) else None
        if not cleaned.get("email") and "email" not in self.errors:
            cleaned["email"] = _email_of(who) if who else ""
            if not cleaned["email"]:
                self.add_error("email", _("There is no address in the directory; write one."))
        self._refuse_double(cleaned.get("email", ""))
        return cleaned

    def _refuse_double(self, email: str) -> None:
        if not email:
            return
        others = self.instance.media_list.addresses.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if others.exists():
            self.add_error("email", _("This address stands on the list already; change that entry."))


def _email_of(who: Person | Body) -> str:
    found = who.contact_points.filter(kind=ContactPoint.Kind.EMAIL).order_by("position", "pk").first()
    return found.value.strip() if found else ""


class PasteForm(forms.Form):
    """
    Addresses as they come from a spreadsheet or a mail program, one a line.

    Shape: after `is_valid()` `addresses` are unsaved; a line is refused as a whole with its number.
    """

    text = forms.CharField(
        label=_("Addresses"),
        widget=forms.Textarea({"rows": 8, "dir": "ltr", "spellcheck": "false"}),
        help_text=_(
            "One a line: “Name <address>”, or name, address and language from a table. Addresses that stand "
            "on the list already are left out."
        ),
    )
    language = forms.ChoiceField(label=_("Language, where a line names none"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.addresses: list[MediaAddress] = []
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        self.known = dict(places.languages(get_language() or "en"))
        language.choices = [("", _("not known")), *self.known.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lines = [line for line in str(cleaned.get("text", "")).splitlines() if line.strip()]
        if len(lines) > MOST_PASTED:
            self.add_error("text", _("These are more than 2,000 lines; paste them in several parts."))
            return cleaned
        for number, line in enumerate(lines, start=1):
            self._read(number, line, cleaned.get("language", ""))
        return cleaned

    def _read(self, number: int, line: str, usual: str) -> None:
        cells = [cell.strip() for cell in BETWEEN.split(line)]
        cells = cells if len(cells) > 1 else _cells_of(line)
        email = next((cell for cell in cells if _is_email(cell)), "")
        if not email:
            sentence = _("Line %(number)s holds no address: “%(text)s”; mend it or take it out.")
            self.add_error("text", sentence % {"number": number, "text": line.strip()[:80]})
            return
        language = next((cell.lower() for cell in cells if cell.lower() in self.known), usual)
        name = next((cell for cell in cells if cell and cell != email and cell.lower() not in self.known), "")
        self.addresses.append(MediaAddress(name=name[:200], email=email, language=language))


def _cells_of(line: str) -> list[str]:
    """“Name <address>”, or cells between commas."""
    name, address = parseaddr(line.strip())
    if address and "<" in line:
        return [name, address]
    return [cell.strip().strip('"') for cell in line.split(",")]


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254

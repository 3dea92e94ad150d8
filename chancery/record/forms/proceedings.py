"""What a user writes of documents and handovers, checked."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.directory.choosing import RowField
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField, address_of_search
from chancery.events.models import Participation
from chancery.programme import queries as programme
from chancery.record.forms.outcomes import FIND
from chancery.record.models import Document, Handover
from chancery.record.queries import proceedings as queries


class ProceedingForm(house.RowForm):
    """A row of the proceedings; whatever can be chosen belongs to the event or to its office."""

    nothing: ClassVar[Mapping[str, Promise]] = {
        "item": _("no item"),
        "source": _("not known"),
        "document": _("something else"),
        "place": _("not known"),
    }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.office = office
        rows = {
            "item": programme.items_alone(office.event),
            "source": events.sources_of(office.event),
            "document": queries.documents_of(office.event),
            "place": events.places_of(office.organiser),
        }
        for name in rows.keys() & self.fields.keys():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset, field.empty_label = rows[name], str(self.nothing[name])

    def _body(self, name: str, label: Promise) -> RowField:
        kinds = ("body",)
        return RowField(
            label=label,
            office=self.office,
            kinds=kinds,
            search_url=address_of_search(self.office, kinds=kinds, route=FIND),
            chosen=getattr(self.instance, name),
            required=False,
        )


class DocumentForm(ProceedingForm):
    """A document and what it has to do with the event."""

    sent = MediaField(
        kind=StoredFile.Kind.DOCUMENT, label=_("File"), required=False, help_text=_("As it was published.")
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=lambda: [("", str(_("not known"))), *places.languages(get_language() or "en")],
    )

    class Meta:
        model = Document
        fields = [
            "kind",
            "relation",
            "titles",
            "authors",
            "publisher",
            "edition",
            "language",
            "dated",
            "status",
            "votes",
            "item",
            "address",
            "source",
        ]
        help_texts = {"votes": _("For, against, abstaining and absent, as they were published.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["titles"].required = True
        self.fields["issuer"] = self._body("issuer", _("Issued by"))
        if self.instance.file:
            self.initial["sent"] = self.instance.file
        self.order_fields(["kind", "relation", "titles", "authors", "issuer", "publisher"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.instance.issuer = cleaned.get("issuer")
        return cleaned


class HandoverForm(ProceedingForm):
    """What was handed over by whom to whom, and whether it was accepted."""

    unchecked = ("giver", "receiver")

    class Meta:
        model = Handover
        fields = ["document", "things", "giver", "receiver", "acceptance", "item", "place", "source"]
        labels = {"giver": _("Handed over by"), "receiver": _("Handed over to")}
        help_texts = {"things": _("Where it is no document of the list: a flag, a book, a key.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("giver", "receiver"):
            self.fields[name] = TakingPartField(
                office=self.office,
                capacity=Participation.Capacity.GUEST
                if name == "giver"
                else Participation.Capacity.MENTIONED,
                route=FIND,
                chosen=getattr(self.instance, name),
                label=self.fields[name].label,
                required=False,
            )
        self.fields["receiver_body"] = self._body("receiver_body", _("or to a body"))
        self.order_fields(["document", "things", "giver", "receiver", "receiver_body"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.instance.receiver_body = cleaned.get("receiver_body")
        if not cleaned.get("document") and not cleaned.get("things") and "things" not in self.errors:
            self.add_error("things", _("Say what was handed over, or choose the document."))
        return cleaned

    def validate_constraints(self) -> None:
        """Leave it to `clean`, which says in words what is missing."""

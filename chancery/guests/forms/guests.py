"""What a user writes about guests, checked."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import cldr
from chancery.base import forms as house
from chancery.base.inputs import Suggesting
from chancery.base.languages import wording
from chancery.directory import access
from chancery.directory.choosing import RowField, Typed
from chancery.directory.models import Body, Group, Office, Person
from chancery.directory.queries.classes import class_in_words
from chancery.directory.queries.sorting import in_order
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Event, GuestCategory, Participation
from chancery.guests.candidates import Asked
from chancery.guests.models import Channel, Companion, Invitation, Inviter
from chancery.guests.queries import parties
from chancery.guests.queries.reaching import usual_languages

CAPACITIES = [choice for choice in Participation.Capacity.choices if choice[0] in Participation.OF_GUESTS]


class CategoryChoice(forms.ModelChoiceField[GuestCategory]):
    """A category of the event, with the one it stands within before it."""

    def label_from_instance(self, obj: GuestCategory) -> str:
        name = _in_words(obj.names)
        return f"{_in_words(obj.within.names)} › {name}" if obj.within else name


class OfficeChoice(forms.ModelChoiceField[Office]):
    """An office with its body."""

    def label_from_instance(self, obj: Office) -> str:
        return f"{_in_words(obj.titles)} · {_in_words(obj.body.names)}"


class RepresentedField(TakingPartField):
    """Somebody whom a guest represents: of the event, or from the directory."""

    def __init__(self, *, office: EventOffice, **kwargs: Any) -> None:
        capacity = Participation.Capacity.REPRESENTED
        super().__init__(office=office, capacity=capacity, route="guests:find", **kwargs)


class GuestForm(house.RowForm):
    """A guest: in which capacity and category, for whom, and by which office the place is counted."""

    class Meta:
        model = Participation
        fields = [
            "capacity",
            "category",
            "office",
            "capacity_printed",
            "represents_as",
            "list_name",
            "note",
        ]
        field_classes = {"category": CategoryChoice, "office": OfficeChoice}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        labels = {"office": _("Office that counts here"), "list_name": _("List in a merged row")}
        help_texts = {
            "office": _("Left open, the order of precedence takes the highest office that applies."),
            "capacity_printed": _("As it shall stand on papers, where the title of the office does not fit."),
            "list_name": _(
                "Only where several lists are merged in turn; the settings of the order name them."
            ),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        guest: Participation = self.instance
        self.fields["capacity"] = forms.ChoiceField(label=_("Capacity"), choices=CAPACITIES)
        _choose_from(self, "category", events.categories_of(office.event))
        if guest.person is None:
            del self.fields["office"]
        else:
            held = Office.objects.filter(tenures__person=guest.person).select_related("body")
            _choose_from(self, "office", held.distinct().order_by("pk"))
        if lists := office.event.ordering.lists:
            self.fields["list_name"].widget = Suggesting(lambda _language: [(name, name) for name in lists])
        self.fields["represents"] = RepresentedField(
            label=_("Represents"), required=False, office=office, chosen=guest.represents
        )

    @property
    def on_the_list(self) -> list[forms.BoundField]:
        """What the list says of a guest."""
        return [self[name] for name in ("capacity", "category", "note")]

    @property
    def in_the_order(self) -> list[forms.BoundField]:
        """What the place in the order and the papers rest on."""
        names = ("office", "represents", "represents_as", "capacity_printed", "list_name")
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        represented = cleaned.get("represents")
        if represented is not None and represented.pk == self.instance.pk:
            self.add_error("represents", _("Nobody represents themselves; choose somebody else."))
        return cleaned


class InvitationForm(house.RowForm):
    """The party of a guest."""

    tags = forms.CharField(
        label=_("Tags"), required=False, help_text=_("Separated by commas, for example: flowers, front row.")
    )

    class Meta:
        model = Invitation
        fields = [
            "inviter",
            "unnamed_companions",
            "tags",
            "tier",
            "is_held",
            "channel",
            "language",
            "is_personal",
        ]
        help_texts = {
            "tier": _("In which wave the guest is invited: 1 before 2."),
            "channel": _("Left open: e-mail where an address is known, else a note for missions, else post."),
            "language": _("Left open, the first language of the guest that is used at the event."),
            "is_personal": _("A representative then needs the consent of the host."),
        }

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["tags"] = ", ".join(self.instance.tags)
        self.fields["tier"].required = False
        reader, known = (
            get_language() or "en",
            dict.fromkeys([*usual_languages(event), self.instance.language]),
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"),
            required=False,
            choices=[
                ("", _("as the guest reads")),
                *((code, cldr.language_in_words(code, reader)) for code in known if code),
            ],
            help_text=self.fields["language"].help_text,
        )
        channel = self.fields["channel"]
        assert isinstance(channel, forms.ChoiceField)
        channel.choices = [("", _("as the rule decides")), *Channel.choices]
        _choose_from(self, "inviter", parties.inviters_of(event))

    def clean_tier(self) -> int:
        """Return the tier; the one it had where nothing was sent."""
        tier: int | None = self.cleaned_data["tier"]
        return self.instance.tier if tier is None else tier

    def clean_tags(self) -> list[str]:
        """Return the tags, each once, in the order they were written."""
        words = (word.strip()[:60] for word in self.cleaned_data["tags"].split(","))
        return list(dict.fromkeys(word for word in words if word))


class PersonOrNameField(RowField):
    """
    Cleans to a person chosen from the directory, to a name that was only typed, or to None.

    `written` is a name that was typed before.
    """

    def __init__(self, *, office: EventOffice, written: str = "", **kwargs: Any) -> None:
        super().__init__(office=office, kinds=("person",), **kwargs)
        self.written = written if self.chosen is None else ""
        if self.written:
            self.before = self.widget.chosen = Typed("", self.written)

    def to_python(self, value: Any) -> Any:
        """Return what stood there before where nothing was changed."""
        return self.written if self.written and value == self.before else super().to_python(value)

    def row_called(self, text: str) -> str:
        """Keep a typed name as a name: whom it means is chosen, never guessed."""
        return text[:200]


class CompanionForm(house.RowForm):
    """
    A companion, chosen from the directory or written by name.

    `invited` are the keys of everybody who is invited; the rows of a page share it and add theirs.
    """

    class Meta:
        model = Companion
        fields: list[str] = []

    def __init__(self, *args: Any, office: EventOffice, invited: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invited = invited
        self.fields["who"] = PersonOrNameField(
            label=_("Name, or somebody from the directory"),
            required=False,
            office=office,
            chosen=self.instance.person,
            written=self.instance.name,
        )

    def clean_who(self) -> Any:
        """Return the companion. Errors: ValidationError for somebody who is invited already."""
        who = self.cleaned_data["who"]
        if isinstance(who, Person) and who.pk != self.instance.person_id:
            if who.pk in self.invited:
                raise forms.ValidationError(
                    _("%(name)s is invited already; nobody is invited twice."), params={"name": who.main_name}
                )
            self.invited.add(who.pk)
        return who

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        who = cleaned.get("who")
        self.instance.person = who if isinstance(who, Person) else None
        self.instance.name = who if isinstance(who, str) else ""
        if self.instance.pk and who is None and "who" not in self.errors:
            self.add_error("who", _("The name is missing; write it, or take the row away."))
        return cleaned


class InviterForm(house.RowForm):
    """Somebody who may put guests on the list."""

    class Meta:
        model = Inviter
        fields = ["name", "quota"]


class AddForm(forms.Form):
    """How the chosen people are listed."""

    category = CategoryChoice(label=_("Category"), queryset=GuestCategory.objects.none(), required=False)
    inviter = forms.ModelChoiceField(label=_("Inviter"), queryset=Inviter.objects.none(), required=False)
    capacity = forms.ChoiceField(label=_("Capacity"), choices=CAPACITIES)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self, "category", events.categories_of(event))
        _choose_from(self, "inviter", parties.inviters_of(event))


class FindForm(forms.Form):
    """Whom to look for in the directory; what is not understood narrows nothing."""

    q = forms.CharField(label=_("Name in any spelling"), required=False, max_length=200)

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs |= {"type": "search", "autocomplete": "off"}
        self.fields["office"] = RowField(label=_("Office"), required=False, office=office, kinds=("office",))
        self.fields["body"] = RowField(label=_("Body"), required=False, office=office, kinds=("body",))
        choices: dict[str, tuple[Any, list[Any]]] = {
            "kind": (_("Kind of body"), Body.Kind.choices),
            "class": (_("Class of office"), _classes(office)),
            "group": (_("Group"), _groups(office)),
        }
        for name, (label, known) in choices.items():
            if known:
                self.fields[name] = forms.ChoiceField(
                    label=label, required=False, choices=[("", _("all")), *known]
                )

    def asked(self) -> Asked:
        """Return what is looked for."""
        self.is_valid()
        found = self.cleaned_data
        return Asked(
            text=found.get("q", "").strip(),
            body=found.get("body"),
            post=found.get("office"),
            group=found.get("group", ""),
            office_class=found.get("class", ""),
            kind=found.get("kind", ""),
        )


def _classes(office: EventOffice) -> list[tuple[str, str]]:
    posts = access.readable(office, Office).exclude(office_class="").order_by()
    used = posts.values_list("office_class", flat=True).distinct()
    return in_order([(key, class_in_words(key)) for key in used], _word, get_language() or "en")


def _groups(office: EventOffice) -> list[tuple[str, str]]:
    groups = access.readable(office, Group).order_by("pk")
    return in_order([(row.code, _in_words(row.names)) for row in groups], _word, get_language() or "en")


def _word(pair: tuple[str, str]) -> str:
    return pair[1]


def _in_words(texts: dict[str, str]) -> str:
    return wording(texts, get_language() or "en").text


def _choose_from(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset, field.empty_label = rows, str(_("choose one"))

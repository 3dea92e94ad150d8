"""What a user writes about the repeated rows of an event, checked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import RIGHTS, Role
from chancery.base import forms as house
from chancery.base import places
from chancery.base.cldr import language_in_words
from chancery.base.widgets import DayInput, MomentInput
from chancery.directory.choosing import RowField
from chancery.events.access import EventOffice
from chancery.events.choosing import address_of_search
from chancery.events.models import (
    Arrangement,
    Broadcast,
    EventCampaign,
    EventMember,
    EventOccasion,
    GlossaryTerm,
    GuestCategory,
    Involvement,
    OtherEvent,
    Part,
    Source,
    Station,
    Task,
)
from chancery.events.section_choices import Choices, RowChoice

# Fields that name another row of the same kind: never the row itself.
OF_ITSELF = ("within", "version_of")


class SectionForm(house.RowForm):
    """A row of an event; whatever can be chosen belongs to its office or to the event itself."""

    # What may stand once only is checked for all rows when they are saved.
    unchecked = ("event",)
    # What stands where nothing is chosen, by field.
    nothing: ClassVar[Mapping[str, Promise]] = {
        "part": _("the whole event"),
        "within": _("no other category"),
        "version_of": _("no other source"),
        "source": _("not known"),
        "category": _("all guests"),
        "owner": _("nobody yet"),
    }

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, languages=choices.office.organiser.languages, **kwargs)
        self.office = choices.office
        for name in choices.names & self.fields.keys():
            rows = [row for row in choices.rows(name) if name not in OF_ITSELF or row.pk != self.instance.pk]
            self.fields[name] = chosen_among(rows, self.fields[name], self.nothing.get(name))
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                field.choices = with_words_for_nothing(field)


def with_words_for_nothing(field: forms.TypedChoiceField) -> list[tuple[Any, Any]]:
    """The choices of a field, the empty one said in words."""
    choices = cast(Iterable[tuple[Any, Any]], field.choices)
    return [(value, name if value else _("please choose")) for value, name in choices]


def chosen_among(rows: Sequence[Any], before: forms.Field, nothing: Promise | None) -> RowChoice:
    """A field that offers `rows` in the place of one that would load them for itself."""
    return RowChoice(
        rows,
        nothing=nothing or _("please choose"),
        label=before.label,
        required=before.required,
        help_text=before.help_text,
    )


class StationForm(SectionForm):
    class Meta:
        model = Station
        fields = ["place", "role", "part"]
        labels = {"part": _("Only for")}


class InvolvementForm(SectionForm):
    class Meta:
        model = Involvement
        fields = ["role", "part"]
        labels = {"part": _("Only for")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = ("person", "body")
        self.fields["who"] = RowField(
            label=_("Body or person"),
            office=self.office,
            kinds=kinds,
            search_url=address_of_search(self.office, kinds=kinds),
            chosen=self.instance.body or self.instance.person,
        )
        self.order_fields(["who", "role", "part"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if who := cleaned.get("who"):
            is_body = who._meta.model_name == "body"
            self.instance.body, self.instance.person = (who, None) if is_body else (None, who)
        return cleaned


class PartForm(SectionForm):
    class Meta:
        model = Part
        fields = ["names", "kind", "held_on"]
        widgets = {"held_on": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True


class OccasionLinkForm(SectionForm):
    class Meta:
        model = EventOccasion
        fields = ["occasion", "role", "anniversary_on"]
        widgets = {"anniversary_on": DayInput}


class CampaignLinkForm(SectionForm):
    class Meta:
        model = EventCampaign
        fields = ["campaign", "relation"]


class ArrangementForm(SectionForm):
    class Meta:
        model = Arrangement
        fields = ["kind", "category", "texts"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["texts"].required = True


class TaskForm(SectionForm):
    days_before = forms.IntegerField(
        label=_("Days before the event"),
        min_value=-400,
        max_value=1000,
        initial=7,
    )

    class Meta:
        model = Task
        fields = ["title", "days_before", "in_working_days", "owner"]
        labels = {"in_working_days": _("Counted in"), "owner": pgettext_lazy("of a task", "Owner")}
        widgets = {
            "in_working_days": forms.Select(choices=[(False, _("calendar days")), (True, _("working days"))])
        }


class GlossaryForm(SectionForm):
    class Meta:
        model = GlossaryTerm
        fields = ["meaning", "texts"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["texts"].required = True


class TermForm(house.RowForm):
    """A term of an office or of a campaign, for many events."""

    class Meta:
        model = GlossaryTerm
        fields = ["meaning", "texts"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["texts"].required = True


class CategoryForm(SectionForm):
    class Meta:
        model = GuestCategory
        fields = ["names", "within"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True


class SourceForm(SectionForm):
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=lambda: [("", ""), *places.languages(get_language() or "en")],
    )

    class Meta:
        model = Source
        fields = [
            "title",
            "outlet",
            "author",
            "dated",
            "language",
            "address",
            "version_of",
            "is_announcement",
            "adds",
        ]
        help_texts = {
            "version_of": _("The report that this one translates, shortens or takes over."),
            "is_announcement": _(
                "Written before the event; it shows the plan and proves nothing of the day."
            ),
        }


class BroadcastForm(SectionForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Broadcast
        fields = ["kind", "name", "address", "starts_at", "ends_at", "languages", "part"]
        labels = {"part": _("Only for")}
        widgets = {"starts_at": MomentInput, "ends_at": MomentInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event, reader = self.office.event, get_language() or "en"
        known = dict.fromkeys([*event.languages, *self.office.organiser.languages, *self.instance.languages])
        field = self.fields["languages"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(code, language_in_words(code, reader)) for code in known]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if begins and ends and ends < begins:
            self.add_error("ends_at", _("It ended before it began; correct one of the times."))
        return cleaned


class OtherEventForm(SectionForm):
    class Meta:
        model = OtherEvent
        fields = ["names", "city", "dated", "source", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].required = True


class EventMemberForm(SectionForm):
    class Meta:
        model = EventMember
        fields = ["membership", "role"]
        labels = {"membership": _("Colleague")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        may_be = [role for role in Role if role == self.instance.role or may_give(self.office, role)]
        field.choices = [("", _("please choose")), *((role.value, role.label) for role in may_be)]


def may_give(office: EventOffice, role: Role) -> bool:
    """Whether somebody may give a role for the event: nobody gives a right they have not."""
    return all(office.may(right) for right in RIGHTS[role])

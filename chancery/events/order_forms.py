"""What a user writes about the order of an event, checked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import forms as house
from chancery.base.cldr import language_choices
from chancery.base.inputs import StateField
from chancery.base.languages import wording
from chancery.base.widgets import DayInput
from chancery.directory import access
from chancery.directory.models import Group
from chancery.directory.queries.sorting import in_order
from chancery.events.access import EventOffice
from chancery.events.order_profiles import chosen_by, profiles_given, profiles_of_office
from chancery.events.ordering import Entry
from chancery.precedence import queries as profiles
from chancery.precedence.models import GroupPlace, Move, Ordering, Profile
from chancery.rules import precedence as rules


class OrderingForm(house.RowForm):
    """By which profile, where, for which kind of act and as of which day an order is computed."""

    lists = forms.CharField(
        label=_("Lists merged in turn"),
        required=False,
        max_length=300,
        help_text=_(
            "Only where several lists make one row, for example: authorities, organisers, sponsors. "
            "They take turns in this order; in which list somebody stands is said with the guest."
        ),
    )

    class Meta:
        model = Ordering
        fields = [
            "profile",
            "profile_version",
            "act",
            "organised_by",
            "house",
            "host_state",
            "place",
            "region",
            "is_host_state_first",
            "as_of_on",
            "language",
            "lot",
            "lists",
        ]
        widgets = {"as_of_on": DayInput}
        help_texts = {
            "profile_version": _(
                "Left open, the newest version counts; of a profile that is given down the one newest now."
            ),
            "as_of_on": _("Left open, the offices held on the day of the event count."),
            "lot": _("Any word; the same word always draws the same lot."),
        }

    def __init__(self, *args: Any, organiser: Organiser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organiser = organiser
        self.given = profiles_given(organiser, self.instance)
        own = profiles_of_office(organiser)
        self.fields["profile"] = forms.ChoiceField(
            label=_("Protocol profile"), choices=[*own, *((each.choice, each.words) for each in self.given)]
        )
        self.initial.update(chosen_by(self.instance))
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the alphabet"), choices=language_choices
        )
        self.fields["host_state"] = StateField(label=_("Host state"), required=False)
        if not self.given and not Profile.objects.filter(organiser=organiser).exists():
            del self.fields["profile_version"]
        self.initial["lists"] = ", ".join(self.instance.lists)

    @property
    def by_rules(self) -> list[forms.BoundField]:
        """By which rules."""
        names = ("profile", "profile_version", "as_of_on")
        return [self[name] for name in names if name in self.fields]

    @property
    def for_act(self) -> list[forms.BoundField]:
        """For which act."""
        names = ("act", "organised_by", "house", "host_state", "place", "region", "is_host_state_first")
        return [self[name] for name in names]

    @property
    def ties(self) -> list[forms.BoundField]:
        """What sets apart whom the rules do not."""
        return [self[name] for name in ("language", "lot")]

    def clean_lists(self) -> list[str]:
        """Return the lists, each once, in the order they were written."""
        words = (word.strip() for word in self.cleaned_data["lists"].split(","))
        return list(dict.fromkeys(word for word in words if word))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        version, choice = cleaned.get("profile_version"), cleaned.get("profile", "")
        given = next((each for each in self.given if each.choice == choice), None)
        self.instance.follows = given.version(version) if given else None
        if given:
            cleaned |= {"profile": given.newest.key, "profile_version": None}
        if version is not None and not (self.instance.follows if given else self._has_own(choice, version)):
            self.add_error(
                "profile_version",
                _("There is no such version of the profile; leave the field open for the newest."),
            )
        return cleaned

    def _has_own(self, key: str, version: int) -> bool:
        return version in [own.version for own in profiles.own_versions(self.organiser, key)]


class GroupChoice(forms.ModelChoiceField[Group]):
    """A group of the directory, by its name."""

    def label_from_instance(self, obj: Group) -> str:
        return wording(obj.names, get_language() or "en").text


class GroupPlaceForm(house.RowForm):
    """Where a group without a rank stands: directly before or after a rank of the profile (R36)."""

    class Meta:
        model = GroupPlace
        fields = ["group", "side", "rank"]
        field_classes = {"group": GroupChoice}

    def __init__(self, *args: Any, office: EventOffice, profile: rules.Profile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields["group"]
        assert isinstance(groups, forms.ModelChoiceField)
        groups.queryset = access.readable(office, Group).order_by("pk")
        self.fields["rank"] = forms.ChoiceField(label=_("Rank"), choices=self._ranks(profile))

    def _ranks(self, profile: rules.Profile) -> list[tuple[str, str]]:
        """The ranks of the profile, and one that is kept though the profile has it no more."""
        language = get_language() or "en"
        ranks: dict[str, str] = {}
        for row in profile.rows:
            ranks.setdefault(row.rank, f"{row.rank} · {row.words(language)}")
        kept = self.instance.rank
        return [("", str(_("choose a rank"))), *({kept: kept} | ranks if kept else ranks).items()]


class MoveForm(forms.Form):
    """A place given by hand: before or after whom, and why."""

    side = forms.ChoiceField(label=_("Where"), choices=Move.Side.choices)
    neighbour = forms.ChoiceField(label=_("Beside whom"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stands beside the place for ever, on screen and on paper."),
    )

    def __init__(self, *args: Any, entries: Sequence[Entry], subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        others = [(entry.ref, _numbered(entry)) for entry in entries if entry.place and entry.ref != subject]
        self.fields["neighbour"] = forms.ChoiceField(label=_("Beside whom"), choices=others)

    def wanted(self, ordering: Ordering) -> Move:
        """Return the move that was written, unsaved."""
        return Move(ordering=ordering, subject=self.subject, **self.cleaned_data)


def _numbered(entry: Entry) -> str:
    return f"{entry.place} · {entry.who.name}"


class PairForm(forms.Form):
    """Which two guests are compared; the first two of the order to begin with."""

    first = forms.ChoiceField(label=_("First"))
    second = forms.ChoiceField(label=_("Second"))

    def __init__(self, *args: Any, entries: Sequence[Entry], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_name = in_order(list(entries), lambda entry: entry.who.sort_name, language)
        choices = [(entry.who.code, entry.who.name) for entry in by_name]
        for name, entry in zip(("first", "second"), entries, strict=False):
            label = self.fields[name].label
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial=entry.who.code)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("second"):
            self.add_error("second", _("Choose somebody else: nobody is compared with themselves."))
        return cleaned


class DayForm(forms.Form):
    """As of which day the order is looked at, and whether only what is open is shown."""

    on = forms.DateField(label=_("Offices as of"), required=False, widget=DayInput)
    open = forms.BooleanField(label=_("Only what is open"), required=False)

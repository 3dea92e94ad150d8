"""What a user writes about the public page of a campaign, checked."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.cldr import day_in_words, language_in_words
from chancery.base.languages import wording
from chancery.campaign.indicator_words import NAMES
from chancery.campaign.models import CampaignPage, StatedTotal
from chancery.campaign.page_words import TICKED
from chancery.campaign.queries import public as queries
from chancery.campaign.queries.totals import asked_of
from chancery.occasions.recognition_words import counted_words
from chancery.record.models import Photo

PLACE = "place-"
MOST_PICTURES = 60

type Choices = list[tuple[str, str]]


class PageForm(house.RowForm):
    """
    Address, languages, the order of the parts, and what is shown of what needs a tick.

    A part without a number is left out; two of one number keep the order in which they stand here.
    """

    class Meta:
        model = CampaignPage
        fields = ["slug", "languages"]

    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The page has an address in each; what is not written in one of them is marked so."),
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].help_text = _(
            "Letters, digits and hyphens; once the page is out, links lead to it: change it no more."
        )
        self.fields["slug"].error_messages["unique"] = _("Another page has this address; choose another one.")
        self.fields["languages"].choices = self._languages()  # type: ignore[attr-defined]  # a field with choices
        self._add_places()
        for kind, label, choices in self._offered():
            if choices:
                self.fields[kind] = forms.MultipleChoiceField(
                    label=label,
                    choices=choices,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                    initial=self.instance.shown.get(kind, []),
                )

    def _languages(self) -> Choices:
        campaign, reader = self.instance.campaign, get_language() or "en"
        codes = dict.fromkeys(
            [*campaign.organiser.languages, *sorted(campaign.names), *self.instance.languages]
        )
        return [(code, language_in_words(code, reader)) for code in codes]

    def _add_places(self) -> None:
        placed = self.instance.sections if self.instance.pk else CampaignPage.Section.values
        for name, label in CampaignPage.Section.choices:
            self.fields[f"{PLACE}{name}"] = forms.IntegerField(
                label=label,
                required=False,
                min_value=1,
                max_value=99,
                initial=placed.index(name) + 1 if name in placed else None,
                widget=forms.NumberInput({"inputmode": "numeric", "data-short": True}),
            )

    def _offered(self) -> Iterable[tuple[str, Any, Choices]]:
        campaign = self.instance.campaign
        choices: Mapping[str, Choices] = {
            "texts": _named(queries.texts_to_choose(campaign)),
            "films": _named(queries.films_to_choose(campaign)),
            "photos": _pictured(queries.pictures_to_choose(campaign, MOST_PICTURES)),
            "figures": [(each.value, str(NAMES[each])) for each in queries.COUNTED],
            "claims": _named(queries.claims_to_choose(campaign)),
            "totals": _stated(queries.totals_to_choose(campaign)),
        }
        for kind, label in TICKED.items():
            yield kind, label, choices[kind]

    @property
    def places(self) -> list[forms.BoundField]:
        """The fields of the parts."""
        return [self[name] for name in self.fields if name.startswith(PLACE)]

    @property
    def ticks(self) -> list[forms.BoundField]:
        """The fields of what needs a tick, as far as there is something to tick."""
        return [self[name] for name in TICKED if name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Put the parts in their order and gather the ticks."""
        cleaned = super().clean() or {}
        places = {name: cleaned.get(f"{PLACE}{name}") for name in CampaignPage.Section.values}
        placed = [name for name, place in places.items() if place is not None]
        if not placed:
            raise forms.ValidationError(_("Give at least one part of the page a number."))
        self.instance.sections = sorted(placed, key=lambda name: places[name] or 0)
        ticked = {kind: cleaned.get(kind, []) for kind in TICKED}
        self.instance.shown = {kind: codes for kind, codes in ticked.items() if codes}
        return cleaned


class TakeDownForm(forms.Form):
    """Why a public page is taken down."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stays in the history of the office; the public reads only that the page is gone."),
        error_messages={"required": _("Write why it is taken down.")},
    )


def _named(rows: Iterable[Any]) -> Choices:
    return [(row.code, str(row)) for row in rows]


def _stated(totals: Iterable[StatedTotal]) -> Choices:
    reader = get_language() or "en"
    return [
        (
            each.code,
            " · ".join(
                part
                for part in (
                    counted_words(each.value, asked_of(each).question.counted),
                    each.said_in,
                    day_in_words(each.day, reader),
                )
                if part
            ),
        )
        for each in totals
    ]


def _pictured(photos: Iterable[Photo]) -> Choices:
    reader = get_language() or "en"
    return [(photo.code, f"{photo} · {wording(photo.event.titles, reader).text}") for photo in photos]

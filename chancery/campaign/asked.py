"""What a dashboard is asked for: the filters as they stand in its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.languages import wording
from chancery.campaign.queries.dashboards import categories_of, posts_of
from chancery.campaign.queries.figures import FIRST_YEAR, LAST_YEAR, Scope
from chancery.occasions.models import Campaign
from chancery.occasions.queries.campaigns import campaigns_of

ALL_TOGETHER = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures are asked for; `category` is empty for all."""

    scope: Scope
    category: str = ""


class FigureFilter(forms.Form):
    """Years, post, campaign and category; what does not fit is said, and the rest is shown without it."""

    since = forms.IntegerField(
        label=_("From year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    until = forms.IntegerField(label=_("To year"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    post = forms.ChoiceField(label=_("Post"), required=False)
    campaign = forms.ChoiceField(label=_("Campaign"), required=False)
    category = forms.ChoiceField(label=_("Category"), required=False)

    def __init__(self, *args: Any, organiser: Organiser, campaign: Campaign | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organiser, self.own_campaign = organiser, campaign
        self.posts = list(posts_of(organiser))
        self.campaigns = [] if campaign else list(campaigns_of(organiser))
        self._offer("post", [(post.ref, str(post)) for post in self.posts], _("all posts together"))
        if self.posts:
            self._choices("post").insert(1, (organiser.ref, _("this office alone")))
        self._offer("campaign", [(each.code, _name_of(each)) for each in self.campaigns], _("all events"))
        whole = Scope(organiser, bool(self.posts), campaign, FIRST_YEAR, LAST_YEAR)
        self._offer("category", [(each, each) for each in categories_of(whole)], _("all categories"))

    def _offer(self, name: str, choices: Sequence[tuple[str, str]], everything: Any) -> None:
        """Offer choices after the one that takes in everything; a field with nothing to choose goes."""
        if choices:
            self._choices(name)[:] = [(ALL_TOGETHER, everything), *choices]
        else:
            del self.fields[name]

    def _choices(self, name: str) -> list[tuple[str, Any]]:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        if not isinstance(field.choices, list):
            field.choices = []
        return field.choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last year comes before the first; turn them round."))
        return given

    @property
    def asked(self) -> Asked:
        """What is asked for, as far as it fits."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            self.scope_of(
                given.get("post", ""),
                given.get("since") or FIRST_YEAR,
                given.get("until") or LAST_YEAR,
                self._campaign(given.get("campaign", "")),
            ),
            given.get("category", ""),
        )

    def scope_of(self, post: str, first: int, last: int, campaign: Campaign | None) -> Scope:
        """Return the scope of a post by its short name, or of all together."""
        if post == ALL_TOGETHER:
            return Scope(self.organiser, bool(self.posts), campaign, first, last)
        chosen = next((each for each in self.posts if each.ref == post), self.organiser)
        return Scope(chosen, False, campaign, first, last)

    def _campaign(self, code: str) -> Campaign | None:
        return next((each for each in self.campaigns if each.code == code), self.own_campaign)


def _name_of(campaign: Campaign) -> str:
    return wording(campaign.names, get_language() or "en").text or campaign.ref

"""Two years, or two posts, beside each other: figure by figure, the difference in plain numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base import charts, cldr
from chancery.campaign.asked import FigureFilter
from chancery.campaign.dashboard_rows import KEY_INDICATORS
from chancery.campaign.indicator_words import NAMES
from chancery.campaign.opening import Opens
from chancery.campaign.queries.figures import FIRST_YEAR, LAST_YEAR, Figure, Scope, figures_of
from chancery.rules.campaign.indicators import Indicator

LEAST_FOR_A_PERCENTAGE = 20
"""Below so many a share says less than the numbers themselves, and sounds like more."""


class CompareForm(forms.Form):
    """The two sides: a year each, and a post each where there are posts."""

    first_year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    first_post = forms.ChoiceField(label=_("Post"), required=False)
    second_year = forms.IntegerField(label=_("beside the year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    second_post = forms.ChoiceField(label=_("Post"), required=False)

    def __init__(self, *args: Any, filters: FigureFilter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters = filters
        posts = filters.fields.get("post")
        for name in ("first_post", "second_post"):
            field = self.fields[name]
            if isinstance(posts, forms.ChoiceField) and isinstance(field, forms.ChoiceField):
                field.choices = posts.choices
            else:
                del self.fields[name]

    def scopes(self) -> tuple[Scope, Scope]:
        """The two sides that are compared; the form is valid."""
        return self._scope("first"), self._scope("second")

    def _scope(self, side: str) -> Scope:
        year = self.cleaned_data[f"{side}_year"]
        post = self.cleaned_data.get(f"{side}_post", "")
        return self.filters.scope_of(post, year, year, self.filters.own_campaign)


@dataclass(frozen=True, slots=True)
class Compared:
    """
    One figure on both sides; None is not counted. `share` is empty where a percentage would mislead.

    `urls` open the two sides to their rows.
    """

    name: str
    first: int | None
    second: int | None
    difference: str
    share: str
    urls: Sequence[str] = ("", "")


def compare(first: Scope, second: Scope, reader: Organiser) -> list[Compared]:
    """Compare all that was counted on either side, in the order of the key figures."""
    left, right = _sums(figures_of(first)), _sums(figures_of(second))
    opens = [Opens(side, reader) for side in (first, second)]
    return [
        replace(
            _compared(each, _of(left, each), _of(right, each)),
            urls=[
                one(found) if (found := side.get(each)) else ""
                for one, side in zip(opens, (left, right), strict=True)
            ],
        )
        for each in KEY_INDICATORS
        if each in left or each in right
    ]


def _sums(figures: Sequence[Figure]) -> dict[Indicator, Figure]:
    return {figure.indicator: figure for figure in figures}


def _of(sums: dict[Indicator, Figure], indicator: Indicator) -> int | None:
    """Zero where other figures of that side were counted, None where none was."""
    if not sums:
        return None
    return sums[indicator].value if indicator in sums else 0


def _compared(indicator: Indicator, first: int | None, second: int | None) -> Compared:
    name = str(NAMES[indicator])
    if first is None or second is None:
        return Compared(name, first, second, gettext("cannot be compared"), "")
    difference = second - first
    return Compared(name, first, second, _signed(difference), _share(first, difference))


def _signed(difference: int) -> str:
    words = cldr.figure(abs(difference), get_language() or "en")
    return words if not difference else f"{'+' if difference > 0 else '−'}{words}"


def _share(first: int, difference: int) -> str:
    if first < LEAST_FOR_A_PERCENTAGE or not difference:
        return ""
    language = get_language() or "en"
    return cldr.share(difference / first, language)


def compared(form: CompareForm, reader: Organiser) -> charts.Table | None:
    """Return the comparison that a form asks for; None where it asks for none, or for what does not fit."""
    if not form.is_valid():
        return None
    first, second = form.scopes()
    rows = compare(first, second, reader)
    names = [_name_of(first), _name_of(second)]
    heads = [gettext("Figure"), *names, gettext("Difference"), gettext("In percent")]
    return charts.Table(heads, [_cells(row) for row in rows])


def _cells(row: Compared) -> list[charts.Cell]:
    first, second = row.urls
    sides = [charts.Cell(row.first, first), charts.Cell(row.second, second)]
    return [charts.Cell(row.name), *sides, charts.Cell(row.difference), charts.Cell(row.share)]


def _name_of(scope: Scope) -> str:
    """The year, with the post where one is asked for alone."""
    if scope.with_posts or scope.organiser.parent_id is None:
        return str(scope.first_year)
    return f"{scope.organiser} · {scope.first_year}"


def last_two(years: Sequence[int]) -> dict[str, int]:
    """Return the two years that a comparison begins with: the last ones."""
    return {"first_year": years[-2], "second_year": years[-1]} if len(years) > 1 else {}

"""What anybody may see of exhibitions, asked anew each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from chancery.exhibition.models import Exhibition, Stay
from chancery.exhibition.queries.exhibitions import STAYS
from chancery.exhibition.queries.hanging import Hung, Section, exhibits_of, numbered, sections_of
from chancery.exhibition.queries.publishing import is_public


@dataclass(frozen=True, slots=True)
class Shown:
    """
    A published exhibition as it stands on a day.

    Shape: `works` in the order of the visit, with the numbers of their labels; only what may be shown that
    day. `languages` holds at least one.
    """

    exhibition: Exhibition
    works: Sequence[Hung]
    sections: Sequence[Section]
    stays: Sequence[Stay]

    @property
    def languages(self) -> list[str]:
        return self.exhibition.languages or list(self.exhibition.organiser.languages) or ["en"]

    def place_of(self, code: str) -> int:
        """The place of a work among those that are shown. Errors: Http404."""
        for place, hung in enumerate(self.works):
            if hung.exhibit.code == code:
                return place
        raise Http404


def published(ref: str, code: str, on: date | None = None) -> Shown:
    """
    Load the published exhibition of an office by its code, on a day or on the present one of the office.

    Errors: Http404 where none is published.
    """
    rows = Exhibition.objects.select_related("organiser").prefetch_related(STAYS)
    exhibition = get_object_or_404(rows, organiser__ref=ref, is_published=True, code=code)
    day = on or timezone.localdate(timezone=exhibition.organiser.zone)
    hung = numbered(list(exhibits_of(exhibition)))
    works = [each for each in hung if is_public(each.exhibit, day)]
    sections = [section for section in sections_of(exhibition, works) if section.works]
    return Shown(exhibition, works, sections, list(exhibition.stays.all()))

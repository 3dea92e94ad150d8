"""Reads of films."""

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Film, Subtitles


def films_of(organiser: Organiser) -> QuerySet[Film]:
    """The films of an office with their files and the languages of their subtitles, by their short name."""
    return _whole(Film.objects.filter(organiser=organiser)).order_by("ref")


def film_of(organiser: Organiser, code: str) -> Film:
    """One film of an office as `films_of` gives it. Errors: Http404."""
    return get_object_or_404(_whole(Film.objects.filter(organiser=organiser)), code=code)


def _whole(films: QuerySet[Film]) -> QuerySet[Film]:
    tracks = Subtitles.objects.defer("text").order_by("position", "id")
    joined = films.select_related("organiser", "file", "poster", "file_check")
    return joined.prefetch_related(Prefetch("subtitles", tracks))

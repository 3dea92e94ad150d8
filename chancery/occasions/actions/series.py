"""What changes series and their editions."""

from collections.abc import Sequence

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.occasions.actions.rows import StillServed, delete_row, save_row
from chancery.occasions.models import Series, SeriesEdition


class OneNumberTwice(Exception):
    """Two editions of a series have one number; the message says so in a sentence."""


@transaction.atomic
def save_series(
    series: Series,
    *,
    by: Actor,
    editions: Sequence[SeriesEdition] = (),
    dropped: Sequence[SeriesEdition] = (),
) -> Series:
    """
    Save a new or changed series with its editions, `dropped` deleted.

    Errors: StillServed where an event is one of a dropped edition; OneNumberTwice. Nothing changes then.
    """
    save_row(series, by=by, code="occasions.series")
    for edition in editions:
        edition.series = series
    _refuse_served(dropped)
    try:
        with transaction.atomic():
            audit.save_rows(editions, dropped, by=by, code="occasions.edition")
    except IntegrityError:
        raise OneNumberTwice(_("Two editions have one number; give each its own.")) from None
    return series


@transaction.atomic
def delete_series(series: Series, *, by: Actor) -> None:
    """Delete a series with its editions. Errors: StillServed where an event is one of them."""
    editions = list(SeriesEdition.objects.filter(series=series).order_by("id"))
    _refuse_served(editions)
    for edition in editions:
        audit.delete(edition, by=by, code="occasions.edition.deleted")
    delete_row(series, by=by, code="occasions.series.deleted")


def _refuse_served(editions: Sequence[SeriesEdition]) -> None:
    served = SeriesEdition.objects.filter(pk__in=[edition.pk for edition in editions])
    held = served.annotate(held=models.Count("events")).filter(held__gt=0).order_by("id").first()
    if held is not None:
        words = _("Events rest on the edition “%(edition)s” (%(count)s of them); take them out of it first.")
        raise StillServed(words % {"edition": held, "count": held.held})

"""The history of everything that belongs to an event, also of rows that are gone by now."""

from collections.abc import Collection

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from chancery.base.audit import kind_of
from chancery.base.models import AuditLine
from chancery.events.models import Event, Participation


def lines_of(event: Event) -> QuerySet[AuditLine]:
    """Return the lines of an event and of all rows of its plan, those of people and guests left out."""
    wanted = Q(kind=kind_of(event), object_id=event.pk)
    for model in apps.get_app_config("events").get_models():
        if model is not Participation and any(field.name == "event" for field in model._meta.concrete_fields):
            wanted |= _hanging(model, event)
    return AuditLine.objects.filter(wanted, organiser_id=event.organiser_id)


def lines_of_people(event: Event) -> QuerySet[AuditLine]:
    """Return the lines of everybody who takes part or did, guests too: for those who may read the list."""
    return AuditLine.objects.filter(_hanging(Participation, event), organiser_id=event.organiser_id)


def _hanging(model: type[Model], event: Event) -> Q:
    keys = keys_ever(model, "event_id", [event.pk], organiser_id=event.organiser_id)
    return Q(kind=kind_of(model), object_id__in=keys)


def keys_ever(model: type[Model], column: str, parents: Collection[int], *, organiser_id: int) -> set[int]:
    """
    Return the keys of all rows that hang on one of `parents` by `column`, or did before they were deleted.

    A deleted row is known by its lines: the first told from nothing, or the last to nothing, what it hung on.
    """
    told = AuditLine.objects.filter(organiser_id=organiser_id, kind=kind_of(model)).filter(
        Q(**{f"changes__{column}__0__in": parents}) | Q(**{f"changes__{column}__1__in": parents})
    )
    stored = model._default_manager.filter(**{f"{column}__in": parents})
    return set(told.values_list("object_id", flat=True)) | set(stored.values_list("pk", flat=True))

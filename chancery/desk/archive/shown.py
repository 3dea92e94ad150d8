"""Rows that an office does not own and yet rests on: those that its ministry and other posts show it."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from chancery.accounts.models import Organiser
from chancery.base.models import StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.directory.access import readable_by, tree_of
from chancery.directory.models import Body, Group, Office, Person
from chancery.events.models import GlossaryTerm
from chancery.occasions.access import seen_by, series_seen_by, served_by
from chancery.occasions.models import Campaign, Occasion, Recognition, Series, SeriesEdition, SharedText
from chancery.precedence.given import given_to
from chancery.precedence.models import Ordering, Profile, key_and_version

# What an office is shown of each kind; of other kinds nothing.
SHOWN: dict[type[models.Model], Callable[[Organiser], Q]] = {
    Person: lambda office: readable_by(office, Person),
    Body: lambda office: readable_by(office, Body),
    Group: lambda office: readable_by(office, Group),
    Office: lambda office: readable_by(office, Office),
    Occasion: served_by,
    Campaign: seen_by,
    Series: series_seen_by,
    SeriesEdition: lambda office: series_seen_by(office, "series__"),
    SharedText: lambda office: seen_by(office, "campaign__"),
    GlossaryTerm: lambda office: seen_by(office, "campaign__"),
    Recognition: lambda office: seen_by(office, "campaign__"),
    CampaignClaim: lambda office: seen_by(office, "campaign__"),
    StatedTotal: lambda office: seen_by(office, "campaign__"),
}


def shown_row(
    office: Organiser, model: type[models.Model], ref: str, entry: dict[str, Any]
) -> models.Model | None:
    """
    Return the row of that ref which another office owns and shows to this one, None where there is none.

    A file is the same where its bytes are, whatever office took it in first, and a version of a profile where
    its text is. Ties: the oldest row.
    """
    if model is StoredFile:
        return _same_file(office, ref, str(entry.get("digest", "")))
    if model is Profile:
        return _same_version(office, ref, entry.get("text"))
    if model not in SHOWN:
        return None
    return model._default_manager.filter(SHOWN[model](office), ref=ref).order_by("pk").first()


def _same_file(office: Organiser, ref: str, digest: str) -> StoredFile | None:
    tree = tree_of(office)
    offices = Organiser.objects.filter(Q(pk=tree) | Q(parent=tree)).values("pk")
    known = StoredFile.objects.filter(organiser_id__in=offices, ref=ref, digest=digest)
    return known.order_by("pk").first() if digest else None


def version_named(ref: str) -> Q:
    """The versions of a profile that a folder names so."""
    key, version = key_and_version(ref)
    return Q(key=key, version=version)


def is_another(own: models.Model, entry: dict[str, Any]) -> bool:
    """Whether the folder means another row of that name: a version of a profile that says something else."""
    return isinstance(own, Profile) and own.text != entry.get("text")


def _same_version(office: Organiser, ref: str, text: Any) -> Profile | None:
    """A version that another office shows, or shows no longer though an order of this one follows it."""
    shown = given_to(office).filter(organiser=OuterRef("organiser"), key=OuterRef("key"))
    followed = Ordering.objects.filter(organiser=office, follows=OuterRef("pk"))
    known = Profile.objects.filter(Exists(shown.order_by()) | Exists(followed), version_named(ref))
    known = known.exclude(organiser=office)
    return (known.filter(text=text) if text else known).order_by("pk").first()

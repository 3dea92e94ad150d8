"""Rows that an office does not own and yet rests on: those that its ministry and other posts show it."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import Q

from chancery.accounts.models import Organiser
from chancery.base.models import StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.directory.access import readable_by, tree_of
from chancery.directory.models import Body, Group, Office, Person
from chancery.events.models import GlossaryTerm
from chancery.occasions.access import seen_by, series_seen_by
from chancery.occasions.models import Campaign, Recognition, Series, SeriesEdition, SharedText

# What an office is shown of each kind; of other kinds nothing.
SHOWN: dict[type[models.Model], Callable[[Organiser], Q]] = {
    Person: lambda office: readable_by(office, Person),
    Body: lambda office: readable_by(office, Body),
    Group: lambda office: readable_by(office, Group),
    Office: lambda office: readable_by(office, Office),
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

    A file is the same where its bytes are, whatever office took it in first. Ties: the oldest row.
    """
    if model is StoredFile:
        return _same_file(office, ref, str(entry.get("digest", "")))
    if model not in SHOWN:
        return None
    return model._default_manager.filter(SHOWN[model](office), ref=ref).order_by("pk").first()


def _same_file(office: Organiser, ref: str, digest: str) -> StoredFile | None:
    tree = tree_of(office)
    offices = Organiser.objects.filter(Q(pk=tree) | Q(parent=tree)).values("pk")
    known = StoredFile.objects.filter(organiser_id__in=offices, ref=ref, digest=digest)
    return known.order_by("pk").first() if digest else None

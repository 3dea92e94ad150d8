"""What a campaign offers to those who serve it, and what an office has made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.accounts.models import Organiser
from chancery.exhibition.models import Exhibition, Film
from chancery.occasions.models import Campaign

KINDS: dict[str, type[Film] | type[Exhibition]] = {"film": Film, "exhibition": Exhibition}


@dataclass(frozen=True, slots=True)
class Offered:
    """A film or an exhibition of a campaign; `own` is the copy of the office, if it has one."""

    kind: str
    row: Film | Exhibition
    own: Film | Exhibition | None


def offered_by(campaign: Campaign, organiser: Organiser) -> list[Offered]:
    """Films, then exhibitions that the owner of a campaign offers, by their short name."""
    return [
        Offered(kind, row, own)
        for kind, model in KINDS.items()
        for row, own in _with_copies(model, campaign, organiser)
    ]


def _with_copies(
    model: type[Film] | type[Exhibition], campaign: Campaign, organiser: Organiser
) -> list[tuple[Film | Exhibition, Film | Exhibition | None]]:
    rows: Sequence[Film | Exhibition] = list(
        model._default_manager.filter(campaign=campaign, organiser=campaign.organiser_id).order_by("ref")
    )
    copies = model._default_manager.filter(organiser=organiser, source__in=[row.pk for row in rows])
    by_source = {copy.source_id: copy for copy in copies.order_by("-id")}
    return [(row, by_source.get(row.pk)) for row in rows]


def to_offer(organiser: Organiser) -> list[Offered]:
    """The films and exhibitions of an office that no campaign offers yet."""
    return [
        Offered(kind, row, None)
        for kind, model in KINDS.items()
        for row in model._default_manager.filter(organiser=organiser, campaign=None).order_by("ref")
    ]

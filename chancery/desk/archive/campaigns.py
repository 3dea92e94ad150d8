"""Write a campaign as a folder, whole: what it says, what it offers to posts, its proofs and figures."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

from django.db import models
from django.utils.translation import gettext as _

from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.campaign.queries.claims import claims_of, matters_of
from chancery.campaign.queries.totals import stated_totals_of
from chancery.desk.archive import files
from chancery.desk.archive.columns import UnreadableFolder
from chancery.desk.archive.shapes import CAMPAIGN, FILES, TABLES, Table
from chancery.desk.archive.writing import closure, described_row, tables_of, write_folder
from chancery.directory.access import readable_by
from chancery.exhibition.models import Exhibition, Film, Work
from chancery.occasions.models import Campaign, Recognition, Series
from chancery.occasions.queries.texts import texts_of

type Hidden = frozenset[models.Model]
NAMED = ((Recognition, ("body",)), (CampaignClaim, ("person", "body")))


def write_campaign(campaign: Campaign, folder: Path) -> list[Path]:
    """
    Write `campaign` into `folder` as its office has it, and return the files written.

    Shape: as of an event; what belongs to the campaign alone stands in campaign.toml. Recognitions, claims
    and totals of posts go too; whom only a post knows is written as printed. Errors: OSError.
    """
    hidden = _known_to_posts_alone(campaign)
    chosen = closure([campaign, *_proofs_of(campaign)], _hangs_on, partial(_may_name, hidden))
    if files.make_ready(cast(list[StoredFile], chosen[StoredFile])):
        return write_campaign(campaign, folder)
    tables = {name: tables_of(name, chosen) for name in FILES}
    tables["event.toml"] = {}
    tables[CAMPAIGN] = {"campaign": campaign.ref} | {
        table.name: [_described(row, table, hidden) for row in chosen[table.model]]
        for table in TABLES
        if table.of_campaign and chosen[table.model]
    }
    return write_folder(folder, campaign.organiser, tables, chosen)


def _proofs_of(campaign: Campaign) -> Iterator[models.Model]:
    named = ("campaign__organiser", "organiser", "body", "document")
    yield from Recognition.objects.filter(campaign=campaign).select_related(*named).order_by("pk")
    yield from claims_of(campaign)
    yield from stated_totals_of(campaign)


def _known_to_posts_alone(campaign: Campaign) -> Hidden:
    """The people and bodies that the office of a campaign is not shown, by what it names of posts."""
    office = campaign.organiser
    of_posts = {"campaign": campaign}
    hidden: set[models.Model] = set()
    for model, named in NAMED:
        rows = model._default_manager.filter(**of_posts).exclude(organiser=office)
        for name in named:
            kind = cast(type[models.Model], model._meta.get_field(name).related_model)
            told = kind._default_manager.filter(pk__in=rows.values(name))
            hidden.update(told.exclude(readable_by(office, cast(Any, kind))))
    return frozenset(hidden)


def _may_name(hidden: Hidden, row: models.Model, named: models.Model) -> bool:
    return named not in hidden or not isinstance(row, Recognition | CampaignClaim | StatedTotal)


def _hangs_on(row: models.Model) -> Iterable[models.Model]:
    """What goes with a campaign, a series, an exhibition or a work; where an exhibition is shown does not."""
    if isinstance(row, Campaign):
        office = row.organiser
        films = Film.objects.filter(campaign=row, organiser=office)
        exhibitions = Exhibition.objects.filter(campaign=row, organiser=office)
        return [*row.glossary.all(), *texts_of(row, office), *row.series.all(), *films, *exhibitions]
    if isinstance(row, Series):
        return row.editions.all()
    if isinstance(row, Exhibition):
        return [*row.rooms.all(), *row.exhibits.all(), *row.loans.all()]
    if isinstance(row, Work):
        return row.loans.filter(exhibition=None)
    return ()


def _described(row: models.Model, table: Table, hidden: Hidden) -> dict[str, Any]:
    """A row of campaign.toml: the campaign stands at the head, and whom only a post knows as printed."""
    written = described_row(row, table)
    del written["campaign"]
    if isinstance(row, Recognition) and row.body in hidden:
        del written["body"]
        return written | {"printed_body": dict(row.body.names) | row.printed_body}
    if isinstance(row, CampaignClaim) and (person := row.person) in hidden:
        del written["person"]
        written |= {"claimant": row.claimant or str(person)}
    if isinstance(row, CampaignClaim) and (body := row.body) in hidden:
        del written["body"]
        written |= {"claimant": row.claimant or any_text(body.names)}
    return written


def refuse_followed_twice(claims: Iterable[models.Model]) -> None:
    """Refuse two claims about one matter that are both followed. Errors: UnreadableFolder."""
    campaigns = {claim.campaign for claim in claims if isinstance(claim, CampaignClaim)}
    for campaign in sorted(campaigns, key=lambda each: each.ref):
        for matter in matters_of(claims_of(campaign)):
            followed = sorted(claim.ref for claim in matter.claims if claim.followed_at)
            if len(followed) > 1:
                raise UnreadableFolder(
                    _(
                        "%(part)s, claims %(one)s and %(other)s: they are about one matter and both are "
                        "followed; follow one of them."
                    )
                    % {"part": CAMPAIGN, "one": followed[0], "other": followed[1]}
                )

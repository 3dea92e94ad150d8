"""Campaigns: many events, places and years under one name."""

from typing import Annotated

from django.db.models import QuerySet
from pydantic import Field

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.resource import ChangedFilters, Resource, changes, creates, deletes, put, resolved
from chancery.api.resources.bodies import Visible
from chancery.api.resources.values import PersonCode, code_of
from chancery.api.shapes import OneOf, PartialDay, Shape, SomeWording, Wording, Written
from chancery.directory.models import Visibility
from chancery.occasions import access
from chancery.occasions.actions import campaigns
from chancery.occasions.actions.rows import StillServed
from chancery.occasions.models import Campaign, CampaignPartner


class Partner(Shape):
    """Who carries a campaign, in printed order."""

    body: str | None = Field(description="Code of the body, where the directory knows it.")
    printed: Wording
    role: Annotated[str, OneOf(CampaignPartner.Role)]
    since: str | None
    until: str | None


class CampaignOut(Shape):
    """Many events, places and years under one name."""

    code: str
    ref: str
    owner: str = Field(description="Short name of the office that owns it and alone may change it.")
    names: Wording
    initiator: str | None = Field(description="Code of the person who began it.")
    initiator_capacity: Wording
    began_on: str | None = Field(description="As far as it is known.")
    aims: Wording
    pages: Wording = Field(description="Its own pages on the web, by language.")
    partners: list[Partner]
    visibility: Visible


class CampaignIn(Written):
    names: SomeWording
    initiator: PersonCode = None
    initiator_capacity: Wording = Field(default_factory=dict)
    began_on: PartialDay | None = None
    aims: Wording = Field(default_factory=dict)
    pages: Wording = Field(default_factory=dict)
    visibility: Visible = Visibility.OWN.value


class Campaigns(Resource[Campaign]):
    """Campaigns of the office, and those of its ministry that it may serve."""

    name, one, shape, filters = "campaigns", "campaign", CampaignOut, ChangedFilters
    right = Right.EVENTS_VIEW
    history = {"occasions.campaign": "pk", "occasions.campaignpartner": "partners"}

    def rows(self, office: Office) -> QuerySet[Campaign]:
        seen = Campaign.objects.filter(access.seen_by(office.organiser))
        return seen.select_related("organiser", "initiator").prefetch_related("partners__body")

    def show(self, row: Campaign) -> CampaignOut:
        partners = sorted(row.partners.all(), key=lambda partner: (partner.position, partner.pk))
        return CampaignOut.model_construct(
            owner=row.organiser.ref,
            initiator=code_of(row.initiator),
            began_on=str(row.began_on) if row.began_on else None,
            partners=[_partner(partner) for partner in partners],
            **{name: getattr(row, name) for name in _PLAIN},
        )

    @creates(Right.EVENTS_EDIT, CampaignIn)
    def begin(self, office: Office, written: CampaignIn) -> Campaign:
        """Begin a campaign."""
        row = put(Campaign(organiser=office.organiser), resolved(written, office))
        return campaigns.save_campaign(row, by=office.actor)

    @changes(Right.EVENTS_EDIT, CampaignIn)
    def change(self, office: Office, row: Campaign, written: CampaignIn) -> None:
        """Change a campaign of the office; its partners stay."""
        campaigns.save_campaign(put(row, resolved(written, office)), by=office.actor)

    @deletes(Right.EVENTS_EDIT, refuses=[StillServed])
    def delete(self, office: Office, row: Campaign) -> None:
        """Delete a campaign that no event and no statement names."""
        campaigns.delete_campaign(row, by=office.actor)


_PLAIN = ("code", "ref", "names", "initiator_capacity", "aims", "pages", "visibility")


def _partner(row: CampaignPartner) -> Partner:
    return Partner.model_construct(
        body=code_of(row.body),
        printed=row.printed,
        role=row.role,
        since=str(row.since) if row.since else None,
        until=str(row.until) if row.until else None,
    )

"""Texts of one campaign of an office, for tables that name a campaign and what hangs on it."""

from chancery.accounts.models import Organiser
from chancery.base.media import path_of
from chancery.base.models import StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.occasions.models import Campaign, Recognition
from tests import make


def campaign_of(office: Organiser) -> Campaign:
    """The campaign of an office, made on first use."""
    return Campaign.objects.filter(organiser=office).order_by("id").first() or make.campaign(office)


def a_campaign(office: Organiser) -> str:
    """The code of that campaign."""
    return campaign_of(office).code


def text_of(office: Organiser) -> Recognition:
    """A text of that campaign with a document and one step."""
    return make.recognition(
        campaign_of(office), "Sample Senate", ("adopted", "2012-02-01"), document=_document(office)
    )


def _document(office: Organiser) -> StoredFile:
    file = StoredFile.objects.create(
        organiser_id=office.pk,
        kind="document",
        name="text.txt",
        media_type="text/plain",
        state="ready",
        size=5,
    )
    path_of(file).parent.mkdir(parents=True, exist_ok=True)
    path_of(file).write_bytes(b"Peace")
    return file


def a_text(office: Organiser) -> str:
    """The code of such a text, made on first use."""
    found = Recognition.objects.filter(campaign=campaign_of(office)).order_by("id").first()
    return (found or text_of(office)).code


def a_step(office: Organiser) -> str:
    """The code of its step."""
    return Recognition.objects.get(code=a_text(office)).steps.get().code


def a_total(office: Organiser) -> str:
    """The code of a total of that campaign that was stated."""
    return StatedTotal.objects.create(
        organiser=office,
        campaign=campaign_of(office),
        question={"counted": ["texts"], "status": ["adopted"]},
        day="2020-01-01",
        known_at="2020-01-01T12:00:00Z",
        value=0,
        at_most=0,
    ).code


def a_claim(office: Organiser) -> str:
    """The code of a figure that somebody claims of that campaign."""
    return CampaignClaim.objects.create(
        organiser=office, campaign=campaign_of(office), about="signatures", value=1000, claimant="A newspaper"
    ).code


CLAIM = {"campaign": a_campaign, "claim": a_claim}
ONE = {"campaign": a_campaign, "recognition": a_text}

"""Who may read which figures: a ministry those of its posts, a post its own and the sum of all."""

from chancery.accounts.access import Office
from chancery.accounts.models import Organiser
from chancery.accounts.roles import Right
from chancery.occasions.models import Campaign
from chancery.rules.campaign.indicators import Indicator


def demand_figure(office: Office, indicator: Indicator) -> None:
    """Raise PermissionDenied with one sentence where the member may not read such figures: those of costs."""
    if indicator is Indicator.COST:
        office.demand(Right.COSTS_EDIT)


def may_read(office: Office, indicator: Indicator) -> bool:
    """Whether the member may read figures of an indicator."""
    return indicator is not Indicator.COST or office.may(Right.COSTS_EDIT)


def ministry_of(organiser: Organiser) -> Organiser:
    """The ministry an office belongs to: its parent, or itself."""
    return organiser.parent or organiser


def reads_posts(office: Office, campaign: Campaign | None) -> bool:
    """
    Whether the member may read the figures of every single post.

    A ministry may, of its posts; so may the office that owns a campaign shown to all posts, of that campaign.
    A post reads its own figures and the sum.
    """
    own = office.organiser
    return own.parent_id is None or (campaign is not None and campaign.organiser_id == own.pk)

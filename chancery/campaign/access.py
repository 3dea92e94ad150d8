"""Who may read which figures: a ministry those of its posts, a post its own and the sum of all."""

from django.db.models import Q

from chancery.accounts.access import Office
from chancery.accounts.models import Membership, Organiser
from chancery.accounts.roles import RIGHTS, Right
from chancery.directory.access import tree_of
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


def offices_read_too(office: Office) -> dict[int, str]:
    """The short names of the other offices of the tree in which the member may open events as well."""
    tree = tree_of(office.organiser)
    roles = [role for role, rights in RIGHTS.items() if Right.EVENTS_VIEW in rights]
    own = Membership.objects.filter(user=office.user, role__in=roles).exclude(organiser=office.organiser)
    of_tree = own.filter(Q(organiser=tree) | Q(organiser__parent=tree)).order_by("organiser")
    return dict(of_tree.values_list("organiser", "organiser__ref"))


def reads_posts(office: Office, campaign: Campaign | None) -> bool:
    """
    Whether the member may read the figures of every single post.

    A ministry may, of its posts; so may the office that owns a campaign shown to all posts, of that campaign.
    A post reads its own figures and the sum.
    """
    own = office.organiser
    return own.parent_id is None or (campaign is not None and campaign.organiser_id == own.pk)

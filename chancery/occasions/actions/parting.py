"""The occasions, campaigns and series that offices which part keep of each other."""

from chancery.directory.actions.parting import Inside, Lent, lend
from chancery.occasions.models import (
    Campaign,
    CampaignPartner,
    Occasion,
    OccasionName,
    Series,
    SeriesEdition,
)

CAMPAIGNS = Lent(
    Campaign,
    along=("initiator",),
    inside=[Inside(CampaignPartner, "campaign", along=("body",))],
    told=True,
)

lend(Lent(Occasion, inside=[Inside(OccasionName, "occasion")], told=True))
lend(CAMPAIGNS)
lend(Lent(Series, along=("campaign",), told=True))
lend(Lent(SeriesEdition, owner="series__organiser", along=("series",), told=True))

"""What events are held for: occasions that return, and campaigns with their editions and recognitions."""

from chancery.occasions.models.campaigns import (
    Campaign,
    CampaignPartner,
    Series,
    SeriesEdition,
    SharedModel,
    SharedText,
)
from chancery.occasions.models.days import AvoidedDay, Occasion, OccasionName
from chancery.occasions.models.recognitions import Recognition, RecognitionStep

__all__ = [
    "AvoidedDay",
    "Campaign",
    "CampaignPartner",
    "Occasion",
    "OccasionName",
    "Recognition",
    "RecognitionStep",
    "Series",
    "SeriesEdition",
    "SharedModel",
    "SharedText",
]

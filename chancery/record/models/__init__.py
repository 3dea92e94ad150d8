"""The rows of the record."""

from chancery.record.models.after import Cost, Review
from chancery.record.models.photos import Photo, PhotoPerson, PhotoWish
from chancery.record.models.press import Coverage
from chancery.record.models.proceedings import Document, Handover
from chancery.record.models.release import (
    Communique,
    Edition,
    MediaAddress,
    MediaList,
    Release,
    ReleasePosting,
    Sentence,
)
from chancery.record.models.said import Citation, Statement

__all__ = [
    "Citation",
    "Communique",
    "Cost",
    "Coverage",
    "Document",
    "Edition",
    "Handover",
    "MediaAddress",
    "MediaList",
    "Photo",
    "PhotoPerson",
    "PhotoWish",
    "Release",
    "ReleasePosting",
    "Review",
    "Sentence",
    "Statement",
]

"""The rows of the directory."""

from chancery.directory.models.book import (
    AddressForm,
    Body,
    ContactPoint,
    DirectoryRow,
    Group,
    Household,
    HouseholdMember,
    Office,
    Person,
    PersonName,
    Relation,
    Tenure,
    TenureStep,
    Visibility,
)
from chancery.directory.models.imports import Import, ImportedRow, ImportMapping, ImportPair, ImportProblem
from chancery.directory.models.merges import MergeRecord
from chancery.directory.models.search import SearchEntry, SearchWord

__all__ = [
    "AddressForm",
    "Body",
    "ContactPoint",
    "DirectoryRow",
    "Group",
    "Household",
    "HouseholdMember",
    "Import",
    "ImportMapping",
    "ImportPair",
    "ImportProblem",
    "ImportedRow",
    "MergeRecord",
    "Office",
    "Person",
    "PersonName",
    "Relation",
    "SearchEntry",
    "SearchWord",
    "Tenure",
    "TenureStep",
    "Visibility",
]

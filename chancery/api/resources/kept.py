"""What an office keeps for more than one event, to be read."""

from typing import Any

from django.db.models import QuerySet

from chancery.accounts.access import Office
from chancery.accounts.roles import Right
from chancery.api.records import Record
from chancery.campaign.models import CampaignClaim, StatedTotal, YearReport
from chancery.directory.models import Group, Household
from chancery.exhibition.models import Exhibition, Film, Loan, Work
from chancery.guests.models import NoteVerbale
from chancery.occasions import access
from chancery.occasions.models import AvoidedDay, Series, SharedText
from chancery.seating.models import Room

_RIGHTS = ("rights", "licence", "licence_address", "rights_until", "rights_note")


class SeveralSeries(Record[Series]):
    """Events that return under one name, with their editions: those of the office and of its campaigns."""

    name, one, model, right = "series", "series", Series, Right.EVENTS_VIEW
    columns = ("code", "ref", "campaign", "names", "kind", "about", "began_on", "ended_on")
    within = {"editions": ("code", "ref", "number", "titles", "begins_on", "ends_on", "note")}

    def rows(self, office: Office) -> QuerySet[Series]:
        seen = Series.objects.filter(access.series_seen_by(office.organiser))
        return seen.select_related("campaign").prefetch_related("editions")


class Texts(Record[SharedText]):
    """Texts of campaigns that the office owns, in their languages."""

    name, one, model, right = "texts", "text", SharedText, Right.EVENTS_VIEW
    columns = ("code", "ref", "campaign", "use", "names", "texts", "source", "taken_from")


class AvoidedDays(Record[AvoidedDay]):
    """Days on which the office holds nothing, or nothing festive; public holidays stand in the calendar."""

    name, one, model, right = "avoided-days", "day", AvoidedDay, Right.EVENTS_VIEW
    columns = ("code", "ref", "names", "kind", "state", "begins_on", "ends_on", "source")


class Claims(Record[CampaignClaim]):
    """What somebody says of a campaign in figures, each with who says it."""

    name, one, model, right = "claims", "claim", CampaignClaim, Right.EVENTS_VIEW
    columns = (
        "code", "ref", "campaign", "about", "counted", "state", "value", "upper", "exactness", "words",
        "person", "body", "claimant", "source", "address", "as_of", "followed_by_name", "followed_because",
        "followed_at",
    )  # fmt: skip


class StatedTotals(Record[StatedTotal]):
    """Totals of recognitions that the office stated, each as it was counted on its day (R117)."""

    name, one, model, right = "stated-totals", "total", StatedTotal, Right.EVENTS_VIEW
    columns = ("code", "ref", "campaign", "day", "known_at", "value", "at_most", "said_in")


class YearReports(Record[YearReport]):
    """Yearly reports in their versions."""

    name, one, model, right = "year-reports", "report", YearReport, Right.RECORD_VIEW
    columns = (
        "code", "ref", "campaign", "year", "language", "version", "state", "has_costs", "correction",
        "made_at", "released_at", "withdrawn_at", "withdrawn_because",
    )  # fmt: skip


class Films(Record[Film]):
    """Films of the office, with the languages of their subtitles."""

    name, one, model, right = "films", "film", Film, Right.PROGRAMME_VIEW
    columns = (
        "code", "ref", "campaign", "titles", "about", "makers", "year", "language", "duration_seconds",
        *_RIGHTS,
    )  # fmt: skip
    within = {"subtitles": ("language",)}


class Works(Record[Work]):
    """Works that are shown, with the captions beside them."""

    name, one, model, right = "works", "work", Work, Right.PROGRAMME_VIEW
    columns = (
        "code", "ref", "kind", "titles", "captions", "makers", "made_on", "techniques", "dimensions",
        "inventory_number", "source", "credit", "lender_body", "lender_person", "alt_texts", *_RIGHTS,
    )  # fmt: skip


class Exhibitions(Record[Exhibition]):
    """Exhibitions of the office, with the works hung in them."""

    name, one, model, right = "exhibitions", "exhibition", Exhibition, Right.PROGRAMME_VIEW
    columns = (
        "code", "ref", "campaign", "titles", "about", "makers", "credits", "is_published", "published_at",
    )  # fmt: skip
    within = {"exhibits": ("code", "number", "work", "position", "is_left_out")}


class Loans(Record[Loan]):
    """Loans of works, with their insurance."""

    name, one, model, right = "loans", "loan", Loan, Right.PROGRAMME_VIEW
    columns = (
        "code", "ref", "work", "exhibition", "state", "begins", "ends", "value", "currency", "insurer",
        "policy", "conditions",
    )  # fmt: skip


class Households(Record[Household]):
    """People of one address, who are invited together."""

    name, one, model, right = "households", "household", Household, Right.DIRECTORY_VIEW
    columns = ("code", "ref", "name")
    within = {"places": ("person",)}


class Groups(Record[Group]):
    """Groups of the directory."""

    name, one, model, right = "groups", "group", Group, Right.DIRECTORY_VIEW
    columns = ("code", "ref", "names", "kind", "visibility", "note", "is_sample", "created_at")


class Rooms(Record[Room]):
    """Rooms as they usually stand; `layout` is drawn on the page of the room."""

    name, one, model, right = "rooms", "room", Room, Right.SEATING_VIEW
    columns = ("code", "ref", "names", "place", "revision", "visibility", "taken_from", "note")


class NotesVerbales(Record[NoteVerbale]):
    """The register of notes verbales."""

    name, one, model, right = "notes-verbales", "note", NoteVerbale, Right.GUESTS_VIEW
    columns = ("code", "ref", "year", "number", "dated_on", "addressed_to", "subject")


KEPT: tuple[Record[Any], ...] = (
    SeveralSeries(), Texts(), AvoidedDays(), Claims(), StatedTotals(), YearReports(), Films(), Works(),
    Exhibitions(), Loans(), Households(), Groups(), Rooms(), NotesVerbales(),
)  # fmt: skip

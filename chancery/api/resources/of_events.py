"""What belongs to one event beside its programme and its guests, to be read."""

from typing import Any

from chancery.accounts.roles import Right
from chancery.api.records import EventRecord
from chancery.door.models import Door, Slot
from chancery.events.models import Matter, Part
from chancery.guests.models import Inviter
from chancery.record.models import Cost, Coverage, Document, Handover, Photo, Release
from chancery.seating.models import Plan


class Parts(EventRecord[Part]):
    """Parts of an event: one day, the ceremony, the reception after it."""

    name, one, model, right = "parts", "part", Part, Right.EVENTS_VIEW
    columns = ("code", "ref", "names", "kind", "held_on", "position")


class Inviters(EventRecord[Inviter]):
    """Those who may put guests on the list, each with a quota."""

    name, one, model, right = "inviters", "inviter", Inviter, Right.GUESTS_VIEW
    columns = ("code", "ref", "name", "quota", "position")


class Plans(EventRecord[Plan]):
    """Seat plans with who sits where; the reasons of each seat stand on the page of the plan."""

    name, one, model, right = "plans", "plan", Plan, Right.SEATING_VIEW
    columns = (
        "code", "ref", "number", "name", "part", "room", "is_chosen", "is_on_passes", "seated", "style",
        "system", "couples", "revision", "note",
    )  # fmt: skip
    within = {"placements": ("participation", "member", "seat", "is_locked", "given", "given_at")}


class Doors(EventRecord[Door]):
    """Doors through which guests come in."""

    name, one, model, right = "doors", "door", Door, Right.DOOR_VIEW
    columns = ("code", "ref", "name", "position", "instructions", "walk_ins")


class Slots(EventRecord[Slot]):
    """Times at which groups of guests are asked to arrive."""

    name, one, model, right = "slots", "slot", Slot, Right.DOOR_VIEW
    columns = ("code", "ref", "name", "starts_at", "ends_at", "position")


class Matters(EventRecord[Matter]):
    """What is claimed of an event, with each claim under the one who makes it, and what was decided."""

    name, one, model, right = "matters", "matter", Matter, Right.RECORD_VIEW
    columns = (
        "code", "ref", "kind", "scope", "counted", "category", "part", "decision", "decided_by_name",
        "decided_at", "decided_because",
    )  # fmt: skip
    within = {
        "claims": (
            "value", "upper", "exactness", "words", "claimant", "claimant_body", "claimant_name", "source",
            "as_of", "doubt", "is_followed",
        )
    }  # fmt: skip


class Documents(EventRecord[Document]):
    """Declarations, minutes and other documents of an event."""

    name, one, model, right = "documents", "document", Document, Right.RECORD_VIEW
    columns = (
        "code", "ref", "item", "kind", "relation", "titles", "authors", "issuer", "publisher", "edition",
        "language", "dated", "status", "votes", "address",
    )  # fmt: skip


class Handovers(EventRecord[Handover]):
    """What was handed over, by whom and to whom."""

    name, one, model, right = "handovers", "handover", Handover, Right.RECORD_VIEW
    columns = (
        "code", "ref", "item", "document", "things", "giver", "receiver", "receiver_body", "place",
        "acceptance",
    )  # fmt: skip


class Photos(EventRecord[Photo]):
    """Photographs with captions, and whether they are for the press or public; files stand on their page."""

    name, one, model, right = "photos", "photo", Photo, Right.RECORD_VIEW
    columns = (
        "code", "ref", "item", "deeds", "captions", "alt_texts", "credit", "is_for_press", "is_public",
        "is_set_aside",
    )  # fmt: skip
    within = {"people": ("participation", "position")}


class Releases(EventRecord[Release]):
    """Communiqués as they were released, with what corrected or withdrew them; they never change."""

    name, one, model, right = "releases", "release", Release, Right.RECORD_VIEW
    owner = "edition__communique__event"
    columns = (
        "code", "ref", "number", "headline", "embargo_until", "released_at", "corrects", "correction",
        "withdrawn_at", "withdrawn_because",
    )  # fmt: skip


class Reports(EventRecord[Coverage]):
    """What the press wrote or showed of an event."""

    name, one, model, right = "coverage", "report", Coverage, Right.RECORD_VIEW
    owner = "source__event"
    columns = ("code", "source", "kind", "after_release", "reach", "reach_according_to", "note")


class Costs(EventRecord[Cost]):
    """What an event was planned to cost and did cost, for those who keep it."""

    name, one, model, right = "costs", "cost", Cost, Right.COSTS_EDIT
    columns = ("code", "ref", "kind", "words", "planned", "paid", "currency", "paid_by", "note")


OF_EVENTS: tuple[EventRecord[Any], ...] = (
    Parts(), Inviters(), Plans(), Doors(), Slots(), Matters(), Documents(), Handovers(),
    Photos(), Releases(), Reports(), Costs(),
)  # fmt: skip

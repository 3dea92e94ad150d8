"""Which rows an event folder holds, in which file, and what hangs on them."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import Q

from chancery.base.models import OutboxMessage, StoredFile
from chancery.campaign.models import CampaignClaim, StatedTotal
from chancery.directory.models import Body, Group, Household, Office, Person
from chancery.door.models import ArrivalPlan, Device, Door, DoorNote, PreparedAnswer, Scan, Slot
from chancery.events.models import (
    Event,
    GlossaryTerm,
    GuestCategory,
    Matter,
    Part,
    Participation,
    Place,
    Source,
)
from chancery.exhibition.models import Exhibit, Exhibition, Film, Loan, Room, Stay, Work
from chancery.guests.models import (
    Channel,
    Dispatch,
    Invitation,
    Inviter,
    NoteVerbale,
    Question,
    Reply,
    Template,
    Wave,
)
from chancery.occasions.models import Campaign, Occasion, Recognition, Series, SeriesEdition, SharedText
from chancery.precedence.models import Ordering, Profile
from chancery.programme.models import Item, Run, Step
from chancery.record.models import (
    Communique,
    Cost,
    Document,
    Edition,
    Handover,
    Photo,
    Release,
    Statement,
)
from chancery.seating.models import Plan, Wish
from chancery.seating.models import Room as SeatedRoom


@dataclass(frozen=True, slots=True)
class Rows:
    """
    Rows that hang on another one and are written inside it, in their order.

    `name` is the related name on the parent; `without` are columns an event folder does not hold. Rows that
    are `as_recorded` stay as they are: a load adds to them, and fills those of `may_change` that are empty.
    """

    name: str
    rows: tuple["Rows", ...] = ()
    without: frozenset[str] = frozenset()
    as_recorded: bool = False
    may_change: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """
    Rows with a `ref` of their own: `[[name]]` in `file`.

    `owner` is the path to what the ref is unique in: the organiser, or an event. `sorted_by` is the column
    that gives their order, before the ref. Rows that are `as_recorded` are never changed by a load but in
    the columns that `may_change`; those that are `fixed` never change either, and a row never leaves the row
    that its column `within` names. `beside` are
    fields of the folder that are no columns. Only those rows that `travel` are written. Rows whose column
    `campaign` stands once at the head of a file are `of_campaign`; some may stand in that file or in theirs.
    """

    name: str
    model: type[models.Model]
    file: str
    owner: str = "organiser"
    rows: tuple[Rows, ...] = ()
    many: tuple[str, ...] = ()
    without: frozenset[str] = field(default_factory=frozenset)
    sorted_by: str = "position"
    as_recorded: bool = False
    may_change: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    within: str = ""
    beside: frozenset[str] = frozenset()
    travel: Q = field(default_factory=Q)
    of_campaign: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The files in which its rows may stand."""
        return tuple(dict.fromkeys((self.file, CAMPAIGN))) if self.of_campaign else (self.file,)

    @property
    def is_late(self) -> bool:
        """Whether its rows name invitations, which stand only once the rows they are inside are read."""
        return self.file == CORRESPONDENCE

    @property
    def is_of_event(self) -> bool:
        """Whether its rows belong to one event."""
        return self.owner.split("__")[-1] == "event"

    def stays(self, column: str) -> bool:
        """Whether a load never changes the column of a row that is there already."""
        return (
            column == self.within
            or column in self.fixed
            or (self.as_recorded and column not in self.may_change)
        )


CORRESPONDENCE = "correspondence.toml"
OF_INVITATION = "invitation__guest__event"
CAMPAIGN = "campaign.toml"
EXHIBITION, COMMUNIQUE, AFTER = "exhibition.toml", "communique.toml", "after.toml"
SEATING, PROGRAMME, DOOR = "seating.toml", "programme.toml", "door.toml"
OF_EXHIBITION = "exhibition__organiser"
# What a post took over it keeps as its own; that it came from elsewhere holds in one installation alone.
TAKEN_OVER = frozenset({"source", "taken", "taken_from"})

# What has not come whole, or cannot be used, stays behind.
LEFT_BEHIND = (StoredFile.State.ARRIVING, StoredFile.State.REFUSED)

# Rows on which other rows of the event depend come first.
TABLES = (
    Table(
        "file",
        StoredFile,
        "files.toml",
        owner="organiser_id",
        without=frozenset(
            {
                "size",
                "received",
                "state",
                "why_refused",
                "width",
                "height",
                "renditions",
                "made_at",
            }
        ),
        as_recorded=True,
        may_change=frozenset({"name", "seconds", "taken_at"}),
        beside=frozenset({"sha256"}),
    ),
    Table("body", Body, "directory.toml", rows=(Rows("contact_points", without=frozenset({"person"})),)),
    Table("office", Office, "directory.toml"),
    Table(
        "person",
        Person,
        "directory.toml",
        rows=(
            Rows("names"),
            Rows("tenures", rows=(Rows("steps"),)),
            Rows("relations"),
            Rows("contact_points", without=frozenset({"body"})),
            Rows("address_forms", without=frozenset({"household"})),
        ),
    ),
    Table(
        "household",
        Household,
        "directory.toml",
        rows=(Rows("places"), Rows("address_forms", without=frozenset({"person"}))),
    ),
    Table("group", Group, "directory.toml", many=("members",)),
    Table("occasion", Occasion, "occasions.toml", rows=(Rows("other_names"),)),
    Table("campaign", Campaign, "occasions.toml", rows=(Rows("partners"),)),
    Table("campaign_text", SharedText, "occasions.toml"),
    Table("series", Series, "occasions.toml"),
    Table("series_edition", SeriesEdition, "occasions.toml", owner="series__organiser", within="series"),
    Table("place", Place, "event.toml", without=TAKEN_OVER),
    Table("film", Film, EXHIBITION, rows=(Rows("subtitles"),), without=TAKEN_OVER),
    Table("work", Work, EXHIBITION),
    Table("exhibition", Exhibition, EXHIBITION, without=TAKEN_OVER),
    Table("room", Room, EXHIBITION, owner=OF_EXHIBITION, within="exhibition"),
    Table("exhibit", Exhibit, EXHIBITION, owner=OF_EXHIBITION, within="exhibition"),
    Table("loan", Loan, EXHIBITION, rows=(Rows("condition_reports"),)),
    # The version that the order follows, so that the same facts give the same order elsewhere; its ref is
    # made of its key and its number.
    Table(
        "profile",
        Profile,
        "event.toml",
        without=frozenset({"key", "version", "saved_by", "saved_at", "visibility", "source"}),
        sorted_by="version",
        as_recorded=True,
        may_change=frozenset({"reason"}),
    ),
    Table(
        "order",
        Ordering,
        "event.toml",
        rows=(Rows("group_places"), Rows("moves", without=frozenset({"moved_by", "moved_at"}))),
        without=frozenset({"revision"}),
    ),
    Table(
        "event",
        Event,
        "event.toml",
        rows=(
            Rows("occasion_links"),
            Rows("campaign_links"),
            Rows("stations"),
            Rows("involvements"),
            Rows("arrangements"),
            Rows("tasks", without=frozenset({"owner", "done_by"})),
            Rows("terms"),
            Rows("broadcasts"),
            Rows("other_events"),
            Rows("review"),
        ),
        without=frozenset({"copied_from", "part_of", "pattern", "pattern_for"}),
    ),
    Table("stay", Stay, EXHIBITION, owner=OF_EXHIBITION, within="exhibition"),
    Table("term", GlossaryTerm, "event.toml", of_campaign=True),
    Table(
        "recognition",
        Recognition,
        CAMPAIGN,
        rows=(
            Rows("steps", as_recorded=True, may_change=frozenset({"taken_back_at", "taken_back_because"})),
        ),
        sorted_by="recorded_at",
        # since when the office knew of a text decides totals as they were known then
        fixed=frozenset({"recorded_at"}),
        within="campaign",
        of_campaign=True,
    ),
    Table(
        "claim",
        CampaignClaim,
        CAMPAIGN,
        without=frozenset({"followed_by"}),
        within="campaign",
        of_campaign=True,
    ),
    Table(
        "stated_total",
        StatedTotal,
        CAMPAIGN,
        without=frozenset({"by"}),
        sorted_by="known_at",
        as_recorded=True,
        of_campaign=True,
    ),
    Table("part", Part, "event.toml", owner="event"),
    Table(
        "source",
        Source,
        "event.toml",
        owner="event",
        rows=(Rows("coverage"),),
    ),
    Table("category", GuestCategory, "guests.toml", owner="event"),
    Table("inviter", Inviter, "guests.toml", owner="event"),
    Table(
        "participation",
        Participation,
        "guests.toml",
        owner="event",
        rows=(
            Rows(
                "invitation",
                # A refusal by the link holds wherever the pictures go; what the notice said stays.
                rows=(
                    Rows("companions"),
                    Rows("photo_answers", without=frozenset({"notice"}), as_recorded=True),
                ),
                without=frozenset({"reply", "brought_by"}),
            ),
            Rows("photo_wish"),
        ),
    ),
    # Who is kept apart wherever they meet stays in the house: no table holds it.
    Table("seated_room", SeatedRoom, SEATING, without=TAKEN_OVER),
    Table("wish", Wish, SEATING, owner="event"),
    Table(
        "plan",
        Plan,
        SEATING,
        owner="event",
        rows=(Rows("seat_notes"), Rows("placements", without=frozenset({"by"}))),
        without=frozenset({"guest_revision", "outcome", "job", "revision", "figures"}),
        sorted_by="number",
    ),
    Table(
        "item",
        Item,
        PROGRAMME,
        owner="event",
        rows=(
            Rows("contributions"),
            Rows("messages"),
            Rows("acts"),
            Rows("performances"),
            Rows("showings"),
            Rows("awards"),
            Rows("cues"),
        ),
    ),
    # Where a run stands follows from its steps. The links of screens are secrets of this installation.
    Table(
        "run",
        Run,
        PROGRAMME,
        owner="event",
        without=frozenset(
            {
                "state",
                "revision",
                "current",
                "standing_by",
                "held_at",
                "caller",
                "asked_by",
                "caller_seen_at",
                "word_to_speaker",
            }
        ),
    ),
    Table(
        "step",
        Step,
        PROGRAMME,
        owner="run__event",
        without=frozenset({"run", "uid", "by"}),
        sorted_by="number",
        as_recorded=True,
    ),
    Table("door", Door, DOOR, owner="event"),
    Table("slot", Slot, DOOR, owner="event"),
    Table("prepared_answer", PreparedAnswer, DOOR, owner="event"),
    Table(
        "arrival",
        ArrivalPlan,
        DOOR,
        owner="participation__event",
        without=frozenset({"participation", "acknowledged_by"}),
    ),
    Table("door_note", DoorNote, DOOR, owner="participation__event", within="participation"),
    # Only what was done on a device travels: no key opens a door from another installation.
    Table(
        "device",
        Device,
        DOOR,
        owner="door__event",
        without=frozenset(
            {
                "pairing_digest",
                "pairing_ends_at",
                "token_digest",
                "made_by",
                "paired_at",
                "expires_at",
                "revoked_at",
                "seen_at",
                "synced_at",
                "waiting",
                "skew_ms",
                "wiped_at",
            }
        ),
        sorted_by="made_at",
        within="door",
        travel=Q(scans__isnull=False),
    ),
    Table(
        "scan",
        Scan,
        DOOR,
        owner="event",
        without=frozenset({"uid", "by"}),
        sorted_by="at",
        as_recorded=True,
        may_change=frozenset({"settled_at", "settled_by", "settled_words"}),
    ),
    Table(
        "matter",
        Matter,
        "record.toml",
        owner="event",
        rows=(Rows("claims"),),
        without=frozenset({"decided_by"}),
    ),
    Table(
        "statement",
        Statement,
        "record.toml",
        owner="event",
        rows=(Rows("citations"),),
        many=("about", "joint_speakers"),
        without=frozenset({"noted_by", "note_key"}),
    ),
    Table("document", Document, "record.toml", owner="event"),
    Table("handover", Handover, "record.toml", owner="event"),
    Table(
        "photo",
        Photo,
        "photos.toml",
        owner="event",
        rows=(Rows("people"),),
        travel=~Q(file__state__in=LEFT_BEHIND),
    ),
    Table("communique", Communique, COMMUNIQUE, owner="event"),
    Table(
        "edition",
        Edition,
        COMMUNIQUE,
        owner="communique__event",
        rows=(Rows("sentences"),),
        without=frozenset({"reviewed_by"}),
        sorted_by="language",
        within="communique",
    ),
    Table(
        "release",
        Release,
        COMMUNIQUE,
        owner="edition__communique__event",
        without=frozenset({"released_by", "withdrawn_by"}),
        sorted_by="released_at",
        as_recorded=True,
        may_change=frozenset({"withdrawn_at", "withdrawn_because"}),
    ),
    Table("cost", Cost, AFTER, owner="event"),
    Table("question", Question, CORRESPONDENCE, owner="event"),
    Table("wording", Template, CORRESPONDENCE, without=TAKEN_OVER),
    Table(
        "wave",
        Wave,
        CORRESPONDENCE,
        owner="event",
        rows=(Rows("approvals", without=frozenset({"asked_by", "decided_by"})),),
        many=("templates", "invitations"),
        without=frozenset({"job"}),
        sorted_by="number",
    ),
    Table("note", NoteVerbale, CORRESPONDENCE, sorted_by="number", as_recorded=True),
    Table(
        "dispatch",
        Dispatch,
        CORRESPONDENCE,
        owner=OF_INVITATION,
        without=frozenset({"key", "gone_by", "caller", "message"}),
        sorted_by="made_at",
        as_recorded=True,
        may_change=frozenset({"state", "gone_at", "closed_at", "remark"}),
        # an e-mail that has not left is no record yet, and the outbox does not travel
        travel=~Q(channel=Channel.EMAIL, state=Dispatch.State.WAITING)
        & ~Q(message__state__in=[OutboxMessage.State.WAITING, OutboxMessage.State.SENDING]),
    ),
    Table(
        "reply",
        Reply,
        CORRESPONDENCE,
        owner=OF_INVITATION,
        many=("brought",),
        without=frozenset(
            {"entered_by", "decided_by", "link", "sealed_diet", "sealed_access", "consented_at"}
        ),
        sorted_by="entered_at",
        as_recorded=True,
        may_change=frozenset({"revision", "why_open", "decision", "decided_at"}),
    ),
)

# An invitation is named by the ref of the guest it is written inside, and so is how a guest is awaited;
# the run of a programme by that of its event.
BY_MODEL = {table.model: table for table in TABLES}
NAMED_BY: dict[type[models.Model], str] = {Invitation: "guest", ArrivalPlan: "participation", Run: "event"}
OFFICE_FILE = "office.toml"
# A ministry above the office and its colour are no part of its events.
OFFICE_WITHOUT = frozenset({"parent", "accent", "asks_second_step"})
FILES = tuple(dict.fromkeys(table.file for table in TABLES))

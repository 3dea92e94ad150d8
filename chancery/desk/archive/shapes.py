"""Which rows an event folder holds, in which file, and what hangs on them."""

from dataclasses import dataclass, field

from django.db import models

from chancery.directory.models import Body, Group, Household, Office, Person
from chancery.events.models import Event, GlossaryTerm, GuestCategory, Part, Participation, Place, Source
from chancery.exhibition.models import Exhibition, Film
from chancery.guests.models import Inviter
from chancery.occasions.models import Campaign, Occasion
from chancery.precedence.models import Ordering
from chancery.programme.models import Item
from chancery.record.models import Statement


@dataclass(frozen=True, slots=True)
class Rows:
    """
    Rows that hang on another one and are written inside it, in their order.

    `name` is the related name on the parent; `without` are columns an event folder does not hold.
    """

    name: str
    rows: tuple["Rows", ...] = ()
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a `ref` of their own: `[[name]]` in `file`. `owner` is what the ref is unique in."""

    name: str
    model: type[models.Model]
    file: str
    owner: str = "organiser"
    rows: tuple[Rows, ...] = ()
    many: tuple[str, ...] = ()
    without: frozenset[str] = field(default_factory=frozenset)


# Rows on which other rows of the event depend come first.
TABLES = (
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
    Table("campaign", Campaign, "occasions.toml"),
    Table("place", Place, "event.toml"),
    Table("film", Film, "exhibition.toml"),
    Table("exhibition", Exhibition, "exhibition.toml"),
    Table(
        "order",
        Ordering,
        "event.toml",
        rows=(Rows("group_places"), Rows("moves", without=frozenset({"moved_by", "moved_at"}))),
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
        ),
        without=frozenset({"copied_from", "part_of"}),
    ),
    Table("term", GlossaryTerm, "event.toml"),
    Table("part", Part, "event.toml", owner="event"),
    Table("source", Source, "event.toml", owner="event"),
    Table("category", GuestCategory, "guests.toml", owner="event"),
    Table("inviter", Inviter, "guests.toml", owner="event"),
    Table(
        "participation",
        Participation,
        "guests.toml",
        owner="event",
        rows=(Rows("invitation", rows=(Rows("companions"),)),),
    ),
    Table(
        "item",
        Item,
        "programme.toml",
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
    Table("statement", Statement, "record.toml", owner="event", many=("about",)),
)

BY_MODEL = {table.model: table for table in TABLES}
OFFICE_FILE = "office.toml"
# A ministry above the office and its colour are no part of its events.
OFFICE_WITHOUT = frozenset({"parent", "accent"})
FILES = tuple(dict.fromkeys(table.file for table in TABLES))

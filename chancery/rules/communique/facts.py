"""
The facts of one event as the communiqué takes them: plain values, loaded by `record.queries.facts`.

Only what is known to have been stands here: a planned item of which nothing is known is not among the items.
Every row has a `position`; the order in which rows are handed in does not matter. `Texts` are wordings by
language; an empty text or None is what is not known. The vocabularies (`role`, `kind`, `form` …) are those of
the tables they come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.dates import PartialDate

type Texts = Mapping[str, str]
NO_TEXTS: Texts = MappingProxyType({})


class Nature(StrEnum):
    """What takes part: somebody, an office whose holder is not known, or a body."""

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Who:
    """
    Somebody taking part in one capacity.

    `identity` is the same for all participations of one person. `names` and `families` are written for each
    language of the communiqué. `capacity` is as printed for this event, else the title of the office that
    counts; `office_class` is set only where the title is that of an office held in full. `place` is the place
    in the order of precedence. `according_to` is the source of an absence.
    """

    ref: str
    code: str
    identity: str
    names: Texts
    nature: Nature = Nature.PERSON
    families: Texts = NO_TEXTS
    gender: str = ""
    capacity: Texts = NO_TEXTS
    office_class: str = ""
    role: str = "guest"
    actual: str = ""
    reason: str = ""
    according_to: str = ""
    category: str = ""
    represents: str = ""
    place: int | None = None

    @property
    def key(self) -> str:
        """The fact of who it is."""
        return f"participation:{self.ref}"

    @property
    def capacity_key(self) -> str:
        """The fact in which capacity."""
        return f"participation:{self.ref}:capacity"

    @property
    def actual_key(self) -> str:
        """The fact whether somebody was there."""
        return f"participation:{self.ref}:actual"

    @property
    def represents_key(self) -> str:
        """The fact whom somebody represents."""
        return f"participation:{self.ref}:represents"


@dataclass(frozen=True, slots=True)
class Backing:
    """
    A body or person behind the event, in the order in which they are printed.

    `identity` is that of the participations of the same person or body.
    """

    key: str
    role: str
    names: Texts
    position: int = 0
    is_body: bool = True
    identity: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """
    A place of the event, in sequence.

    `names` are those of the place itself, `within` those of the town or the larger place it is part of;
    `is_town` tells that the place itself is a town.
    """

    ref: str
    names: Texts
    role: str = "venue"
    position: int = 0
    is_town: bool = False
    within: Texts = NO_TEXTS
    within_ref: str = ""

    @property
    def key(self) -> str:
        """The fact that this is a place of the event."""
        return f"place:{self.ref}"


@dataclass(frozen=True, slots=True)
class OccasionFact:
    """An occasion the event serves; `number` is counted by R111, None where nothing is counted."""

    ref: str
    names: Texts
    role: str = "main"
    position: int = 0
    kind: str = "anniversary"
    happened_on: PartialDate | None = None
    number: int | None = None
    is_keeping: bool = False

    @property
    def key(self) -> str:
        """The fact of which occasion it is."""
        return f"occasion:{self.ref}"

    @property
    def date_key(self) -> str:
        """The fact when the event of history was."""
        return f"occasion:{self.ref}:date"

    @property
    def number_key(self) -> str:
        """The fact which anniversary or keeping it is."""
        return f"occasion:{self.ref}:number"


@dataclass(frozen=True, slots=True)
class TextFact:
    """A text that an office wrote of a campaign, or took over from it; `key` is that of its row."""

    key: str
    texts: Texts


@dataclass(frozen=True, slots=True)
class CampaignFact:
    """
    A campaign that the event launched, served or mentioned.

    `paragraphs` and `closings` are texts written of it, the one that goes before first: for the paragraph of
    the communiqué, and about the campaign at its end.
    """

    ref: str
    names: Texts
    relation: str = "mentioned"
    initiator: Texts = NO_TEXTS
    initiator_identity: str = ""
    initiator_capacity: Texts = NO_TEXTS
    began_on: PartialDate | None = None
    aims: Texts = NO_TEXTS
    code: str = ""
    paragraphs: tuple[TextFact, ...] = ()
    closings: tuple[TextFact, ...] = ()

    def key(self, fact: str = "") -> str:
        """The fact of the campaign, or that of its `initiator`, `capacity`, `beginning` or `aims`."""
        return f"campaign:{self.ref}:{fact}" if fact else f"campaign:{self.ref}"


@dataclass(frozen=True, slots=True)
class CategoryFact:
    """A category of guests reported as present, with the states named in it by code."""

    ref: str
    names: Texts
    position: int = 0
    within: str = ""
    states: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The fact that the category was present."""
        return f"category:{self.ref}"


@dataclass(frozen=True, slots=True)
class ContributionFact:
    """What somebody contributed to an item."""

    who: str
    form: str = "speech"
    mode: str = "live"
    position: int = 0
    titles: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True)
class MessageFact:
    """A message: author, reader and form are three different things (R97)."""

    author: str
    form: str = "letter"
    delivery: str = "read"
    reader: str = ""
    author_was_present: bool | None = None
    made_elsewhere: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class ActFact:
    """A wreath, candle or other act by somebody, perhaps on behalf of another, in its order."""

    who: str
    kind: str = "wreath"
    on_behalf_of: str = ""
    honours: Texts = NO_TEXTS
    position: int = 0


@dataclass(frozen=True, slots=True)
class PerformanceFact:
    """A work performed; what is not known is empty."""

    work: Texts = NO_TEXTS
    authors: str = ""
    performers: str = ""
    purpose: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class ShowingFact:
    """A film shown or an exhibition viewed; without a title it has words about it."""

    ref: str
    kind: str = "film"
    titles: Texts = NO_TEXTS
    about: Texts = NO_TEXTS
    makers: str = ""
    year: int | None = None
    closes: PartialDate | None = None

    @property
    def key(self) -> str:
        """The fact of which film or exhibition it was."""
        return f"{self.kind}:{self.ref}"


@dataclass(frozen=True, slots=True)
class AwardFact:
    """An award; the receiver may stand in for the laureate."""

    names: Texts
    laureate: str
    laureate_with: str = ""
    receiver: str = ""
    presenter: str = ""
    grade: str = ""
    edition: str = ""
    prize: str = ""
    reasons: Texts = NO_TEXTS
    is_posthumous: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class ItemFact:
    """
    An item that took place.

    `seconds` is how long it was where that is known. `before` is the ref of the item it followed, `is_beside`
    tells that it ran beside another one, so that no order is told of it.
    """

    ref: str
    code: str
    kind: str
    position: int = 0
    titles: Texts = NO_TEXTS
    before: str = ""
    is_beside: bool = False
    part: Texts = NO_TEXTS
    part_kind: str = ""
    place: PlaceFact | None = None
    seconds: int | None = None
    honours: Texts = NO_TEXTS
    contributions: tuple[ContributionFact, ...] = ()
    messages: tuple[MessageFact, ...] = ()
    acts: tuple[ActFact, ...] = ()
    performances: tuple[PerformanceFact, ...] = ()
    showings: tuple[ShowingFact, ...] = ()
    awards: tuple[AwardFact, ...] = ()

    @property
    def key(self) -> str:
        """The fact that the item took place."""
        return f"item:{self.ref}"

    @property
    def order_key(self) -> str:
        """The fact after which item it took place."""
        return f"item:{self.ref}:order"

    def row_key(self, kind: str, row: object) -> str:
        """The fact of one `contribution`, `message`, `act`, `performance` or `award` in the item."""
        return f"item:{self.ref}:{kind}:{row}"


@dataclass(frozen=True, slots=True)
class CitationFact:
    """Words of another that are quoted within a statement."""

    cited: Texts = NO_TEXTS
    texts: Texts = NO_TEXTS


@dataclass(frozen=True, slots=True)
class StatementFact:
    """
    What somebody said, as its source gives it.

    `texts` of reported speech stand as what comes after the speaker's name; `language` is the one it was
    recorded in. `item` is empty for what was not said in an item.
    """

    ref: str
    code: str
    speaker: str
    mode: str = "reported"
    texts: Texts = NO_TEXTS
    language: str = ""
    item: str = ""
    position: int = 0
    joint_speakers: tuple[str, ...] = ()
    capacity: Texts = NO_TEXTS
    said_elsewhere: str = ""
    campaign: str = ""
    source: str = ""
    citations: tuple[CitationFact, ...] = ()

    @property
    def key(self) -> str:
        """The fact that it was said."""
        return f"statement:{self.ref}"


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """What one claimant says: a figure or a span, or words as printed."""

    claimant: Texts
    value: int | None = None
    upper: int | None = None
    exactness: str = ""
    words: Texts = NO_TEXTS
    is_body: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure with its claims; where the record follows one, that one alone stands here."""

    ref: str
    code: str
    kind: str
    counted: Texts = NO_TEXTS
    scope: str = "event"
    category: str = ""
    position: int = 0
    claims: tuple[ClaimFact, ...] = ()

    @property
    def key(self) -> str:
        """The fact of the figure with its claims."""
        return f"matter:{self.ref}"


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document and what it has to do with the event."""

    ref: str
    code: str
    kind: str
    relation: str
    titles: Texts = NO_TEXTS
    authors: str = ""
    issuer: Texts = NO_TEXTS
    item: str = ""
    position: int = 0

    @property
    def key(self) -> str:
        """The fact of the document."""
        return f"document:{self.ref}"


@dataclass(frozen=True, slots=True)
class HandoverFact:
    """Something handed over by somebody to somebody, accepted or not."""

    ref: str
    code: str
    things: Texts = NO_TEXTS
    document: str = ""
    giver: str = ""
    receiver: str = ""
    receiver_body: Texts = NO_TEXTS
    acceptance: str = ""
    item: str = ""
    position: int = 0

    @property
    def key(self) -> str:
        """The fact of the handover."""
        return f"handover:{self.ref}"


@dataclass(frozen=True, slots=True)
class BroadcastFact:
    """A channel by which the event could be followed."""

    number: int
    kind: str
    name: str
    part: Texts = NO_TEXTS

    @property
    def key(self) -> str:
        """The fact of the channel."""
        return f"broadcast:{self.number}"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """All facts of one event. `day` and `last_day` are those on which it took place, as far as known."""

    ref: str
    code: str
    kind: str = "other"
    titles: Texts = NO_TEXTS
    themes: Texts = NO_TEXTS
    day: PartialDate | None = None
    last_day: PartialDate | None = None
    backings: tuple[Backing, ...] = ()
    places: tuple[PlaceFact, ...] = ()
    occasions: tuple[OccasionFact, ...] = ()
    campaigns: tuple[CampaignFact, ...] = ()
    people: tuple[Who, ...] = ()
    categories: tuple[CategoryFact, ...] = ()
    items: tuple[ItemFact, ...] = ()
    statements: tuple[StatementFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    handovers: tuple[HandoverFact, ...] = ()
    broadcasts: tuple[BroadcastFact, ...] = ()
    boilerplate: Texts = NO_TEXTS
    contact: Texts = NO_TEXTS

    def key(self, fact: str) -> str:
        """A fact of the event itself: its `kind`, `day`, `titles`, `themes`, `boilerplate` or `contact`."""
        return f"event:{self.ref}:{fact}"

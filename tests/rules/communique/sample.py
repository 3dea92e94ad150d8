"""One invented event that has everything a communiqué can say."""

from chancery.rules.communique import LANGUAGES
from chancery.rules.communique.facts import (
    ActFact,
    AwardFact,
    Backing,
    BroadcastFact,
    CampaignFact,
    CategoryFact,
    CitationFact,
    ClaimFact,
    ContributionFact,
    DocumentFact,
    EventFacts,
    FigureFact,
    HandoverFact,
    ItemFact,
    MessageFact,
    Nature,
    OccasionFact,
    PerformanceFact,
    PlaceFact,
    ShowingFact,
    StatementFact,
    Texts,
    Who,
)
from chancery.rules.dates import PartialDate


def texts(words: str) -> Texts:
    """The same words in every language, so that a test can look for them."""
    return dict.fromkeys(LANGUAGES, words)


def who(ref: str, name: str, capacity: str = "", **fields: object) -> Who:
    """Somebody with a name and perhaps a capacity."""
    family = name.split(" ")[-1]
    made = {
        "ref": ref,
        "code": ref,
        "identity": f"person:{ref}",
        "names": texts(name),
        "families": texts(family),
        "capacity": texts(capacity) if capacity else {},
        "actual": "attended",
        **fields,
    }
    return Who(**made)  # type: ignore[arg-type]  # fields of the value by name


PEOPLE = (
    who(
        "ana", "Ana Sample", "Ambassador of Sampleland", office_class="ambassador", role="speaker", gender="f"
    ),
    who("ion", "Ion Model", "historian", role="speaker", gender="m"),
    who("kim", "Kim Muster", "consul", role="guest", category="guests", place=1),
    who("lee", "Lee Vzor", "adjutant", role="guest", represents="office"),
    who("eva", "Eva Specimen", role="laureate", gender="f"),
    who("far", "Mio Remote", "pilot", role="guest", actual="watched"),
    who("ill", "Ute Absent", "mayor", actual="absent", reason="a storm", according_to="Sample Paper"),
    who("named", "Max Mentioned", "minister", role="mentioned", actual="not-present"),
    who("office", "President of Sampleland", nature=Nature.OFFICE, families={}, actual="represented"),
)
ITEMS = (
    ItemFact("anthem", "anthem", "anthem", 1, performances=(PerformanceFact(texts("State Anthem")),)),
    ItemFact(
        "opening",
        "opening",
        "speech",
        2,
        before="anthem",
        contributions=(ContributionFact("ana", "opening"), ContributionFact("ion", "remarks", "remote", 2)),
    ),
    ItemFact("message", "message", "message", 3, messages=(MessageFact("office", reader="ion"),)),
    ItemFact(
        "wreaths",
        "wreaths",
        "wreath",
        4,
        honours=texts("the victims"),
        acts=(ActFact("lee", on_behalf_of="office"), ActFact("kim", position=2)),
    ),
    ItemFact("silence", "silence", "silence", 5, seconds=60, honours=texts("the victims")),
    ItemFact(
        "music",
        "music",
        "performance",
        6,
        performances=(PerformanceFact(texts("Elegy"), "A. Composer", "Sample Quartet", "tribute"),),
    ),
    ItemFact(
        "prize",
        "prize",
        "award",
        7,
        awards=(AwardFact(texts("Sample Prize"), "eva", "ion", "kim", "ana", reasons=texts("patience")),),
    ),
    ItemFact(
        "film",
        "film",
        "film",
        8,
        showings=(ShowingFact("voices", "film", texts("Voices"), makers="Sample Films", year=2024),),
    ),
    ItemFact("reception", "reception", "reception", 9),
)
EVENT = EventFacts(
    ref="sample",
    code="sample",
    kind="commemoration",
    titles=texts("Evening of remembrance"),
    themes=texts("Memory"),
    day=PartialDate.parse("2027-03-04"),
    backings=(
        Backing("involvement:organiser:embassy", "organiser", texts("Embassy of Sampleland")),
        Backing("involvement:patron:house", "patron", texts("House of Letters")),
    ),
    places=(PlaceFact("hall", texts("Hall"), within=texts("Marenta"), within_ref="marenta"),),
    occasions=(
        OccasionFact("flood", texts("Marenta flood"), happened_on=PartialDate.parse("1977-03-04"), number=50),
    ),
    campaigns=(
        CampaignFact(
            "dykes",
            texts("Safe Dykes"),
            "served",
            texts("Ada Founder"),
            initiator_capacity=texts("engineer"),
            began_on=PartialDate.parse("2019"),
            aims=texts("dry feet"),
        ),
    ),
    people=PEOPLE,
    categories=(CategoryFact("guests", texts("Guests"), 1), CategoryFact("pupils", texts("Pupils"), 2)),
    items=ITEMS,
    statements=(
        StatementFact("one", "one", "ana", texts=texts("called the flood a lesson"), item="opening"),
        StatementFact("two", "two", "ion", "verbatim", texts("Water remembers."), "en", "opening"),
        StatementFact(
            "three",
            "three",
            "ana",
            texts=texts("asked for patience"),
            item="opening",
            position=2,
            citations=(CitationFact(texts("Book of Bridges"), texts("A bridge has two banks.")),),
        ),
    ),
    figures=(
        FigureFact(
            "crowd",
            "crowd",
            "attendance",
            claims=(
                ClaimFact(texts("Sample Society"), 500, exactness="estimate"),
                ClaimFact(texts("Sample Police"), 300, position=2),
            ),
        ),
    ),
    documents=(DocumentFact("book", "book", "book", "launched", texts("Annals"), "A. Writer"),),
    handovers=(
        HandoverFact("key", "key", texts("a key"), giver="ana", receiver="ion", acceptance="accepted"),
    ),
    broadcasts=(BroadcastFact(0, "stream", "waters.example"),),
    boilerplate=texts("The Embassy serves."),
    contact=texts("Press office, press@waters.example"),
)

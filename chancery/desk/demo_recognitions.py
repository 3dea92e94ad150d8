"""A sample campaign of the demo with invented texts of invented bodies, so that no page of it is empty."""

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.occasions.actions.campaigns import save_campaign
from chancery.occasions.actions.recognitions import record_all
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.rules.dates import PartialDate

CAMPAIGN = "sample-letters-of-a-river"
SOURCE = "Sample gazette"

type Told = tuple[str, str, str, str, str, tuple[tuple[str, str | None], ...]]

# Body, level, kind, number, source, and what became of the text; all of it invented.
TEXTS: tuple[Told, ...] = (
    (
        "Sample Assembly",
        "parliament",
        "law",
        "1/2016",
        SOURCE,
        (("proposed", "2015"), ("adopted", "2016-03-01")),
    ),
    ("Sample Senate", "chamber", "resolution", "12/2017", SOURCE, (("adopted", "2017-05-14"),)),
    ("Sample Senate", "chamber", "statement", "", SOURCE, (("adopted", "2019-05-14"),)),
    ("Sample House", "chamber", "motion", "7/2018", SOURCE, (("submitted", "2018"), ("rejected", "2018-11"))),
    ("Sample Committee on Rivers", "committee", "resolution", "", SOURCE, (("adopted", "2016"),)),
    ("Sample Committee on Culture", "committee", "resolution", "", "", (("adopted", None),)),
    ("Sample Province", "region", "citation", "31", SOURCE, (("adopted", "2018-02"),)),
    ("Sample Province", "region", "resolution", "48", "", (("adopted", "2020-02-03"),)),
    (
        "Sample Town",
        "city",
        "proclamation",
        "",
        SOURCE,
        (("adopted", "2017-09-01"), ("repealed", "2021-09-01")),
    ),
    ("Sample Harbour", "city", "proclamation", "", "", (("proposed", "2022"),)),
    ("Sample River Court", "court", "judgment", "C-4", SOURCE, (("adopted", "2019-06-20"),)),
    ("Sample Union of Rivers", "international", "statement", "", "", ()),
)


def record_samples(organiser: Organiser, *, by: Actor) -> int:
    """Record the texts of the sample campaign; return how many, none where they are there already."""
    if Campaign.objects.filter(organiser=organiser, ref=CAMPAIGN).exists():
        return 0
    names = {"en": "Letters of a River (sample)"}
    campaign = save_campaign(Campaign(organiser=organiser, ref=CAMPAIGN, names=names), by=by)
    return record_all([_text(campaign, told) for told in TEXTS], by=by)


def _text(campaign: Campaign, told: Told) -> tuple[Recognition, list[RecognitionStep]]:
    body, level, kind, number, source, steps = told
    text = Recognition(organiser=campaign.organiser, campaign=campaign, level=level, kind=kind)
    text.number, text.source, text.printed_body = number, source, {"en": body}
    return text, [_step(status, on) for status, on in steps]


def _step(status: str, on: str | None) -> RecognitionStep:
    step = RecognitionStep(status=status)
    step.on = PartialDate.parse(on) if on else None
    return step

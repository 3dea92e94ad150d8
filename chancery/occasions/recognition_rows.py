"""The recognitions of a campaign as their list shows, prints and writes them: the total, then the texts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from chancery.accounts.access import Office
from chancery.base import cldr
from chancery.base.frame import Link, Shape
from chancery.base.languages import beside, listed, wording
from chancery.base.parts import Column
from chancery.base.rows import Mark, Person, Row, Text
from chancery.occasions import recognition_words as words
from chancery.occasions.models import Campaign, Recognition
from chancery.occasions.queries import recognitions as queries
from chancery.occasions.queries.asked import Asked
from chancery.rules.campaign import recognitions as rules
from chancery.rules.campaign.recognitions import Answer, Counted, Judged, Standing

PAGE = 50
MOST_BODIES = 100
"""More bodies than that are not offered as a filter: they are found by their names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One text of the list with how it stands at the moment that was asked."""

    recognition: Recognition
    standing: Standing


@dataclass(frozen=True, slots=True)
class Asking:
    """
    What a question comes to: its texts with their standing, the newest first, and the total over them.

    `texts` are narrowed to those in doubt where that was asked; the total never is. `bodies` are the names of
    those that are offered as a filter, or of those that were chosen where there are too many to offer.
    """

    campaign: Campaign
    asked: Asked
    total: rules.Total
    texts: Sequence[tuple[str, Standing]]
    bodies: Mapping[str, str]
    judged: Sequence[Judged]

    @property
    def chosen(self) -> list[rules.Text]:
        """The texts of which the question was asked."""
        return [each.text for each in self.judged]

    @property
    def in_words(self) -> words.TotalInWords:
        """The total with every filter beside it."""
        return words.total_in_words(self.total, self.asked, self.bodies)


def ask(campaign: Campaign, asked: Asked) -> Asking:
    """Count a question and find its texts; three queries for any number of them."""
    is_told = bool(asked.question.found)
    texts = queries.texts_of(campaign, known_at=asked.moment.known_at, is_told=is_told)
    judged = rules.judged(asked.question, texts, asked.moment)
    shown = {Answer.DOUBTFUL} if asked.only_doubtful else {Answer.YES, Answer.DOUBTFUL}
    standing = [(each.text.ref, each.standing) for each in judged if each.answer in shown]
    bodies = {text.body for text in texts}
    return Asking(
        campaign=campaign,
        asked=asked,
        total=rules.total_of(asked.question.counted, judged),
        texts=sorted(standing, key=lambda pair: str(pair[1].on or ""), reverse=True),
        bodies=names_of_bodies(
            campaign, bodies if len(bodies) <= MOST_BODIES else bodies.intersection(asked.question.bodies)
        ),
        judged=judged,
    )


def names_of_bodies(campaign: Campaign, keys: Collection[str] | None = None) -> Mapping[str, str]:
    """The bodies that have texts by their keys, or those of `keys`, in the reader's language where known."""
    reader = get_language() or "en"
    named = queries.bodies_of(campaign) if keys is None or keys else {}
    found = {key: names for key, names in named.items() if keys is None or key in keys}
    return {key: beside(wording(names, reader), reader) for key, names in found.items()}


def listed_of(asking: Asking, texts: Sequence[tuple[str, Standing]]) -> list[Listed]:
    """Load the rows of some texts, in the order given."""
    rows = queries.recognitions_called(asking.campaign, [key for key, _standing in texts])
    return [Listed(rows[key], standing) for key, standing in texts if key in rows]


def page_of(asking: Asking, number: str | None) -> Page[tuple[str, Standing]]:
    """One page of the texts of a question."""
    return Paginator(asking.texts, PAGE).get_page(number)


def others_counted(asking: Asking, parameters: QueryDict) -> list[Link]:
    """What else the same question counts: its bodies and states beside its texts, each with its address."""
    question = asking.asked.question
    found = []
    for counted in Counted:
        if counted is not question.counted:
            total = rules.total_of(counted, asking.judged)
            query = parameters.copy()
            query["counted"] = counted.value
            found.append(Link(words.counted_words(total.value, counted), f"?{query.urlencode()}"))
    return found


def columns() -> list[Column]:
    """The columns of the list."""
    return [
        Column(_("Body and text")),
        Column(_("Level")),
        Column(_("Kind of text")),
        Column(_("Status")),
        Column(_("On")),
        Column(_("The word it uses")),
        Column(_("Proof")),
    ]


def rows_of(listed: Sequence[Listed], office: Office) -> list[Row]:
    """The texts as rows of the list."""
    return [_row(each, office) for each in listed]


def _row(each: Listed, office: Office) -> Row:
    row = each.recognition
    name = words.body_name(row)
    url = reverse("occasions:recognition", args=[office.organiser.ref, row.campaign.code, row.code])
    return Row(
        key=row.code,
        name=name,
        cells=[
            Person(name, url, office=listed(_about(row)), state=state_of(row).lower()),
            Text(str(row.get_level_display())),
            Text(str(row.get_kind_display())),
            words.standing_mark(each.standing),
            Text(words.day_known(each.standing.on) if each.standing.status else ""),
            Text(f"“{row.word}”" if row.word else ""),
            _proof(row),
        ],
    )


def _about(row: Recognition) -> list[str]:
    place = cldr.state_in_words(state_of(row), get_language() or "en") if state_of(row) else ""
    return [part for part in (words.title_of(row), row.number, row.region, place) if part]


def state_of(row: Recognition) -> str:
    """The state of a text: its own, else that of its body."""
    return row.state or (row.body.state if row.body else "")


def _proof(row: Recognition) -> Mark:
    if row.document_id:
        return Mark(Shape.SQUARE, _("document"))
    if row.address:
        return Mark(Shape.DIAMOND, _("address"))
    if queries.is_proved(row):
        return Mark(Shape.OPEN, pgettext("proof of a text", "source"))
    return Mark(Shape.UNSET, pgettext("proof of a text", "none"))

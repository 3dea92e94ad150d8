"""Totals of recognitions and what they take in, in the reader's words (R117)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.frame import Shape, Tone
from chancery.base.languages import beside, listed, wording
from chancery.base.rows import Mark
from chancery.occasions.models import Recognition, RecognitionStep
from chancery.occasions.queries.asked import Asked
from chancery.rules.campaign.recognitions import Counted, Question, Standing, Status, Total
from chancery.rules.dates import PartialDate

SHAPES: Mapping[Status, tuple[Shape, Tone]] = {
    Status.PROPOSED: (Shape.OPEN, Tone.PLAIN),
    Status.SUBMITTED: (Shape.HALF, Tone.PLAIN),
    Status.ADOPTED: (Shape.YES, Tone.GOOD),
    Status.REJECTED: (Shape.NO, Tone.WRONG),
    Status.REPEALED: (Shape.CROSS, Tone.WRONG),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a question: what is narrowed, and to what; `is_set` false where it takes in all."""

    name: str
    words: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class TotalInWords:
    """
    A total as it is shown, printed and written: never without the filters it was counted by.

    `figure` is the number alone, `words` say what it counts; `notes` are sentences on what is in doubt.
    """

    figure: str
    words: str
    notes: Sequence[str]
    filters: Sequence[Filter]

    @property
    def narrowing(self) -> Sequence[Filter]:
        """The filters that leave something out, and the moment."""
        return [each for each in self.filters if each.is_set]

    @property
    def not_narrowed(self) -> str:
        """A sentence on what is not narrowed; empty where everything is."""
        return _("Not narrowed: %(filters)s.") % {"filters": self.open} if self.open else ""

    @property
    def open(self) -> str:
        """What is not narrowed, in a line; empty where everything is."""
        return listed(each.name for each in self.filters if not each.is_set)


def total_in_words(total: Total, asked: Asked, bodies: Mapping[str, str]) -> TotalInWords:
    """Put a total into words; `bodies` are names by the keys of bodies."""
    language = get_language() or "en"
    return TotalInWords(
        figure=cldr.figure(total.value, language),
        words=counted_words(total.value, asked.question.counted),
        notes=list(_notes(total, language)),
        filters=filters_in_words(asked, bodies),
    )


def counted_words(number: int, counted: Counted) -> str:
    """Say what is counted: “12 texts”, “1 body”."""
    count = {"count": cldr.figure(number, get_language() or "en")}
    match counted:
        case Counted.TEXTS:
            return ngettext("%(count)s text", "%(count)s texts", number) % count
        case Counted.BODIES:
            return ngettext("%(count)s body", "%(count)s bodies", number) % count
        case Counted.STATES:
            return ngettext("%(count)s state", "%(count)s states", number) % count


def _notes(total: Total, language: str) -> list[str]:
    found = []
    if doubtful := len(total.doubtful):
        values = {"most": cldr.figure(total.at_most, language), "count": cldr.figure(doubtful, language)}
        found.append(_doubt(total, doubtful) % values)
    if without := len(total.without_state):
        sentence = ngettext(
            "%(count)s text has no state and counts for none.",
            "%(count)s texts have no state and count for none.",
            without,
        )
        found.append(sentence % {"count": cldr.figure(without, language)})
    return found


def _doubt(total: Total, doubtful: int) -> str:
    if len(total.without_day) == doubtful:
        return ngettext(
            "At most %(most)s: %(count)s text has no day.",
            "At most %(most)s: %(count)s texts have no day.",
            doubtful,
        )
    return ngettext(
        "At most %(most)s: what is known of %(count)s text leaves open whether it counts.",
        "At most %(most)s: what is known of %(count)s texts leaves open whether they count.",
        doubtful,
    )


def filters_in_words(asked: Asked, bodies: Mapping[str, str]) -> list[Filter]:
    """Every filter of a question in words, those that narrow nothing too; its moment last."""
    moment, language = timezone.localtime(asked.moment.known_at), get_language() or "en"
    return [
        *question_in_words(asked.question, bodies),
        Filter(_("As of"), cldr.day_in_words(asked.moment.day, language), is_set=True),
        Filter(_("As known on"), cldr.moment_in_words(moment, language), is_set=True),
    ]


def question_in_words(question: Question, bodies: Mapping[str, str]) -> list[Filter]:
    """What a question takes in, without its moment."""
    language = get_language() or "en"
    states = [cldr.state_in_words(code, language) for code in question.states]
    return [
        _filter(_("Status"), [status_in_words(each) for each in question.statuses]),
        _filter(_("Level"), [str(Recognition.Level(each.value).label) for each in question.levels]),
        _filter(_("Kind of text"), [str(Recognition.Kind(each.value).label) for each in question.kinds]),
        _filter(_("State"), states),
        _filter(_("Body"), [bodies.get(key, key) for key in question.bodies]),
        _filter(_("The word it uses"), [f"“{word}”" for word in question.words]),
        _filter(_("Day of the status"), _span(question.since, question.until, language)),
        Filter(
            _("Words looked for"),
            f"“{question.found}”" if question.found else _("none"),
            bool(question.found),
        ),
    ]


def _filter(name: str, words: Collection[str]) -> Filter:
    return Filter(name, listed(words) if words else _("all"), bool(words))


def _span(since: date | None, until: date | None, language: str) -> list[str]:
    days = {
        "since": cldr.day_in_words(since, language) if since else "",
        "until": cldr.day_in_words(until, language) if until else "",
    }
    if since and until:
        return [_("from %(since)s to %(until)s") % days]
    if since:
        return [_("from %(since)s") % days]
    return [_("until %(until)s") % days] if until else []


def status_in_words(status: Status) -> str:
    """The status as the office calls it."""
    return str(RecognitionStep.Status(status.value).label)


def day_known(day: PartialDate | None) -> str:
    """A day as far as it is known, or that it is not."""
    return cldr.partial_date_in_words(day, get_language() or "en") if day else _("day not known")


def standing_in_words(standing: Standing) -> str:
    """How a text stands: “adopted, 1 February 2012”; that no step is known; with the doubt where there is."""
    if standing.status is None:
        return _("no step is known")
    values = {"status": status_in_words(standing.status), "day": day_known(standing.on)}
    if standing.is_certain:
        return _("%(status)s, %(day)s") % values
    return _("%(status)s, %(day)s, in doubt") % values


def standing_mark(standing: Standing) -> Mark:
    """How a text stands, as shape and word."""
    if standing.status is None:
        return Mark(Shape.UNSET, _("no step is known"))
    words = status_in_words(standing.status)
    if not standing.is_certain:
        return Mark(Shape.CAREFUL, _("%(status)s, in doubt") % {"status": words}, Tone.CAREFUL)
    shape, tone = SHAPES[standing.status]
    return Mark(shape, words, tone)


def body_name(recognition: Recognition) -> str:
    """The body as printed, else by its name in the directory, in the reader's language where there is one."""
    reader = get_language() or "en"
    own = recognition.body.names if recognition.body else {}
    return beside(wording(recognition.printed_body or own, reader), reader)


def title_of(recognition: Recognition) -> str:
    """The title in the reader's language where there is one; empty where no title is known."""
    reader = get_language() or "en"
    return beside(wording(recognition.titles, reader), reader)


def votes_in_words(recognition: Recognition) -> list[str]:
    """The votes that are known, each with its number; none where nothing is known."""
    language = get_language() or "en"
    known = [
        (recognition.votes_for, _("%(count)s for")),
        (recognition.votes_against, _("%(count)s against")),
        (recognition.votes_abstaining, _("%(count)s abstaining")),
        (recognition.votes_absent, _("%(count)s absent")),
    ]
    return [words % {"count": cldr.figure(count, language)} for count, words in known if count is not None]

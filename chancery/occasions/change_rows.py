"""What changed since, as rows of a list: which text came, went or was corrected, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.access import Office
from chancery.base.frame import Shape, Tone
from chancery.base.languages import listed
from chancery.base.parts import Column
from chancery.base.rows import Cell, Mark, Person, Row, Text
from chancery.occasions import recognition_words as words
from chancery.occasions.models import Recognition
from chancery.occasions.queries.changes import Cause, Change, changes_between
from chancery.occasions.queries.recognitions import recognitions_called, texts_of
from chancery.occasions.recognition_rows import Asking
from chancery.rules.campaign.recognitions import Answer, Moment, Standing, Status, Total, total


def columns() -> list[Column]:
    """The columns of what changed since."""
    heads = (_("Text"), _("What changed"), _("In the total"), _("Then"), _("Now"))
    return [Column(head) for head in heads]


def rows_of(changes: Sequence[Change], rows: Mapping[str, Recognition], office: Office) -> list[Row]:
    """What became of texts as rows of a list; `rows` are the texts by what names them in totals."""
    return [_row(change, rows, office) for change in changes]


def _row(change: Change, rows: Mapping[str, Recognition], office: Office) -> Row:
    cells: list[Cell] = [
        text_cell(change.ref, rows, office),
        Text(cause_in_words(change)),
        effect(change.was, change.became),
        Text(words.standing_in_words(change.before)),
        Text(words.standing_in_words(change.after)),
    ]
    return Row(key=change.ref, name=change.ref, cells=cells)


def corrected_row(ref: str, names: Sequence[str], rows: Mapping[str, Recognition], office: Office) -> Row:
    """A text that counts as before and of which something else was corrected."""
    labels = [str(Recognition._meta.get_field(name).verbose_name) for name in names]  # type: ignore[union-attr]  # columns alone
    what = _("corrected since: %(columns)s") % {"columns": listed(labels)}
    cells: list[Cell] = [
        text_cell(ref, rows, office),
        Text(what),
        effect(Answer.YES, Answer.YES),
        Text(""),
        Text(""),
    ]
    return Row(key=ref, name=ref, cells=cells)


def text_cell(ref: str, rows: Mapping[str, Recognition], office: Office) -> Person | Text:
    """The body of a text as the link to it, with title and number; what is gone by its ref alone."""
    row = rows.get(ref)
    if row is None:
        return Text(ref)
    url = reverse("occasions:recognition", args=[office.organiser.ref, row.campaign.code, row.code])
    about = [part for part in (words.title_of(row), row.number) if part]
    return Person(words.body_name(row), url, office=listed(about))


def effect(was: Answer, became: Answer) -> Mark:
    """Whether a text came into the total or went out of it."""
    if was is became:
        return Mark(Shape.UNSET, _("as before"))
    if became is Answer.YES:
        return Mark(Shape.YES, _("came in"), Tone.GOOD)
    if became is Answer.NO:
        return Mark(Shape.CROSS, _("went out"), Tone.WRONG)
    return Mark(Shape.CAREFUL, _("in doubt since"), Tone.CAREFUL)


def balance(then: Total, now: Total) -> str:
    """Say how many texts came into a total and went out of it; empty where none did."""
    came, went = set(now.texts) - set(then.texts), set(then.texts) - set(now.texts)
    told = []
    if came:
        sentence = ngettext("%(count)s text came in.", "%(count)s texts came in.", len(came))
        told.append(sentence % {"count": len(came)})
    if went:
        sentence = ngettext("%(count)s text went out.", "%(count)s texts went out.", len(went))
        told.append(sentence % {"count": len(went)})
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier moment that was asked for; `query` asks the same question now."""

    now: str
    query: str
    balance: str
    columns: Sequence[Column]
    rows: Sequence[Row]


def since(asking: Asking, parameters: QueryDict, office: Office, *, now: datetime) -> Since | None:
    """
    Return what changed since the moment of a question, None where it asks of today.

    Units: `now` is aware, in the zone of the office.
    """
    question, then, here = asking.asked.question, asking.asked.moment, Moment(now.date(), now)
    if asking.asked.is_now or then.day > here.day:
        return None
    texts = texts_of(asking.campaign)
    total_now = total(question, texts, here)
    changes = changes_between(question, texts, then, here)
    rows = recognitions_called(asking.campaign, [change.ref for change in changes])
    query = parameters.copy()
    for name in ("as_of", "known", "page"):
        query.pop(name, None)
    return Since(
        now=words.counted_words(total_now.value, question.counted),
        query=query.urlencode(),
        balance=balance(asking.total, total_now),
        columns=columns(),
        rows=rows_of(changes, rows, office),
    )


def cause_in_words(change: Change) -> str:
    """Why a text stands otherwise: “adopted since”, “learnt since”, “taken back since”."""
    if change.cause is Cause.TAKEN_BACK:
        return _("taken back since")
    if change.cause is Cause.LEARNT:
        return _("learnt since")
    return _happened(change.after)


def _happened(after: Standing) -> str:
    match after.status:
        case Status.PROPOSED:
            return _("proposed since")
        case Status.SUBMITTED:
            return _("submitted since")
        case Status.ADOPTED:
            return _("adopted since")
        case Status.REJECTED:
            return _("rejected since")
        case Status.REPEALED:
            return _("repealed since")
        case None:
            return _("no step is known any more")

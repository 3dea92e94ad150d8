"""Stated totals as their pages show them: then, counted again, and what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.access import Office
from chancery.base.parts import Column
from chancery.base.rows import Row, Text
from chancery.campaign.models import StatedTotal
from chancery.campaign.queries.totals import Cause, Change, Recount, asked_of
from chancery.occasions import recognition_words as words
from chancery.occasions.models import Recognition
from chancery.rules.campaign.recognitions import Standing, Status


@dataclass(frozen=True, slots=True)
class StatedLine:
    """One stated total in a list: never without the filters it was counted by."""

    url: str
    heading: str
    filters: Sequence[words.Filter]
    stated: StatedTotal


def lines_of(stated: Sequence[StatedTotal], bodies: Mapping[str, str], office: Office) -> list[StatedLine]:
    """Show stated totals in the reader's language."""
    return [_line(each, bodies, office) for each in stated]


def _line(stated: StatedTotal, bodies: Mapping[str, str], office: Office) -> StatedLine:
    asked = asked_of(stated)
    filters = words.filters_in_words(asked, bodies)
    return StatedLine(
        url=reverse("campaign:total", args=[office.organiser.ref, stated.campaign.code, stated.code]),
        heading=words.counted_words(stated.value, asked.question.counted),
        filters=[each for each in filters if each.is_set],
        stated=stated,
    )


def proof_of(stated: StatedTotal, recount: Recount) -> str:
    """Say whether counting again gave what was stated, or in what it differs."""
    if recount.is_as_stated(stated):
        return _("Counted again by the same question and moment: the same number from the same texts.")
    differ = len(recount.gone) + len(recount.come)
    if not differ:
        return _("Counted again by the same question and moment: the texts are the same, their days are not.")
    return ngettext(
        "Counted again by the same question and moment, it differs in %(count)s text: it was deleted or "
        "changed itself since.",
        "Counted again by the same question and moment, it differs in %(count)s texts: they were deleted or "
        "changed themselves since.",
        differ,
    ) % {"count": differ}


def columns() -> list[Column]:
    """The columns of what changed since."""
    return [Column(_("Text")), Column(_("What changed")), Column(_("When it was stated")), Column(_("Now"))]


def changes_in_words(recount: Recount, rows: Mapping[str, Recognition], office: Office) -> list[Row]:
    """What changed since as rows of a list, then the texts in which counting again differs."""
    changed = [_changed(change, rows, office) for change in recount.changes]
    gone = [_differing(ref, rows, office, is_gone=True) for ref in recount.gone]
    come = [_differing(ref, rows, office, is_gone=False) for ref in recount.come]
    return [*changed, *gone, *come]


def refs_in(recount: Recount) -> list[str]:
    """The texts that the rows of what changed name."""
    return [*(change.ref for change in recount.changes), *recount.gone, *recount.come]


def _changed(change: Change, rows: Mapping[str, Recognition], office: Office) -> Row:
    cells = [
        _text(change.ref, rows, office),
        Text(cause_in_words(change)),
        Text(words.standing_in_words(change.before)),
        Text(words.standing_in_words(change.after)),
    ]
    return Row(key=change.ref, name=change.ref, cells=cells)


def _differing(ref: str, rows: Mapping[str, Recognition], office: Office, *, is_gone: bool) -> Row:
    if ref not in rows:
        what = _("deleted since")
    elif is_gone:
        what = _("changed since; the filters leave it out now")
    else:
        what = _("changed since; the filters take it in now")
    counted, not_counted = Text(_("counted")), Text(_("not counted"))
    sides = (counted, not_counted) if is_gone else (not_counted, counted)
    return Row(key=ref, name=ref, cells=[_text(ref, rows, office), Text(what), *sides])


def _text(ref: str, rows: Mapping[str, Recognition], office: Office) -> Text:
    row = rows.get(ref)
    if row is None:
        return Text(ref)
    url = reverse("occasions:recognition", args=[office.organiser.ref, row.campaign.code, row.code])
    return Text(words.body_name(row), url, about=words.title_of(row))


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

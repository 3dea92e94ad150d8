"""Stated totals as their pages show them: then, counted again, and what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.accounts.access import Office
from chancery.base import history
from chancery.base.languages import parted
from chancery.base.rows import Cell, Row, Text
from chancery.campaign.models import StatedTotal
from chancery.campaign.queries.totals import Recount, asked_of
from chancery.occasions import change_rows
from chancery.occasions import recognition_words as words
from chancery.occasions.models import Recognition
from chancery.occasions.queries.asked import question_from
from chancery.rules.campaign.recognitions import Answer, Counted


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


@history.words_of("campaign.statedtotal", "question")
def question_in_words(told: Any) -> str:
    """The question of a total in its history: every filter that narrows it."""
    filters = words.question_in_words(question_from(told or {}), {})
    return parted(f"{each.name}: {each.words}" for each in filters if each.is_set) or _("all")


@history.words_of("campaign.statedtotal", "texts")
def texts_in_words(refs: Any) -> str:
    """How many texts a total rests on; which, its page says."""
    return words.counted_words(len(refs or []), Counted.TEXTS)


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


def rows_of(
    recount: Recount,
    rows: Mapping[str, Recognition],
    corrected: Mapping[int, Sequence[str]],
    office: Office,
) -> list[Row]:
    """
    What changed since as rows of a list: what became of texts, those in which counting again differs, and
    those of which something else was corrected, by their keys.
    """
    changed = change_rows.rows_of(recount.changes, rows, office)
    gone = [_differing(ref, rows, office, is_gone=True) for ref in recount.gone]
    come = [_differing(ref, rows, office, is_gone=False) for ref in recount.come]
    counted = {*recount.then.texts, *recount.then.doubtful} - {*recount.come}
    others = [
        change_rows.corrected_row(ref, corrected[row.pk], rows, office)
        for ref, row in rows.items()
        if row.pk in corrected and ref in counted
    ]
    return [*changed, *gone, *come, *others]


def refs_in(recount: Recount) -> list[str]:
    """The texts that the rows of what changed may name: those that count, and those that did."""
    changed = [change.ref for change in recount.changes]
    return list(dict.fromkeys([*recount.then.texts, *recount.then.doubtful, *changed, *recount.gone]))


def _differing(ref: str, rows: Mapping[str, Recognition], office: Office, *, is_gone: bool) -> Row:
    if ref not in rows:
        what = _("deleted since")
    elif is_gone:
        what = _("changed since; the filters leave it out now")
    else:
        what = _("changed since; the filters take it in now")
    answers = (Answer.YES, Answer.NO) if is_gone else (Answer.NO, Answer.YES)
    sides = [Text(_("counted") if each is Answer.YES else _("not counted")) for each in answers]
    cells: list[Cell] = [
        change_rows.text_cell(ref, rows, office),
        Text(what),
        change_rows.effect(*answers),
        *sides,
    ]
    return Row(key=ref, name=ref, cells=cells)

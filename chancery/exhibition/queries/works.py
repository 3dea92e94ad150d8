"""Reads of the works of an office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.exhibition.models import CLEARED, Exhibition, Work


class Lacking(models.TextChoices):
    """What a work lacks before it can be published."""

    NOTHING = "", _("all works")
    RIGHTS = "rights", _("rights not cleared or ended")
    ALT_TEXT = "alt", _("picture not described in every language")
    PICTURE = "picture", _("without a picture")
    UNUSED = "unused", _("in no exhibition")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list of works is narrowed to; empty values narrow nothing."""

    words: str = ""
    kind: str = ""
    lacking: str = ""
    exhibition: Exhibition | None = None


def works_of(organiser: Organiser) -> QuerySet[Work]:
    """The works of an office with their pictures and the exhibitions they are in, by their short name."""
    works = Work.objects.filter(organiser=organiser).select_related("picture", "lender_body", "lender_person")
    return works.prefetch_related("exhibits__exhibition").order_by("ref")


def narrowed(
    works: QuerySet[Work], wanted: Narrowed, *, languages: Iterable[str], on: date
) -> QuerySet[Work]:
    """Narrow works to those that are asked for; `languages` are those in which a picture is described."""
    if wanted.kind:
        works = works.filter(kind=wanted.kind)
    if wanted.exhibition is not None:
        works = works.filter(pk__in=wanted.exhibition.exhibits.values("work_id"))
    match wanted.lacking:
        case Lacking.RIGHTS:
            works = works.filter(~Q(rights__in=CLEARED) | Q(rights_until__lt=on))
        case Lacking.PICTURE:
            works = works.filter(picture=None)
        case Lacking.UNUSED:
            works = works.filter(exhibits=None)
        case Lacking.ALT_TEXT:
            described = Q(*(Q(**{f"alt_texts__{code}__isnull": False}) for code in languages))
            works = works.exclude(picture=None).exclude(described)
    return works


def holding(works: Iterable[Work], words: str) -> list[Work]:
    """
    Return the works that hold every one of the words, in any language and whatever their capitals.

    Asked of the loaded rows: a database keeps letters beyond ASCII in a text of languages in its own way.
    """
    wanted = words.casefold().split()
    return [work for work in works if all(word in _all_words_of(work) for word in wanted)]


def _all_words_of(work: Work) -> str:
    lines = [work.makers, work.credit, work.source, work.inventory_number, work.ref]
    return "\n".join([*lines, *work.titles.values(), *work.captions.values()]).casefold()


def languages_of(work: Work) -> list[str]:
    """The languages in which a work is described: those of its office, then those of its exhibitions."""
    codes = list(work.organiser.languages)
    if work.pk is not None:
        for languages in work.exhibits.order_by("pk").values_list("exhibition__languages", flat=True):
            codes.extend(languages)
    return list(dict.fromkeys(codes))

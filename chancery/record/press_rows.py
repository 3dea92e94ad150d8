"""The reports of the press as their page lists them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.accounts.roles import Right
from chancery.base import cldr
from chancery.base.frame import Link
from chancery.base.languages import listed, wording
from chancery.events.access import EventOffice
from chancery.events.models import Claim, Source
from chancery.record.models import Coverage
from chancery.record.queries import press as queries


@dataclass(frozen=True, slots=True)
class Report:
    """
    One report in words, in the reader's language; what is not known is empty.

    `quotes` are the figures it quotes, `notes` what else there is to say of it.
    """

    title: str
    url: str
    address: str
    outlet: str
    day: str
    about: str
    reach: str
    quotes: Sequence[str]
    notes: Sequence[str]
    clipping: Link | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts in words: by language, by kind, and the reach that each claimant tells for itself."""

    languages: str
    kinds: str
    reaches: Sequence[str]
    without_reach: str


def reports_of(office: EventOffice, coverage: Sequence[Coverage]) -> list[Report]:
    """The reports as their page lists them."""
    sources = {each.source_id: each.source for each in coverage}
    for source in list(sources.values()):
        if source.version_of is not None:
            sources.setdefault(source.version_of.pk, source.version_of)
    return [_report(office, each, sources) for each in coverage]


def _report(office: EventOffice, coverage: Coverage, sources: Mapping[int, Source]) -> Report:
    source, reader = coverage.source, get_language() or "en"
    route = [office.organiser.ref, office.event.code, coverage.code]
    clipping = coverage.clipping
    return Report(
        title=source.title,
        url=reverse("record:report", args=route) if office.may(Right.RECORD_EDIT) else "",
        address=source.address,
        outlet=source.outlet,
        day=cldr.partial_date_in_words(source.dated, reader) if source.dated else "",
        about=about(coverage, reader),
        reach=reach_words(coverage, reader),
        quotes=[quoted(claim, reader) for claim in source.claims.all()],
        notes=list(notes_of(coverage, sources, reader)),
        clipping=Link(clipping.name, reverse("record:clipping", args=route)) if clipping else None,
    )


def about(coverage: Coverage, reader: str) -> str:
    """Kind, language and author of a report, in one line."""
    source = coverage.source
    language = cldr.language_in_words(source.language, reader) if source.language else ""
    return " · ".join(each for each in (str(coverage.get_kind_display()), language, source.author) if each)


def reach_words(coverage: Coverage, reader: str) -> str:
    """How many a report reached and who says so; empty where nobody does."""
    if coverage.reach is None:
        return ""
    told = {"reach": cldr.figure(coverage.reach, reader), "who": coverage.reach_according_to}
    return _("%(reach)s according to %(who)s") % told


def quoted(claim: Claim, reader: str) -> str:
    """One figure that a report quotes: what is counted, how many, and who says so."""
    figure = "" if claim.value is None else cldr.figure(claim.value, reader)
    if claim.upper is not None:
        figure = f"{figure}–{cldr.figure(claim.upper, reader)}"
    printed = wording(claim.words, reader).text
    exactness = str(claim.get_exactness_display()) if claim.exactness and figure else ""
    said = " ".join(part for part in (exactness, figure) if part) or f"“{printed}”"
    matter = wording(claim.matter.counted, reader).text or str(claim.matter.get_kind_display())
    line = _("%(matter)s: %(figure)s") % {"matter": matter, "figure": said}
    return f"{line} ({claim.claimant_name})" if claim.claimant_name else line


def notes_of(coverage: Coverage, sources: Mapping[int, Source], reader: str) -> list[str]:
    """What a report goes back to: other reports, and a release of the office."""
    notes = []
    if lines := queries.lineage(coverage.source, sources):
        titles = listed(f"“{each.title}”" for each in lines)
        notes.append(_("A version of %(title)s.") % {"title": titles})
    if coverage.after_release is not None:
        language = cldr.language_in_words(coverage.after_release.edition.language, reader)
        notes.append(
            _("From our release in %(language)s, version %(number)s.")
            % {"language": language, "number": coverage.after_release.number}
        )
    if added := wording(coverage.source.adds, reader).text:
        notes.append(_("It adds: %(words)s") % {"words": added})
    return [*notes, coverage.note] if coverage.note else notes


def tally_of(coverage: Sequence[Coverage]) -> Tally:
    """Count the reports; a reach is counted only with others of the same claimant."""
    reader = get_language() or "en"
    languages = queries.counted(each.source.language for each in coverage)
    kinds = queries.counted(str(each.get_kind_display()) for each in coverage)
    silent = sum(each.reach is None for each in coverage)
    return Tally(
        languages=listed(f"{_language(code, reader)} {count}" for code, count in languages),
        kinds=listed(f"{kind} {count}" for kind, count in kinds),
        reaches=[_reach(each, reader) for each in queries.reach_by_claimant(coverage)],
        without_reach=_silent(silent) if silent else "",
    )


def _language(code: str, reader: str) -> str:
    return cldr.language_in_words(code, reader) if code else _("language not known")


def _reach(reach: queries.Reach, reader: str) -> str:
    sentence = ngettext(
        "According to %(who)s: %(total)s, by %(count)s report",
        "According to %(who)s: %(total)s, by %(count)s reports",
        reach.reports,
    )
    return sentence % {
        "who": reach.claimant,
        "total": cldr.figure(reach.total, reader),
        "count": reach.reports,
    }


def _silent(count: int) -> str:
    sentence = ngettext(
        "Of %(count)s report nobody says how many it reached.",
        "Of %(count)s reports nobody says how many they reached.",
        count,
    )
    return sentence % {"count": count}

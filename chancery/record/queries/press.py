"""Reads of what the press wrote."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db.models import Prefetch, QuerySet

from chancery.events.models import Claim, Event, Matter, Source
from chancery.record.models import Coverage, Release

TRACKING = ("utm_", "fbclid", "gclid", "mc_", "igshid")
"""Beginnings of what networks add to an address; it leads to the same report without them."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What one claimant says was reached by `reports` of the reports; never added to what another says."""

    claimant: str
    total: int
    reports: int


def coverage_of(event: Event) -> list[Coverage]:
    """The reports on an event by their day, those without one last, each with what it quotes."""
    quoted = Claim.objects.select_related("matter").order_by("matter__position", "position", "id")
    found = (
        Coverage.objects.filter(source__event=event)
        .select_related("source__version_of", "after_release__edition", "clipping")
        .prefetch_related(Prefetch("source__claims", quoted))
        .order_by("id")
    )
    return sorted(found, key=_day)


def _day(coverage: Coverage) -> tuple[bool, str, int]:
    known = coverage.source.dated
    return (known is None, str(known or ""), coverage.pk)


def other_sources_of(event: Event) -> QuerySet[Source]:
    """The sources of an event that are not among the reports of the press."""
    return Source.objects.filter(event=event, coverage=None).order_by("dated", "id")


def versions_possible(event: Event, source: Source) -> QuerySet[Source]:
    """The sources that one may be a version of: never itself, and none that is a version of it."""
    sources = Source.objects.filter(event=event)
    parents = dict(sources.values_list("pk", "version_of_id"))
    below = {pk for pk in parents if source.pk and source.pk in _chain(pk, parents)}
    return sources.exclude(pk__in=below).order_by("dated", "id")


def _chain(pk: int | None, parents: Mapping[int, int | None]) -> set[int]:
    seen: set[int] = set()
    while pk is not None and pk not in seen:
        seen.add(pk)
        pk = parents.get(pk)
    return seen


def lineage(source: Source, sources: Mapping[int, Source]) -> list[Source]:
    """The reports that one goes back to, the nearest first; `sources` are those of the event by key."""
    found: list[Source] = []
    while source.version_of_id is not None and source.version_of_id in sources:
        source = sources[source.version_of_id]
        if source in found:
            break
        found.append(source)
    return found


def matters_of(event: Event) -> QuerySet[Matter]:
    """The matters of an event on which sources speak, in their order."""
    return Matter.objects.filter(event=event).order_by("position", "id")


def releases_of(event: Event) -> QuerySet[Release]:
    """What the office released of an event, the latest first."""
    found = Release.objects.filter(edition__communique__event=event)
    return found.select_related("edition").order_by("-released_at", "-id")


def counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """How often each value comes, the most frequent first; ties by the value."""
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))


def reach_by_claimant(reports: Sequence[Coverage]) -> list[Reach]:
    """What each claimant says of how many were reached; the sums of two claimants are never added."""
    found: dict[str, list[int]] = {}
    for report in reports:
        if report.reach is not None:
            found.setdefault(report.reach_according_to, []).append(report.reach)
    return [Reach(claimant, sum(each), len(each)) for claimant, each in sorted(found.items())]


def by_address(event: Event) -> dict[str, Source]:
    """The sources of an event by what their address comes down to."""
    sources = Source.objects.filter(event=event).exclude(address="").select_related("coverage").order_by("id")
    return {plain_address(source.address): source for source in sources}


def plain_address(address: str) -> str:
    """
    Bring an address to what two people would both take for the same report.

    Shape: without scheme, www, fragment, closing stroke and what networks add to follow readers.
    """
    parts = urlsplit(address.strip())
    host = parts.netloc.casefold().removeprefix("www.")
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not name.startswith(TRACKING)]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{parts.path.rstrip('/')}{query}"

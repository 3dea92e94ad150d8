"""Reads of what sources claim: matters, their claims, and where these contradict each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from chancery.base.languages import any_text
from chancery.events.models import Claim, Event, Matter
from chancery.rules import claims as rules
from chancery.rules.reasons import Reason


def matters_of(event: Event) -> QuerySet[Matter]:
    """The matters of an event in their order, each with its claims, who makes them, and where."""
    claims = Claim.objects.select_related(
        "claimant__person", "claimant__office", "claimant__body", "claimant_body", "source"
    )
    claims = claims.prefetch_related("claimant__person__names").order_by("position", "pk")
    return (
        Matter.objects.filter(event=event)
        .select_related("category", "part", "decided_by")
        .prefetch_related(Prefetch("claims", claims))
        .order_by("position", "pk")
    )


def contradictions_in(matter: Matter) -> list[rules.Contradiction]:
    """Which claims of a matter contradict each other, by their keys."""
    return rules.contradictions([as_rule(claim) for claim in matter.claims.all()])


def as_rule(claim: Claim) -> rules.Claim:
    """Turn a row into the value that the rules compare."""
    return rules.Claim(
        key=str(claim.pk),
        value=claim.value,
        upper=claim.upper,
        exactness=rules.Exactness(claim.exactness),
        words=any_text(claim.words),
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """A breakdown that does not add up: in which source, empty for the claims that the record follows."""

    source: str
    reason: Reason


def sums_against(matters: Sequence[Matter]) -> Mapping[int, list[Sum]]:
    """
    Say by key of a whole where the sizes of the categories come to more than it.

    Each source is added up by itself, and so is what the record follows: a sum of figures of different
    sources proves nothing.
    """
    sizes = [each for each in matters if _is_size(each)]
    wholes = [each for each in sizes if each.category is None]
    parts = [each for each in sizes if each.category is not None and each.category.within_id is None]
    return {whole.pk: found for whole in wholes if (found := list(_sums(whole, parts)))}


def _is_size(matter: Matter) -> bool:
    return matter.kind == Matter.Kind.ATTENDANCE and matter.scope == Matter.Scope.EVENT


def _sums(whole: Matter, parts: Sequence[Matter]) -> Iterable[Sum]:
    sources = {claim.source for claim in whole.claims.all() if claim.source is not None}
    for source in sorted(sources, key=lambda each: each.pk):
        told = [
            claim for matter in (whole, *parts) for claim in matter.claims.all() if claim.source == source
        ]
        yield from _sum(whole, told, source.title)
    followed = [claim for matter in (whole, *parts) for claim in matter.claims.all() if claim.is_followed]
    yield from _sum(whole, followed, "")


def _sum(whole: Matter, told: Sequence[Claim], source: str) -> Iterable[Sum]:
    total = next((claim for claim in told if claim.matter_id == whole.pk), None)
    parts = [as_rule(claim) for claim in told if claim.matter_id != whole.pk]
    reason = rules.sum_against(as_rule(total), parts) if total else None
    if reason is not None:
        yield Sum(source, reason)

"""What a plan was based on, between an installation, where sitters go by codes, and a folder of refs."""

from collections.abc import Callable
from typing import Any

from django.db import models

from chancery.events.models import Participation
from chancery.seating.models import Plan

type FindRef = Callable[[type[models.Model], str], models.Model]


def by_ref(plan: Plan) -> dict[str, Any]:
    """The places a plan was based on by guest and number in the party: `{"ana-sample.0": 3}`."""
    refs = dict(Participation.objects.filter(event_id=plan.event_id).values_list("code", "ref"))
    parted = [(*sitter.rpartition("."), place) for sitter, place in plan.based_on.items()]
    told = {
        f"{refs[code]}.{member}": _unless_none(place) for code, _dot, member, place in parted if code in refs
    }
    return dict(sorted(told.items()))


def by_code(told: dict[str, Any], find: FindRef) -> dict[str, Any]:
    """The same, by the codes of this installation. Errors: those of `find` for a guest who is not there."""
    parted = [(*sitter.rpartition("."), place) for sitter, place in told.items()]
    return {
        f"{_code_of(find(Participation, ref))}.{member}": place if place != "" else None
        for ref, _dot, member, place in parted
    }


def _code_of(row: models.Model) -> str:
    assert isinstance(row, Participation)
    return row.code


def _unless_none(place: Any) -> Any:
    """TOML has no word for nothing; somebody without a place stands there with an empty text."""
    return "" if place is None else place

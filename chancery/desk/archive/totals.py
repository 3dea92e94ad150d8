"""
What a stated total names: bodies and texts, by codes and keys in an installation and by refs in a folder.

What is gone since keeps the name under which the total was stated.
"""

from collections.abc import Callable
from typing import Any

from django.db import models

from chancery.campaign.models import StatedTotal
from chancery.desk.archive.values import DoesNotFit, shown
from chancery.directory.models import Body
from chancery.occasions.models import Campaign, Recognition
from chancery.occasions.queries.recognitions import PRINTED, key_in_totals, recognitions_called

type FindRow = Callable[[type[models.Model], str], models.Model | None]

_HINT = 'write lists of texts, as { counted = ["texts"], status = ["adopted"] }'


def by_ref(stated: StatedTotal, name: str) -> Any:
    """The question or the texts of a total by the refs of what they name."""
    if name == "texts":
        rows = recognitions_called(stated.campaign, stated.texts)
        return [rows[key].ref if key in rows else key for key in stated.texts]
    refs = {body.code: body.ref for body in bodies_asked(stated)}
    return _with_bodies(stated.question, lambda code: refs.get(code, code))


def bodies_asked(stated: StatedTotal) -> list[Body]:
    """The bodies of the directory that the question of a total is narrowed to."""
    return list(Body.objects.filter(code__in=stated.question.get("body", [])).order_by("pk"))


def by_code(name: str, told: Any, campaign: Campaign, find: FindRow) -> Any:
    """The same by the codes of this installation. Errors: DoesNotFit with what to write."""
    if name == "texts":
        return [_key(find(Recognition, ref), ref, campaign) for ref in told]
    if not all(
        isinstance(each, list) and all(isinstance(one, str) for one in each) for each in told.values()
    ):
        raise DoesNotFit(f"{shown(told)} does not fit; {_HINT}")
    return _with_bodies(told, lambda ref: _code(find(Body, ref), ref))


def _is_texts(told: Any) -> bool:
    return isinstance(told, list) and all(isinstance(each, str) for each in told)


def _with_bodies(question: dict[str, Any], named: Callable[[str], str]) -> dict[str, Any]:
    if "body" not in question:
        return question
    return question | {
        "body": [each if each.startswith(PRINTED) else named(each) for each in question["body"]]
    }


def _key(row: models.Model | None, ref: str, campaign: Campaign) -> str:
    if isinstance(row, Recognition) and row.campaign_id == campaign.pk:
        return key_in_totals(row)
    return ref


def _code(row: models.Model | None, ref: str) -> str:
    return row.code if isinstance(row, Body) else ref

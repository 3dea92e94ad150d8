"""Diet and access needs: read with a grant and a line each time (R120)."""

from collections import Counter
from collections.abc import Mapping, Set
from re import split

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Grant
from chancery.base import audit, secret_box
from chancery.base.audit import Actor
from chancery.events.models import Event
from chancery.guests.models import Invitation, Reply
from chancery.guests.queries import came_in

Secret = Grant.Secret
READABLE: frozenset[str] = frozenset({Secret.DIET, Secret.ACCESS})
NO_GRANT = _("Diet and access needs are read only with a grant; an owner of the office gives it.")


@transaction.atomic
def read(invitation: Invitation, *, secrets: Set[str], by: Actor) -> Mapping[str, str]:
    """
    Return the needs of one guest that the reader may read, by `Grant.Secret`; empty texts are left out.

    Every reading leaves a line in the history of the guest.
    """
    found = came_in.with_needs(invitation.guest.event).filter(invitation=invitation).first()
    told = _opened(found, secrets) if found else {}
    _note(invitation, secrets, by=by, code="guests.needs.read")
    return told


def _opened(reply: Reply, secrets: Set[str]) -> dict[str, str]:
    sealed = {Secret.DIET: reply.sealed_diet, Secret.ACCESS: reply.sealed_access}
    opened = {str(kind): secret_box.open_text(sealed[kind]) for kind in sealed if kind in secrets}
    return {kind: text for kind, text in opened.items() if text}


@transaction.atomic
def count(event: Event, *, secrets: Set[str], by: Actor) -> dict[str, list[tuple[str, int]]]:
    """
    Count the needs of those who come, for caterer and house, without any name (R120).

    Shape: by `Grant.Secret` the words and how many guests wrote them, the most frequent first. What is parted
    by commas, semicolons or lines is counted apart; words that differ only in case are one.
    """
    counted: dict[str, Counter[str]] = {kind: Counter() for kind in sorted(READABLE & secrets)}
    spelled: dict[str, str] = {}
    for reply in came_in.with_needs(event):
        for kind, text in _opened(reply, secrets).items():
            for word in _parts(text):
                counted[kind][spelled.setdefault(word.casefold(), word)] += 1
    _note(event, secrets, by=by, code="guests.needs.counted")
    return {kind: sorted(words.items(), key=_most_first) for kind, words in counted.items()}


def _parts(text: str) -> list[str]:
    return [word for part in split(r"[,;\n]", text) if (word := " ".join(part.split()).rstrip("."))]


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0].casefold()


def _note(row: Event | Invitation, secrets: Set[str], *, by: Actor, code: str) -> None:
    kinds = ", ".join(str(Secret(kind).label) for kind in sorted(READABLE & secrets))
    audit.note(row, by=by, code=code, changes={"read": ["", kinds]})

"""
What is read for a guest who has not answered yet: two statements, for thousands open their link at once.

The statements are written by the models once and then sent as they are; everything else on that page is the
same for all guests of the event and stands on a sheet of its plan.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from chancery.directory.models import PersonName
from chancery.guests.models import Companion, Reply, ReplyLink, Terms
from chancery.guests.queries.reply_page import Plan, known_plan, with_plan_revision
from chancery.guests.tokens import digest_of, is_token
from chancery.rules.address.facts import name_to_read
from chancery.rules.address.values import PrintedName

_WANTED = "the digest that is looked for"
_WHO = -1
"""A key that no row has, in the place of that of the person."""

_FACTS = (
    "invitation__standing",
    "invitation__revision",
    "invitation__is_personal",
    "invitation__unnamed_companions",
    "dispatch__wave__reply_by",
)
"""What the sheet of a party depends on beside the plan of the event and the language."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A party that has not answered, and what its sheet depends on."""

    plan: Plan
    language: str
    facts: tuple[object, ...]
    person: int
    sort_name: str

    def name_in(self, language: str) -> str:
        """The name of the guest as a page in `language` writes it."""
        names = tuple(PrintedName(printed, language=spoken) for printed, spoken in _names(self.person))
        return name_to_read(names, language).printed or self.sort_name


def first_look(token: str) -> FirstLook | None:
    """
    Return the party of a token as far as one page serves all of its kind.

    None for whoever has answered, comes with named companions or is no person, for a link that was withdrawn
    or came by no message, for one that is unknown, and until the plan of the event has been read.
    """
    row = _fetched(*_link_statement(), {_WANTED: digest_of(token)})
    if not row or not is_token(token):
        return None
    event, revision, revoked_at, language, person, sort_name, has_replied, has_companions, *facts = row[0]
    plan = known_plan(event, revision)
    if plan is None or revoked_at or has_replied or has_companions or not (language and person):
        return None
    if plan.terms.asks_photos and plan.terms.reply_mark == Terms.ReplyMark.REMIND:
        # Whoever is reminded has accepted already, and finds what they said about photographs.
        return None
    return FirstLook(plan, language, tuple(map(str, facts)), person, sort_name)


def _links() -> QuerySet[ReplyLink, Any]:
    of_party = {"invitation": OuterRef("invitation_id")}
    links = with_plan_revision(ReplyLink.objects.filter(digest=_WANTED))
    return links.annotate(
        has_replied=Exists(Reply.objects.filter(**of_party)),
        has_companions=Exists(Companion.objects.filter(**of_party)),
    ).values_list(
        "invitation__guest__event__code",
        "plan_revision",
        "revoked_at",
        "dispatch__language",
        "invitation__guest__person_id",
        "invitation__guest__person__sort_name",
        "has_replied",
        "has_companions",
        *_FACTS,
    )


@cache
def _link_statement() -> tuple[str, tuple[Any, ...]]:
    return _links().query.sql_with_params()


@cache
def _name_statement() -> tuple[str, tuple[Any, ...]]:
    names = PersonName.objects.filter(person_id=_WHO).order_by("position", "id")
    return names.values_list("printed", "language").query.sql_with_params()


def _names(person: int) -> list[tuple[Any, ...]]:
    return _fetched(*_name_statement(), {_WHO: person})


def _fetched(sql: str, params: tuple[Any, ...], given: dict[Any, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [given.get(param, param) for param in params])
        return list(cursor.fetchall())

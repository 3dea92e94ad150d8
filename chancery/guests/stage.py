"""The stage of replies as its page shows it: what is to decide, what came in, how the answers stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chancery.base.languages import listed, wording
from chancery.events import ordering
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.models import GuestCategory
from chancery.guests import rows
from chancery.guests.models import Reply, Standing, Terms
from chancery.guests.queries import answering, came_in, parties, tallies
from chancery.guests.queries.parties import InviterCount, Listed
from chancery.guests.queries.terms import questions_of
from chancery.guests.said import Said, said
from chancery.rules import replies as rules

MOST_NEWS = 12


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer to decide on, and the one that counts until then, if any."""

    new: Said
    holds: Said | None


@dataclass(frozen=True, slots=True)
class Places:
    """
    The places of an event in people, companions included.

    `asked` were invited and have not answered clearly, `held` wait for a free place. `all` and `free` are
    None where nobody bounded the places; `free` is below 0 where more were asked than there is room for.
    """

    all: int | None
    coming: int
    asked: int
    held: int

    @property
    def free(self) -> int | None:
        return None if self.all is None else self.all - self.coming - self.asked


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table of counts: invitations by standing, and the people who come."""

    name: str
    depth: int
    counts: Sequence[int]
    invited: int
    coming: int


class Stage:
    """Everything the page of replies tells of an event; each part is loaded once and only when asked for."""

    def __init__(self, office: EventOffice, now: datetime) -> None:
        self.office, self.event, self.now = office, office.event, now
        self.language = get_language() or "en"
        self.order = ordering.order_of(self.event)
        self.categories = list(events.categories_of(self.event))
        self.inviters = list(parties.inviters_of(self.event))
        listed = parties.listed_among(self.event, self.order.participants, self.language)
        self.guests = rows.ranked(self.order, listed)

    @cached_property
    def terms(self) -> Terms:
        return answering.terms_of(self.event)

    @property
    def asks_needs(self) -> bool:
        """Whether guests are asked for diets or access needs."""
        return self.terms.asks_diet or self.terms.asks_access

    @cached_property
    def tally(self) -> tallies.Tally:
        return tallies.tally(self.guests)

    @cached_property
    def standings(self) -> list[Standing]:
        return tallies.standings_in(self.tally)

    @cached_property
    def by_key(self) -> Mapping[int, Listed]:
        return {guest.who.key: guest for guest in self.guests}

    @property
    def places(self) -> Places:
        """How the answers leave the places."""
        asked = [guest for guest in self.guests if guest.reply in (Standing.SILENT, Standing.UNDECIDED)]
        held = [guest for guest in self.guests if guest.party.is_held and not guest.reply]
        return Places(
            all=self.terms.places,
            coming=self.tally.coming,
            asked=0 if self.is_silence_refusal else _people(asked),
            held=_people(held),
        )

    @property
    def silent(self) -> int:
        """How many guests were invited and have said nothing."""
        return self.tally.parties[Standing.SILENT]

    @property
    def is_silence_refusal(self) -> bool:
        """Whether those who have not answered count as having refused by now (R82)."""
        return rules.silence_is_refusal(
            rules.Standing.SILENT,
            begins_at=answering.begins_at(self.event),
            silence_hours=self.terms.silence_hours,
            now=self.now,
        )

    @property
    def by_category(self) -> list[Line]:
        """The answers by category."""
        return [
            self._line(self._category(line.category), line.tally, line.depth)
            for line in tallies.by_category(self.categories, self.guests)
        ]

    def _category(self, category: GuestCategory | None) -> str:
        return wording(category.names, self.language).text if category else _("Without a category")

    @property
    def by_rank(self) -> list[Line]:
        """The answers by rank, in the order of precedence; empty where nobody holds a rank."""
        ranks = {entry.ref: entry.rank for entry in self.order.entries}
        found = tallies.by_rank(ranks, self.guests)
        if not any(name for name, _tally in found):
            return []
        return [self._line(name or _("Without a rank"), tally) for name, tally in found]

    @property
    def total(self) -> Line:
        """All answers together."""
        return self._line(_("All"), self.tally)

    def _line(self, name: str, tally: tallies.Tally, depth: int = 0) -> Line:
        return Line(name, depth, tally.by(self.standings), tally.parties.total(), tally.coming)

    @property
    def quotas(self) -> list[InviterCount]:
        """The people on the list by inviter, against the quotas."""
        return parties.counts_by_inviter(self.inviters, self.guests)

    @property
    def conflicts(self) -> list[Conflict]:
        """What somebody of the office has to decide, with both sides."""
        return [self._conflict(reply) for reply in came_in.to_decide(self.event)]

    def _conflict(self, reply: Reply) -> Conflict:
        holds = reply.invitation.reply
        if holds is None:
            return Conflict(self._said(reply), None)
        # The same row of the invitation, so that it is not loaded again.
        holds.invitation = reply.invitation
        return Conflict(self._said(reply), self._said(holds))

    @property
    def unnamed(self) -> list[Said]:
        """The replies that name a representative who is not on the list yet."""
        return self._all_said(came_in.to_be_named(self.event))

    @property
    def news(self) -> list[Said]:
        """The newest of what came in since the beginning of yesterday."""
        return self._all_said(self._came_in[:MOST_NEWS])

    @property
    def news_count(self) -> int:
        """How much came in since the beginning of yesterday."""
        return self._came_in.count()

    @property
    def _came_in(self) -> QuerySet[Reply]:
        today = timezone.localtime(self.now).replace(hour=0, minute=0, second=0, microsecond=0)
        return came_in.entered_since(self.event, today - timedelta(days=1))

    @property
    def messages(self) -> list[Said]:
        """What guests wrote to the host, the newest first."""
        return self._all_said(came_in.messages_at(self.event))

    @property
    def late(self) -> list[Listed]:
        """The guests whose answer came after the day set for replies."""
        return [guest for guest in self.guests if guest.party.is_late]

    def _all_said(self, replies: Iterable[Reply]) -> list[Said]:
        return [self._said(reply) for reply in replies]

    def _said(self, reply: Reply) -> Said:
        guest = self.by_key.get(reply.invitation.guest_id)
        return said(
            reply,
            guest.who.name if guest else str(reply.invitation),
            questions=self._questions,
            language=self.language,
        )

    @cached_property
    def _questions(self) -> list[Any]:
        return list(questions_of(self.event))


def _people(guests: Iterable[Listed]) -> int:
    return sum(guest.party.size for guest in guests)


def in_words(tally: tallies.Tally) -> str:
    """How the answers stand in a few words: 61 yes, 12 no, 38 silent."""
    return listed(words_of_counts(tally.parties))


def words_of_counts(parties_by: Mapping[str, int]) -> list[str]:
    """The counts that matter, in words: who comes, who does not, who has not said."""
    yes = parties_by.get(Standing.ACCEPTED, 0)
    no = parties_by.get(Standing.REGRETTED, 0) + parties_by.get(Standing.WITHDRAWN, 0)
    told = [
        (yes, ngettext("%(count)s yes", "%(count)s yes", yes)),
        (no, ngettext("%(count)s no", "%(count)s no", no)),
        (
            count := parties_by.get(Standing.REPRESENTED, 0),
            ngettext("%(count)s represented", "%(count)s represented", count),
        ),
        (
            count := parties_by.get(Standing.UNDECIDED, 0),
            ngettext("%(count)s undecided", "%(count)s undecided", count),
        ),
        (
            count := parties_by.get(Standing.SILENT, 0),
            ngettext("%(count)s silent", "%(count)s silent", count),
        ),
    ]
    return [words % {"count": number} for number, words in told if number]

"""Who took part last time, and what is known to have changed since: whom to keep for the next event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from chancery.base.languages import wording
from chancery.directory.models import Tenure
from chancery.directory.queries import tenures
from chancery.events import queries
from chancery.events.models import Event, Participation
from chancery.events.wording import name_of


@dataclass(frozen=True, slots=True)
class KeptLine:
    """
    Somebody of the event before, in one capacity.

    `changes` are sentences on what changed since; without any there is nothing against keeping them.
    """

    code: str
    name: str
    capacity: str
    line: str
    state: str
    changes: Sequence[str]


def people_before(event: Event, *, with_guests: bool) -> QuerySet[Participation]:
    """
    Everybody who took part in the event that this one was copied from.

    Whoever was only mentioned is left out: that belongs to what was said.
    """
    if event.copied_from is None:
        return Participation.objects.none()
    left_out = [Participation.Capacity.MENTIONED, *([] if with_guests else Participation.OF_GUESTS)]
    before = queries.participations_of(event.copied_from).select_related("part")
    return before.exclude(capacity__in=left_out)


def lines_to_keep(event: Event, language: str, *, with_guests: bool, today: date) -> list[KeptLine]:
    """Return those of the event before who do not take part in this one in the same capacity, guests last."""
    there = set(event.participations.values_list("person", "body", "office", "capacity"))
    posts = Tenure.objects.select_related("office", "person").order_by("position", "id")
    before = people_before(event, with_guests=with_guests).prefetch_related(
        Prefetch("person__tenures", posts),
        Prefetch("office__tenures", posts.prefetch_related("person__names")),
    )
    days = (event.copied_from.held_on if event.copied_from else None, event.held_on or today)
    ranks = {capacity.value: number for number, capacity in enumerate(Participation.Capacity)}
    return [
        _line(who, days, language)
        for who in sorted(
            before, key=lambda who: (who.capacity in Participation.OF_GUESTS, ranks[who.capacity])
        )
        if (who.person_id, who.body_id, who.office_id, who.capacity) not in there
    ]


def _line(who: Participation, days: tuple[date | None, date], language: str) -> KeptLine:
    body = who.office.body if who.office else who.body
    return KeptLine(
        code=who.code,
        name=name_of(who, language),
        capacity=str(who.get_capacity_display()),
        line=wording(_titles(who, days[1]), language).text,
        state=body.state if body else "",
        changes=list(_changes(who, days, language)),
    )


def _titles(who: Participation, now: date) -> dict[str, str]:
    """The capacity as printed, else the office fixed for the event, else the first one that is held now."""
    if who.capacity_line or who.person is None:
        return who.capacity_line if who.person else {}
    held = tenures.current(who.person.tenures.all(), now)
    titles: dict[str, str] = held[0].office.titles if held else {}
    return titles


def _changes(who: Participation, days: tuple[date | None, date], language: str) -> Iterator[str]:
    if who.person is None:
        return
    if who.person.died:
        yield _("has died")
    for tenure in _posts_left(who, days):
        yield _("no longer %(title)s") % {"title": wording(tenure.office.titles, language).text}
    if who.office is not None:
        yield from _new_holders(who, days[1], language)


def _posts_left(who: Participation, days: tuple[date | None, date]) -> list[Tenure]:
    """The offices that counted then and are not held any more; of a fixed office only that one counts."""
    assert who.person is not None
    before, now = days
    posts = [post for post in who.person.tenures.all() if who.office_id in (None, post.office_id)]
    held = [post for post in posts if before is None or tenures.is_current(post, before)]
    kept = {post.office_id for post in tenures.current(posts, now)}
    return [post for post in held if post.office_id not in kept]


def _new_holders(who: Participation, now: date, language: str) -> Iterator[str]:
    assert who.office is not None
    for tenure in tenures.current(who.office.tenures.all(), now):
        if tenure.person_id != who.person_id:
            values = {
                "title": wording(who.office.titles, language).text,
                "name": tenure.person.main_name,
            }
            yield _("%(title)s is now %(name)s") % values

"""
A page of 100 guests through the interface, at 500 and at 5,000 guests, and what did not change since.

Asked in the process, so that the figure is that of the program and of nothing else: token, rights, rows, JSON
and ETag. A page may cost no more on a long list than on a short one, since its cursor finds its place by the
key. 40 ms leave the small installation 25 pages a second: 5,000 guests are fetched in two seconds.
"""

from statistics import median
from time import process_time

from support.figures import Figure, machine, report
from support.installation import open_installation

DATABASE = open_installation("api")

from django.test import Client
from support.large_event import large_event

from chancery.accounts.actions import tokens
from chancery.accounts.models import AccessToken, Membership, Organiser, User
from chancery.accounts.roles import Right
from chancery.base.audit import Actor
from chancery.events.models import Event

A_PAGE, ROUNDS = 100, 40
SIZES = (500, 5_000)
LIMIT_MS = 40.0
LIMIT_GROWTH = 1.3


def main() -> int:
    """Make the events, ask in turns, print; 1 where a limit is missed."""
    print(f"{machine()}, {DATABASE}")
    asked = {size: _Asking(large_event(size)) for size in SIZES}
    for asking in asked.values():
        asking.milliseconds()
    rounds = [{size: asking.milliseconds() for size, asking in asked.items()} for _number in range(ROUNDS)]
    small, large = (median(each[size] for each in rounds) for size in SIZES)
    unchanged = median(asked[SIZES[-1]].milliseconds(is_known=True) for _number in range(ROUNDS))
    return report(
        [
            Figure(f"page of {A_PAGE} of {SIZES[0]:,} guests, processor", small, "ms", LIMIT_MS),
            Figure(f"page of {A_PAGE} of {SIZES[1]:,} guests, processor", large, "ms", LIMIT_MS),
            Figure("the long list to the short one", large / small, "", LIMIT_GROWTH),
            Figure("the same, told that nothing changed", unchanged, "ms"),
            Figure(f"bytes of a page of {A_PAGE}", asked[SIZES[-1]].size, ""),
        ]
    )


class _Asking:
    """A program that reads the second page of the guests of an event, again and again."""

    def __init__(self, event: Event) -> None:
        self.client = Client(HTTP_HOST="localhost", headers={"Authorization": f"Bearer {_token(event)}"})
        first = self.client.get(f"/api/v1/events/{event.code}/guests?limit={A_PAGE}")
        self.page = first.json()["next"]
        second = self.client.get(self.page)
        self.etag, self.size = second.headers["ETag"], len(second.content)
        assert len(second.json()["items"]) == A_PAGE

    def milliseconds(self, *, is_known: bool = False) -> float:
        """Ask once and return the milliseconds of the processor."""
        known = {"If-None-Match": self.etag} if is_known else {}
        before = process_time()
        answer = self.client.get(self.page, headers=known)
        took = (process_time() - before) * 1000
        assert answer.status_code == (304 if is_known else 200)
        return took


def _token(event: Event) -> str:
    office: Organiser = event.organiser
    user = User.objects.create_user(f"program{event.pk}@example.org")
    member = Membership.objects.create(organiser=office, user=user, role="owner")
    token = AccessToken(membership=member, name="Bench", scopes=[Right.GUESTS_VIEW.value])
    return tokens.make_token(token, by=Actor(office.pk, user))


if __name__ == "__main__":
    raise SystemExit(main())

"""The entry passes of a plan: each party with the seats of the plans that stand for the event."""

from collections.abc import Iterator
from dataclasses import replace

from chancery.base.languages import wording
from chancery.base.pdf import Imprint
from chancery.guests import papers as guest_papers
from chancery.guests.documents import passes as guest_passes
from chancery.guests.models import Invitation
from chancery.seating.documents.seated import Letterer, SeatedPlan, Sitting
from chancery.seating.queries.telling import Telling, chosen_plans


def passes(plan: SeatedPlan, imprint: Imprint, only: frozenset[str] | None = None) -> bytes:
    """
    Print the pass of each party that sits in the plan, by table and seat, in the language of the guest.

    `only` are the sitters whose passes are wanted. Errors: PaperFailed; WordingMissing where the event has no
    title in any language.
    """
    made = [each.values(imprint) for each in _parties(plan) if only is None or each.sitting.sitter.id in only]
    return guest_passes.entry_passes(made, language=plan.language, imprint=imprint)


def lettering_of(plan: SeatedPlan) -> dict[str, list[str]]:
    """What a pass says of each party beside the event: the names and the seats, by the id of the guest."""
    return {
        each.sitting.sitter.id: [each.language, each.name, *each.companions, *each.seats]
        for each in _parties(plan)
    }


class _Party:
    """A guest with a seat and a party, as the pass tells them."""

    def __init__(
        self, plan: SeatedPlan, sitting: Sitting, invitation: Invitation, letterer: Letterer
    ) -> None:
        self.plan, self.sitting, self.invitation = plan, sitting, invitation
        self.language = wording(plan.event.titles, letterer.language_of(sitting)).language
        self.name = letterer.name(sitting, self.language)
        self.companions = [
            letterer.name(each, self.language)
            for each in plan.sittings
            if each.who.key == sitting.who.key and each.is_companion
        ]
        self.seats: list[str] = []

    def values(self, imprint: Imprint) -> guest_papers.EntryPass:
        house = wording(self.plan.event.organiser.names, self.language)
        own = replace(imprint, house=house.text, house_language=house.language)
        return guest_passes.pass_values(
            self.invitation, self.name, self.companions, self.language, own, self.seats
        )


def _parties(plan: SeatedPlan) -> Iterator[_Party]:
    """The guests of the plan who have a party, by table and seat."""
    letterer, plans = Letterer(plan), list(chosen_plans(plan.event)) or [plan.plan]
    rows = Invitation.objects.filter(guest__event=plan.event).select_related("guest__event")
    invitations = {row.guest_id: row for row in rows.order_by("id")}
    telling: dict[str, Telling] = {}
    for sitting in plan.in_order_of_seats():
        invitation = invitations.get(sitting.who.key)
        if invitation is None or sitting.is_companion:
            continue
        party = _Party(plan, sitting, invitation, letterer)
        if party.language not in telling:
            telling[party.language] = Telling(plan.event, plans, party.language)
        party.seats = telling[party.language].lines(invitation)
        yield party

"""Next time's event takes rooms and settings over, and nobody's seat."""

from datetime import date
from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.events.copy_actions import copy_event
from chancery.events.models import GuestCategory
from chancery.seating.models import Placement, Plan, SeatNote, Wish
from tests import make
from tests.seating import built
from tests.seating.dinner import dinner


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("post")


def test_a_copy_takes_rooms_and_settings_and_no_placements(office: Organiser) -> None:
    plan = dinner(office)
    built.plan(plan.event, name="A variant")
    plan.host = plan.event.participations.get(ref="host")
    plan.couples, plan.is_on_passes, plan.based_on = Plan.Couples.APART, True, {"x.0": 1}
    plan.save()
    category = GuestCategory.objects.create(event=plan.event, ref="press", names={"en": "Press"})
    Wish.objects.create(event=plan.event, kind="in-zone", category=category, where="press")
    Wish.objects.create(event=plan.event, kind="at-aisle", guest=plan.host)

    twin = copy_event(
        plan.event, held_on=date(2028, 3, 4), titles={"en": "Dinner"}, ref="next", by=make.actor(office)
    )

    (copied,) = Plan.objects.filter(event=twin)
    assert (copied.room, copied.layout, copied.couples) == (plan.room, plan.layout, Plan.Couples.APART)
    assert (copied.host, copied.is_on_passes, copied.based_on) == (None, False, {})
    assert copied.code != plan.code
    assert not Placement.objects.filter(plan=copied).exists()
    assert SeatNote.objects.filter(plan=copied).count() == SeatNote.objects.filter(plan=plan).count() == 3
    (wish,) = Wish.objects.filter(event=twin)
    assert wish.category == GuestCategory.objects.get(event=twin, ref="press")
    assert Placement.objects.filter(plan=plan).count() == 7

"""Sample days to avoid of the demo; each says by its name that it is one."""

from datetime import date, timedelta

from chancery.accounts.models import Organiser
from chancery.base.audit import Actor
from chancery.occasions.actions.avoided import save_avoided_day
from chancery.occasions.models import AvoidedDay

MOURNED_FOR = 2
SOURCE = "a sample decree, not a real one"


def avoid_samples(organiser: Organiser, *, held_on: date, by: Actor) -> None:
    """Keep a mourning that begins on the day of the sample evening, and a day that returns every year."""
    mourning = AvoidedDay(
        ref="sample-mourning",
        names={"en": "Day of mourning (sample)", "ro": "Zi de doliu (exemplu)", "az": "Matəm günü (nümunə)"},
        kind=AvoidedDay.Kind.MOURNING,
        begins_on=held_on,
        ends_on=held_on + timedelta(days=MOURNED_FOR),
    )
    yearly = AvoidedDay(
        ref="sample-national-day",
        names={"en": "National day (sample)", "ro": "Zi națională (exemplu)", "az": "Milli gün (nümunə)"},
        kind=AvoidedDay.Kind.NATIONAL_DAY,
        rule={"kind": "nth-weekday", "month": 6, "weekday": "friday", "nth": 2},
    )
    for day in (mourning, yearly):
        day.organiser, day.state, day.source = organiser, organiser.host_state, SOURCE
        save_avoided_day(day, by=by)

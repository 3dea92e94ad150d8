"""People of whom an event has only a name."""

from chancery.base.audit import Actor
from chancery.directory.actions import book
from chancery.directory.models import Person, PersonName
from chancery.events.models import Event


def enter(name: str, event: Event, *, is_sample: bool = False, by: Actor) -> Person:
    """Enter a person of whom only the name is known, undivided: which part is the family name is not."""
    row = Person(organiser=event.organiser, sort_name=name, is_sample=is_sample)
    names = [{"printed": name, "order": PersonName.Order.WHOLE}]
    book.enter(row, sections={"names": names}, by=by)
    return row

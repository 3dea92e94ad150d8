"""A plan as papers print it: who sits where, in order of precedence, and how everybody is lettered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.text import capfirst

from chancery.base.languages import wording
from chancery.directory.models import Person
from chancery.directory.queries.people import name_in
from chancery.events.participants import Participant
from chancery.guests.documents.addressed import Addressed, Addressing
from chancery.rules.address import Purpose
from chancery.rules.names.letters import Script, script_of
from chancery.rules.seating.plan import Sitter
from chancery.rules.seating.room import Room, Seat, Unit
from chancery.seating.models import Plan
from chancery.seating.queries.loading import LoadedPlan, loaded
from chancery.seating.queries.sitters import Seated


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody with the seat; `who` is the guest whose party it is."""

    seated: Seated
    seat: Seat
    unit: Unit

    @property
    def sitter(self) -> Sitter:
        return self.seated.sitter

    @property
    def who(self) -> Participant:
        return self.seated.who

    @property
    def is_companion(self) -> bool:
        return self.seated.member > 0


@dataclass(frozen=True, slots=True)
class Lettering:
    """A name with the lines around it, in one language, as a card carries it."""

    name: str
    lines: tuple[str, ...]
    language: str


class SeatedPlan:
    """One plan with everything its papers say, by a fixed number of queries."""

    def __init__(self, plan: Plan, language: str, now: LoadedPlan | None = None) -> None:
        """Errors: LayoutRefused where the drawing of the plan cannot be read."""
        self.plan, self.event, self.language = plan, plan.event, language
        self.loaded = now or loaded(plan, language=language, may_read_apart=False)
        self.sittings = tuple(self._sittings())

    @property
    def room(self) -> Room:
        return self.loaded.problem.room

    @property
    def without_seat(self) -> Sequence[Seated]:
        """Who is to be seated and has no seat yet, in order of precedence."""
        return [each for each in self.loaded.everybody if each.sitter.id not in self.loaded.placing]

    @cached_property
    def by_unit(self) -> Mapping[str, Sequence[Sitting]]:
        """Who sits at each table and in each row that somebody sits at, seat by seat."""
        numbers = {seat.id: number for number, seat in enumerate(self.room.seats)}
        found: dict[str, list[Sitting]] = {unit.id: [] for unit in self.room.units}
        for sitting in sorted(self.sittings, key=lambda each: numbers[each.seat.id]):
            found[sitting.unit.id].append(sitting)
        return {unit: sittings for unit, sittings in found.items() if sittings}

    def in_order_of_seats(self) -> Iterator[Sitting]:
        """Everybody by table and seat, as cards are laid."""
        for sittings in self.by_unit.values():
            yield from sittings

    def _sittings(self) -> Iterator[Sitting]:
        room = self.room
        for each in self.loaded.everybody:
            if seat := room.seat_of.get(self.loaded.placing.get(each.sitter.id, "")):
                yield Sitting(each, seat, room.unit_of[seat.unit])

    def office(self, sitting: Sitting) -> str:
        """The office under a name in the language of the paper; a companion and an office have none."""
        entry = sitting.seated.entry
        if entry is None or sitting.is_companion or (entry.who.person is None and not entry.who.printed):
            return ""
        return wording(entry.title, self.language).text


class Letterer:
    """How the people of a plan are lettered, by the forms of address that the office uses (R86)."""

    def __init__(self, plan: SeatedPlan) -> None:
        event = plan.event
        self.plan = plan
        self.addressing = Addressing(event, day=event.held_on, fallback=plan.language, with_all=True)

    def for_readers(self, sitting: Sitting) -> Lettering:
        """The name as the table reads it, in the language of the paper."""
        return self._lettered(sitting, self.plan.language)

    def for_sitter(self, sitting: Sitting) -> Lettering:
        """
        The name as the guest reads it: by the form of address in the language in which the office writes.

        A guest whose own script that language does not have reads the bare name in the own script.
        """
        who = self._who(sitting)
        lettered = self._lettered(sitting, self.language_of(sitting))
        for language in who.person.languages if who.person else ():
            own = name_in(who.person, language) if who.person else ""
            if own and _script(own) is not _script(lettered.name):
                return Lettering(own, (), language)
        return lettered

    def names_to_look_up(self, sitting: Sitting) -> list[str]:
        """
        The names under which somebody looks for the own seat.

        Shape: first the one that lists are sorted by, as “Sample, Ana”, then the name in the own script where
        that is another; one that is sorted by in another script than that of the paper stands as it is read.
        """
        name, person = sitting.sitter.name, self._who(sitting).person
        is_sorted = person is not None and _script(person.sort_name) is _script(name)
        first = person.sort_name if person is not None and is_sorted else capfirst(name)
        own = self.for_sitter(sitting)
        known = {_script(first)}
        names = (
            [name_in(person, language) for language in (*person.languages, own.language)] if person else []
        )
        return [first, *(each for each in dict.fromkeys(names) if _is_new_script(each, known))]

    def language_of(self, sitting: Sitting) -> str:
        """The language in which the office writes to somebody; companions have that of their guest."""
        if person := self._who(sitting).person:
            return self.addressing.language_of(person)
        return self.addressing.language_of(self.addressing.guest(sitting.who.key).person)

    def name(self, sitting: Sitting, language: str) -> str:
        """The bare name of somebody in a language."""
        who = self._who(sitting)
        if who.person is None and sitting.is_companion:
            return capfirst(sitting.sitter.name)
        return self.addressing.name(who, language) or sitting.sitter.name

    def _who(self, sitting: Sitting) -> Addressed:
        if not sitting.is_companion:
            return self.addressing.guest(sitting.who.key)
        return Addressed(sitting.who.key, self._companion(sitting), is_companion=True)

    def _companion(self, sitting: Sitting) -> Person | None:
        key = sitting.seated.person
        return self.addressing.people.get(key) if key else None

    def _lettered(self, sitting: Sitting, language: str) -> Lettering:
        """The line that holds the name stands apart from the others, which are around it."""
        who, name = self._who(sitting), self.name(sitting, language)
        form = self.addressing.form(who, Purpose.CARD, language)
        lines = list(form.lines) if form and form.lines else [name]
        called = next((line for line in lines if name in line), lines[0])
        lines.remove(called)
        return Lettering(called, tuple(lines), language)


def _is_new_script(name: str, known: set[Script]) -> bool:
    """Whether a name is in a script that is not among the known ones; it is from then on."""
    script = _script(name)
    is_new = bool(name) and script not in known
    known.add(script)
    return is_new


def _script(text: str) -> Script:
    return script_of(next((sign for sign in text if sign.isalpha()), ""))

"""Many people as the rules of address take them, read as values: no row is made of what is only read once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from chancery.directory.models import AddressForm, Person, PersonName, Tenure
from chancery.directory.queries.addressing import office_value
from chancery.directory.queries.tenures import current
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Gender,
    HeldOffice,
    NameOrder,
    PrintedName,
    Purpose,
)
from chancery.rules.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure with what a form of address needs of its office."""

    office_id: int
    basis: str
    begins: PartialDate | None
    ends: PartialDate | None
    office_class: str
    titles: Mapping[str, str]
    state: str


class Addressees:
    """
    The people that a condition finds, in one language; four queries, however many they are.

    `names` are by person in their order; who has none is not in it.
    """

    def __init__(self, wanted: Q, language: str) -> None:
        self.language = language
        self._people = _people(wanted)
        about = Q(person__in=Person.objects.filter(wanted).order_by().values("pk"))
        self.names = _names(about)
        self._tenures = _tenures(about)
        self._own_forms = _own_forms(about)

    def __contains__(self, person: int) -> bool:
        return person in self._people

    def addressee(self, person: int, *, office: int | None, day: date | None) -> Addressee:
        """
        Return somebody as holder of `office`, else of the first one; one held on the day, where one is given.

        Errors: KeyError for a person whom the condition did not find.
        """
        gender, honorifics = self._people[person]
        held = [each for each in self._tenures.get(person, ()) if office in (None, each.office_id)]
        tenure = next(iter(current(held, day) if day else held), None)
        return Addressee(
            names=tuple(self.names.get(person, ())),
            gender=Gender(gender),
            honorifics=honorifics,
            office=self._office(tenure) if tenure else None,
            own_forms=self._own_forms.get(person, {}),
        )

    def _office(self, held: Held) -> HeldOffice:
        office = office_value(held.office_class, held.titles, held.state, [self.language])
        return replace(office, basis=Basis(held.basis))


def _people(wanted: Q) -> dict[int, tuple[str, Mapping[str, str]]]:
    rows = Person.objects.filter(wanted).order_by("pk").values_list("pk", "gender", "honorifics")
    return {key: (gender, honorifics) for key, gender, honorifics in rows}


def _names(about: Q) -> Mapping[int, Sequence[PrintedName]]:
    rows = PersonName.objects.filter(about).order_by("person_id", "position")
    found: defaultdict[int, list[PrintedName]] = defaultdict(list)
    for person, printed, given, family, language, order in rows.values_list(
        "person_id", "printed", "given", "family", "language", "order"
    ):
        found[person].append(PrintedName(printed, given, family, language, NameOrder(order)))
    return found


def _tenures(about: Q) -> Mapping[int, Sequence[Held]]:
    rows = Tenure.objects.filter(about).order_by("position", "id")
    found: defaultdict[int, list[Held]] = defaultdict(list)
    for person, *told in rows.values_list(
        *("person_id", "office_id", "basis", "begins", "ends"),
        *("office__office_class", "office__titles", "office__body__state"),
    ):
        found[person].append(Held(*told))
    return found


def _own_forms(about: Q) -> Mapping[int, Mapping[tuple[str, Purpose], str]]:
    rows = AddressForm.objects.filter(about).order_by("language", "purpose", "id")
    found: defaultdict[int, dict[tuple[str, Purpose], str]] = defaultdict(dict)
    for person, language, purpose, text in rows.values_list("person_id", "language", "purpose", "text"):
        found[person][language, Purpose(purpose)] = text
    return found

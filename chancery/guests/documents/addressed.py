"""
How the parties of one event are addressed: one way for cards, letters, notes and e-mails (R86).

Everything is loaded once, by a fixed number of queries; forms are worked out once for each purpose and
language. Names and offices are those of the day that is asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Prefetch, Q

from chancery.base.languages import wording
from chancery.directory.models import AddressForm, ContactPoint, Person, Relation, Tenure
from chancery.directory.queries import addressing
from chancery.directory.queries.people import name_in
from chancery.directory.queries.tenures import current
from chancery.events.models import Event, Participation
from chancery.guests.models import Companion
from chancery.rules.address import Addressee, Form, Forms, Purpose, Setting, form_for_couple


@dataclass(frozen=True, slots=True)
class Addressed:
    """
    Somebody who is addressed, by the key of the participation; a companion by that of the guest.

    `person` is None for an office whose holder is not known, a body, and a companion known by name only.
    """

    guest: int
    person: Person | None
    is_companion: bool = False


class Addressing:
    """The people of one event and how they are addressed on `day`; None for whenever they held office."""

    def __init__(self, event: Event, *, day: date | None, fallback: str, with_all: bool = False) -> None:
        """Shape: with `with_all` also those who neither stand on the list nor have a party, as hosts."""
        self.event, self.day, self.fallback = event, day, fallback
        self.guests = _guests(event, Q() if with_all else _INVITED)
        self.companions = _companions(event)
        self.people = people_with_forms(Q(pk__in=self._people()))
        self._couples = _couples(event)
        # Parties are written to one after the other, so little need be kept.
        self._forms_of = lru_cache(maxsize=100)(self._work_out)
        self._form_of_party = lru_cache(maxsize=1000)(self._work_out_for_party)

    def _people(self) -> set[int]:
        guests = {guest.person_id for guest in self.guests.values()}
        companions = {each.person_id for party in self.companions.values() for each in party}
        return {key for key in guests | companions if key is not None}

    def guest(self, key: int) -> Addressed:
        """The guest of a party, by the key of the participation."""
        person = self.guests[key].person_id
        return Addressed(key, self.people.get(person) if person else None)

    def language_of(self, person: Person | None) -> str:
        """The first language of a person in which the office writes, else that of the paper."""
        written = self.event.organiser.languages
        spoken = person.languages if person else []
        return next((language for language in spoken if language in written), self.fallback)

    def name(self, who: Addressed, language: str) -> str:
        """The name of somebody in a language: of a person, an office whose holder is not known, or a body."""
        if who.person:
            return name_in(who.person, language)
        guest = self.guests[who.guest]
        names = guest.office.titles if guest.office else guest.body.names if guest.body else {}
        return wording(names, language).text

    def form(self, who: Addressed, purpose: Purpose, language: str) -> Form | None:
        """How somebody is addressed; None for whoever is not in the directory as a person."""
        return self._forms_of(who, language).form(purpose) if who.person else None

    def form_of_party(self, key: int, purpose: Purpose, language: str) -> Form:
        """
        How a party is addressed: a guest who comes with the partner together with the partner (R31, R86).

        Shape: an office whose holder is not known is addressed by the office; for a body, and for a name
        that nobody wrote in the language, there may be no lines.
        """
        return self._form_of_party(key, purpose, language)

    def _work_out_for_party(self, key: int, purpose: Purpose, language: str) -> Form:
        forms = self._forms_of(self.guest(key), language)
        partner = self.partner_of(key)
        second = self.addressee(partner, language) if partner and partner.person else None
        if second is not None and purpose is not Purpose.CLOSING:
            return form_for_couple(forms.addressee, second, purpose, forms.setting)
        return forms.form(purpose)

    def _work_out(self, who: Addressed, language: str) -> Forms:
        addressee = self.addressee(who, language) or self._vacant(who.guest, language)
        return Forms(addressee, self._setting(language))

    def partner_of(self, key: int) -> Addressed | None:
        """The partner of a guest, where he or she is among the companions of the party."""
        person = self.guests[key].person_id
        for companion in self.companions.get(key, ()):
            if person and companion.person_id and frozenset((person, companion.person_id)) in self._couples:
                return Addressed(key, self.people.get(companion.person_id), is_companion=True)
        return None

    def addressee(self, who: Addressed, language: str) -> Addressee | None:
        """A person as the rules of address take it, with the office that counts."""
        if who.person is None:
            return None
        return addressing.addressee_of(
            who.person,
            names=sorted(who.person.names.all(), key=lambda name: name.position),
            tenure=self.tenure_that_counts(who),
            languages=[language],
            own_forms=list(who.person.address_forms.all()),
        )

    def tenure_that_counts(self, who: Addressed) -> Tenure | None:
        """The office that the plan fixes, else the first one held; on the day, where one is asked for."""
        tenures = list(who.person.tenures.all()) if who.person else []
        fixed = None if who.is_companion else self.guests[who.guest].office_id
        if fixed is not None:
            tenures = [tenure for tenure in tenures if tenure.office_id == fixed]
        return next(iter(current(tenures, self.day) if self.day else tenures), None)

    def _vacant(self, key: int, language: str) -> Addressee:
        office = self.guests[key].office
        return Addressee(office=addressing.vacant_office(office, [language])) if office else Addressee()

    def _setting(self, language: str) -> Setting:
        return addressing.setting_of(self.event.organiser, language)


def people_with_forms(wanted: Q) -> dict[int, Person]:
    """People by their key, with what their forms of address and their letters need."""
    tenures = Tenure.objects.select_related("office__body").order_by("position", "id")
    return (
        Person.objects.filter(wanted)
        .prefetch_related(
            "names",
            Prefetch("tenures", tenures),
            Prefetch("address_forms", AddressForm.objects.order_by("language", "purpose", "id")),
            Prefetch("contact_points", ContactPoint.objects.order_by("position", "id")),
        )
        .in_bulk()
    )


# Whoever stands on the list, and whoever has a party in another capacity.
_INVITED = Q(capacity__in=Participation.OF_GUESTS) | Q(invitation__isnull=False)


def _guests(event: Event, wanted: Q) -> dict[int, Participation]:
    return Participation.objects.filter(wanted, event=event).select_related("office__body", "body").in_bulk()


def _companions(event: Event) -> Mapping[int, Sequence[Companion]]:
    found: dict[int, list[Companion]] = {}
    rows = Companion.objects.filter(invitation__guest__event=event).order_by("position", "id")
    for companion in rows.select_related("invitation"):
        found.setdefault(companion.invitation.guest_id, []).append(companion)
    return found


def _couples(event: Event) -> set[frozenset[int]]:
    """The pairs of spouses one of whom is a companion at the event."""
    one = Q(person__accompanies__invitation__guest__event=event)
    other = Q(other__accompanies__invitation__guest__event=event)
    rows = Relation.objects.filter(one | other, kind=Relation.Kind.SPOUSE)
    return {frozenset(pair) for pair in rows.values_list("person_id", "other_id")}

"""The circumstances of one act: whose table is used where, and what that says of an office."""

from dataclasses import dataclass

from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.values import Ceremony, HeldOffice
from chancery.rules.precedence.wording import place_name, plain, word_set

_TAIL = word_set("of de del du des d da do dos la al ale din von for")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """
    A profile at a ceremony; what the ceremony leaves open is taken from the scope of the profile.

    Shape: `own_state` is the state whose offices the table holds, `here` the state of the act, both as
    `state_of` writes them; `places` the town and region of the act as `place_name` writes them.
    """

    profile: Profile
    ceremony: Ceremony
    own_state: str
    here: str
    places: frozenset[str]

    @classmethod
    def of(cls, profile: Profile, ceremony: Ceremony) -> "Circumstances":
        """Put a profile and a ceremony together."""
        host = state_of(ceremony.host_state)
        own = state_of(profile.scope.state) or host
        places = frozenset(map(place_name, ceremony.places or profile.scope.places))
        return cls(profile, ceremony, own, host or own, places)

    def is_own(self, office: HeldOffice, state: str) -> bool | None:
        """Whether an office belongs to the state of the table; None where one of the two is not recorded."""
        of_office = state_of(office.state or state)
        return of_office == self.own_state if of_office and self.own_state else None

    def is_accredited_here(self, office: HeldOffice) -> bool | None:
        """Whether a head of mission is accredited to the state of the act; None where it is not known."""
        if not office.accredited_to:
            return True
        return state_of(office.accredited_to) == self.here if self.here else None

    def is_local(self, office: HeldOffice) -> bool | None:
        """Whether the territory of an office is the place of the act; None where one is not recorded."""
        if not self.places:
            return None
        if office.territory:
            return place_name(office.territory) in self.places
        words = plain(f"{office.title} {office.body}")
        if any(f" {place} " in f" {words} " for place in self.places):
            return True
        return False if _TAIL & set(words.split()[1:]) else None

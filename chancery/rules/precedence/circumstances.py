"""The circumstances of one act: whose table is used where, and what that says of an office."""

from dataclasses import dataclass
from functools import lru_cache

from chancery.rules.precedence.claims import Settled
from chancery.rules.precedence.profile import Profile
from chancery.rules.precedence.states import is_code, state_of
from chancery.rules.precedence.values import Ceremony, HeldOffice
from chancery.rules.precedence.wording import place_name, plain, word_set

# How tables themselves say that an office is held where the act is, or elsewhere.
_INSIDE = (
    *("within own", "within their own", "within the own", "within his own", "within her own", "in own state"),
    *("where the act is held", "where the ceremony is held", "of that autonomous community"),
)
_INSIDE_AT_THE_END = (" of the place", " of the state", " of the commune", " for the province")
_OUTSIDE = ("outside own", "outside their", "outside his", "outside her", "when outside own state")
_TAIL = word_set("of de del du des d da do dos la al ale din von for por pour per pentru")


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
        """Whether an office belongs to the state of the table; None where one of the two is not known."""
        of_office = state_of(office.state or state)
        return of_office == self.own_state if is_code(of_office) and self.own_state else None

    def is_accredited_here(self, office: HeldOffice, state: str) -> bool | None:
        """
        Whether a head of mission is accredited to the state of the act; None where it is not known.

        Shape: who is sent by the state of the act is accredited elsewhere; of others it is taken for granted.
        """
        if not office.accredited_to:
            return not self.here or state_of(office.state or state) != self.here
        return state_of(office.accredited_to) == self.here if self.here else None

    def is_local(self, settled: Settled) -> bool | None:
        """Whether the territory of an office is the place of the act; None where one is not recorded."""
        office = settled.office
        said = _said_by_title(plain(office.title))
        if said is not None:
            return said
        if not self.places:
            return None
        territory = office.territory or ("" if is_code(state_of(office.state)) else office.state)
        if territory:
            return place_name(territory) in self.places
        words = plain(f"{office.title} {office.body}")
        if any(f" {place} " in f" {words} " for place in self.places):
            return True
        return False if settled.names_more and _TAIL & set(words.split()[1:]) else None


@lru_cache(maxsize=5_000)
def _said_by_title(words: str) -> bool | None:
    """What a title says itself of where its office is held, None where it says nothing."""
    spaced = f" {words} "
    if words.endswith(_INSIDE_AT_THE_END) or any(f" {phrase} " in spaced for phrase in _INSIDE):
        return True
    return False if any(f" {phrase} " in spaced for phrase in _OUTSIDE) else None

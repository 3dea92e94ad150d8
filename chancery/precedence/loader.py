"""The protocol profiles that ship with Chancery, read once."""

from difflib import get_close_matches
from functools import cache
from importlib import resources

from chancery.precedence.fields import UnreadableProfile
from chancery.precedence.reading import parse_profile
from chancery.precedence.writing import dump_profile
from chancery.rules.precedence.profile import Profile

__all__ = [
    "UnknownProfile",
    "UnreadableProfile",
    "dump_profile",
    "keys",
    "parse_profile",
    "profile",
    "profiles",
]
_FOLDER = resources.files("chancery.precedence") / "profiles"


class UnknownProfile(LookupError):
    """There is no profile of this key; `near` are keys that may be meant, all keys where none is near."""

    def __init__(self, key: str) -> None:
        self.key = key
        beginning = tuple(known for known in keys() if key and known.startswith(key))
        self.near = beginning or tuple(get_close_matches(key, keys(), n=3)) or keys()
        super().__init__(f"There is no profile “{key}”; write one of: {', '.join(self.near)}.")


@cache
def keys() -> tuple[str, ...]:
    """The keys of all profiles, in the order of the alphabet."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def profile(key: str) -> Profile:
    """
    One profile.

    Errors: UnknownProfile for a key that does not exist.
    """
    if key not in keys():
        raise UnknownProfile(key)
    name = f"{key}.toml"
    return parse_profile((_FOLDER / name).read_text(encoding="utf-8"), name)


@cache
def profiles() -> tuple[Profile, ...]:
    """All profiles, by key."""
    return tuple(profile(key) for key in keys())

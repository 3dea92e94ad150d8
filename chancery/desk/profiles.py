"""The protocol profiles an office can choose from."""

from chancery.accounts.models import Organiser


def profile_choices() -> list[tuple[str, str]]:
    """Return short name and title of every profile, in the order of the titles."""
    default = Organiser._meta.get_field("profile").get_default()
    return [(default, default)]

"""The browser and the system of a visitor, in a word each, as the browser says of itself."""

from ua_parser import parse

# Longer ones are no browser's, and take long to compare.
MOST_CHARACTERS = 500


def named_in(user_agent: str) -> tuple[str, str]:
    """Return browser and system: `("Firefox", "Windows")`; what is not known is empty."""
    found = parse(user_agent[:MOST_CHARACTERS])
    browser = found.user_agent.family if found.user_agent else ""
    system = found.os.family if found.os else ""
    return browser[:60], system[:60]

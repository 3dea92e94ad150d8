"""Icons and flags as HTML: for the eye only, the word beside them says the same."""

from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

# These point somewhere, and so turn round where the script runs from right to left.
TURNING_ICONS = frozenset({"next", "back", "undo"})


@lru_cache(maxsize=128)
def icon(name: str) -> SafeString:
    """Return the symbol `name` of icons.svg."""
    turns = " icon-turns" if name in TURNING_ICONS else ""
    address = f"{static('base/icons.svg')}#{name}"
    return format_html('<svg class="icon{}" aria-hidden="true"><use href="{}"></use></svg>', turns, address)


@lru_cache(maxsize=512)
def flag(state: str) -> SafeString | str:
    """Return the small flag of a state by its two-letter code; nothing without a code."""
    if not state:
        return ""
    address = static(f"base/flags/{state.lower()}.svg")
    return format_html('<img class="flag" src="{}" alt="" width="18" height="13" loading="lazy">', address)

"""Arabic: the preposition of belonging (general knowledge; needs a native check)."""

_ARTICLE = "ال"


def belonging_to(noun: str) -> str:
    """Put "li" before a noun: an article loses its alif, so that "المغرب" gives "للمغرب"."""
    return f"لل{noun[2:]}" if noun.startswith(_ARTICLE) else f"ل{noun}"

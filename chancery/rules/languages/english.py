"""English: the article before the name of a state."""

import re

# Names that are plural or built on a common noun; all other names of states stand without an article.
_NOUNS = (
    "Republic|Kingdom|Federation|Confederation|States|Emirates|Islands|Union|Principality|Sultanate|Commonwealth|"
    "Duchy|State|Territories|See|Philippines|Netherlands|Bahamas|Maldives|Comoros|Gambia|Nations"
)
_BUILT_ON_A_NOUN = re.compile(rf"(?:.+ )?(?:{_NOUNS})(?: of .+)?")


def with_article(state: str) -> str:
    """
    Return the name of a state as it stands after "of" or "for".

    Shape: "France" stays, "Kingdom of Spain" and "Netherlands" take "the"; a name with its article keeps it.
    """
    if state[:4].lower() == "the ":
        return f"the {state[4:]}"
    return f"the {state}" if _BUILT_ON_A_NOUN.fullmatch(state) else state

"""French: how the names of states and bodies are joined by `de` and `à`."""

import unicodedata
from functools import cache

from babel import Locale

# The rule of gender, the names without an article and the plural ones were read in
# https://fr.scribd.com/presentation/466978789/Le-genre-du-pays-preposition4-pptx,
# the rest is general knowledge.
_WITHOUT_ARTICLE = {
    *(
        "Bahreïn",
        "Chypre",
        "Cuba",
        "Curaçao",
        "Djibouti",
        "Gibraltar",
        "Haïti",
        "Kiribati",
        "Madagascar",
        "Malte",
    ),
    *("Maurice", "Monaco", "Nauru", "Niue", "Porto Rico", "Singapour", "Taïwan", "Tuvalu", "Vanuatu"),
    *("Saint-Marin", "Saint-Christophe-et-Niévès", "Saint-Vincent-et-les Grenadines", "Sao Tomé-et-Principe"),
    *("Trinité-et-Tobago", "Sint Maarten"),
}
_PLURAL = {
    "Bahamas",
    "Comores",
    "Fidji",
    "Maldives",
    "Palaos",
    "Pays-Bas",
    "Philippines",
    "Seychelles",
    "Tonga",
}
_MASCULINE_IN_E = {"Belize", "Cambodge", "Congo-Brazzaville", "Mexique", "Mozambique", "Suriname", "Zimbabwe"}
_FEMININE_NOT_IN_E = {"Afrique du Sud", "Corée du Nord", "Corée du Sud", "Guinée-Bissau", "Macédoine du Nord"}
_KEEPING_THE_ARTICLE = {
    **dict.fromkeys(("Barbade", "Dominique", "Grenade", "Jamaïque"), "de la"),
    **dict.fromkeys(("Équateur", "Inde", "Uruguay"), "de l’"),
}
_OTHER_NAMES = {
    *(
        "Bélarus",
        "Birmanie",
        "Bosnie-et-Herzégovine",
        "Cabo Verde",
        "Congo",
        "Myanmar",
        "Palestine",
        "Timor-Leste",
    ),
    *("Vatican", "Viet Nam", "Vietnam"),
}
# A long name follows its first noun.
_FIRST_NOUNS = {
    **dict.fromkeys(("République", "Fédération", "Confédération", "Principauté"), "de la"),
    **dict.fromkeys(
        ("Royaume", "Royaume-Uni", "Grand-Duché", "Sultanat", "Saint-Siège", "Commonwealth"), "du"
    ),
    **dict.fromkeys(("État", "Union", "Ordre"), "de l’"),
    **dict.fromkeys(("États", "États-Unis", "Émirats", "Îles", "Territoires", "Nations"), "des"),
}
_CONTRACTIONS = {"le ": "au ", "les ": "aux "}


def elides(word: str) -> bool:
    """Whether `de` and `le` lose their vowel before the word; of the names in h only Haïti is mute."""
    bare = unicodedata.normalize("NFD", word).lower()
    return bare[:1] in tuple("aeiou") or bare.startswith("hai")


def de_state(state: str) -> str | None:
    """
    Join the name of a state by `de`, as in the title of an ambassador: "de France", "du Portugal".

    Shape: None for a name whose gender and article are not known, so that nobody guesses.
    """
    first = state.split(" ")[0]
    joint = _FIRST_NOUNS.get(first) or _KEEPING_THE_ARTICLE.get(state)
    if joint:
        return _glued(joint, state)
    if state not in _known_names():
        return None
    if state in _PLURAL:
        return f"des {state}"
    if elides(state):
        return f"d’{state}"
    return f"du {state}" if _is_masculine(state) else f"de {state}"


def a_body(noun_phrase: str) -> str:
    """Join a noun with its article by `à`: "le Ministère" gives "au Ministère"."""
    for article, contracted in _CONTRACTIONS.items():
        if noun_phrase.lower().startswith(article):
            return contracted + noun_phrase[len(article) :]
    return (
        f"à {noun_phrase[:1].lower()}{noun_phrase[1:]}" if _has_article(noun_phrase) else f"à {noun_phrase}"
    )


def _has_article(noun_phrase: str) -> bool:
    return noun_phrase.lower().startswith(("la ", "l’", "l'"))


def _glued(joint: str, state: str) -> str:
    return joint + state if joint.endswith("’") else f"{joint} {state}"


def _is_masculine(state: str) -> bool:
    if state in _WITHOUT_ARTICLE or state in _FEMININE_NOT_IN_E or state.startswith("Sainte-"):
        return False
    return state in _MASCULINE_IN_E or not state.endswith("e")


@cache
def _known_names() -> frozenset[str]:
    return frozenset(Locale("fr").territories.values()) | _OTHER_NAMES

"""Bodies as they stand within a sentence, whole and short, as notes verbales name them (R85)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from chancery.rules.address.facts import base_of
from chancery.rules.languages import azerbaijani, french

# Nouns that a body is called by; a name that begins otherwise is a name of its own and takes no article.
_ENGLISH = re.compile(
    r"(?:(?:Royal|Permanent|Apostolic|Honorary|Federal|National|European|Supreme|Constitutional|Diplomatic)"
    r" )*"
    r"(?:Embassy|High Commission|Consulate(?:-General| General)?|Mission|Delegation|Nunciature|Ministry|"
    r"Department|Office|Government|Presidency|Parliament|Senate|Chamber|Assembly|Court|Secretariat|"
    r"Commission|Council|Museum|Library|Centre|Academy|University|Institute|Foundation|Municipality|"
    r"City Hall|Corps|Protocol)\b"
)
_FRENCH: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("Ambassade", "Université", "Académie", "Institut", "Assemblée", "Office", "Union"), "l’"
        ),
        **dict.fromkeys(
            ("Mission", "Délégation", "Nonciature", "Présidence", "Fondation", "Mairie", "Cour", "Chambre"),
            "la ",
        ),
        **dict.fromkeys(
            (
                *("Ministère", "Consulat", "Haut-Commissariat", "Gouvernement", "Parlement", "Sénat"),
                *("Secrétariat", "Conseil", "Corps", "Département", "Protocole", "Musée", "Centre"),
            ),
            "le ",
        ),
    }
)
_ARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"en": ("The ",), "fr": ("Le ", "La ", "Les ", "L’", "L'")}
)
_ROMANIAN = (
    *("Ambasada", "Ministerul", "Consulatul", "Misiunea", "Nunțiatura", "Primăria", "Președinția"),
    *("Guvernul", "Parlamentul", "Fundația", "Universitatea"),
)
_CUTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {"en": re.compile(r" (?:of|for|to|in) "), "fr": re.compile(r" (?:de |du |des |d[’'])")}
)


def body_in_sentence(name: str, language: str) -> str:
    """
    Write the name of a body with the article it takes within a sentence.

    Shape: "the Embassy of France", "l’Ambassade de France"; Romanian and Azerbaijani nouns carry theirs, and
    a name that begins with no known noun stays as it is.
    """
    match base_of(language):
        case "en":
            return f"the {name}" if _ENGLISH.match(name) else name
        case "fr":
            first = name.split(" ")[0]
            return _FRENCH.get(first, _FRENCH.get(first.split("-")[0], "")) + name
    return name


def office_in_sentence(title: str, language: str) -> str:
    """
    Write the title of an office with its article: "the Ambassador of France", "l’Ambassadeur de France".

    Shape: French takes the unmarked "le" before a consonant, because nobody knows who holds the office;
    Romanian and Azerbaijani titles stand as they are recorded.
    """
    match base_of(language):
        case "en":
            return f"the {title}"
        case "fr":
            return f"l’{title}" if french.elides(title) else f"le {title}"
    return title


def within_sentence(text: str, language: str) -> str:
    """
    Write words that begin large, such as a host line, within a sentence: "The Embassy" gives "the Embassy".

    Shape: only an article is made small; everything else keeps its letters.
    """
    articles = _ARTICLES.get(base_of(language), ())
    begins = next((article for article in articles if text.startswith(article)), "")
    return begins.lower() + text[len(begins) :]


def capitalised(text: str, language: str) -> str:
    """Begin a text large, with the dotted letter where the language has one."""
    if base_of(language) == "az":
        return azerbaijani.capitalised(text)
    return text[:1].upper() + text[1:]


def short_body(name: str, language: str) -> str:
    """
    Write a body in short, as the closing of a note does: "the Embassy", "le Ministère", "Ambasada".

    Shape: with its article; whole where it is not known how the name is shortened.
    """
    language = base_of(language)
    if language == "ro":
        first = name.split(" ")[0]
        return first if first in _ROMANIAN else name
    cut = _CUTS.get(language)
    whole = body_in_sentence(name, language)
    return cut.split(whole, maxsplit=1)[0] if cut and whole != name else whole

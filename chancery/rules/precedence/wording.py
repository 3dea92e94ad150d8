"""The wording of titles, offices and places, brought to a form in which two spellings are the same text."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ə": "e", "ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_NOT_A_WORD = re.compile(r"[\W_]+")
_AD_INTERIM = re.compile(r"\b(?:a i|ad interim)\b")
# "a. D.": no longer in office.
_OUT_OF_OFFICE = re.compile(r"\b(?:a d|ausser dienst)$")
# "ex" written together with the office.
_EX = re.compile(r"\bex(?=(?:vice)?(?:presiden|minist|premier|alcald|embajad|ambass|senador|diputad|deputa))")
_COURTESY = re.compile(
    r"^(?:(?:h e|h m|h h|his|her|their|your|excellency|majesty|holiness|mr|mrs|ms|dr|prof|the|"
    r"right honourable|honourable|s e|s m|son|sa|excellence|monsieur|madame|m|mme|l|domnul|doamna) )+"
)


def word_set(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


# Words that only join parts of a title and carry no office of their own.
_SILENT = frozenset({"the"})


def _pairs(text: str) -> dict[str, str]:
    """Words that follow each other in twos."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Offices as they are written of a woman and of a man, where more than a last "e" differs.
_OF_A_WOMAN = _pairs("""
presidenta presidente vicepresidenta vicepresidente ministra ministro viceministra viceministro
alcaldesa alcalde consejera consejero conselheira conselheiro directora director diretora diretor
delegada delegado defensora defensor senadora senador diputada diputado deputada deputado
secretaria secretario subsecretaria subsecretario embajadora embajador embaixadora embaixador
encargada encargado encarregada encarregado rectora rector reitora reitor gobernadora gobernador
governadora governador procuradora procurador provedora provedor magistrada magistrado
primera primero segunda segundo tercera tercero antigua antiguo antiga antigo ancienne ancien
premiere premier conseillere conseiller senatrice senateur directrice directeur prefete prefet
deputee depute chanceliere chancelier prasidentin prasident kanzlerin kanzler
bundeskanzlerin bundeskanzler bundesministerin bundesminister ministerin minister
botschafterin botschafter
""")
# The kinds of place, which one writer adds and the next leaves out.
_KINDS_OF_PLACE = word_set(
    "state states province region community autonomous city town municipality commune department county "
    "land canton territory of the de la le los las comunidad autonoma ciudad ville departement orasul "
    "judetul municipiul"
)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """
    Write a text as lower-case words without marks, one space between them.

    Shape: letters of any script are kept; hyphens, underscores, dots and apostrophes part words, and
    "a.i." and "ad interim" both become "ai".
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_PLAIN)
    return _OUT_OF_OFFICE.sub("emeritus", _AD_INTERIM.sub("ai", _NOT_A_WORD.sub(" ", letters).strip()))


@lru_cache(maxsize=50_000)
def stem(text: str) -> str:
    """
    Bring a title to the form by which titles are compared.

    Shape: as `plain`, without forms of courtesy in front and without articles, in the form for men, and every
    word without the endings "s" and "e", so that "Former Presidents" and "former president" are one text.
    """
    bare = _EX.sub("ex ", _COURTESY.sub("", plain(text)))
    return " ".join(_shortened(word) for word in bare.split() if word not in _SILENT)


@lru_cache(maxsize=5_000)
def place_name(text: str) -> str:
    """Write the name of a place without its kind: "State of Texas" and "texas" are one place."""
    words = plain(text).split()
    return " ".join(word for word in words if word not in _KINDS_OF_PLACE) or " ".join(words)


def _shortened(word: str) -> str:
    word = _OF_A_WOMAN.get(word, word)
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s").removesuffix("e")

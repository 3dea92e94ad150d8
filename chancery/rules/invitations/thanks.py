"""For what somebody is thanked after an event, in a letter and in a note verbale (R107)."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from chancery.rules.address.facts import base_of


class Deed(StrEnum):
    """What somebody did at an event, in the order in which a letter names it."""

    SPOKE = "spoke"
    MODERATED = "moderated"
    READ = "read"
    PRAYED = "prayed"
    SENT_MESSAGE = "sent-message"
    PERFORMED = "performed"
    INTERPRETED = "interpreted"
    LENT = "lent"
    HOUSED = "housed"
    WREATH = "wreath"
    TRIBUTE = "tribute"
    CAME = "came"


# Each deed as a phrase that can stand in a list: what is written to the guest, and what a note says.
_LETTER: Mapping[str, Mapping[Deed, str]] = MappingProxyType(
    {
        "en": {
            Deed.SPOKE: "the words you spoke",
            Deed.MODERATED: "your moderation",
            Deed.READ: "what you read to us",
            Deed.PRAYED: "your prayer",
            Deed.SENT_MESSAGE: "the message you sent",
            Deed.PERFORMED: "your performance",
            Deed.INTERPRETED: "your interpreting",
            Deed.LENT: "the works you lent to the exhibition",
            Deed.HOUSED: "the rooms you placed at our disposal",
            Deed.WREATH: "the flowers you laid",
            Deed.TRIBUTE: "the tribute you paid",
            Deed.CAME: "your presence",
        },
        "fr": {
            Deed.SPOKE: "de l’allocution que vous avez prononcée",
            Deed.MODERATED: "de votre travail d’animation",
            Deed.READ: "de la lecture que vous avez donnée",
            Deed.PRAYED: "de votre prière",
            Deed.SENT_MESSAGE: "du message que vous avez adressé",
            Deed.PERFORMED: "de votre prestation artistique",
            Deed.INTERPRETED: "de votre travail d’interprétation",
            Deed.LENT: "des œuvres que vous avez prêtées pour l’exposition",
            Deed.HOUSED: "des locaux que vous avez mis à notre disposition",
            Deed.WREATH: "des fleurs que vous avez déposées",
            Deed.TRIBUTE: "de l’hommage que vous avez rendu",
            Deed.CAME: "de votre présence",
        },
        "ro": {
            Deed.SPOKE: "alocuțiunea pe care ați rostit-o",
            Deed.MODERATED: "moderarea pe care ați asigurat-o",
            Deed.READ: "lectura pe care ați susținut-o",
            Deed.PRAYED: "rugăciunea dumneavoastră",
            Deed.SENT_MESSAGE: "mesajul pe care l-ați transmis",
            Deed.PERFORMED: "momentul artistic pe care l-ați oferit",
            Deed.INTERPRETED: "interpretarea pe care ați asigurat-o",
            Deed.LENT: "lucrările pe care le-ați împrumutat pentru expoziție",
            Deed.HOUSED: "spațiul pe care l-ați pus la dispoziție",
            Deed.WREATH: "florile pe care le-ați depus",
            Deed.TRIBUTE: "omagiul pe care l-ați adus",
            Deed.CAME: "prezența dumneavoastră",
        },
        "az": {
            Deed.SPOKE: "etdiyiniz çıxış",
            Deed.MODERATED: "aparıcılığınız",
            Deed.READ: "oxuduğunuz mətn",
            Deed.PRAYED: "etdiyiniz dua",
            Deed.SENT_MESSAGE: "göndərdiyiniz müraciət",
            Deed.PERFORMED: "təqdim etdiyiniz bədii nömrə",
            Deed.INTERPRETED: "etdiyiniz tərcümə",
            Deed.LENT: "sərgi üçün verdiyiniz əsərlər",
            Deed.HOUSED: "ayırdığınız məkan",
            Deed.WREATH: "düzdüyünüz güllər",
            Deed.TRIBUTE: "göstərdiyiniz ehtiram",
            Deed.CAME: "iştirakınız",
        },
    }
)
_NOTE: Mapping[str, Mapping[Deed, str]] = MappingProxyType(
    {
        "en": {
            Deed.SPOKE: "the words spoken",
            Deed.MODERATED: "the moderation",
            Deed.READ: "the reading given",
            Deed.PRAYED: "the prayer said",
            Deed.SENT_MESSAGE: "the message sent",
            Deed.PERFORMED: "the performance given",
            Deed.INTERPRETED: "the interpreting provided",
            Deed.LENT: "the works lent to the exhibition",
            Deed.HOUSED: "the rooms placed at its disposal",
            Deed.WREATH: "the flowers laid",
            Deed.TRIBUTE: "the tribute paid",
            Deed.CAME: "the presence",
        },
        "fr": {
            Deed.SPOKE: "l’allocution prononcée",
            Deed.MODERATED: "l’animation assurée",
            Deed.READ: "la lecture donnée",
            Deed.PRAYED: "la prière dite",
            Deed.SENT_MESSAGE: "le message adressé",
            Deed.PERFORMED: "la prestation artistique offerte",
            Deed.INTERPRETED: "l’interprétation assurée",
            Deed.LENT: "les œuvres prêtées pour l’exposition",
            Deed.HOUSED: "les locaux mis à sa disposition",
            Deed.WREATH: "les fleurs déposées",
            Deed.TRIBUTE: "l’hommage rendu",
            Deed.CAME: "la présence",
        },
        "ro": {
            Deed.SPOKE: "alocuțiunea rostită",
            Deed.MODERATED: "moderarea asigurată",
            Deed.READ: "lectura susținută",
            Deed.PRAYED: "rugăciunea rostită",
            Deed.SENT_MESSAGE: "mesajul transmis",
            Deed.PERFORMED: "momentul artistic oferit",
            Deed.INTERPRETED: "interpretarea asigurată",
            Deed.LENT: "lucrările împrumutate pentru expoziție",
            Deed.HOUSED: "spațiul pus la dispoziție",
            Deed.WREATH: "florile depuse",
            Deed.TRIBUTE: "omagiul adus",
            Deed.CAME: "participarea",
        },
        "az": {
            Deed.SPOKE: "edilmiş çıxış",
            Deed.MODERATED: "aparıcılıq",
            Deed.READ: "oxunmuş mətn",
            Deed.PRAYED: "edilmiş dua",
            Deed.SENT_MESSAGE: "göndərilmiş müraciət",
            Deed.PERFORMED: "təqdim olunmuş bədii nömrə",
            Deed.INTERPRETED: "edilmiş tərcümə",
            Deed.LENT: "sərgi üçün verilmiş əsərlər",
            Deed.HOUSED: "ayrılmış məkan",
            Deed.WREATH: "düzülmüş güllər",
            Deed.TRIBUTE: "göstərilmiş ehtiram",
            Deed.CAME: "iştirak",
        },
    }
)
_AND: Mapping[str, str] = MappingProxyType({"en": "and", "fr": "et", "ro": "și", "az": "və"})
# What stands before each phrase but the first, where the language repeats it.
_AGAIN: Mapping[str, str] = MappingProxyType({"en": "for ", "ro": "pentru "})


def deeds_in_letter(deeds: Collection[Deed], language: str) -> str:
    """
    Write for what a letter thanks, as a list that goes on after its verb: “the words you spoke and for …”.

    Shape: in the order of `Deed`; empty without deeds, and in languages without words.
    Source: R107 in docs/rules/after.md.
    """
    return _listed(deeds, _LETTER, language)


def deeds_in_note(deeds: Collection[Deed], language: str) -> str:
    """Write the same as a note says it, which speaks to nobody."""
    return _listed(deeds, _NOTE, language)


def _listed(deeds: Collection[Deed], phrases: Mapping[str, Mapping[Deed, str]], language: str) -> str:
    base = base_of(language)
    if base not in phrases:
        return ""
    named = [phrases[base][deed] for deed in Deed if deed in deeds]
    again = _AGAIN.get(base, "")
    first, last = named[:-1], named[-1:]
    before = f", {again}".join(first)
    return f" {_AND[base]} {again}".join([part for part in (before, *last) if part])

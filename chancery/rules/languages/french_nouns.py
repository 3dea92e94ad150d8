"""French: the gender of the nouns that names of bodies, places and days are built on, and their articles."""

from chancery.rules.languages.french import elides


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# General knowledge; a noun that is not here and has none of the endings below gets no article.
_FEMININE = _words(
    """
    Académie Agence Ambassade Association Avenue Bibliothèque Brigade Caisse Cathédrale
    Chambre Chapelle Chorale
    Cinémathèque Commission Communauté Compagnie Confédération Cour Croix Délégation Direction
    Distinction École
    Église Esplanade Faculté Fédération Fête Fondation Force Galerie Gare Gendarmerie Grande Guilde Jetée
    Journée Ligue Maison Mairie Marine Médaille Médiathèque Mission Mosquée Municipalité Nouvelle Opération
    Organisation Pépinière Philharmonie Place Police Préfecture Présidence Présidente Presse Promenade Région
    République Rive
    Rue Salle Société Station Synagogue Télévision Tour Tribune Union Université Vieille
    Villa Ville Vice-présidente Radio
    """
)
_MASCULINE = _words(
    """
    Archevêché Armistice Bâtiment Boulevard Bureau Canal Centre Cercle Château Chœur Cimetière Club Collège
    Comité
    Comte Commissariat Conseil Conservatoire Consulat Corps Département Diocèse Embarcadère Ensemble État
    Festival Fonds Forum Foyer Gouvernement Grand Groupe Gymnase Hall Hymne Institut Jardin Jour Journal Lycée
    Magazine Mémorial Ministère Ministre Monument Mouvement Musée Nouveau Office Orchestre Ordre Palais Parc
    Parlement Patriarcat Pavillon Phare Pont Port Premier Président Prix Quai Quatuor Quartier Quintette
    Rectorat Réseau Royaume Sanctuaire Secrétariat Sénat Service Souvenir Stade Théâtre Tribunal Trio
    Vice-président Vieux
    """
)
_PLURAL = _words("Amis Amies Anciens Archives Forces Halles Jardins Nations Îles États")
_FEMININE_ENDINGS = (
    *("tion", "sion", "xion", "té", "ie", "ance", "ence", "ille", "aille", "ade", "tude", "ture", "esse"),
    *("ette", "rre"),
)
_MASCULINE_ENDINGS = ("age", "ment", "isme", "eau", "oir", "ier")
_EXCEPTIONS = _words(
    "stade grade silence incendie génie comité traité été côté arrêté page image plage cage eau peau"
)
_ARTICLES = ("le ", "la ", "les ", "l’", "l'")


def gender(noun: str) -> str:
    """
    Return "m", "f" or "p" for a plural, by the noun itself or its ending; empty where it is not certain.

    Shape: of a phrase the first word counts.
    """
    first = noun.split(" ")[0]
    for kind, nouns in (("f", _FEMININE), ("m", _MASCULINE), ("p", _PLURAL)):
        if first in nouns or first.capitalize() in nouns:
            return kind
    lowered = first.lower()
    if lowered in _EXCEPTIONS:
        return ""
    if lowered.endswith(_FEMININE_ENDINGS):
        return "f"
    return "m" if lowered.endswith(_MASCULINE_ENDINGS) else ""


def with_article(phrase: str) -> str:
    """
    Put the definite article before a phrase: "Ambassade d’Azerbaïdjan" gives "l’Ambassade d’Azerbaïdjan".

    Shape: a phrase that has one keeps it, with a small letter; empty where the gender is not certain.
    """
    if phrase.lower().startswith(_ARTICLES):
        return phrase[:1].lower() + phrase[1:]
    kind = gender(phrase)
    if not kind:
        return ""
    if kind == "p":
        return f"les {phrase}"
    if elides(phrase) or phrase.lower().startswith(("hymne", "hôtel", "hôpital", "œuvre")):
        return f"l’{phrase}"
    return f"{'la' if kind == 'f' else 'le'} {phrase}"


def of(phrase: str) -> str:
    """Join by `de`: "le Musée" gives "du Musée", "les Amis" "des Amis", "Ana" "d’Ana", "Paris" "de Paris"."""
    lowered = phrase.lower()
    if lowered.startswith("le "):
        return f"du {phrase[3:]}"
    if lowered.startswith("les "):
        return f"des {phrase[4:]}"
    return f"d’{phrase}" if elides(phrase) and not lowered.startswith("h") else f"de {phrase}"


def at(phrase: str) -> str:
    """Join by `à`: "le Musée" gives "au Musée", "les Halles" "aux Halles", "Paris" "à Paris"."""
    lowered = phrase.lower()
    if lowered.startswith("le "):
        return f"au {phrase[3:]}"
    return f"aux {phrase[4:]}" if lowered.startswith("les ") else f"à {phrase}"

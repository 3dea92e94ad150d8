"""The plan of a communiqué: its parts one after the other (R100)."""

from chancery.rules.communique.azerbaijani import Azerbaijani
from chancery.rules.communique.campaigns import write_campaigns, write_handed_in
from chancery.rules.communique.draft import Draft
from chancery.rules.communique.english import English
from chancery.rules.communique.facts import EventFacts
from chancery.rules.communique.french import French
from chancery.rules.communique.opening import write_opening
from chancery.rules.communique.present import write_attendance
from chancery.rules.communique.programme import write_programme
from chancery.rules.communique.romanian import Romanian
from chancery.rules.communique.said import remaining
from chancery.rules.communique.tongue import Tongue
from chancery.rules.communique.values import Composition

_TONGUES: dict[str, Tongue] = {
    tongue.language: tongue for tongue in (English(), French(), Romanian(), Azerbaijani())
}
LANGUAGES = tuple(_TONGUES)


def compose(facts: EventFacts, language: str) -> Composition:
    """
    Compose the communiqué of an event in one language.

    Shape: sentences in the order of the text; the same facts give the same text, in whatever order their rows
    are handed in. What is not written in the language stands in `missing`, once a fact.
    Errors: KeyError for a language that is not in LANGUAGES.
    Source: R100 to R106 and R111 in docs/rules/communique.md.
    """
    draft = Draft(facts, _TONGUES[language])
    write_opening(draft)
    write_attendance(draft)
    write_programme(draft)
    remaining(draft, (item.ref for item in facts.items))
    write_campaigns(draft)
    write_handed_in(draft)
    return draft.composition

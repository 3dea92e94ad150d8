"""What has to be known about an order as a whole: the scope of its table, the kind of act (R17-R20)."""

from chancery.rules.precedence import sources
from chancery.rules.precedence.profile import Level, Note
from chancery.rules.precedence.states import state_of
from chancery.rules.precedence.tables import Table
from chancery.rules.precedence.values import Act, Organiser
from chancery.rules.precedence.wording import place_name
from chancery.rules.reasons import Reason, gettext_noop
from chancery.rules.states import state_name

OTHER_PLACE = gettext_noop(
    "“%(profile)s” is made for acts in %(places)s, this act is in %(place)s: choose the table of the place."
)
OTHER_STATE = gettext_noop(
    "“%(profile)s” is a table of %(state)s, this act is in %(place)s: choose the table of the host state."
)
SPECIAL_ACT = gettext_noop(
    "A special act is ordered by its organiser, own customs first: this order holds where nobody was moved."
)
ORGANISED_BELOW = gettext_noop(
    "A region or town organises: table first, then own rules, then old local custom; "
    "the ranks of the State may not be changed among themselves."
)


def notes_on(table: Table) -> list[Reason]:
    """Collect what concerns every place of an order."""
    profile, ceremony = table.profile, table.ceremony
    notes = [*_other_state(table), *_other_place(table)]
    if has_territories(table):
        if ceremony.act is Act.SPECIAL:
            notes.append(Reason(SPECIAL_ACT, rule="R18", source=sources.SPANISH_DECREE))
        if is_organised_below(table):
            notes.append(Reason(ORGANISED_BELOW, rule="R19", source=sources.SPANISH_DECREE))
    return [*notes, *(_said(note, table) for note in profile.notes)]


def is_organised_below(table: Table) -> bool:
    """Whether a region or town organises the act (R19)."""
    return table.ceremony.organiser in (Organiser.REGION, Organiser.TOWN)


def has_territories(table: Table) -> bool:
    """Whether a table tells the ranks of the State from those of regions and towns."""
    return any(row.level is not Level.STATE for row in table.profile.rows)


def _other_place(table: Table) -> list[Reason]:
    scope, ceremony = table.profile.scope, table.ceremony
    wanted = {place_name(place) for place in scope.places}
    if not wanted or not ceremony.places or wanted & {place_name(place) for place in ceremony.places}:
        return []
    values = {
        "profile": table.profile.words(ceremony.language),
        "places": ", ".join(scope.places),
        "place": ", ".join(ceremony.places),
    }
    return [Reason(OTHER_PLACE, values, rule="R17", is_open=True)]


def _other_state(table: Table) -> list[Reason]:
    scope, ceremony = table.profile.scope, table.ceremony
    has_abroad = any(row.where == "abroad" for row in table.profile.rows)
    if not scope.state or not ceremony.host_state or has_abroad:
        return []
    if state_of(ceremony.host_state) == state_of(scope.state):
        return []
    values = {
        "profile": table.profile.words(ceremony.language),
        "state": _name(scope.state, ceremony.language),
        "place": _name(ceremony.host_state, ceremony.language),
    }
    return [Reason(OTHER_STATE, values, rule="R17", is_open=True)]


def _name(state: str, language: str) -> str:
    return state_name(state_of(state), language) or state


def _said(note: Note, table: Table) -> Reason:
    """A note is a text of the profile in its languages, not a sentence with places to fill."""
    text = note.text.get(table.ceremony.language) or note.text["en"]
    source = table.profile.source(note.source)
    return Reason("%(note)s", {"note": text}, rule=note.rule, source=source, is_open=note.is_open)

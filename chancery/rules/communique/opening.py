"""The beginning of a communiqué: headline, dateline and lead, and who stood behind the event (R100)."""

from chancery.rules.communique.draft import Basis, Draft
from chancery.rules.communique.facts import Backing, EventFacts, OccasionFact, PlaceFact
from chancery.rules.communique.tongue import Where, Why
from chancery.rules.communique.values import Part

ORGANISERS = ("organiser", "co-organiser")
# Kinds of occasions that somebody marks; an award or a visit is given by the title of the event.
_KEPT = frozenset({"anniversary", "observance", "national-day"})
# In the order in which they are told after the lead.
_BEHIND = ("host", "patron", "support", "sponsor", "partner")


def write_opening(draft: Draft) -> None:
    """Write headline, dateline, lead and the sentences that belong to the lead."""
    _headline(draft)
    _dateline(draft)
    _lead(draft)
    for role in _BEHIND:
        _backing(draft, role)
    for occasion in _occasions(draft.facts, "second"):
        _further_occasion(draft, occasion)
    basis = Basis()
    theme = draft.text(draft.facts.themes, basis, draft.facts.key("themes"))
    draft.say(Part.LEAD, theme and draft.tongue.theme(theme), basis)
    _places(draft)
    _broadcasts(draft)


def _headline(draft: Draft) -> None:
    basis = Basis()
    who = _names(draft, basis, ORGANISERS)
    why = _why(draft, basis)
    if who and why and why.is_kept:
        basis.add(draft.facts.key("kind"))
        draft.say(Part.HEADLINE, draft.tongue.headline(who, why, draft.facts.kind), basis)
        return
    basis = Basis()
    title = draft.text(draft.facts.titles, basis, draft.facts.key("titles"))
    who = _names(draft, basis, ORGANISERS[:1]) if title else []
    draft.say(Part.HEADLINE, draft.tongue.titled(who, title) if who else title, basis)


def _dateline(draft: Draft) -> None:
    basis = Basis()
    places = _in_sequence(draft.facts)
    town = _town(draft, places[0], basis) if places else ""
    day = draft.tongue.day(draft.facts.day) if draft.facts.day else ""
    if day:
        basis.add(draft.facts.key("day"))
    draft.say(Part.DATELINE, ", ".join(part for part in (town, day) if part), basis)


def _lead(draft: Draft) -> None:
    facts, basis = draft.facts, Basis()
    basis.add(facts.key("kind"))
    who = _names(draft, basis, ORGANISERS)
    where = _where(draft, basis)
    days = [day for day in (facts.day, facts.last_day) if day]
    if days:
        basis.add(facts.key("day"))
    sentence = draft.tongue.lead(who, facts.kind, where, days, _why(draft, basis))
    draft.say(Part.LEAD, sentence, basis, opens=True)


def _names(draft: Draft, basis: Basis, roles: tuple[str, ...]) -> list[str]:
    found = sorted(
        (each for each in draft.facts.backings if each.role in roles),
        key=lambda each: (roles.index(each.role), each.position, each.key),
    )
    named = [_name(draft, each, basis) for each in found]
    return [name for name in named if name]


def _name(draft: Draft, backing: Backing, basis: Basis) -> str:
    """Name a body, or a person with the capacity in which that one takes part (R102)."""
    known = [who for who in draft.facts.people if who.identity == backing.identity]
    if known and not backing.is_body:
        basis.add(backing.key)
        return draft.tongue.agent(draft.mention(min(known, key=lambda who: who.ref), basis))
    name = draft.text(backing.names, basis, backing.key)
    return draft.tongue.body(name) if backing.is_body else name


def _why(draft: Draft, basis: Basis) -> Why | None:
    main = _occasions(draft.facts, "main")
    return _reason(draft, main[0], basis) if main else None


def _occasions(facts: EventFacts, role: str) -> list[OccasionFact]:
    found = [each for each in facts.occasions if each.role == role]
    return sorted(found, key=lambda each: (each.position, each.ref))


def _reason(draft: Draft, occasion: OccasionFact, basis: Basis) -> Why | None:
    name = draft.text(occasion.names, basis, occasion.key)
    if not name:
        return None
    if occasion.number:
        basis.add(occasion.number_key)
    if occasion.happened_on:
        basis.add(occasion.date_key)
    return Why(
        name,
        occasion.number or None,
        is_keeping=occasion.is_keeping,
        is_anniversary=occasion.kind == "anniversary",
        is_kept=occasion.kind in _KEPT,
        day=occasion.happened_on,
    )


def _in_sequence(facts: EventFacts) -> list[PlaceFact]:
    return sorted(facts.places, key=lambda each: (each.position, each.ref))


def _town(draft: Draft, place: PlaceFact, basis: Basis) -> str:
    if place.is_town:
        return draft.text(place.names, basis, place.key)
    return draft.text(place.within, basis, f"place:{place.within_ref}")


def _where(draft: Draft, basis: Basis) -> Where | None:
    """Where it was: the venue, or of a march only the town; its stations have a sentence of their own."""
    places = _in_sequence(draft.facts)
    if not places:
        return None
    house = ""
    if places[0].role == "venue" and not places[0].is_town:
        house = draft.text(places[0].names, basis, places[0].key)
    return Where(house, _town(draft, places[0], basis))


def written_place(draft: Draft, place: PlaceFact, basis: Basis) -> Where:
    """Return a place with its town as they are written in the language."""
    house = "" if place.is_town else draft.text(place.names, basis, place.key)
    return Where(house, _town(draft, place, basis))


def _backing(draft: Draft, role: str) -> None:
    basis = Basis()
    who = _names(draft, basis, (role,))
    draft.say(Part.LEAD, (who and draft.tongue.backing(role, who)) or "", basis)


def _further_occasion(draft: Draft, occasion: OccasionFact) -> None:
    basis = Basis()
    why = _reason(draft, occasion, basis)
    draft.say(Part.LEAD, draft.tongue.further_occasion(why) if why else "", basis)


def _places(draft: Draft) -> None:
    places = _in_sequence(draft.facts)
    _route(draft, [each for each in places if each.role in ("start", "station", "end")])
    others = [each for each in places[1:] if each.role in ("venue", "parallel", "remote")]
    for place in others:
        basis = Basis()
        where = written_place(draft, place, basis)
        draft.say(
            Part.LEAD,
            draft.tongue.also_at(place.role, where) if any((where.house, where.town)) else "",
            basis,
        )


def _route(draft: Draft, places: list[PlaceFact]) -> None:
    basis = Basis()
    named = [(place.role, draft.text(place.names, basis, place.key)) for place in places]
    known = [(role, name) for role, name in named if name]
    draft.say(Part.LEAD, draft.tongue.route(known) if len(known) > 1 else "", basis)


def _broadcasts(draft: Draft) -> None:
    for channel in sorted(draft.facts.broadcasts, key=lambda each: each.number):
        draft.say(Part.LEAD, draft.tongue.broadcast(channel.kind, channel.name), Basis(channel.key))

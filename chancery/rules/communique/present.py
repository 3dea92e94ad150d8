"""Who was there, from high to low, and how many (R103, R125)."""

from collections.abc import Iterable

from chancery.rules.communique.draft import Basis, Draft
from chancery.rules.communique.facts import CategoryFact, ClaimFact, EventFacts, FigureFact, Texts, Who
from chancery.rules.communique.tongue import Claimed, Quantity
from chancery.rules.communique.values import Part
from chancery.rules.states import naming

# A list of names longer than this belongs into the attendance annex.
NAMED_AT_MOST = 20
_GUESTS = frozenset({"guest", "guest-of-honour", "host"})
_AWAY = frozenset({"absent", "stayed-away", "refused-entry"})


def write_attendance(draft: Draft) -> None:
    """Write the categories, those who are named in them, who was represented or away, and the figures."""
    _categories(draft)
    _guests_of_honour(draft)
    _named(draft)
    for who in _by_place(draft.facts.people):
        _represented(draft, who)
    _watched(draft)
    for who in _by_place(draft.facts.people):
        _absence(draft, who)
    for figure in sorted(draft.facts.figures, key=lambda each: (each.position, each.ref)):
        _figure(draft, figure)


def _categories(draft: Draft) -> None:
    basis, told = Basis(), []
    for category in told_categories(draft.facts):
        name = draft.label(category.names, basis, category.key)
        told += [name] if name else []
    draft.say(Part.ATTENDANCE, draft.tongue.attendance(told) if told else "", basis, opens=True)
    for category in told_categories(draft.facts):
        _states(draft, category)


def told_categories(facts: EventFacts) -> list[CategoryFact]:
    """Return the categories in order, those that are divided by their parts alone."""
    divided = {each.within for each in facts.categories}
    by_ref = {each.ref: each for each in facts.categories}
    leaves = [each for each in facts.categories if each.ref not in divided]
    return sorted(leaves, key=lambda each: _path(each, by_ref))


def _path(category: CategoryFact, by_ref: dict[str, CategoryFact]) -> list[tuple[int, str]]:
    """The positions from the outermost category inwards."""
    path, seen = [(category.position, category.ref)], {category.ref}
    while category.within in by_ref and category.within not in seen:
        category = by_ref[category.within]
        seen.add(category.ref)
        path.insert(0, (category.position, category.ref))
    return path


def _states(draft: Draft, category: CategoryFact) -> None:
    if not category.states:
        return
    basis = Basis(f"{category.key}:states")
    name = draft.label(category.names, basis, category.key)
    names = [naming.state_name(code, draft.tongue.language) or code for code in category.states]
    draft.say(Part.ATTENDANCE, draft.tongue.states(name, names) if name else "", basis)


def _present(facts: EventFacts) -> list[Who]:
    """Whoever is known to have been there; a mentioned one never is."""
    there = [each for each in facts.people if each.actual == "attended" and each.role != "mentioned"]
    return _by_place(there)


def _by_place(people: Iterable[Who]) -> list[Who]:
    return sorted(people, key=lambda each: (each.place is None, each.place or 0, each.ref))


def _contributing(facts: EventFacts) -> frozenset[str]:
    """The identities of those whom the programme names."""
    refs: set[str] = {each.speaker for each in facts.statements}
    for item in facts.items:
        refs |= {row.who for row in item.contributions} | {row.who for row in item.acts}
        refs |= {ref for row in item.messages for ref in (row.author, row.reader)}
        refs |= {
            ref
            for row in item.awards
            for ref in (row.laureate, row.laureate_with, row.receiver, row.presenter)
        }
    return frozenset(who.identity for who in facts.people if who.ref in refs)


def _guests_of_honour(draft: Draft) -> None:
    for role in ("presiding", "guest-of-honour"):
        basis = Basis()
        people = [who for who in _present(draft.facts) if who.role == role]
        named = draft.mentions([who.ref for who in people], basis)
        basis.add(*(who.actual_key for who in people))
        draft.say(Part.ATTENDANCE, draft.tongue.in_role(role, named) if named else "", basis)


def _named(draft: Draft) -> None:
    """Name guests who hold an office or a printed capacity; a private guest stays unnamed (R125)."""
    busy = _contributing(draft.facts)
    people = [who for who in _present(draft.facts) if who.role in _GUESTS - {"guest-of-honour"}]
    people = [who for who in people if who.identity not in busy and (who.capacity or who.nature != "person")]
    if len(people) > NAMED_AT_MOST:
        return
    categories = {each.ref: each for each in told_categories(draft.facts)}
    for ref in [*categories, ""]:
        of_it = [who for who in people if (who.category if who.category in categories else "") == ref]
        _among(draft, categories.get(ref), of_it)


def _among(draft: Draft, category: CategoryFact | None, people: list[Who]) -> None:
    if not people:
        return
    basis = Basis(*(who.actual_key for who in people))
    name = draft.label(category.names, basis, category.key) if category else ""
    named = draft.mentions([who.ref for who in people], basis)
    draft.say(Part.ATTENDANCE, draft.tongue.among(name, named) if named else "", basis)


def _represented(draft: Draft, who: Who) -> None:
    absent = draft.who(who.represents)
    if absent is None or who.actual != "attended" or absent.actual == "attended":
        return
    if any(who.ref == act.who for item in draft.facts.items for act in item.acts):
        return
    basis = Basis(who.actual_key, who.represents_key)
    named = draft.mentions([absent.ref, who.ref], basis)
    draft.say(Part.ATTENDANCE, draft.tongue.represented(named[0], named[1]) if len(named) == 2 else "", basis)


def _watched(draft: Draft) -> None:
    people = [
        who for who in _by_place(draft.facts.people) if who.actual == "watched" and who.role != "mentioned"
    ]
    basis = Basis(*(who.actual_key for who in people))
    named = draft.mentions([who.ref for who in people if who.capacity], basis)
    draft.say(Part.ATTENDANCE, draft.tongue.watched(named) if named else "", basis)


def _absence(draft: Draft, who: Who) -> None:
    """Say an absence only with a reason and the source that gives it: it is never the house's own word."""
    if who.actual not in _AWAY or not who.reason or not who.according_to or who.role == "mentioned":
        return
    basis = Basis(who.actual_key)
    named = draft.mentions([who.ref], basis)
    sentence = draft.tongue.absence(named[0], who.actual, who.reason, who.according_to) if named else ""
    draft.say(Part.ATTENDANCE, sentence, basis)


def _figure(draft: Draft, figure: FigureFact) -> None:
    """Say a figure with every claim and its claimant; one that nobody claims is not said."""
    basis = Basis(figure.key)
    claims = sorted(figure.claims, key=lambda each: (each.position, each.value or 0))
    told = [claimed for claimed in (_claimed(draft, figure, each, basis) for each in claims) if claimed]
    counted = draft.text(figure.counted, basis, f"{figure.key}:counted")
    needs_words = figure.kind not in ("attendance", "online")
    if told and (counted or not needs_words):
        draft.say(Part.FIGURES, draft.tongue.figure(figure.kind, counted, told), basis)


def _claimed(draft: Draft, figure: FigureFact, claim: ClaimFact, basis: Basis) -> Claimed | None:
    words = draft.text(claim.words, basis, figure.key) if claim.value is None else ""
    claimant = _claimant(draft, figure, claim.claimant, basis)
    has_size = (
        claim.value is not None or words or claim.exactness in ("more-than-before", "fewer-than-before")
    )
    if not claimant or not has_size:
        return None
    name = draft.tongue.body(claimant) if claim.is_body else claimant
    return Claimed(Quantity(claim.value, claim.upper, claim.exactness, words), name)


def _claimant(draft: Draft, figure: FigureFact, names: Texts, basis: Basis) -> str:
    return draft.text(names, basis, f"{figure.key}:claimant")

"""What was said: each statement under its speaker, grouped so that it reads well (R102)."""

from collections.abc import Iterable, Iterator

from chancery.rules.communique.draft import Basis, Draft
from chancery.rules.communique.facts import StatementFact
from chancery.rules.communique.values import Part

# Two predicates are joined only where the reader cannot lose the thread.
_LONGEST_JOINED = 90


def say_statements(draft: Draft, item: str, *, among: str | None) -> None:
    """
    Say the statements of an item that were not said yet, of one speaker or of all.

    `among` is the identity of the speaker. What was said outside of all items has an empty item.
    """
    waiting = [
        each for each in _of_item(draft, item) if _identity(draft, each) == (among or _identity(draft, each))
    ]
    for speaker in dict.fromkeys(_speakers(each) for each in waiting):
        _say_those_of(draft, [each for each in waiting if _speakers(each) == speaker])


def _of_item(draft: Draft, item: str) -> list[StatementFact]:
    found = [each for each in draft.facts.statements if each.item == item and each.ref not in draft.said]
    return sorted(found, key=lambda each: (each.position, each.ref))


def _identity(draft: Draft, statement: StatementFact) -> str:
    speaker = draft.who(statement.speaker)
    return speaker.identity if speaker else ""


def _speakers(statement: StatementFact) -> tuple[str, ...]:
    return (statement.speaker, *statement.joint_speakers)


def _say_those_of(draft: Draft, statements: list[StatementFact]) -> None:
    draft.said.update(each.ref for each in statements)
    for number, group in enumerate(_grouped(draft, statements)):
        _say_group(draft, group, number, opens=not number and not group[0].item)


def _grouped(draft: Draft, statements: list[StatementFact]) -> Iterator[list[StatementFact]]:
    """Put two short predicates that follow each other into one sentence."""
    waiting: list[StatementFact] = []
    for statement in statements:
        if waiting and _go_together(draft, waiting[-1], statement) and len(waiting) < 2:
            waiting.append(statement)
            continue
        if waiting:
            yield waiting
        waiting = [statement]
    if waiting:
        yield waiting


def _go_together(draft: Draft, first: StatementFact, second: StatementFact) -> bool:
    texts = [each.texts.get(draft.tongue.language, "") for each in (first, second)]
    if any(each.mode == "verbatim" or each.said_elsewhere for each in (first, second)):
        return False
    if not all(texts) or any(len(text) > _LONGEST_JOINED or is_sentence(text) for text in texts):
        return False
    is_plain = not any(mark in texts[0] for mark in ",;:")
    return is_plain and texts[0].split()[0] != texts[1].split()[0]


def is_sentence(text: str) -> bool:
    """Whether reported speech was recorded as a whole sentence instead of what comes after the name."""
    return text[:1].isupper() and text.rstrip('”»“’"\u202f ').endswith((".", "!", "?", "…"))


def _say_group(draft: Draft, group: list[StatementFact], number: int, *, opens: bool) -> None:
    basis = Basis(*(each.key for each in group))
    who = draft.who(group[0].speaker)
    if who:
        draft.goes_on(who, number)
    speaker = _subject(draft, group[0], basis)
    draft.is_over()
    if not speaker:
        return
    sentence = _sentence(draft, group, speaker, number, basis)
    if sentence and group[0].said_elsewhere:
        sentence = draft.tongue.elsewhere(group[0].said_elsewhere) + sentence
    draft.say(Part.STATEMENT, sentence, basis, opens=opens)
    for statement in group:
        _citations(draft, statement)


def _citations(draft: Draft, statement: StatementFact) -> None:
    """Say what a speaker cited, each under the one who is cited and the one who cites."""
    for number, citation in enumerate(statement.citations):
        basis = Basis(statement.key)
        key = f"{statement.key}:citation:{number}"
        words = draft.text(citation.texts, basis, key)
        cited = draft.text(citation.cited, basis, key)
        people = draft.mentions(_speakers(statement), basis) if words and cited else []
        if people:
            speakers = draft.tongue.subjects(people)
            sentence = draft.tongue.citation(speakers, cited, words, is_joint=len(people) > 1)
            draft.say(Part.STATEMENT, sentence, basis)


def _subject(draft: Draft, statement: StatementFact, basis: Basis) -> str:
    people = draft.mentions(_speakers(statement), basis)
    return draft.tongue.subjects(people) if people else ""


def _sentence(draft: Draft, group: list[StatementFact], speaker: str, number: int, basis: Basis) -> str:
    first = group[0]
    if first.mode == "verbatim":
        return _quotation(draft, first, speaker)
    texts = [draft.text(each.texts, basis, each.key) for each in group]
    predicates = [text.rstrip(" .") for text in texts if text]
    if not predicates:
        return ""
    if is_sentence(texts[0]):
        return draft.tongue.as_recorded(speaker, texts[0])
    return draft.tongue.reported(speaker, predicates, number)


def _quotation(draft: Draft, statement: StatementFact, speaker: str) -> str:
    """Quote in the language of the text; where it is not written in it, in the one it was recorded in."""
    language = draft.tongue.language
    is_joint = bool(statement.joint_speakers)
    words = statement.texts.get(language, "")
    if words:
        return draft.tongue.verbatim(speaker, words, "", is_joint=is_joint)
    draft.note(statement.key, statement.texts)
    original = statement.texts.get(statement.language, "")
    if not original:
        return ""
    return draft.tongue.verbatim(speaker, original, statement.language, is_joint=is_joint)


def remaining(draft: Draft, items: Iterable[str]) -> None:
    """Say what was said outside of the items that took place."""
    known = set(items)
    for item in sorted({each.item for each in draft.facts.statements} - known):
        say_statements(draft, item, among=None)

"""The forty questions together."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.record.questions import course, occasion, people, said, sources
from chancery.record.questions.asking import Answer, Line, Question, question
from chancery.record.questions.known import Known


class NoSuchQuestion(ValueError):
    """There is no question of that key; the message says which there are."""


_BY_SUBJECT = [
    found
    for subject in (occasion, people, course, said, sources)
    for found in vars(subject).values()
    if isinstance(found, Question)
]


@question(40, _("What is not known?"))
def _unknown(known: Known) -> Iterator[Line]:
    for asked in sorted(_BY_SUBJECT, key=lambda asked: asked.key):
        if not asked.answer(known).is_known:
            yield Line(f"{asked.key} {asked.words}")


QUESTIONS = {asked.key: asked for asked in sorted([*_BY_SUBJECT, _unknown], key=lambda asked: asked.key)}


def ask(key: str, known: Known) -> Answer:
    """
    Answer one question of one side, in the language of `known`.

    Errors: NoSuchQuestion where `key` is none of Q01 to Q40.
    """
    asked = QUESTIONS.get(key.upper())
    if asked is None:
        raise NoSuchQuestion(gettext("There is no question “%(key)s”; ask Q01 to Q40.") % {"key": key})
    return asked.answer(known)


def ask_all(known: Known) -> list[Answer]:
    """Answer all forty from one reading of the record."""
    return [asked.answer(known) for asked in QUESTIONS.values()]

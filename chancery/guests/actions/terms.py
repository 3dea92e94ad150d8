"""Verbs that change the terms of an event and what guests are asked."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.languages import wording
from chancery.guests.models import Question, Terms


class QuestionsRefused(Exception):
    """The questions cannot be asked as they stand; the message says which one and why."""


@transaction.atomic
def save_terms(terms: Terms, *, by: Actor) -> None:
    """Save the terms of an event, made or changed."""
    if terms.pk is None:
        audit.create(terms, by=by, code="guests.terms.made")
    else:
        audit.update(terms, by=by, code="guests.terms.changed")


@transaction.atomic
def save_questions(kept: Sequence[Question], dropped: Iterable[Question], *, by: Actor) -> None:
    """
    Save what guests are asked, in the order in which they are asked.

    Errors: QuestionsRefused where a question waits for one that is not asked before it, or for an answer that
    cannot be given; nothing is saved then.
    """
    gone = list(dropped)
    for number, question in enumerate(kept):
        _check(question, kept[:number], {one.pk for one in gone})
    audit.save_rows(kept, gone, by=by, code="guests.question")


def _check(question: Question, before: Sequence[Question], dropped: set[int | None]) -> None:
    """A condition looks back only, so that questions never wait for each other in a circle."""
    asked_first = question.only_if
    if asked_first is None:
        return
    words = {"question": _called(question), "other": _called(asked_first)}
    if asked_first.pk in dropped or all(one.pk != asked_first.pk for one in before):
        raise QuestionsRefused(
            _("“%(question)s” depends on “%(other)s”, which is not asked before it; change the order.")
            % words
        )
    if question.only_if_answer not in answers_to(asked_first):
        raise QuestionsRefused(
            _("“%(question)s” waits for an answer that “%(other)s” does not have; choose one of its answers.")
            % words
        )


def answers_to(question: Question) -> dict[str, str]:
    """The answers that can be told apart, with their words; none for a question answered by a text."""
    if question.answer == Question.Answer.YES_NO:
        return {"yes": _("yes"), "no": _("no")}
    language = get_language() or "en"
    return {option["ref"]: wording(option["texts"], language).text for option in question.options}


def _called(question: Question) -> str:
    return wording(question.texts, get_language() or "en").text or question.ref

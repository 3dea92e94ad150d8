"""Replies in the words of a page: what was said, by whom, how, and what is open about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chancery.base.languages import listed, wording
from chancery.base.rows import Mark
from chancery.guests.models import Question, Reply, Standing
from chancery.guests.rows import MARKS


@dataclass(frozen=True, slots=True)
class Said:
    """
    One entry as a page tells it.

    `details` are sentences or parts of them, each on its own line; `state` says why it does not count, or
    that it was decided; an empty one counts.
    """

    code: str
    name: str
    guest: str
    mark: Mark
    given_at: datetime
    entered_at: datetime
    entered_by: str
    channel: str
    speaker: str
    details: Sequence[str]
    message: str
    state: str
    is_open: bool
    can_be_corrected: bool
    can_be_turned: bool
    is_taken: bool
    needs: bool


def said(
    reply: Reply,
    name: str = "",
    *,
    questions: Sequence[Question] = (),
    language: str = "en",
    is_corrected: bool = False,
) -> Said:
    """Tell one entry; `name` is that of the guest where the page does not say it already."""
    takes_back = reply.standing == Standing.SILENT
    return Said(
        code=reply.code,
        name=name,
        guest=reply.invitation.guest.code,
        mark=mark_of(reply),
        given_at=reply.given_at,
        entered_at=reply.entered_at,
        entered_by=str(reply.entered_by or ""),
        channel=str(Reply.Channel(reply.channel).label),
        speaker=_speaker(reply),
        details=[*_details(reply), *_answers(reply, questions, language)],
        message=reply.message,
        state=_state(reply, is_corrected=is_corrected),
        is_open=bool(reply.why_open) and not reply.decision and not is_corrected,
        can_be_corrected=not is_corrected and not takes_back,
        can_be_turned=bool(reply.decision) and not is_corrected,
        is_taken=reply.decision == Reply.Decision.TAKEN,
        needs=reply.sealed_diet is not None or reply.sealed_access is not None,
    )


def mark_of(reply: Reply) -> Mark:
    """The answer as shape and word."""
    shape, tone = MARKS[reply.standing]
    word = _("entry taken back") if reply.standing == Standing.SILENT else str(Standing(reply.standing).label)
    return Mark(shape, word, tone)


def _speaker(reply: Reply) -> str:
    if reply.speaker == Reply.Speaker.GUEST:
        return reply.speaker_name
    speaker = str(Reply.Speaker(reply.speaker).label)
    return f"{speaker}: {reply.speaker_name}" if reply.speaker_name else speaker


def _details(reply: Reply) -> Iterator[str]:
    if reply.is_late:
        yield _("Came after the day set for replies.")
    if reply.companion_names:
        yield _("With %(names)s.") % {"names": listed(reply.companion_names)}
    if count := reply.unnamed_companions:
        words = ngettext(
            "With %(count)s companion without a name.", "With %(count)s companions without a name.", count
        )
        yield words % {"count": count}
    if reply.representative_name:
        yield representative_line(reply)
    if reply.reason:
        yield _("Reason: %(reason)s.") % {"reason": reply.reason}


def representative_line(reply: Reply) -> str:
    """Who comes for the guest, with the office as it was told."""
    if not reply.representative_office:
        return _("%(name)s comes for the guest.") % {"name": reply.representative_name}
    return _("%(name)s, %(office)s, comes for the guest.") % {
        "name": reply.representative_name,
        "office": reply.representative_office,
    }


def _answers(reply: Reply, questions: Sequence[Question], language: str) -> Iterator[str]:
    for question in questions:
        if given := reply.answers.get(question.ref):
            yield _("%(question)s: %(answer)s") % {
                "question": wording(question.texts, language).text.rstrip(":"),
                "answer": answer_in_words(question, given, language),
            }


def answer_in_words(question: Question, given: str, language: str) -> str:
    """What was answered to a question, in the reader's language where it has one."""
    if question.answer == Question.Answer.YES_NO:
        yes_no: Mapping[str, str] = {"yes": _("yes"), "no": _("no")}
        return yes_no.get(given, str(given))
    options = {each["ref"]: wording(each["texts"], language).text for each in question.options}
    return options.get(given, str(given))


def _state(reply: Reply, *, is_corrected: bool) -> str:
    if is_corrected:
        return _("Taken back; it no longer counts.")
    if not reply.why_open:
        return ""
    why = why_in_words(reply)
    if not reply.decision:
        return why
    if reply.decision == Reply.Decision.TAKEN:
        return _("%(why)s It was taken.") % {"why": why}
    return _("%(why)s It was not taken.") % {"why": why}


def why_in_words(reply: Reply) -> str:
    """Why somebody of the office decides about an answer (R83)."""
    sentences = {
        Reply.WhyOpen.CONTRADICTS: _("Says otherwise than an earlier answer, and somebody else says it."),
        Reply.WhyOpen.OTHER_PERSON: _("Somebody else answered by the link of the guest."),
        Reply.WhyOpen.CONSENT: _("A representative needs the consent of the host."),
        Reply.WhyOpen.OUT_OF_DATE: _("Answers an earlier day of the event."),
    }
    return sentences[Reply.WhyOpen(reply.why_open)]

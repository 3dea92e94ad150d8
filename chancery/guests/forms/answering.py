"""What a guest writes beside an answer: only what the terms of the event ask for (R119-R121)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.base.codes import ALPHABET, LENGTH, new_code
from chancery.guests.actions.replies import Answer
from chancery.guests.forms.answer_fields import (
    LongText,
    ShortText,
    companion_fields,
    field_of,
    needs_fields,
    photo_fields,
    question_fields,
)
from chancery.guests.models import Question, Reply, Standing
from chancery.guests.queries.reply_page import Asked

NEEDS = ("diet", "access")
_ABOUT_PEOPLE = {
    "speaker_name",
    "representative_name",
    "representative_office",
    "companions",
    "companion_number",
    "companion_names",
    "partner",
    "partner_name",
}
_FORM_KEY = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, and the questions that are put to whoever chooses it."""

    widget: forms.boundfield.BoundWidget
    follow_ups: "Sequence[Put]"


@dataclass(frozen=True, slots=True)
class Put:
    """One question as it stands on the page; a text has no options."""

    field: forms.BoundField
    is_required: bool
    options: Sequence[Option]


class AnswerForm(forms.Form):
    """
    One answer with what belongs to it.

    `standing` says which; `speaker` who gives it: for anybody but the guest the form asks for the name.
    """

    form_key = forms.CharField(required=False, widget=forms.HiddenInput, initial=new_code)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    template_name = "reply/_form.html"

    def __init__(self, *args: Any, asked: Asked, standing: Standing, speaker: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = _said_before(asked, standing)
        self.asked, self.standing, self.speaker = asked, standing, speaker
        self.fields["revision"].initial = asked.invitation.revision
        for name, field in self._asked_for():
            self.fields[name] = field

    def _asked_for(self) -> Iterator[tuple[str, forms.Field]]:
        """The fields in the order in which they stand on the page."""
        if self.speaker != Reply.Speaker.GUEST:
            yield "speaker_name", ShortText(label=_("Your name"))
        if self.standing == Standing.REPRESENTED:
            yield "representative_name", ShortText(label=_("Name of the representative"))
            yield "representative_office", ShortText(label=_("Office of the representative"), required=False)
        if self.standing == Standing.ACCEPTED:
            yield from companion_fields(self.asked)
        if self.standing in (Standing.ACCEPTED, Standing.REPRESENTED):
            yield from question_fields(self.asked.plan.questions)
            yield from needs_fields(self.asked)
        if self.standing == Standing.ACCEPTED and self.speaker == Reply.Speaker.GUEST:
            yield from photo_fields(self.asked)
        if self.standing == Standing.REGRETTED:
            yield "reason", ShortText(label=_("Reason"), required=False)
        yield "message", LongText(label=_("Message to the host"))

    @property
    def asks_more(self) -> bool:
        """Whether an answer has more to say than itself and a message."""
        return bool(set(self.fields) - {"form_key", "revision", "notice", "message", "reason"})

    @property
    def key(self) -> str:
        """The key of the form: the same one sent twice answers once."""
        return str(self.cleaned_data["form_key"])

    @property
    def seen_revision(self) -> int:
        """The revision of the invitation that was answered."""
        given = self.cleaned_data["revision"]
        present = self.asked.invitation.revision
        return min(given, present) if given is not None else present

    def ask_again(self) -> None:
        """Say that the invitation is no longer the one that was answered; what was written stays."""
        sentence = _("The invitation has changed meanwhile; please look at it and send your answer again.")
        self.add_error(None, sentence)
        self._write("revision", str(self.asked.invitation.revision))

    def read_again(self) -> None:
        """Say that the notice is no longer the one that stood on the page; what was written stays."""
        sentence = _(
            "What is kept about you, and why, has changed meanwhile; please read it and send once more."
        )
        self.add_error(None, sentence)
        self._write("notice", str(self.fields["notice"].initial))

    def _write(self, name: str, value: str) -> None:
        """Put a value into a hidden field of the form that is shown again."""
        written = QueryDict(mutable=True)
        written.update(self.data)
        written[name] = value
        self.data = written

    def answer(self) -> Answer:
        """Return the checked answer as it is recorded."""
        given = self.cleaned_data
        names, unnamed = self._companions()
        return Answer(
            standing=self.standing,
            companion_names=names,
            unnamed_companions=unnamed,
            representative_name=given.get("representative_name", ""),
            representative_office=given.get("representative_office", ""),
            reason=given.get("reason", ""),
            message=given["message"],
            answers=self._answers(),
            diet=given.get("diet", ""),
            access=given.get("access", ""),
            has_consented=bool(given.get("forget") or any(given.get(need) for need in NEEDS)),
            identity=given.get("identity", ""),
            consents={need: str(self.fields[f"{need}_consent"].label) for need in NEEDS if given.get(need)},
            photos=given.get("photos", ""),
            language=get_language() or "",
        )

    @property
    def has_read_the_notice(self) -> bool:
        """Whether the notice still says what the guest could read before consenting."""
        read = self.cleaned_data.get("notice", "")
        is_told = any(self.cleaned_data.get(name) for name in (*NEEDS, "photos"))
        return not (is_told and read) or read == self.fields["notice"].initial

    def _companions(self) -> tuple[list[str], int]:
        """The names that were ticked or written, and how many more come."""
        given = self.cleaned_data
        if given.get("partner_name"):
            return [given["partner_name"]], 0
        if given.get("partner"):
            return [], 1
        written = given.get("companion_names", [])
        more = (given.get("companion_number") or 0) - len(written)
        return [*given.get("companions", []), *written], max(more, 0)

    def _answers(self) -> dict[str, str]:
        """The answers to the questions that were put, by their refs; unanswered ones left out."""
        if not self._puts_questions:
            return {}
        put = self._put()
        return {question.ref: text for question in put if (text := self._written(question))}

    @property
    def _puts_questions(self) -> bool:
        return self.standing in (Standing.ACCEPTED, Standing.REPRESENTED)

    def _written(self, question: Question) -> str:
        return str(self.cleaned_data.get(field_of(question)) or "")

    def _put(self) -> list[Question]:
        """The questions that were put: those without a condition or whose condition was answered so."""
        put: dict[int, Question] = {}
        open_ones = list(self.asked.plan.questions)
        while met := [question for question in open_ones if self._is_met(question, put)]:
            put |= {question.pk: question for question in met}
            open_ones = [question for question in open_ones if question.pk not in put]
        return [question for question in self.asked.plan.questions if question.pk in put]

    def _is_met(self, question: Question, put: Mapping[int, Question]) -> bool:
        if question.only_if_id is None:
            return True
        before = put.get(question.only_if_id)
        return before is not None and self._written(before) == question.only_if_answer

    def clean(self) -> dict[str, Any]:
        """Check what hangs together: the form itself, required questions that were put, and consents."""
        if not _FORM_KEY.fullmatch(self.cleaned_data.get("form_key", "")):
            # Whatever sends no form of the page, a scanner of mail perhaps, answers nothing.
            self._write("form_key", new_code())
            self.add_error(None, _("This was not sent by the buttons of the page; please send it once more."))
        for question in self._put() if self._puts_questions else ():
            name = field_of(question)
            if question.is_required and not self._written(question) and name not in self.errors:
                self.add_error(name, _("Please answer this question."))
        for need in NEEDS:
            if self.cleaned_data.get(need) and not self.cleaned_data.get(f"{need}_consent"):
                sentence = _("Nothing of this is kept without your consent; tick it, or leave this empty.")
                self.add_error(f"{need}_consent", sentence)
        return self.cleaned_data

    def before_questions(self) -> list[forms.BoundField]:
        """The fields about who comes."""
        return [field for field in self.visible_fields() if field.name in _ABOUT_PEOPLE]

    def after_questions(self) -> list[forms.BoundField]:
        """The other fields that are no questions of the event."""
        asked = {field_of(question) for question in self.asked.plan.questions} | _ABOUT_PEOPLE
        return [field for field in self.visible_fields() if field.name not in asked]

    def questions(self) -> list[Put]:
        """The questions as they unfold: each with those that follow from one of its answers inside it."""
        return self._nodes(None, "") if self._puts_questions else []

    def _nodes(self, after: int | None, answered: str) -> list[Put]:
        return [
            Put(self[field_of(question)], question.is_required, self._options(question))
            for question in self.asked.plan.questions
            if question.only_if_id == after and (after is None or question.only_if_answer == answered)
        ]

    def _options(self, question: Question) -> list[Option]:
        if question.answer == Question.Answer.TEXT:
            return []
        widgets = self[field_of(question)]
        return [Option(widget, self._nodes(question.pk, str(widget.data["value"]))) for widget in widgets]


def _said_before(asked: Asked, standing: Standing) -> dict[str, Any]:
    """What the guest answered before in the same way, so that only a change has to be written."""
    said = asked.counting
    if said is None or said.standing != standing or standing == Standing.REGRETTED:
        return {}
    named = [companion.printed for companion in asked.companions]
    others = [name for name in said.companion_names if name not in named]
    return {
        "representative_name": said.representative_name,
        "representative_office": said.representative_office,
        "companions": [name for name in named if name in said.companion_names],
        "companion_names": "\n".join(others),
        "companion_number": said.unnamed_companions + len(others) or None,
        "partner": bool(said.unnamed_companions or others),
        "partner_name": next(iter(others), ""),
        **{field_of(each): said.answers.get(each.ref) for each in asked.plan.questions},
    }

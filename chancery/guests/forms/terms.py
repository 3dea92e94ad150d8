"""What a user writes about the terms of an event and its questions, checked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.codes import new_code
from chancery.base.languages import wording
from chancery.base.widgets import DayInput, WordingField
from chancery.guests.actions.terms import answers_to
from chancery.guests.models import Question, Terms


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Some fields of a form under one heading."""

    heading: str | Promise
    fields: Sequence[forms.BoundField]


GROUPS: Mapping[str | Promise, Sequence[str]] = {
    _("Who invites"): ("host_line", "strength"),
    _("Replies"): ("reply_mark", "reply_by", "reply_contact", "silence_hours"),
    _("On the card"): ("dress", "admission", "enclosures"),
    _("Who comes"): ("places", "companions", "most_companions", "representatives"),
    _("What guests are asked"): ("asks_diet", "asks_access", "asks_identity", "asks_photos"),
    _("In notes verbales"): ("note_closing",),
    _("Before anything leaves"): ("needs_approval",),
}


class TermsForm(house.RowForm):
    """On what terms guests are invited."""

    class Meta:
        model = Terms
        fields = [name for names in GROUPS.values() for name in names]
        widgets = {"reply_by": DayInput}
        help_texts = {
            "host_line": _("As it stands on the card, without the office of the guest: who has the honour."),
            "reply_mark": _("Exactly one stands on a card (R81)."),
            "reply_contact": _("Where guests call or write, as it stands beside the reply mark."),
            "silence_hours": _(
                "Left open, silence stays silence. In Italy it is a refusal from 48 hours on (R82)."
            ),
            "dress": _("Such as “Dark suit” or “National dress”."),
            "admission": _("Such as “Please present this card at the entrance”."),
            "enclosures": _("What lies beside the card: a programme, a map, a car pass."),
            "note_closing": _("After a death or a tragedy a note takes no opportunity to renew them (R85)."),
            "places": _("How many people can come, guests and companions; left open, there is no limit."),
            "most_companions": _("Only where guests may bring up to a number."),
            "asks_diet": _(
                "Asked on the reply page with consent, read by few, deleted after the event (R120)."
            ),
            "asks_access": _("Asked in the same way."),
            "asks_identity": _(
                "Passport or identity card, licence plate, date of birth: sealed, and deleted days after."
            ),
            "asks_photos": _(
                "Each guest says it alone and can change it by the same link; pictures follow it (R122)."
            ),
            "needs_approval": _("Then no wave leaves before the head of mission has seen both."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        event = kwargs["instance"].event
        super().__init__(*args, languages=event.organiser.languages, **kwargs)

    @property
    def groups(self) -> Iterator[FieldGroup]:
        """The fields under their headings."""
        for heading, names in GROUPS.items():
            yield FieldGroup(heading, [self[name] for name in names])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        reply_by, held_on = cleaned.get("reply_by"), self.instance.event.held_on
        if reply_by and held_on and reply_by > held_on:
            self.add_error("reply_by", _("The day to reply by is after the event; choose an earlier one."))
        return cleaned


class QuestionForm(house.RowForm):
    """One question, and after which answer to another one it is asked."""

    choices = WordingField(
        label=_("Answers to choose from"),
        languages=(),
        is_long=True,
        required=False,
        help_text=_("One a line, in the same order in every language; only for one of several."),
    )
    after = forms.ChoiceField(label=_("Only asked after"), required=False)

    class Meta:
        model = Question
        fields = ["texts", "answer", "choices", "is_required", "after"]

    def __init__(self, *args: Any, asked: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question: Question = self.instance
        self.fields["texts"].required = True
        self.initial["choices"] = _lines(question.options)
        self.asked = {one.code: one for one in asked if one.pk != question.pk}
        after = self.fields["after"]
        assert isinstance(after, forms.ChoiceField)
        after.choices = [("", _("always")), *_conditions(self.asked.values())]
        if question.only_if_id is not None and question.only_if is not None:
            self.initial["after"] = f"{question.only_if.code}:{question.only_if_answer}"

    def clean_choices(self) -> list[dict[str, Any]]:
        """Return the answers with a short name each, those that were there under the one they had."""
        texts = {language: _written(text) for language, text in self.cleaned_data["choices"].items()}
        if len({len(lines) for lines in texts.values()}) > 1:
            raise forms.ValidationError(
                _("The languages have different numbers of answers; write as many lines in each.")
            )
        number = len(next(iter(texts.values()), []))
        known = [option["ref"] for option in self.instance.options]
        refs = [*known[:number], *(new_code() for _new in range(number - len(known)))]
        return [
            {"ref": ref, "texts": {language: lines[place] for language, lines in texts.items()}}
            for place, ref in enumerate(refs)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_choice = cleaned.get("answer") == Question.Answer.CHOICE
        options = cleaned.get("choices") or []
        if is_choice and len(options) < 2 and "choices" not in self.errors:
            self.add_error("choices", _("Write at least two answers to choose from, one a line."))
        self.instance.options = options if is_choice else []
        code, _colon, answer = cleaned.get("after", "").partition(":")
        self.instance.only_if, self.instance.only_if_answer = self.asked.get(code), answer
        return cleaned


def _conditions(questions: Any) -> Iterator[tuple[str, str]]:
    """Every answer that a further question can wait for."""
    language = get_language() or "en"
    for question in questions:
        name = wording(question.texts, language).text
        for ref, words in answers_to(question).items():
            yield f"{question.code}:{ref}", f"{name} – {words}"


def _lines(options: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    languages = dict.fromkeys(language for option in options for language in option["texts"])
    return {
        language: "\n".join(option["texts"].get(language, "") for option in options) for language in languages
    }


def _written(text: str) -> list[str]:
    return [line.strip()[:200] for line in text.splitlines() if line.strip()]

"""The fields of an answer: companions, questions, and needs with their consent (R119-R121)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from chancery.base import cldr
from chancery.base.languages import wording
from chancery.guests import notice_words, photo_words
from chancery.guests.models import Question, Terms
from chancery.guests.queries.reply_page import Asked
from chancery.guests.reply_words import companion_name
from chancery.privacy import queries as privacy
from chancery.rules import replies as rules

MOST_LETTERS, MOST_OF_A_NAME, MOST_OF_NEEDS = 2000, 200, 500


class ShortText(forms.CharField):
    """A line; a longer one is refused in a sentence that says by how much."""

    def __init__(self, *, most: int = MOST_OF_A_NAME, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if len(text) > self.most:
            raise ValidationError(
                _("Shorten this to %(most)s letters; it has %(count)s."),
                params={"most": self.most, "count": len(text)},
            )
        return text


class LongText(ShortText):
    """Several lines."""

    def __init__(self, *, most: int = MOST_LETTERS, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(most=most, required=False, widget=forms.Textarea({"rows": rows}), **kwargs)


def field_of(question: Question) -> str:
    """The name of the field for a question."""
    return f"question_{question.code}"


def question_fields(questions: Sequence[Question]) -> Iterator[tuple[str, forms.Field]]:
    """One field a question; whether it has to be answered depends on the others."""
    for question in questions:
        yield field_of(question), _question_field(question)


def _question_field(question: Question) -> forms.Field:
    language = get_language() or "en"
    label = wording(question.texts, language).text
    if question.answer == Question.Answer.TEXT:
        return LongText(label=label, most=MOST_OF_NEEDS, rows=2)
    choices = [("yes", pgettext("answer", "Yes")), ("no", pgettext("answer", "No"))]
    if question.answer == Question.Answer.CHOICE:
        choices = [(option["ref"], wording(option["texts"], language).text) for option in question.options]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


def companion_fields(asked: Asked) -> Iterator[tuple[str, forms.Field]]:
    """Whom the guest may bring: those named in the invitation, then by the rule of the event."""
    language = get_language() or "en"
    named = [(companion.printed, companion_name(companion, language)) for companion in asked.companions]
    if named:
        yield (
            "companions",
            forms.MultipleChoiceField(
                label=_("Who comes with you"),
                choices=named,
                initial=[value for value, _name in named],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            ),
        )
    most = _most_beside(asked, len(named))
    if asked.terms.companions == Terms.Companions.PARTNER and not named and most == 1:
        yield "partner", forms.BooleanField(label=_("My partner comes with me"), required=False)
        yield "partner_name", ShortText(label=_("Name of your partner"), required=False)
    elif most:
        yield (
            "companion_number",
            forms.IntegerField(
                label=_("How many more come with you"),
                required=False,
                min_value=0,
                max_value=most,
                help_text=ngettext("At most %(most)s.", "At most %(most)s.", most) % {"most": most},
                widget=forms.NumberInput({"inputmode": "numeric"}),
            ),
        )
        yield "companion_names", NamesField(most=most)


def _most_beside(asked: Asked, named: int) -> int:
    """How many may come beside the guest and the companions named in the invitation."""
    terms, unnamed = asked.terms, asked.invitation.unnamed_companions
    most = rules.most_companions(
        rules.Companions(terms.companions), number=terms.most_companions, invited=named + unnamed
    )
    return most - named


class NamesField(forms.CharField):
    """Names, one a line; each once and without empty lines."""

    def __init__(self, *, most: int) -> None:
        super().__init__(
            label=_("Their names"),
            required=False,
            help_text=_("One name on each line."),
            widget=forms.Textarea({"rows": min(most, 4)}),
        )
        self.most = most

    def clean(self, value: Any) -> list[str]:
        names = list(dict.fromkeys(" ".join(line.split()) for line in super().clean(value).splitlines()))
        names = [name for name in names if name]
        if len(names) > self.most:
            sentence = ngettext(
                "Only %(most)s more person can come with you; leave out the others.",
                "Only %(most)s more people can come with you; leave out the others.",
                self.most,
            )
            raise ValidationError(sentence, params={"most": self.most})
        if any(len(name) > MOST_OF_A_NAME for name in names):
            sentence = _("One of the names is longer than %(most)s letters; shorten it.")
            raise ValidationError(sentence, params={"most": MOST_OF_A_NAME})
        return names


def needs_fields(asked: Asked) -> Iterator[tuple[str, forms.Field]]:
    """Diet and access needs where the event asks for them, each with a consent of its own (R121)."""
    office = wording(asked.office.names, get_language() or "en").text
    until = asked.needs_kept_until
    day = cldr.day_in_words(until, get_language() or "en") if until else ""
    if asked.terms.asks_diet or asked.terms.asks_access or asked.terms.asks_photos:
        digest = notice_words.facts_of(asked.event, asked.terms).digest
        yield "notice", forms.CharField(required=False, widget=forms.HiddenInput, initial=digest)
    if asked.terms.asks_diet:
        consent = _consent_to_diet(office, day)
        yield "diet", _needs(_("Diet"))
        yield "diet_consent", forms.BooleanField(label=consent, required=False)
    if asked.terms.asks_access:
        consent = _consent_to_access(office, day)
        yield "access", _needs(_("What you need to move, see or hear"))
        yield "access_consent", forms.BooleanField(label=consent, required=False)
    if asked.terms.asks_identity:
        yield "identity", _identity(asked)
    if asked.needs is not None:
        yield "forget", forms.BooleanField(label=_("Delete what I wrote about this before"), required=False)


def photo_fields(asked: Asked) -> Iterator[tuple[str, forms.Field]]:
    """Whether the guest may be shown on photographs, where the event asks for it (R122)."""
    if asked.terms.asks_photos:
        yield (
            "photos",
            forms.ChoiceField(
                label=photo_words.question(asked.office),
                choices=photo_words.choices(),
                initial=asked.photo_answer.wish if asked.photo_answer else "",
                required=False,
                widget=forms.RadioSelect,
                help_text=photo_words.about(),
            ),
        )


def _identity(asked: Asked) -> LongText:
    """What security asks for: never shown again, so that the link of a guest opens none of it."""
    last = privacy.last_day(asked.event)
    until = last + timedelta(days=privacy.identity_days(asked.office)) if last else None
    day = cldr.day_in_words(until, get_language() or "en") if until else ""
    told = _("Passport or identity card, licence plate, date of birth; read by security alone.")
    if day:
        told += " " + _("Deleted on %(day)s.") % {"day": day}
    return LongText(label=_("For security"), most=MOST_OF_NEEDS, rows=2, help_text=told)


def _needs(label: str) -> LongText:
    """A text whose consent stands below it, and comes to sight with its first letter."""
    field = LongText(
        label=label, most=MOST_OF_NEEDS, rows=2, help_text=_("Kept only if you consent to it below.")
    )
    field.widget.attrs |= {"class": "needs-consent", "placeholder": " "}
    return field


def _consent_to_diet(office: str, day: str) -> str:
    values = {"office": office, "day": day}
    if not day:
        return (
            _(
                "I agree that %(office)s keeps what I write about my diet, which may tell something "
                "about health or religion, until the event is over, for the kitchen without my name."
            )
            % values
        )
    return (
        _(
            "I agree that %(office)s keeps what I write about my diet, which may tell something about "
            "health or religion, and gives it to the kitchen without my name; it is deleted on %(day)s."
        )
        % values
    )


def _consent_to_access(office: str, day: str) -> str:
    values = {"office": office, "day": day}
    if not day:
        return (
            _(
                "I agree that %(office)s keeps what I write about my needs, which may tell something about "
                "health, for those who receive the guests, until the event is over."
            )
            % values
        )
    return (
        _(
            "I agree that %(office)s keeps what I write about my needs, which may tell something about "
            "health, for those who receive the guests; it is deleted on %(day)s."
        )
        % values
    )

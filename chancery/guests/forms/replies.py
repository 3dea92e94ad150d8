"""What the office writes down of a reply, checked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base.inputs import Suggesting
from chancery.base.languages import wording
from chancery.base.widgets import RadioCards
from chancery.directory.choosing import RowField
from chancery.directory.models import Person
from chancery.events.access import EventOffice
from chancery.events.models import Participation
from chancery.guests.actions.replies import ANSWERS, Answer
from chancery.guests.forms.guests import PersonOrNameField
from chancery.guests.models import Question, Reply, Standing, Terms

MOMENT = "%Y-%m-%dT%H:%M"
MOST_NAMES = 30
# For what somebody who accepted may stay away (R83); another reason can be written.
REASONS = (_("illness"), _("a death"), _("transfer"), _("duty"), _("major business"))


class SaidForm(forms.Form):
    """An answer, who gave it, how and when: what can be said of several guests at once."""

    standing = forms.ChoiceField(label=_("Answer"), widget=RadioCards, choices=())
    channel = forms.ChoiceField(label=_("How it came"), choices=Reply.Channel.choices)
    speaker = forms.ChoiceField(label=_("Who said it"), choices=Reply.Speaker.choices)
    speaker_name = forms.CharField(
        label=_("Name of whoever said it"),
        max_length=200,
        required=False,
        help_text=_("Two assistants are told apart by their names."),
    )
    given_at = forms.DateTimeField(
        label=_("When, if not now"),
        required=False,
        input_formats=[MOMENT],
        widget=forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local"}),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        required=False,
        widget=Suggesting(lambda _language: [(str(word), str(word)) for word in REASONS]),
        help_text=_(
            "Whoever has accepted stays away only for illness, death, transfer, duty or major business."
        ),
    )

    answers: Sequence[str] = (Standing.ACCEPTED, Standing.REGRETTED, Standing.UNDECIDED)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        kwargs["initial"] = {"channel": Reply.Channel.TELEPHONE} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.now = now
        choices = [(value, word) for value, word in Standing.choices if value in self.answers]
        self.fields["standing"] = forms.ChoiceField(label=_("Answer"), widget=RadioCards, choices=choices)

    def clean_given_at(self) -> datetime:
        """Return when the answer was given. Errors: ValidationError for a moment to come."""
        at: datetime = self.cleaned_data["given_at"] or self.now
        if at > self.now:
            raise forms.ValidationError(_("The reply lies in the future; write when it was given."))
        return at

    def answer(self) -> Answer:
        """Return what was answered, after `is_valid()`."""
        return Answer(self.cleaned_data["standing"], reason=self.cleaned_data["reason"])

    def how(self) -> dict[str, Any]:
        """Return how, when and by whom it was said, as the action takes it."""
        return {name: self.cleaned_data[name] for name in ("channel", "speaker", "speaker_name", "given_at")}


class ReplyForm(SaidForm):
    """
    The whole answer of one guest.

    `terms` say what is asked; a question of the event is a field `question-<ref>`.
    """

    unnamed_companions = forms.IntegerField(
        label=_("Companions without a name"), min_value=0, max_value=MOST_NAMES, required=False
    )
    companion_names = forms.CharField(
        label=_("Companions by name, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    representative_office = forms.CharField(
        label=_("Office of the representative"), max_length=200, required=False
    )
    stands_in = forms.ChoiceField(
        label=_("Stands in as"), choices=Participation.StandIn.choices, required=False
    )
    message = forms.CharField(
        label=_("Message to the host"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    diet = forms.CharField(label=_("Diet"), max_length=500, required=False)
    access = forms.CharField(label=_("Access needs"), max_length=500, required=False)
    has_consented = forms.BooleanField(
        label=_("The guest has expressly agreed that these needs are kept for this event"), required=False
    )

    answers: Sequence[str] = ANSWERS

    def __init__(
        self, *args: Any, office: EventOffice, terms: Terms, questions: Sequence[Question], **kwargs: Any
    ) -> None:
        if terms.representatives == Terms.Representatives.NOT:
            self.answers = tuple(each for each in ANSWERS if each != Standing.REPRESENTED)
        super().__init__(*args, **kwargs)
        self.questions = questions
        self.fields["representative"] = PersonOrNameField(
            label=_("Representative"),
            required=False,
            office=office,
            chosen=self.initial.get("representative"),
            written=self.initial.get("representative_name", ""),
            help_text=_("Chosen from the directory they are put on the list at once, with their own rank."),
        )
        for question in questions:
            self.fields[f"question-{question.ref}"] = _field_of(question)
        self._leave_out_what_is_not_asked(terms)

    def _leave_out_what_is_not_asked(self, terms: Terms) -> None:
        unasked = [name for name in ("diet", "access") if not getattr(terms, f"asks_{name}")]
        if len(unasked) == 2:
            unasked.append("has_consented")
        if terms.representatives == Terms.Representatives.NOT:
            unasked += ["representative", "representative_office", "stands_in"]
        for name in unasked:
            del self.fields[name]

    @property
    def said(self) -> list[forms.BoundField]:
        """How the answer came, and when."""
        return [self[name] for name in ("channel", "speaker", "given_at")]

    @property
    def told(self) -> list[forms.BoundField]:
        """Who said it where it was not the guest, and why."""
        return [self[name] for name in ("speaker_name", "reason")]

    @property
    def brought(self) -> list[forms.BoundField]:
        """Who comes with the guest."""
        return [self[name] for name in ("companion_names", "unnamed_companions")]

    @property
    def instead(self) -> list[forms.BoundField]:
        """Who comes for the guest."""
        names = ("representative", "representative_office", "stands_in")
        return [self[name] for name in names if name in self.fields]

    @property
    def needs(self) -> list[forms.BoundField]:
        """What is need-to-know."""
        return [self[name] for name in ("diet", "access", "has_consented") if name in self.fields]

    @property
    def asked(self) -> list[forms.BoundField]:
        """The questions of the event."""
        return [self[f"question-{question.ref}"] for question in self.questions]

    def clean_companion_names(self) -> list[str]:
        """Return the names, one a line. Errors: ValidationError beyond `MOST_NAMES`."""
        names = [name.strip()[:200] for name in self.cleaned_data["companion_names"].splitlines()]
        names = [name for name in names if name]
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(_("Too many names; write the number of companions instead."))
        return names

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("standing") == Standing.REPRESENTED and cleaned.get("representative") is None:
            self.add_error("representative", _("The name of the representative is missing; write who comes."))
        if (cleaned.get("diet") or cleaned.get("access")) and not cleaned.get("has_consented"):
            self.add_error(
                "has_consented", _("Needs are kept only with consent; tick it, or leave them out.")
            )
        return cleaned

    def answer(self) -> Answer:
        """Return what was answered; what belongs to another answer is left out."""
        found = self.cleaned_data
        is_coming = found["standing"] in (Standing.ACCEPTED, Standing.REPRESENTED)
        return Answer(
            found["standing"],
            unnamed_companions=(found["unnamed_companions"] or 0) if is_coming else 0,
            companion_names=found["companion_names"] if is_coming else (),
            reason=found["reason"],
            message=found["message"],
            answers=dict(self._answers()),
            diet=found.get("diet", ""),
            access=found.get("access", ""),
            has_consented=found.get("has_consented", False),
            **(self._representative() if found["standing"] == Standing.REPRESENTED else {}),
        )

    def _representative(self) -> Mapping[str, Any]:
        who = self.cleaned_data["representative"]
        return {
            "representative": who if isinstance(who, Person) else None,
            "representative_name": who if isinstance(who, str) else "",
            "representative_office": self.cleaned_data["representative_office"],
            "stands_in": self.cleaned_data["stands_in"] or Participation.StandIn.DELEGATE,
        }

    def _answers(self) -> Iterator[tuple[str, str]]:
        for question in self.questions:
            if given := self.cleaned_data[f"question-{question.ref}"]:
                yield question.ref, given


def _field_of(question: Question) -> forms.Field:
    """The field in which the office notes what was answered to a question; it may always stay open."""
    language = get_language() or "en"
    label = wording(question.texts, language).text
    if question.answer == Question.Answer.TEXT:
        return forms.CharField(label=label, required=False, max_length=2000)
    yes_no = [("yes", _("yes")), ("no", _("no"))]
    chosen = [(each["ref"], wording(each["texts"], language).text) for each in question.options]
    choices = yes_no if question.answer == Question.Answer.YES_NO else chosen
    return forms.ChoiceField(label=label, required=False, choices=[("", _("not answered")), *choices])


class WalkInForm(forms.Form):
    """Somebody who came uninvited."""

    companions = forms.IntegerField(label=_("People with them"), min_value=0, max_value=MOST_NAMES, initial=0)

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"] = PersonOrNameField(label=_("Name, or somebody from the directory"), office=office)
        self.order_fields(["who", "companions"])


class RepresentativeForm(forms.Form):
    """Who a representative is whom a reply names."""

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = RowField(label=_("Name"), required=False, office=office, kinds=("person",))


def initial_of(reply: Reply) -> dict[str, Any]:
    """What an entry says, for the form that puts it right; needs are written anew."""
    return {
        "standing": Standing.REGRETTED if reply.standing == Standing.WITHDRAWN else reply.standing,
        "channel": reply.channel,
        "speaker": reply.speaker,
        "speaker_name": reply.speaker_name,
        "given_at": timezone.localtime(reply.given_at).strftime(MOMENT),
        "reason": reply.reason,
        "unnamed_companions": reply.unnamed_companions,
        "companion_names": "\n".join(reply.companion_names),
        "representative": reply.representative,
        "representative_name": reply.representative_name,
        "representative_office": reply.representative_office,
        "stands_in": reply.stands_in,
        "message": reply.message,
        **{f"question-{ref}": given for ref, given in reply.answers.items()},
    }

"""What a user writes about recognitions and their steps, checked; and the filters above their list."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from chancery.accounts.access import Office
from chancery.base import cldr, places
from chancery.base import forms as house
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.base.widgets import DayInput, FileDrop
from chancery.directory.choosing import RowField
from chancery.directory.importing.problems import UnreadableFile
from chancery.occasions.models import Campaign, Recognition, RecognitionStep
from chancery.occasions.recognition_reading import Reading, read_table
from chancery.rules.campaign.recognitions import Counted, Text

COUNTED: tuple[tuple[str, Promise], ...] = (
    (Counted.TEXTS.value, _("texts")),
    (Counted.BODIES.value, _("bodies")),
    (Counted.STATES.value, _("states")),
)


def _not_known(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", str(_("not known"))), *choices]


def _states() -> list[tuple[str, str]]:
    return _not_known(places.states(get_language() or "en"))


def _languages() -> list[tuple[str, str]]:
    return _not_known(places.languages(get_language() or "en"))


class KeptDocument(str):
    """The name of a document that is there already, with its address."""

    url: str

    def __new__(cls, name: str, url: str) -> "KeptDocument":
        """Join both."""
        made = super().__new__(cls, name)
        made.url = url
        return made


class RecognitionForm(house.GroupedRowForm):
    """One text of one body: whose, what it is, the word it uses, the votes, and where it can be read."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=_states)
    word_language = forms.ChoiceField(label=_("Language of that word"), required=False, choices=_languages)
    document_file = MediaField(
        kind=StoredFile.Kind.DOCUMENT,
        label=_("Document"),
        required=False,
        help_text=_("The text itself as a PDF or a scan."),
    )

    GROUPS = (
        (_("The body"), ("body", "printed_body", "level", "state", "region"), True),
        (_("The text"), ("kind", "number", "titles", "word", "word_language"), True),
        (_("Where it can be read"), ("document_file", "address", "source"), True),
        (_("Votes"), ("votes_for", "votes_against", "votes_abstaining", "votes_absent"), False),
        (_("Note"), ("note",), False),
    )

    class Meta:
        model = Recognition
        fields = [
            *("printed_body", "level", "state", "region", "kind", "number", "titles", "word"),
            *("word_language", "address", "source"),
            *("votes_for", "votes_against", "votes_abstaining", "votes_absent", "note"),
        ]
        labels = {"printed_body": _("or the body as printed")}
        help_texts = {
            "word": _("Quoted from the text, in its own language; Chancery supplies none."),
            "votes_for": _("What is not known stays empty."),
            "source": _("Who says so, where the text itself is not at hand."),
        }
        widgets = {"note": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, office: Office, document_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        self.fields["body"] = RowField(
            label=_("Body"),
            office=office,
            kinds=("body",),
            chosen=self.instance.body,
            required=False,
            help_text=_("From the directory."),
        )
        if self.instance.document is not None:
            self.initial["document_file"] = KeptDocument(self.instance.document.name, document_url)

    @property
    def sent_document(self) -> UploadedFile[bytes] | bool | None:
        """The document that was sent, False where it is to be taken away, None where nothing changes."""
        sent = self.cleaned_data.get("document_file")
        return sent if sent is False or isinstance(sent, UploadedFile) else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "body" not in self.errors:
            self.instance.body = cleaned.get("body")
        if not cleaned.get("body") and not cleaned.get("printed_body") and not self.errors:
            self.add_error("body", _("Choose the body from the directory, or write it as printed."))
        if cleaned.get("word") and not cleaned.get("word_language"):
            self.add_error("word_language", _("Say in which language the text uses this word."))
        return cleaned


class StepForm(house.RowForm):
    """What became of a text."""

    class Meta:
        model = RecognitionStep
        fields = ["status", "on", "source"]
        help_texts = {"on": _("As far as it is known; the year is enough.")}


class FirstStepForm(StepForm):
    """What became of a text that is new: it may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].required = False

    @property
    def step(self) -> RecognitionStep | None:
        """The step that was written; None where none was."""
        return self.instance if self.cleaned_data.get("status") else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_begun = cleaned.get("on") or cleaned.get("source")
        if is_begun and not cleaned.get("status") and not self.errors:
            self.add_error("status", _("Say what became of the text on that day."))
        return cleaned


class TakeBackForm(forms.Form):
    """Why a step was wrong."""

    reason = forms.CharField(label=_("Reason"), max_length=200)


class KnownField(forms.DateField):
    """A day of knowledge, or the very moment that a link to a stated total names; the day of it is shown."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(self.bound_data(value, None))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """The day in the zone of the page, where a moment was named."""
        try:
            moment = datetime.fromisoformat(data or "")
        except ValueError:
            return data
        return timezone.localtime(moment).date().isoformat() if moment.tzinfo else data


class FilterForm(forms.Form):
    """
    The filters above the list: together they are the question that the total answers.

    `texts` give the states, words and bodies there are; `bodies` are their names.
    """

    q = forms.CharField(label=_("Find"), required=False, max_length=200)
    counted = forms.ChoiceField(label=_("Count"), choices=COUNTED, required=False)
    status = forms.MultipleChoiceField(
        label=_("Status"),
        choices=RecognitionStep.Status.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    level = forms.MultipleChoiceField(
        label=_("Level"),
        choices=Recognition.Level.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kind = forms.MultipleChoiceField(
        label=_("Kind of text"),
        choices=Recognition.Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    state = forms.MultipleChoiceField(label=_("State"), widget=forms.CheckboxSelectMultiple, required=False)
    word = forms.MultipleChoiceField(
        label=_("The word it uses"), widget=forms.CheckboxSelectMultiple, required=False
    )
    body = forms.MultipleChoiceField(label=_("Body"), widget=forms.CheckboxSelectMultiple, required=False)
    since = forms.DateField(label=_("Status from"), widget=DayInput, required=False)
    until = forms.DateField(label=_("Status until"), widget=DayInput, required=False)
    as_of = forms.DateField(label=_("As of"), widget=DayInput, required=False)
    known = KnownField(label=_("As known on"), widget=DayInput, required=False)
    doubtful = forms.BooleanField(label=_("List only what is in doubt"), required=False)

    SEVERAL = ("status", "level", "kind", "state", "word", "body")
    ALONE = ("since", "until", "as_of", "known")

    def __init__(self, *args: Any, texts: Iterable[Text], bodies: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language, found = get_language() or "en", list(texts)
        self.without_choice: set[str] = set()
        states = {text.state: cldr.state_in_words(text.state, language) for text in found if text.state}
        words = {text.word.casefold(): text.word for text in found if text.word}
        self._offer("state", states.items())
        self._offer("word", ((word, word) for word in words.values()))
        self._offer("body", bodies.items())

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field, offered = self.fields[name], sorted(choices, key=lambda pair: pair[1].casefold())
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = offered
        if not offered:
            self.without_choice.add(name)

    def menus(self) -> list[tuple[forms.BoundField, int]]:
        """The filters of which several may be chosen, where there is anything to choose; how many are."""
        chosen = {name: len(self[name].value() or ()) for name in self.SEVERAL}
        return [(self[name], count) for name, count in chosen.items() if name not in self.without_choice]

    def days(self) -> list[forms.BoundField]:
        """The filters by day."""
        return [self[name] for name in self.ALONE]


class TableForm(forms.Form):
    """A spreadsheet of recognitions; `reading` is what it holds."""

    table = forms.FileField(
        label=pgettext_lazy("of figures", "Table"),
        widget=FileDrop({"accept": ".csv,.xlsx"}),
        help_text=_("CSV or XLSX, with the headings of the empty table."),
    )

    reading: Reading

    def __init__(self, *args: Any, campaign: Campaign, office: Office, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.office = campaign, office

    def clean_table(self) -> UploadedFile[bytes]:
        """Read the table; every bad line is told, and one is enough to take none."""
        sent: UploadedFile[bytes] = self.cleaned_data["table"]
        try:
            reading = read_table(sent.read(), campaign=self.campaign, office=self.office)
        except UnreadableFile as refused:
            problem = refused.problem
            raise forms.ValidationError(gettext(problem.template), params=dict(problem.values)) from None
        if reading.problems:
            raise forms.ValidationError([forms.ValidationError(each) for each in reading.problems])
        self.reading = reading
        return sent

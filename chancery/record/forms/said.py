"""What a user writes of what was said, checked."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base import places
from chancery.base.media.fields import MediaField
from chancery.base.models import StoredFile
from chancery.base.widgets import RadioCards, WordingField
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Participation
from chancery.occasions.queries.campaigns import campaigns_of
from chancery.programme import queries as programme
from chancery.record.forms.fields import TimeMarkField
from chancery.record.forms.outcomes import FIND
from chancery.record.models import Statement
from chancery.record.queries import said as queries

MOMENT = "%Y-%m-%dT%H:%M"


def language_choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the reader's language; none first."""
    return [("", str(_("not known"))), *places.languages(get_language() or "en")]


class StatementField(forms.ModelChoiceField):  # type: ignore[type-arg]  # of statements
    """Another statement, by its speaker and its words."""

    def label_from_instance(self, obj: Statement) -> str:
        """Tell the statements of one speaker apart by how they begin."""
        return f"{obj.speaker.name_printed}: {str(obj)[:80]}"


class StatementForm(house.GroupedRowForm):
    """One statement: who said it, what, as whose report, and in which language that was written down."""

    speaker = TakingPartField
    language = forms.ChoiceField(label=_("Recorded in"), required=False, choices=language_choices)
    recording_second = TimeMarkField(
        label=_("At"), help_text=_("Minutes and seconds from the beginning, such as 12:05.")
    )
    sound = MediaField(kind=StoredFile.Kind.SOUND, label=_("Sound recording"), required=False)
    script = MediaField(
        kind=StoredFile.Kind.DOCUMENT,
        label=_("Text of the speech"),
        required=False,
        help_text=_("Or a picture."),
    )

    class Meta:
        model = Statement
        fields = [
            "item",
            "mode",
            "texts",
            "language",
            "translated_by",
            "capacity_printed",
            "topics",
            "source",
            "campaign",
            "answers",
            "said_elsewhere",
            "said_at",
            "recording",
            "recording_second",
            "doubt",
        ]
        labels = {
            "item": _("Said in"),
            "source": _("According to"),
            "campaign": _("About the campaign"),
            "answers": _("Answers or names the statement"),
            "recording": _("Recording or text that is here already"),
        }
        help_texts = {
            "texts": _("Reported speech is what comes after the name: called for …, said that …"),
            "topics": _("In a word or two, for finding it again."),
            "capacity_printed": _("Only where it is another than that in which the speaker takes part."),
            "said_elsewhere": _("A letter, a post, an interview: where it was said, if not in the hall."),
            "doubt": _("What is doubtful in it; the words themselves stay as they were recorded."),
            "translated_by": _("Who put it into the other languages."),
        }
        widgets = {
            "mode": RadioCards,
            "said_at": forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local"}),
        }

    GROUPS: ClassVar = (
        (_("What was said"), ("speaker", "item", "mode", "texts", "language", "topics"), True),
        (_("In which capacity, and by whose translation"), ("capacity_printed", "translated_by"), False),
        (
            _("Where it is known from"),
            (
                "source",
                "said_elsewhere",
                "said_at",
                "sound",
                "script",
                "recording",
                "recording_second",
                "doubt",
            ),
            False,
        ),
        (_("What it is about"), ("campaign", "answers"), False),
    )

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        known = [*office.event.languages, *office.organiser.languages]
        super().__init__(*args, languages=tuple(dict.fromkeys(known)), **kwargs)
        texts = self.fields["texts"]
        assert isinstance(texts, WordingField)
        texts.widget.is_long = texts.required = True
        self.fields["speaker"] = TakingPartField(
            office=office,
            route=FIND,
            capacity=Participation.Capacity.SPEAKER,
            chosen=self.instance.speaker if self.instance.speaker_id else None,
            label=_("Who said it"),
            help_text=_("Somebody of the event, or of the directory."),
        )
        self._choose_from("item", programme.items_alone(office.event))
        self._choose_from("source", events.sources_of(office.event))
        self._choose_from("campaign", campaigns_of(office.organiser))
        self._choose_from("recording", queries.recordings_of(office.event))
        self.fields["answers"] = StatementField(
            label=self.fields["answers"].label,
            required=False,
            empty_label=_("none"),
            queryset=queries.statements_of(office.event).exclude(pk=self.instance.pk),
        )

    def _choose_from(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        language, texts = cleaned.get("language"), cleaned.get("texts")
        if language and texts and language not in texts:
            self.add_error(
                "language", _("The wording in this language is missing; write it, or choose another.")
            )
        if cleaned.get("sound") and cleaned.get("script"):
            self.add_error("script", _("Give the sound or the text, not both; a statement has one of them."))
        self._take_speaker(cleaned)
        return cleaned

    def _take_speaker(self, cleaned: dict[str, Any]) -> None:
        """Whoever is new and said it elsewhere did not speak here, but is mentioned only."""
        who: Participation | None = cleaned.get("speaker")
        if who is None:
            return
        if who.pk is None and cleaned.get("said_elsewhere"):
            who.capacity = Participation.Capacity.MENTIONED
        self.instance.speaker = who

    @property
    def upload(self) -> tuple[Any, str]:
        """The file that came with it, and of which kind it is; None for no file."""
        sound, script = self.cleaned_data.get("sound"), self.cleaned_data.get("script")
        return (sound, StoredFile.Kind.SOUND) if sound else (script, StoredFile.Kind.DOCUMENT)


class AnswerForm(house.RowForm):
    """The answer to a wording: given or refused, by whom and when."""

    class Meta:
        model = Statement
        fields = ["approval", "approved_by_name", "approved_at"]
        labels = {"approval": _("Answer"), "approved_by_name": _("Answered by"), "approved_at": _("When")}
        widgets = {
            "approval": RadioCards,
            "approved_at": forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given, refused = Statement.Approval.GIVEN, Statement.Approval.REFUSED
        self.fields["approval"] = forms.ChoiceField(
            label=_("Answer"),
            choices=[(each.value, each.label) for each in (given, refused)],
            widget=RadioCards,
        )
        for name in ("approved_by_name", "approved_at"):
            self.fields[name].required = True

"""What hangs on a statement: citations inside it, and the people beside its speaker."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.widgets import WordingField
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Participation
from chancery.record.actions.said import BESIDE, Within
from chancery.record.forms.outcomes import FIND
from chancery.record.forms.said import StatementForm
from chancery.record.models import Citation, Statement

Capacity = Participation.Capacity
# In which capacity somebody new takes part who stands beside the speaker.
CAPACITY_OF = {"about": Capacity.MENTIONED, "joint_speakers": Capacity.SPEAKER}


class CitationForm(house.RowForm):
    """A work or a person that is quoted inside the statement."""

    class Meta:
        model = Citation
        fields = ["cited_name", "texts"]
        labels = {"cited_name": _("Or a work, in words")}

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.event.languages or office.organiser.languages, **kwargs)
        texts = self.fields["texts"]
        assert isinstance(texts, WordingField)
        texts.widget.is_long = True
        self.fields["cited"] = TakingPartField(
            office=office,
            route=FIND,
            capacity=Capacity.MENTIONED,
            chosen=self.instance.cited if self.instance.cited_id else None,
            label=_("Who is cited"),
            required=False,
        )
        self.order_fields(["cited", "cited_name", "texts"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "cited" in cleaned:
            self.instance.cited = cleaned["cited"]
        if not self.errors and not (cleaned.get("cited") or cleaned.get("cited_name")):
            raise forms.ValidationError(_("Say who or what is cited."))
        return cleaned


class BesideForm(forms.Form):
    """Somebody whom the statement is about, or who makes it together with the speaker."""

    def __init__(
        self, *args: Any, office: EventOffice, chosen: tuple[Participation, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        who, role = chosen or (None, BESIDE[0])
        self.fields["who"] = TakingPartField(
            office=office,
            route=FIND,
            capacity=Capacity.MENTIONED,
            chosen=who,
            label=_("Who"),
            required=False,
        )
        self.fields["role"] = forms.ChoiceField(
            label=_("How"),
            choices=[("about", _("the statement is about them")), ("joint_speakers", _("said it as well"))],
            initial=role,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        who = cleaned.get("who")
        if who is not None and who.pk is None:
            who.capacity = CAPACITY_OF[cleaned.get("role", BESIDE[0])]
        return cleaned


class BesideFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # of forms without a model
    """The people beside a speaker, those who stand there already first."""

    default_error_messages = {**forms.BaseFormSet.default_error_messages, **house.ROWS_CUT_OFF}

    there: list[tuple[Participation, str]]

    def standing(self, there: list[tuple[Participation, str]]) -> "BesideFormSet":
        """Give each of the first rows whom it stands for."""
        self.there, self.initial = there, [{} for _row in there]
        return self

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Give each row whom it stands for."""
        kwargs: dict[str, Any] = super().get_form_kwargs(index)
        if index is not None and index < len(self.there):
            kwargs["chosen"] = self.there[index]
        return kwargs

    def people(self) -> dict[str, list[Participation]]:
        """Return whom the rows name, by how they stand there."""
        kept = [form.cleaned_data for form in self.forms if form not in self.deleted_forms]
        return {
            name: [row["who"] for row in kept if row.get("who") and row.get("role") == name]
            for name in BESIDE
        }


class StatementForms:
    """The form of a statement with what hangs on it, read and checked together."""

    def __init__(self, sent: Any, files: Any, statement: Statement, office: EventOffice) -> None:
        given = {"office": office}
        self.form = StatementForm(sent, files, instance=statement, office=office)
        citations = house.rows_of(Statement, Citation, CitationForm, can_order=True)
        self.citations = citations(
            sent, instance=statement, queryset=_stored(), prefix="citation", form_kwargs=given
        )
        rows: Any = forms.formset_factory(BesideForm, formset=BesideFormSet, extra=1, can_delete=True)
        there = list(_beside(statement))
        self.beside = rows(sent, prefix="beside", form_kwargs=given).standing(there)

    def is_valid(self) -> bool:
        """Check every part, so that all that is wrong is said at once."""
        return all([self.form.is_valid(), self.citations.is_valid(), self.beside.is_valid()])

    def within(self) -> Within:
        """Return what hangs on the statement, as the action takes it."""
        upload, kind = self.form.upload
        return Within(
            self.citations.kept, self.citations.dropped, self.beside.people(), upload=upload, upload_kind=kind
        )


def _stored() -> Any:
    rows = Citation.objects.select_related("cited__person", "cited__office", "cited__body")
    return rows.prefetch_related("cited__person__names").order_by("position", "pk")


def _beside(statement: Statement) -> Iterator[tuple[Participation, str]]:
    if statement.pk is None:
        return
    for name in BESIDE:
        people = getattr(statement, name).select_related("person", "office", "body")
        for who in people.prefetch_related("person__names").order_by("pk"):
            yield who, name

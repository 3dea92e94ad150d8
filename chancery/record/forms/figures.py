"""What a user writes of figures: what is counted, who claims which, and which one the record follows."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chancery.base import forms as house
from chancery.base.widgets import RadioCards
from chancery.directory.models import Body
from chancery.events import queries as events
from chancery.events.access import EventOffice
from chancery.events.choosing import TakingPartField
from chancery.events.models import Claim, Matter, Participation
from chancery.record.claim_words import claim_in_words, claimant_of
from chancery.record.forms.outcomes import FIND

KEEP_ALL = "keep-all"


class MatterForm(house.RowForm):
    """What the sources speak of."""

    class Meta:
        model = Matter
        fields = ["kind", "counted", "scope", "category", "part"]
        help_texts = {
            "counted": _("In a few words: people in the square, viewers of the stream, trees planted."),
            "category": _("Only where one category of guests is counted."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        _choose(self, "category", events.categories_of(office.event), gettext("everybody"))
        _choose(self, "part", events.parts_of(office.event), gettext("the whole event"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        needs_words = cleaned.get("kind") not in {Matter.Kind.ATTENDANCE, Matter.Kind.ONLINE}
        if needs_words and not cleaned.get("counted") and "counted" not in self.errors:
            self.add_error("counted", _("Say in a few words what is counted, or what the matter is."))
        return cleaned


class ClaimForm(house.RowForm):
    """What one source says of a matter, and who says so."""

    unchecked = ("claimant", "claimant_body", "matter")

    class Meta:
        model = Claim
        fields = ["value", "upper", "exactness", "words", "claimant_name", "source", "as_of", "doubt"]
        labels = {"claimant_name": _("or by somebody not in the directory")}
        help_texts = {
            "upper": _("Only for a span."),
            "words": _("The words of the source, as they stand there."),
            "doubt": _("A misprint, wrong arithmetic, an unclear list."),
        }

    def __init__(self, *args: Any, office: EventOffice, **kwargs: Any) -> None:
        super().__init__(*args, languages=office.organiser.languages, **kwargs)
        claim: Claim = self.instance
        self.fields["who"] = TakingPartField(
            office=office,
            capacity=Participation.Capacity.MENTIONED,
            route=FIND,
            chosen=claim.claimant or claim.claimant_body,
            label=_("Said by"),
            required=False,
        )
        _choose(self, "source", events.sources_of(office.event), gettext("not known"))
        self.order_fields(["value", "upper", "exactness", "words", "who", "claimant_name", "source"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        value, upper = cleaned.get("value"), cleaned.get("upper")
        if upper is not None and (value is None or upper < value):
            self.add_error("upper", _("A span goes from the smaller figure to the larger one; correct it."))
        is_compared = cleaned.get("exactness") in Claim.COMPARED
        if value is None and not cleaned.get("words") and not is_compared and not self.errors:
            self.add_error("value", _("Give a figure, or the words of the source."))
        self._take_claimant(cleaned.get("who"))
        return cleaned

    def _take_claimant(self, who: Participation | Body | None) -> None:
        """A body that does not take part claims as a body; everybody else as somebody of the event."""
        if isinstance(who, Participation) and who.pk is None and who.body is not None:
            who = who.body
        is_body = isinstance(who, Body)
        self.instance.claimant_body = who if is_body else None
        self.instance.claimant = None if is_body else who


def _choose(form: forms.BaseForm, name: str, rows: Any, nothing: str) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset, field.empty_label = rows, nothing


def claims_of(sent: Any, matter: Matter, office: EventOffice) -> house.RowsFormSet:
    """The claims about a matter in their order; a new matter begins with one empty row."""
    made = house.rows_of(Matter, Claim, ClaimForm, extra=0 if matter.pk else 1, can_order=False)
    rows = Claim.objects.select_related(
        "claimant__person", "claimant__office", "claimant__body", "claimant_body"
    )
    queryset = rows.prefetch_related("claimant__person__names").order_by("position", "pk")
    return made(sent, instance=matter, queryset=queryset, prefix="claim", form_kwargs={"office": office})


class DecisionForm(forms.Form):
    """Which claim the record follows, by whose decision and for which reason."""

    claim = forms.ChoiceField(label=_("The record"), widget=RadioCards)
    name = forms.CharField(label=_("Decided by"), max_length=200)
    reason = forms.CharField(label=_("Because"), max_length=300)

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {str(claim.pk): claim for claim in matter.claims.all()}
        follow = [(key, _follows(claim)) for key, claim in self.by_key.items()]
        field = self.fields["claim"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*follow, (KEEP_ALL, gettext("keeps all of them and follows none"))]

    @property
    def followed(self) -> Claim | None:
        """The chosen claim; None where all are kept."""
        return self.by_key.get(self.cleaned_data["claim"])


def _follows(claim: Claim) -> str:
    who = claimant_of(claim) or (claim.source.title if claim.source else gettext("not said by whom"))
    return gettext("follows %(claim)s (%(who)s)") % {"claim": claim_in_words(claim), "who": who}

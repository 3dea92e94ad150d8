"""Two entries of one person made one: side by side, chosen value by value, and taken back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.frame import say_with_undo
from chancery.directory import access
from chancery.directory.actions import book, merging
from chancery.directory.forms.merging import OtherForm
from chancery.directory.models import MergeRecord, Person, Relation
from chancery.directory.queries.history import in_words
from chancery.directory.queries.people import PersonLine, lines_for
from chancery.directory.queries.snapshots import columns_in, section_of, section_values
from chancery.directory.views.pages import address, crumb, page, say_done


@dataclass(frozen=True, slots=True)
class Choice:
    """One column of the two: equal ones need no choice."""

    name: str
    label: str
    kept: str
    gone: str

    @property
    def is_needed(self) -> bool:
        """Whether both say something, and not the same."""
        return self.kept != self.gone and bool(self.gone)

    @property
    def takes_gone(self) -> bool:
        """Whether only the entry that goes says something."""
        return self.is_needed and not self.kept


@office_page(Right.DIRECTORY_EDIT)
def choose_other(request: HttpRequest, office: Seat, person: str) -> HttpResponse:
    """Ask with whom an entry should be merged."""
    kept = access.own_row_for(office, Person, person)
    form = OtherForm(request.POST or None, office=office)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        return redirect(address(office, "merge", person=kept.code, other=other.code))
    return page(request, office, "merge_choose", "people", form=form, person=kept)


@office_page(Right.DIRECTORY_EDIT)
def merge(request: HttpRequest, office: Seat, person: str, other: str) -> HttpResponse:
    """Show the two side by side; a POST merges the second into the first, or keeps them apart for good."""
    kept = access.own_row_for(office, Person, person)
    gone = access.own_row_for(office, Person, other)
    if request.method == "POST" and request.POST.get("decision") == "different":
        return _keep_apart(request, office, kept, gone)
    if request.method == "POST":
        return _merge(request, office, kept, gone)
    lines: list[PersonLine] = lines_for([kept, gone], office.today)
    return page(
        request,
        office,
        "merge",
        "people",
        crumbs=[crumb(office, "people")],
        kept=kept,
        gone=gone,
        lines=lines,
        choices=_choices(kept, gone),
    )


def _choices(kept: Person, gone: Person) -> list[Choice]:
    ours, theirs = columns_in(kept), columns_in(gone)
    columns = {column.attname: column for column in Person._meta.concrete_fields}
    return [
        Choice(
            name,
            str(columns[name].verbose_name),
            in_words(columns[name], ours[name] or None),
            in_words(columns[name], theirs[name] or None),
        )
        for name in merging.CHOOSABLE
    ]


def _merge(request: HttpRequest, office: Seat, kept: Person, gone: Person) -> HttpResponse:
    from_gone = [name for name in merging.CHOOSABLE if request.POST.get(name) == "gone"]
    values = merging.chosen_values(kept, gone, from_gone)
    try:
        record = merging.merge(kept=kept, gone=gone, values=values, by=office.actor)
    except merging.NotTheSame:
        messages.error(request, _("The two are noted as not the same person; take that relation away first."))
    except merging.StandsInTheWay as refused:
        sentence = _(
            "Both stand in “%(row)s”, where there can be one only; take one of them away there first."
        )
        messages.error(request, sentence % {"row": refused})
    else:
        undo = address(office, "part", merge=record.code)
        say_with_undo(request, _("The two entries of %(name)s are one now.") % {"name": kept}, undo)
        return redirect(address(office, "person", person=kept.code))
    return redirect(address(office, "merge", person=kept.code, other=gone.code))


def _keep_apart(request: HttpRequest, office: Seat, kept: Person, gone: Person) -> HttpResponse:
    section = section_of(Person, "relations")
    assert section is not None
    fresh = {"kind": Relation.Kind.NOT_THE_SAME.value, "other_id": gone.pk, "note": ""}
    relations = section_values(section, kept)
    if not any(row["kind"] == fresh["kind"] and row["other_id"] == gone.pk for row in relations):
        line = book.change(kept, sections={"relations": [*relations, fresh]}, by=office.actor)
        say_done(request, office, _("The two are noted as not the same person."), line)
    return redirect(address(office, "person", person=kept.code))


@office_page(Right.DIRECTORY_EDIT)
@require_POST
def part(request: HttpRequest, office: Seat, merge: str) -> HttpResponse:
    """Take a merge back."""
    record = get_object_or_404(MergeRecord, organiser=office.organiser, code=merge)
    try:
        gone = merging.part(record, by=office.actor)
    except merging.PartedAlready:
        messages.error(request, _("This merge was taken back already."))
    except merging.ChangedSinceMerge as refused:
        sentence = _("“%(what)s” was changed since the merge; take that change back first.")
        messages.error(request, sentence % {"what": refused})
    else:
        messages.success(request, _("%(name)s is an entry of its own again.") % {"name": gone})
    return redirect(address(office, "person", person=record.kept.code))

"""Why somebody is addressed so, and the office's own wording instead."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chancery.accounts.access import Office as Seat
from chancery.accounts.pages import office_page
from chancery.accounts.roles import Right
from chancery.base.cldr import language_in_words
from chancery.base.frame import Why
from chancery.directory import access
from chancery.directory.actions import book
from chancery.directory.forms.addressing import OwnWordingForm
from chancery.directory.models import AddressForm, Person
from chancery.directory.queries.addressing import AddressLine, address_lines, reason_lines
from chancery.directory.queries.snapshots import Plain, section_of, section_values
from chancery.directory.views.pages import crumb, is_own, page, say_done


@office_page(Right.DIRECTORY_VIEW)
def address_why(request: HttpRequest, office: Seat, person: str, language: str, purpose: str) -> HttpResponse:
    """Show why a form of address is what it is; a POST writes the office's own."""
    row = access.row_for(office, Person, person)
    line = _line(office, row, language, purpose)
    if request.method == "POST":
        return _write(request, office, row, line)
    may_write = is_own(office, row) and office.may(Right.DIRECTORY_EDIT)
    initial = {"text": "\n".join(line.form.lines) if line.is_own else ""}
    why = Why(
        subject=str(row),
        claim=f"{language_in_words(language, request.LANGUAGE_CODE)}, {line.purpose.label}",
        reasons=reason_lines(line.form.reasons),
    )
    form = OwnWordingForm(initial=initial) if may_write else None
    crumbs = [crumb(office, "people")]
    return page(
        request, office, "address", "people", why=why, line=line, form=form, person=row, crumbs=crumbs
    )


def _line(office: Seat, row: Person, language: str, purpose: str) -> AddressLine:
    lines = address_lines(row, office.organiser, office.today)
    for line in lines:
        if (line.language, line.purpose.value) == (language, purpose):
            return line
    raise Http404


def _write(request: HttpRequest, office: Seat, row: Person, line: AddressLine) -> HttpResponse:
    office.demand(Right.DIRECTORY_EDIT)
    own = access.own_row_for(office, Person, row.code)
    form = OwnWordingForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    written = book.change(own, sections={"address_forms": _with(own, line, text)}, by=office.actor)
    sentence = _("The wording was saved.") if text else _("The rules word this again.")
    say_done(request, office, sentence, written)
    return redirect("directory:person", ref=office.organiser.ref, person=row.code)


def _with(row: Person, line: AddressLine, text: str) -> list[Plain]:
    section = section_of(Person, "address_forms")
    assert section is not None
    others = [
        form
        for form in section_values(section, row)
        if (form["language"], form["purpose"]) != (line.language, line.purpose.value)
    ]
    if not text:
        return others
    own = AddressForm(language=line.language, purpose=line.purpose, text=text)
    return [
        *others,
        {"language": own.language, "purpose": str(own.purpose), "text": own.text, "household_id": None},
    ]

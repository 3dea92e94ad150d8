"""How people are addressed: rows turned into values of the rules, and the forms with their reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from chancery.accounts.models import Organiser
from chancery.base import cldr
from chancery.base.frame import ReasonLine
from chancery.directory.models import AddressForm, Person, PersonName, Tenure
from chancery.directory.models import Office as DirectoryOffice
from chancery.directory.queries.tenures import current
from chancery.rules.address.compose import form_of_address
from chancery.rules.address.values import (
    Addressee,
    Basis,
    Form,
    Gender,
    HeldOffice,
    NameOrder,
    Practice,
    PrintedName,
    Purpose,
    Setting,
    State,
)
from chancery.rules.reasons import Reason

PURPOSES = tuple(Purpose(value) for value in AddressForm.Purpose.values)
_PRACTICES = {"US": Practice.US, "GB": Practice.UK, "CA": Practice.CANADA}


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One form of address as the page shows it; `is_own` where the office wrote it itself."""

    language: str
    purpose: AddressForm.Purpose
    form: Form
    is_own: bool


def setting_of(organiser: Organiser, language: str) -> Setting:
    """Return by whom and where a letter of this office is written."""
    host = organiser.host_state.upper()
    practice = _PRACTICES.get(host, Practice.INTERNATIONAL)
    return Setting(language, practice, organiser.state.upper(), host)


def addressee_of(
    person: Person,
    *,
    names: Sequence[PersonName],
    tenure: Tenure | None,
    languages: Sequence[str],
    own_forms: Sequence[AddressForm] = (),
) -> Addressee:
    """Turn a person, as holder of the office of `tenure`, into a value of the rules."""
    return Addressee(
        names=tuple(map(_printed, names)),
        gender=Gender(person.gender),
        honorifics=person.honorifics,
        office=held_office(tenure, languages) if tenure else None,
        own_forms={(form.language, Purpose(form.purpose)): form.text for form in own_forms},
    )


def held_office(tenure: Tenure, languages: Sequence[str]) -> HeldOffice:
    """Turn a tenure into a value of the rules; needs its office with the body loaded."""
    return replace(vacant_office(tenure.office, languages), basis=Basis(tenure.basis))


def vacant_office(office: DirectoryOffice, languages: Sequence[str]) -> HeldOffice:
    """Turn an office whose holder is not known into a value of the rules; needs its body loaded."""
    return office_value(office.office_class, office.titles, office.body.state, languages)


def office_value(
    office_class: str, titles: Mapping[str, str], state: str, languages: Sequence[str]
) -> HeldOffice:
    """Turn what stands of an office into a value of the rules, with its state in words of the languages."""
    code = state.upper()
    names: Mapping[str, str] = {language: cldr.state_in_words(code, language) for language in languages}
    return HeldOffice(office_class=office_class, titles=titles, state=State(code, names) if code else None)


def address_lines(person: Person, organiser: Organiser, today: date) -> list[AddressLine]:
    """Return the forms of `person` for every language of the office and every purpose, in that order."""
    own = list(person.address_forms.order_by("language", "purpose", "id"))
    languages = list(dict.fromkeys([*organiser.languages, *(form.language for form in own)]))
    addressee = addressee_of(
        person,
        names=list(person.names.order_by("position", "id")),
        tenure=main_tenure(person, today),
        languages=languages,
        own_forms=own,
    )
    written = {(form.language, form.purpose) for form in own}
    return [
        AddressLine(
            language=language,
            purpose=AddressForm.Purpose(purpose.value),
            form=form_of_address(addressee, purpose, setting_of(organiser, language)),
            is_own=(language, purpose.value) in written,
        )
        for language in languages
        for purpose in PURPOSES
    ]


def main_tenure(person: Person, today: date) -> Tenure | None:
    """Return the first office a person holds today, in the order in which the directory lists them."""
    held = person.tenures.select_related("office__body").order_by("position", "id")
    return next(iter(current(held, today)), None)


def reason_lines(reasons: Sequence[Reason]) -> list[ReasonLine]:
    """Put reasons of the rules into the reader's words."""
    return [
        ReasonLine(
            words=gettext(reason.template) % dict(reason.values),
            rule=reason.rule,
            source=reason.source,
            source_url=reason.source if reason.source.startswith(("https://", "http://")) else "",
            is_open=reason.is_open,
        )
        for reason in reasons
    ]


def _printed(name: PersonName) -> PrintedName:
    return PrintedName(name.printed, name.given, name.family, name.language, NameOrder(name.order))

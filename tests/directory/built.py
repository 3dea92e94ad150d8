"""One row of each kind in an office, for the table of address and role."""

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.models import AuditLine
from chancery.directory.actions import imports, merging
from chancery.directory.models import Group, Household
from tests import make
from tests.directory import files


def a_person(office: Organiser) -> str:
    return make.person(office).code


def a_body(office: Organiser) -> str:
    return make.body(office).code


def an_office(office: Organiser) -> str:
    return make.post(make.body(office)).code


def a_group(office: Organiser) -> str:
    return Group.objects.create(organiser=office, names={"en": "Friends"}).code


def a_household(office: Organiser) -> str:
    return Household.objects.create(organiser=office, name="Sample").code


def an_import(office: Organiser) -> str:
    """A list that was brought and not checked yet."""
    content = files.csv_of([files.HEADINGS, files.ROW])
    return imports.receive(organiser=office, filename="list.csv", content=content, by=make.actor(office)).code


def a_merge(office: Organiser) -> str:
    """Two entries of one person made one."""
    kept, gone = make.person(office), make.person(office)
    return merging.merge(kept=kept, gone=gone, values={}, by=make.actor(office)).code


def a_line(office: Organiser) -> int:
    """A line of the history of a person."""
    line = audit.line(make.person(office), by=make.actor(office), code="directory.person.changed", changes={})
    AuditLine.objects.bulk_create([line])
    return line.pk

"""Names in the list of people, in a script that the reader can read."""

import pytest
from django.test import Client

from chancery.directory.models import PersonName
from tests import make
from tests.access import body_of
from tests.conftest import People


@pytest.mark.parametrize(
    ("language", "shown", "hidden"), [("en", "Bonhui Gyeon", "견본희"), ("ar", "Bonhui Gyeon", "견본희")]
)
def test_a_name_in_a_third_script_is_listed_in_latin_letters(
    people: People, signed_in: Client, language: str, shown: str, hidden: str
) -> None:
    person = make.person(people.office, sort_name="Gyeon, Bonhui")
    person.names.all().delete()
    for position, (code, printed) in enumerate((("ko", "견본희"), ("en", "Bonhui Gyeon"))):
        PersonName.objects.create(person=person, language=code, printed=printed, position=position)
    people.owner.language = language
    people.owner.save(update_fields=["language"])

    page = body_of(signed_in.get("/o/mission/people/"))

    assert shown in page
    assert hidden not in page

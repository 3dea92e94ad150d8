"""The audit log in words."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from chancery.accounts.models import Membership, Organiser
from chancery.base import audit, history
from chancery.base.history import Deed, FieldInWords
from chancery.base.models import AuditLine
from chancery.directory.models import Body, Person
from chancery.rules.dates import PartialDate
from tests import make


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser()


def change(row: Any, office: Organiser, **values: Any) -> AuditLine:
    """Change columns of a row as an action does, and return the line."""
    for name, value in values.items():
        setattr(row, name, value)
    with transaction.atomic():
        audit.update(row, by=make.actor(office, make.user(name="Elena Marin")), code="directory.changed")
    return audit.lines_of(row)[0]


def words(line: AuditLine, language: str = "en") -> list[FieldInWords]:
    return list(history.in_words([line], language=language)[0].fields)


def test_a_change_is_told_from_what_to_what_by_whom(office: Organiser) -> None:
    person = make.person(office, sort_name="Sample, Ana")

    line = change(person, office, sort_name="Sample, Anna")

    [told] = history.of(person, language="en")
    assert (told.by, told.deed, told.kind) == ("Elena Marin", Deed.CHANGED, "person")
    assert told.label == line.label
    assert [(field.before, field.after) for field in told.fields] == [("Sample, Ana", "Sample, Anna")]


def test_values_are_told_as_a_reader_knows_them(office: Organiser) -> None:
    person = make.person(office, gender="f")
    body = make.body(office, "Embassy")

    told = {
        "choice": words(change(person, office, gender="m")),
        "date": words(change(person, office, born=PartialDate.parse("1970-02"))),
        "wording": words(change(body, office, names={"en": "Embassy", "ro": "Ambasada"})),
    }

    codes = words(change(person, office, languages=["ro", "fr"], nationality="RO"))
    assert {field.after for field in codes} == {"Romanian, French", "Romania"}
    assert told["choice"][0].before == str(Person.Gender("f").label)
    assert told["choice"][0].after == str(Person.Gender("m").label)
    assert (told["date"][0].before, told["date"][0].after) == ("", "February 1970")
    assert told["wording"][0].after == "English: Embassy; Romanian: Ambasada"


def test_a_text_of_the_other_direction_keeps_its_signs_to_itself(office: Organiser) -> None:
    line = change(make.body(office, "Embassy"), office, names={"en": "Welcome!", "ar": "سفارة"})

    assert "\u2068Welcome!\u2069" in words(line, "ar")[0].after
    assert "\u2068سفارة\u2069" not in words(line, "ar")[0].after


def test_moments_are_told_in_the_zone_of_the_reader(office: Organiser) -> None:
    member = make.member(office)
    line = change(member, office, since=datetime(2025, 2, 26, 17, 30, tzinfo=UTC))

    with timezone.override("Europe/Bucharest"):
        assert words(line)[0].after == "26 Feb 2025, 19:30"


def test_what_is_more_than_a_row_is_told_without_the_marks_of_a_program(office: Organiser) -> None:
    body = make.body(office)
    changes = {"guests": [[], [{"name": "Ana", "tags": ["press", "vip"]}]]}
    with transaction.atomic():
        audit.note(body, by=make.actor(office), code="x", changes=changes)

    [told] = history.of(body, language="en")

    assert [(field.name, field.after) for field in told.fields] == [("Guests", "name: Ana; tags: press, vip")]


def test_columns_within_a_change_are_told_by_their_names(office: Organiser) -> None:
    body = make.body(office)
    audit.note(body, by=make.actor(office), code="c", changes={"party": [{}, {"unnamed_companions": 2}]})
    line = audit.lines_of(body)[0]

    assert words(line)[0].after == "unnamed companions: 2"
    with translation.override("fr"):
        assert words(line, "fr")[0].after == "accompagnants non nommés: 2"


def test_values_are_told_in_the_language_of_the_reader(office: Organiser) -> None:
    line = change(make.person(office), office, born=PartialDate.parse("1970-02"))

    assert words(line, "ro")[0].after == "februarie 1970"


def test_a_key_is_told_by_the_name_of_its_row_and_a_lost_one_as_deleted(office: Organiser) -> None:
    embassy, other = make.body(office, "Embassy"), make.body(office, "Museum")
    post = make.post(embassy)
    line = change(post, office, body=other)

    assert [(field.before, field.after) for field in words(line)] == [("Embassy", "Museum")]
    Body.objects.filter(pk=embassy.pk).delete()
    assert [(field.before, field.after) for field in words(line)] == [("deleted", "Museum")]


def test_a_member_is_told_by_name(office: Organiser) -> None:
    member = Membership(organiser=office, user=make.user(name="Ana"), role="press")
    with transaction.atomic():
        audit.create(member, by=make.actor(office), code="accounts.membership.created")

    [told] = history.of(member, language="en")

    assert ("Colleague", "", "Ana") in [(field.name, field.before, field.after) for field in told.fields]


def test_what_the_house_keeps_for_itself_is_not_told(office: Organiser) -> None:
    body = Body(organiser=office, names={"en": "Embassy"})
    with transaction.atomic():
        audit.create(body, by=make.actor(office), code="directory.body.created")

    [told] = history.of(body, language="en")

    assert told.by == ""
    assert told.deed is Deed.CREATED
    assert not {"Ref", "Code", "Organiser"} & {field.name for field in told.fields}


def test_making_changing_deleting_and_noting_are_told_apart(office: Organiser) -> None:
    by = make.actor(office)
    with transaction.atomic():
        body = audit.create(Body(organiser=office, names={"en": "Embassy"}), by=by, code="a")
        body.names = {"en": "Museum"}
        audit.update(body, by=by, code="b")
        audit.note(body, by=by, code="c", changes={"members": [["Ana"], []]})
        audit.note(body, by=by, code="d")
        audit.delete(body, by=by, code="e")

    deeds = [history.deed_of(line) for line in AuditLine.objects.order_by("pk")]

    assert deeds == [Deed.CREATED, Deed.CHANGED, Deed.NOTED, Deed.NOTED, Deed.DELETED]


def test_filling_an_empty_column_is_a_change_and_not_a_making(office: Organiser) -> None:
    line = change(make.person(office), office, born=PartialDate.parse("1970"))

    assert list(line.changes.values()) == [[None, "1970"]]
    assert history.deed_of(line) is Deed.CHANGED


def test_the_history_of_several_rows_is_one_newest_first(office: Organiser) -> None:
    person, body = make.person(office), make.body(office)
    lines = [
        change(person, office, sort_name="B"),
        change(body, office, names={"en": "C"}),
        change(person, office, sort_name="D"),
    ]
    change(make.person(office), office, sort_name="Somebody else")

    told = history.of(person, body, language="en")

    assert [line.number for line in told] == [line.pk for line in reversed(lines)]


def test_no_rows_have_no_history(office: Organiser) -> None:
    change(make.person(office), office, sort_name="B")

    assert history.of(language="en") == []


def test_pages_go_on_where_the_last_one_ended(office: Organiser) -> None:
    person = make.person(office)
    numbers = [change(person, office, sort_name=str(number)).pk for number in range(5)]
    lines = history.lines_of_office(office.pk, apps_shown=["directory"])

    first = history.page_of(lines, before=None, language="en", size=2)
    second = history.page_of(lines, before=first.older, language="en", size=2)
    third = history.page_of(lines, before=second.older, language="en", size=2)

    shown = [line.number for page in (first, second, third) for line in page.lines]
    assert shown == list(reversed(numbers))
    assert third.older is None


def test_an_office_sees_its_own_lines_of_the_apps_it_may_read(office: Organiser) -> None:
    elsewhere = make.organiser("elsewhere")
    mine = change(make.person(office), office, sort_name="Mine")
    change(make.person(elsewhere), elsewhere, sort_name="Theirs")
    change(make.event(office), office, titles={"en": "Other"})

    shown = history.lines_of_office(office.pk, apps_shown=["directory"])

    assert list(shown) == [mine]
    assert not history.lines_of_office(office.pk, apps_shown=[]).exists()


def test_the_drawer_gets_each_change_as_one_sentence(office: Organiser) -> None:
    person = make.person(office, sort_name="Sample, Ana")
    change(person, office, sort_name="Sample, Anna")

    [line] = history.change_lines(person, language="en")

    assert line.words.endswith(": from Sample, Ana to Sample, Anna")
    assert line.by == "Elena Marin"


def test_telling_many_lines_asks_no_more_than_telling_one(office: Organiser) -> None:
    def posts(count: int) -> list[AuditLine]:
        bodies = [make.body(office, f"Body {number}") for number in range(count + 1)]
        rows = [make.post(bodies[0]) for _number in range(count)]
        lines = [change(row, office, body=body) for row, body in zip(rows, bodies[1:], strict=True)]
        return list(AuditLine.objects.filter(pk__in=[line.pk for line in lines]).select_related("by"))

    one, three = posts(1), posts(3)
    with CaptureQueriesContext(connection) as first:
        history.in_words(one, language="en")
    with CaptureQueriesContext(connection) as second:
        history.in_words(three, language="en")

    assert len(second) == len(first)

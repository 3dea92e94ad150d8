"""The search after something was taken back: it finds what is there, and nothing else."""

from typing import Any

import pytest

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base import undo as base_undo
from chancery.base.models import AuditLine
from chancery.base.undo import EMPTY
from chancery.directory.actions import book, import_undo, imports, merging, undo
from chancery.directory.models import Body, ImportPair, Office, Person, PersonName, SearchEntry, SearchWord
from chancery.directory.queries.search import search
from chancery.directory.queries.words import entries_for, words_with_scopes
from tests import make
from tests.directory import files


@pytest.fixture
def office(db: Any) -> Organiser:
    return make.organiser("mission")


def is_found(office: Organiser, text: str) -> bool:
    return bool(search(office, text))


def is_right(office: Organiser) -> bool:
    """Whether the index holds exactly the words of the rows, and the list of words exactly those."""
    rows = [
        *Person.objects.filter(organiser=office),
        *Body.objects.filter(organiser=office),
        *Office.objects.filter(organiser=office).select_related("body"),
    ]
    should = entries_for(rows)
    known = set(SearchWord.objects.values_list("scope", "word"))
    return _plain(should) == _plain(SearchEntry.objects.all()) and known == words_with_scopes(should)


def _plain(entries: Any) -> set[tuple[Any, ...]]:
    return {(entry.scope, entry.kind, entry.object_id, entry.words) for entry in entries}


def changed(row: Any, office: Organiser, **columns: Any) -> AuditLine:
    """Change columns of a row as its page does."""
    for name, value in columns.items():
        setattr(row, name, value)
    line = book.change(row, sections={}, by=make.actor(office))
    assert line is not None
    return line


def entered(office: Organiser, printed: str = "Ana Sample") -> Person:
    person = make.person(office, printed)
    book.reindex(person)
    return person


def test_undoing_a_name_in_the_history_of_the_office_finds_the_old_one(office: Organiser) -> None:
    person = entered(office)
    line = changed(person, office, sort_name="Marchand, Olivia")
    assert is_found(office, "Marchand")

    base_undo.undo(line, by=make.actor(office))

    assert (is_found(office, "Sample"), is_found(office, "Marchand")) == (True, False)
    assert Person.objects.get().sort_key == "sample ana"
    assert is_right(office)


def test_undoing_the_name_of_a_body_finds_its_offices_by_the_old_one(office: Organiser) -> None:
    body = make.body(office, "Embassy of Sampleland")
    make.post(body, "Counsellor")
    book.reindex(body)
    line = changed(body, office, names={"en": "Legation of Zembla"})
    assert not is_found(office, "Counsellor Sampleland")

    base_undo.undo(line, by=make.actor(office))

    assert is_found(office, "Counsellor Sampleland")
    assert is_right(office)


def test_undoing_a_title_finds_the_office_by_the_old_one(office: Organiser) -> None:
    post = make.post(make.body(office), "Counsellor")
    book.reindex(post.body)
    line = changed(post, office, titles={"en": "Attaché"})

    base_undo.undo(line, by=make.actor(office))

    assert (is_found(office, "Counsellor"), is_found(office, "Attaché")) == (True, False)
    assert is_right(office)


def test_undoing_that_a_body_was_made_takes_it_out_of_the_search(office: Organiser) -> None:
    body = Body(organiser=office, names={"en": "Legation"})
    book.enter(body, sections={}, by=make.actor(office))
    line = audit.line(body, by=make.actor(office), code="directory.body.created", changes=_columns_of(body))
    audit.write([line])

    base_undo.undo(line, by=make.actor(office))

    assert not is_found(office, "Legation")
    assert is_right(office)


def _columns_of(body: Body) -> dict[str, list[Any]]:
    return {name: [None, value] for name, value in audit.plain_values(body).items() if value not in EMPTY}


def test_undoing_on_the_page_of_a_person_finds_the_old_names(office: Organiser) -> None:
    person = entered(office)
    names = [{"printed": "Лейла Алиева", "given": "Лейла", "family": "Алиева"}]
    line = book.change(person, sections={"names": names}, by=make.actor(office))
    assert line is not None
    assert is_found(office, "Aliyeva")

    undo.undo(line, by=make.actor(office))

    assert (is_found(office, "Aliyeva"), is_found(office, "Ana")) == (False, True)
    assert is_right(office)


def test_undoing_a_deletion_finds_the_person_again(office: Organiser) -> None:
    person = entered(office)
    line = book.delete(person, by=make.actor(office))
    assert not is_found(office, "Sample")
    assert is_right(office)

    undo.undo(line, by=make.actor(office))

    assert is_found(office, "Sample")
    assert is_right(office)


def test_undoing_that_a_person_was_entered_forgets_the_words(office: Organiser) -> None:
    person = Person(organiser=office, sort_name="Sample, Ana")
    line = book.enter(person, sections={"names": [{"printed": "Ana Sample"}]}, by=make.actor(office))

    undo.undo(line, by=make.actor(office))

    assert not SearchEntry.objects.exists()
    assert not SearchWord.objects.exists()


def test_parting_a_merge_finds_both_again(office: Organiser) -> None:
    kept, gone = entered(office, "Leyla Aliyeva"), entered(office, "Leyla Əliyeva")
    PersonName.objects.create(person=gone, position=1, printed="Zemfira")
    book.reindex(gone)
    key = gone.pk
    record = merging.merge(kept=kept, gone=gone, values={}, by=make.actor(office))
    assert [hit.object_id for hit in search(office, "Zemfira")] == [kept.pk]
    assert is_right(office)

    merging.part(record, by=make.actor(office))

    assert [hit.object_id for hit in search(office, "Zemfira")] == [key]
    assert is_right(office)


def test_taking_an_import_back_leaves_the_words_of_before(office: Organiser) -> None:
    known = entered(office, "Ana Sample")
    rows = [files.HEADINGS, files.ROW, ["Qudsi Osmanov", *files.ROW[1:]]]
    batch = imports.receive(
        organiser=office, filename="list.csv", content=files.csv_of(rows), by=make.actor(office)
    )
    imports.tell_columns(batch, mapping=batch.mapping, by=make.actor(office))
    ImportPair.objects.update(decision=ImportPair.Decision.SAME)
    batch.refresh_from_db()
    imports.start_run(batch, by=make.actor(office))
    assert is_found(office, "Гудси Османов")
    assert is_right(office)

    batch.refresh_from_db()
    import_undo.undo_import(batch, by=make.actor(office))

    assert (is_found(office, "Osmanov"), is_found(office, "Embassy of France")) == (False, False)
    assert [hit.object_id for hit in search(office, "Sample")] == [known.pk]
    assert is_right(office)

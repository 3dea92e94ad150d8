"""Values are erased, and the seal still checks."""

from collections.abc import Collection

import pytest
from django.db import transaction

from chancery.accounts.models import Organiser
from chancery.base.audit_seal import digests, erasing, sealing, verifying
from chancery.base.audit_seal.verifying import Break
from chancery.base.models import AuditLine, AuditSeal, ErasedValues
from chancery.directory.actions import undo
from tests import make
from tests.base.audit_seal.conftest import NOW, PERSON, Write


def erase(
    office: Organiser, *, columns: Collection[str] | None = None, label: str | None = "Person 7"
) -> int:
    """Erase what the history tells of the person whom the lines are about."""
    with transaction.atomic():
        return erasing.erase_values(
            {"directory.person": [PERSON]},
            organisers=[office.pk],
            label=label,
            by=make.actor(office),
            columns=columns,
        )


def findings(office: Organiser) -> set[tuple[Break, int]]:
    sealing.seal_lines(office.pk, now=NOW)
    report = verifying.verify(office.pk, now=NOW)
    assert report.unsealed == 0
    return {(one.what, one.number) for one in report.findings}


def test_erased_values_are_gone_and_the_seal_holds(office: Organiser, write: Write) -> None:
    line = write(label="Ana Sample", reason="asked", note="ill", gender="f", title="")
    kept = write(object_id=8, note="stays")
    sealing.seal_lines(office.pk, now=NOW)

    assert erase(office) == 1

    line.refresh_from_db()
    assert (line.label, line.reason) == ("Person 7", "")
    assert line.changes == {"note": [None, "[erased]"], "gender": [None, "[erased]"], "title": [None, ""]}
    assert findings(office) == set()
    kept.refresh_from_db()
    assert (kept.label, kept.changes) == ("Ana Sample", {"note": [None, "stays"]})


def test_nothing_is_left_to_guess_from(office: Organiser, write: Write) -> None:
    """The salt of an erased value is gone everywhere: who tries every value finds none."""
    write(gender="f")
    sealing.seal_lines(office.pk, now=NOW)
    [member] = digests.unpacked(AuditSeal.objects.get().members)

    erase(office)

    proofs = ErasedValues.objects.get().proofs
    assert proofs["gender"][0] == "digest"
    assert digests.salt_of_part(member.salt, "gender").hex() not in str(proofs)
    assert member.salt not in bytes(AuditSeal.objects.get().members)


def test_the_name_is_erased_and_later_the_rest(office: Organiser, write: Write) -> None:
    line = write(label="Ana Sample", note="ill", gender="f")
    sealing.seal_lines(office.pk, now=NOW)

    assert erase(office, columns=(), label="Guest") == 1
    line.refresh_from_db()
    assert (line.label, line.changes) == ("Guest", {"note": [None, "ill"], "gender": [None, "f"]})
    assert findings(office) == set()

    AuditLine.objects.filter(pk=line.pk).update(changes={"note": [None, "ill"], "gender": [None, "m"]})
    assert findings(office) == {(Break.LINE_ALTERED, line.pk)}

    AuditLine.objects.filter(pk=line.pk).update(changes=line.changes)
    assert erase(office, columns={"note"}, label=None) == 1
    assert findings(office) == set()
    assert (erase(office), erase(office)) == (1, 0)
    assert findings(office) == set()


def test_a_line_not_sealed_yet_is_sealed_without_its_values(office: Organiser, write: Write) -> None:
    write()

    erase(office)

    assert findings(office) == set()
    assert not ErasedValues.objects.exists()


@pytest.mark.parametrize("words", [{"label": "Somebody else"}, {"changes": {"note": [None, "well"]}}])
def test_words_in_the_place_of_erased_ones_are_found(
    office: Organiser, write: Write, words: dict[str, object]
) -> None:
    line = write(note="ill")
    sealing.seal_lines(office.pk, now=NOW)
    erase(office)

    AuditLine.objects.filter(pk=line.pk).update(**words)

    assert findings(office) == {(Break.LINE_ALTERED, line.pk)}


def test_an_erasing_that_no_line_tells_of_is_found(office: Organiser, write: Write) -> None:
    line, other = write(), write(object_id=8)
    sealing.seal_lines(office.pk, now=NOW)
    erase(office)

    AuditLine.objects.filter(pk=other.pk).update(code=erasing.CODE, changes={"label": [None, "Person 7"]})
    ErasedValues.objects.update(erased_in=other)

    assert (Break.ERASED_UNTOLD, line.pk) in findings(office)


def test_the_line_of_an_erasing_names_lines_and_no_values(office: Organiser, write: Write) -> None:
    lines = [write(note="ill"), write(note="well")]
    sealing.seal_lines(office.pk, now=NOW)

    erase(office)

    told = AuditLine.objects.get(code=erasing.CODE)
    assert told.changes == {"lines": [None, [line.pk for line in lines]], "label": [None, "Person 7"]}


def test_lines_of_another_office_are_left_alone(office: Organiser, write: Write) -> None:
    line = write()

    assert erase(make.organiser("other")) == 0

    line.refresh_from_db()
    assert line.label == "Ana Sample"


def test_what_was_erased_is_not_brought_back(office: Organiser, write: Write) -> None:
    line = write(code="directory.person.changed")
    erase(office)

    with pytest.raises(undo.ValuesErased):
        undo.undo(line, by=make.actor(office))

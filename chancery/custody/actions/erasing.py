"""Erase a person and leave the record true: what only told of them goes, what happened stays (R123)."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import ForeignKey, Model, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.base import audit, printed, secret_box
from chancery.base.audit import Actor
from chancery.base.audit_seal import erasing
from chancery.base.codes import new_code
from chancery.base.kinds import kind_in_words
from chancery.base.languages import any_text, beside, wording
from chancery.base.models import AuditLine, Job
from chancery.custody.actions import certificates, requests
from chancery.custody.actions.sweeping import NAMELESS, becomes
from chancery.custody.holdings import HOLDINGS, Becomes, Fate, Holding
from chancery.custody.models import Certificate, SubjectRequest
from chancery.custody.queries import held
from chancery.custody.queries.held import Subject
from chancery.directory.actions import book
from chancery.directory.models import AddressForm, Household, ImportedRow, Person, PersonName, Tenure
from chancery.guests.models import ListVersion

type Keys = dict[str, set[int]]


class ErasureRefused(Exception):
    """The person cannot be erased now; the message is one sentence that says why."""


def label_of(person: Person) -> str:
    """What a person is called once erased: the last office they held, else a number that tells nothing."""
    language = next(iter(person.organiser.languages), "en")
    with override(language):
        tenures = Tenure.objects.filter(person=person).select_related("office__body")
        last = max(tenures, key=lambda one: (str(one.begins or ""), one.pk), default=None)
        if last is None:
            return _("Person %(number)s") % {"number": person.pk}
        title = beside(wording(last.office.titles, language), language)
        return f"{title}, {any_text(last.office.body.names)}"[:200]


@transaction.atomic
def erase(person: Person, *, by: Actor, now: datetime, answers: SubjectRequest | None = None) -> Certificate:
    """
    Erase a person for good and return the certificate, which names nobody.

    Errors: ErasureRefused with a sentence; nothing is changed then.
    """
    person = Person.objects.select_for_update().select_related("organiser").get(pk=person.pk)
    subject = Subject(person)
    today = timezone.localdate(now, timezone=person.organiser.zone)
    if against := held.refusals(subject, today):
        raise ErasureRefused(against[0])
    label = label_of(person)
    keys = _keys(subject)
    events = list(held.events_of(person).values_list("pk", flat=True))
    lines = [_line(each.holding, each.count) for each in subject.held()]
    rows_out = _take_out_of_versions(person, by)
    households = list(Household.objects.filter(members=person).order_by("pk"))
    for holding in HOLDINGS:
        _apply(holding, subject, label)
    _forget_households(households, subject, by)
    PersonName.objects.create(person=person, printed=label)
    lines.append(
        {
            "what": _("lines of the history"),
            "count": _clean_history(subject, keys, label, by),
            "fate": "reduced",
        }
    )
    lines += (
        [{"what": kind_in_words("guests.listversion"), "count": rows_out, "fate": "reduced"}]
        if rows_out
        else []
    )
    _clean_imports(keys)
    _clean_jobs(keys, subject.offices)
    person.refresh_from_db()
    book.reindex(person)
    made = certificates.issue(
        person.organiser, kind=Certificate.Kind.ERASURE, about=label, lines=lines, by=by, now=now
    )
    audit.note(person, by=by, code="custody.person.erased", changes={"certificate": ["", str(made)]})
    if answers is not None:
        requests.close(answers, answer=_("Erased."), certificate=made, by=by, today=today)
    transaction.on_commit(lambda: _forget_papers(events))
    return made


def _line(holding: Holding, count: int) -> dict[str, Any]:
    return {
        "what": kind_in_words(holding.kind),
        "count": count,
        "fate": str(holding.fate),
        "why": str(holding.why),
    }


def _keys(subject: Subject) -> Keys:
    """
    The keys of all rows about the person, those that were deleted before too, as the history tells of them.
    """
    found: Keys = defaultdict(set)
    for holding in HOLDINGS:
        found[holding.kind].update(subject.rows(holding).values_list("pk", flat=True))
    found["directory.person"].update([subject.person.pk, *subject.gone])
    # From the person outwards: what hung on a row that is gone is gone too, and only the history knows it.
    for _round in range(3):
        for kind in {holding.kind for holding in HOLDINGS}:
            found[kind].update(_gone_rows(kind, found, subject.offices))
    return found


def _gone_rows(kind: str, found: Keys, offices: Sequence[int]) -> set[int]:
    gone: set[int] = set()
    for column in apps.get_model(kind)._meta.concrete_fields:
        if isinstance(column, ForeignKey) and (wanted := found.get(column.related_model._meta.label_lower)):
            if column.related_model._meta.label_lower not in _OWNERS:
                continue
            for side in (0, 1):
                named = {f"changes__{column.attname}__{side}__in": sorted(wanted)}
                gone.update(
                    AuditLine.objects.filter(organiser_id__in=offices, kind=kind, **named).values_list(
                        "object_id", flat=True
                    )
                )
    return gone


_OWNERS = frozenset({"directory.person", "events.participation", "guests.invitation"})


def _apply(holding: Holding, subject: Subject, label: str) -> None:
    match holding.fate:
        case Fate.DELETED:
            subject.rows(holding).delete()
        case Fate.REDUCED:
            for row in subject.rows(holding):
                for column, value in holding.columns.items():
                    setattr(row, column, _becomes(row, column, value, label))
                row.save(update_fields=list(holding.columns))


def _becomes(row: Model, column: str, value: Any, label: str) -> Any:
    match value:
        case Becomes.LABEL:
            return label
        case Becomes.NEW_REF:
            return new_code()
    return becomes(getattr(row, column), value)


def _forget_households(households: Iterable[Household], subject: Subject, by: Actor) -> None:
    """A household in which nobody is left told of nobody else."""
    for household in households:
        if not household.members.exists():
            kept = {audit.kind_of(household): [household.pk]}
            erasing.erase_values(kept, organisers=subject.offices, label=NAMELESS, by=by)
            AddressForm.objects.filter(household=household).delete()
            household.delete()


def _clean_history(subject: Subject, keys: Keys, label: str, by: Actor) -> int:
    """Take names and values out of the history; of what stays as it was only the names."""
    kept = {holding.kind for holding in HOLDINGS if holding.fate is Fate.STAYS}
    whole = {kind: found for kind, found in keys.items() if kind not in kept}
    names = {kind: found for kind, found in keys.items() if kind in kept}
    count = erasing.erase_values(whole, organisers=subject.offices, label=label, by=by)
    return count + erasing.erase_values(names, organisers=subject.offices, label=label, columns=(), by=by)


def _take_out_of_versions(person: Person, by: Actor) -> int:
    """Take the rows of the person out of list versions that are still kept; return out of how many."""
    events = held.events_of(person)
    guests = held.participations(person)
    codes = set(guests.values_list("code", flat=True))
    names = set(person.names.values_list("printed", flat=True))
    count = 0
    for version in ListVersion.objects.filter(event__in=events, deleted_at=None).order_by("pk"):
        kept = json.loads(secret_box.open_text(version.sealed_rows))
        rows = [row for row in kept["rows"] if not _tells_of(row[0], row[1], codes, names)]
        if len(rows) < len(kept["rows"]):
            version.sealed_rows = secret_box.seal_text(json.dumps(kept | {"rows": rows}, ensure_ascii=False))
            version.save(update_fields=["sealed_rows"])
            audit.note(version, by=by, code="custody.version.reduced")
            count += 1
    return count


def _tells_of(key: str, name: str, codes: set[str], names: set[str]) -> bool:
    """Whether a frozen row is that of the guest, of their party, or of them as somebody's companion."""
    guest, _slash, companion = key.partition("/")
    return guest in codes or bool(companion and name in names)


def _clean_imports(keys: Keys) -> None:
    for kind in sorted(keys):
        ImportedRow.objects.filter(kind=kind, object_id__in=keys[kind]).exclude(changes={}).update(changes={})


def _clean_jobs(keys: Keys, offices: Sequence[int]) -> None:
    """Take names out of what long work told of guests it could not reach."""
    model = apps.get_model("events.participation")
    codes = set(
        model._default_manager.filter(pk__in=keys["events.participation"]).values_list("code", flat=True)
    )
    for job in Job.objects.filter(organiser_id__in=offices, outcome__has_key="left").order_by("pk"):
        left = [one for one in job.outcome["left"] if one.get("guest") not in codes]
        if len(left) < len(job.outcome["left"]):
            Job.objects.filter(pk=job.pk).update(outcome=job.outcome | {"left": left})


def _forget_papers(events: list[int]) -> None:
    """Papers that were printed hold names: those of the events are printed anew when somebody asks."""
    jobs = Job.objects.filter(Q(arguments__event__in=events)).order_by("pk")
    for code in jobs.values_list("code", flat=True):
        shutil.rmtree(printed.folder_of(code), ignore_errors=True)

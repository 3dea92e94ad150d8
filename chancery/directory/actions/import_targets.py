"""Bodies, offices and groups that an import needs: found where they are, made where they are not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import models

from chancery.accounts.models import Organiser
from chancery.directory.importing.entries import Entry
from chancery.directory.models import Body, Group, Office
from chancery.directory.queries.classes import class_in_words
from chancery.rules.names.folding import fold

_MISSIONS = frozenset({"ambassador", "nuncio", "high-commissioner", "envoy", "charge-ai", "charge-en-pied"})
_CONSULATES = frozenset({"consul-general", "consul", "honorary-consul"})


class Targets:
    """
    What the entries of one import point at, by folded name; `made` are the rows that were not there.

    A body is the same only if its state is the same or one of the two is not known; an office is the same
    within a body by its title, or by its class where the list gives no title.
    """

    def __init__(self, organiser: Organiser, language: str) -> None:
        self.organiser, self.language = organiser, language
        self.made: list[models.Model] = []
        self._bodies: dict[str, list[Body]] = defaultdict(list)
        self._offices: dict[tuple[int, str], Office] = {}
        self._groups: dict[str, Group] = {}
        self._load()

    def _load(self) -> None:
        for body in Body.objects.filter(organiser=self.organiser).order_by("pk"):
            for name in body.names.values():
                self._bodies[fold(name)].append(body)
        offices = Office.objects.filter(organiser=self.organiser).select_related("body")
        for office in offices.order_by("pk"):
            for key in _office_keys(office):
                self._offices.setdefault(key, office)
        for group in Group.objects.filter(organiser=self.organiser).order_by("pk"):
            for name in group.names.values():
                self._groups.setdefault(fold(name), group)

    def prepare(self, entries: Sequence[Entry]) -> None:
        """Make what the entries need and is not there; bodies before their offices."""
        self._make(Body, self._new_bodies(entries))
        self._make(Office, self._new_offices(entries))
        self._make(Group, self._new_groups(entries))

    def body_of(self, entry: Entry) -> Body | None:
        """Return the body an entry names."""
        found = self._bodies.get(fold(entry.body), []) if entry.body else []
        fitting = [body for body in found if not entry.state or body.state.upper() in ("", entry.state)]
        same_state = [body for body in fitting if body.state.upper() == entry.state]
        return next(iter([*same_state, *fitting]), None)

    def office_of(self, entry: Entry) -> Office | None:
        """Return the office an entry holds."""
        body = self.body_of(entry)
        key = _key_of(entry)
        return self._offices.get((body.pk, key)) if body and key else None

    def groups_of(self, entry: Entry) -> list[Group]:
        """Return the groups an entry belongs to."""
        return [self._groups[fold(name)] for name in entry.groups if fold(name)]

    def _make(self, model: type[models.Model], rows: Sequence[models.Model]) -> None:
        made = model._default_manager.bulk_create(rows, batch_size=1000)
        self.made += made

    def _new_bodies(self, entries: Iterable[Entry]) -> list[Body]:
        fresh = []
        for entry in entries:
            if entry.body and fold(entry.body) and self.body_of(entry) is None:
                names = {self.language: entry.body}
                body = Body(organiser=self.organiser, names=names, state=entry.state, kind=_kind_of(entry))
                self._bodies[fold(entry.body)].append(body)
                fresh.append(body)
        return fresh

    def _new_offices(self, entries: Iterable[Entry]) -> list[Office]:
        fresh = []
        for entry in entries:
            body, key = self.body_of(entry), _key_of(entry)
            if body is None or not key or (body.pk, key) in self._offices:
                continue
            title = entry.office or class_in_words(entry.office_class).capitalize()
            office = Office(
                organiser=self.organiser,
                body=body,
                titles={self.language: title},
                office_class=entry.office_class,
            )
            self._offices[body.pk, key] = office
            fresh.append(office)
        return fresh

    def _new_groups(self, entries: Iterable[Entry]) -> list[Group]:
        fresh = []
        for entry in entries:
            for name in entry.groups:
                if fold(name) and fold(name) not in self._groups:
                    group = Group(organiser=self.organiser, names={self.language: name})
                    self._groups[fold(name)] = group
                    fresh.append(group)
        return fresh


def _key_of(entry: Entry) -> str:
    return fold(entry.office) or (f"class {entry.office_class}" if entry.office_class else "")


def _office_keys(office: Office) -> list[tuple[int, str]]:
    by_title = [(office.body_id, fold(title)) for title in office.titles.values()]
    return [*by_title, (office.body_id, f"class {office.office_class}")] if office.office_class else by_title


def _kind_of(entry: Entry) -> str:
    if entry.office_class in _MISSIONS:
        return Body.Kind.MISSION
    return Body.Kind.CONSULATE if entry.office_class in _CONSULATES else Body.Kind.OTHER

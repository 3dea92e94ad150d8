"""Load the folder of an event or a campaign: all or nothing, and a second time without a change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from chancery.accounts.models import Organiser
from chancery.base import audit
from chancery.base.audit import Actor
from chancery.base.fields import as_plain
from chancery.base.models import StoredFile
from chancery.campaign.models import StatedTotal
from chancery.desk.archive import files, following, steps, totals, uids
from chancery.desk.archive.agreement import check_meaning, disagreement
from chancery.desk.archive.campaigns import refuse_followed_twice
from chancery.desk.archive.columns import UnreadableFolder, columns_of, from_toml, link_name
from chancery.desk.archive.contents import contents_of, entries_of, listed
from chancery.desk.archive.shapes import BY_MODEL, CAMPAIGN, NAMED_BY, Rows, Table
from chancery.desk.archive.shown import is_another, shown_row, version_named
from chancery.desk.archive.telling import sentences
from chancery.desk.archive.values import DoesNotFit, is_needed, shown
from chancery.desk.archive.writing import model_of, rows_of, written_columns, written_row
from chancery.door.models import Scan
from chancery.events.models import Event
from chancery.guests.actions import sending
from chancery.guests.models import Dispatch
from chancery.occasions.models import Campaign
from chancery.precedence.models import Profile
from chancery.programme.models import Step


@dataclass(slots=True)
class Loaded:
    """What a load did: the event, and how many rows it made and changed."""

    event: Event
    created: int
    changed: int


@dataclass(slots=True)
class LoadedFolder:
    """
    What a load did: the event, else the campaign, and how many rows it made and changed.

    `told` are sentences on what was found where other offices show it, and on what became the office's own.
    """

    subject: Event | Campaign
    created: int
    changed: int
    told: Sequence[str] = ()


@dataclass(slots=True)
class _Load:
    """A load under way: rows found or made so far, by model and ref."""

    organiser: Organiser
    by: Actor
    folder: Path
    event: Event | None = None
    rows: dict[tuple[type[models.Model], str], models.Model] = field(default_factory=dict)
    created: set[models.Model] = field(default_factory=set)
    changed: set[models.Model] = field(default_factory=set)
    files: list[tuple[StoredFile, Path, str]] = field(default_factory=list)
    # Rows of other offices that this one is shown: the folder names them and changes nothing of them.
    shown: set[models.Model] = field(default_factory=set)

    def scope(self, table: Table) -> dict[str, Any]:
        if table.owner == "organiser_id":
            return {table.owner: self.organiser.pk}
        return {table.owner: self.event if table.is_of_event else self.organiser}

    def enter(self, entry: dict[str, Any], where: str) -> None:
        """Turn to the event that a row of an event belongs to."""
        ref = entry.get("event")
        if ref is None:
            raise UnreadableFolder(f'{where} belongs to no event; write event = "its ref".')
        if self.event is None or ref != self.event.ref:
            self.event = cast(Event, _find(self, Event, ref, f"{where}, field “event”"))


@transaction.atomic
def load_event(folder: Path, *, organiser: Organiser, by: Actor) -> Loaded:
    """Load the event of `folder`, as `load_folder` does. Errors: UnreadableFolder where it names none."""
    loaded = load_folder(folder, organiser=organiser, by=by)
    if not isinstance(loaded.subject, Event):
        raise UnreadableFolder(f"{folder} names no event; write an [[event]] into event.toml.")
    return Loaded(loaded.subject, loaded.created, loaded.changed)


@transaction.atomic
def load_folder(folder: Path, *, organiser: Organiser, by: Actor) -> LoadedFolder:
    """
    Load the event or the campaign of `folder` into the office `organiser`.

    Rows are found by their ref: what is there and the same stays untouched, what differs is changed with an
    audit line, what is missing is made. Nothing is deleted but rows written inside another row.
    Errors: UnreadableFolder with file, table, ref and field; nothing is changed then.
    """
    load = _Load(organiser, by, folder)
    contents = contents_of(folder)
    entries = list(entries_of(contents))
    for is_late in (False, True):
        together = [entry for entry in entries if entry[0].is_late is is_late]
        for table, entry, where in together:
            _load_columns(load, table, entry, where)
        for table, entry, where in together:
            _load_late(load, table, entry, where)
    files.refuse_strays(folder, (entry for table, entry, _where in entries if table.model is StoredFile))
    subject = load.event or _campaign_of(load, contents)
    refuse_followed_twice(load.rows.values())
    if load.created or load.changed:
        following.follow(organiser, load.event)
    files.take_in(load.files, by=by)
    told = sentences(found=load.shown, own=load.created)
    return LoadedFolder(subject, len(load.created), len(load.changed - load.created), told)


def _campaign_of(load: _Load, contents: dict[str, dict[str, Any]]) -> Campaign:
    """The campaign that campaign.toml names at its head. Errors: UnreadableFolder where there is none."""
    if CAMPAIGN not in contents:
        raise UnreadableFolder(
            f"{load.folder} names no event and no campaign; write an [[event]] into event.toml, "
            f'or campaign = "its ref" into {CAMPAIGN}.'
        )
    return cast(Campaign, _find(load, Campaign, contents[CAMPAIGN].get("campaign"), f"{CAMPAIGN}, its head"))


def _load_columns(load: _Load, table: Table, entry: dict[str, Any], where: str) -> None:
    """Find or make the row, with every column but those that name a row of its own table."""
    if table.is_of_event:
        load.enter(entry, where)
    if (table.model, entry["ref"]) in load.rows:
        raise UnreadableFolder(f"{where} uses a ref twice; give each row its own.")
    _refuse_strange(table, entry, where)
    path = _path_of_file(load, table, entry, where)
    row = table.model._default_manager.filter(_named(table.model, entry["ref"]), **load.scope(table)).first()
    if (row is None or is_another(row, entry)) and (
        others := shown_row(load.organiser, table.model, entry["ref"], entry)
    ):
        load.rows[table.model, entry["ref"]] = others
        load.shown.add(others)
        return
    is_new = row is None
    if row is None:
        row = _new_row(load, table, entry["ref"], where)
    for column in columns_of(table.model, table.without):
        if column.related_model is not table.model and column.name != table.owner:
            value = _value(load, column, entry, where)
            if not is_new and table.stays(column.name):
                _refuse_change(row, column, value, where)
            _set(row, column, value)
    if hasattr(row, "position"):
        row.position = entry["position"]
    if isinstance(row, Dispatch) and is_new:
        row.key = _key_of(row)
    if is_new and load.event is not None:
        following.complete(row, entry["ref"], load.event)
    if isinstance(row, StoredFile) and is_new:
        row.state = StoredFile.State.READY
        load.files.append((row, path, where))
    _save(load, row, is_new=is_new, where=where)
    load.rows[table.model, entry["ref"]] = row
    if isinstance(row, Event):
        load.event = row


def _path_of_file(load: _Load, table: Table, entry: dict[str, Any], where: str) -> Path:
    """Where the bytes of a file lie in the folder; of any other row the folder itself."""
    if table.model is not StoredFile:
        return load.folder
    entry.setdefault("digest", entry.get("sha256", ""))
    return files.check_file(load.folder, entry, where)


def _named(model: type[models.Model], ref: str) -> Q:
    """The rows that a folder names so; which of them is meant, the event or the office says."""
    if model in (Scan, Step):
        return uids.named(ref)
    if model is Profile:
        return version_named(ref)
    outer = NAMED_BY.get(model)
    return Q(**{f"{outer}__ref" if outer else "ref": ref})


def _new_row(load: _Load, table: Table, ref: str, where: str) -> models.Model:
    """A row that hangs on an event by way of another row gets that one among its columns."""
    scope = {name: value for name, value in load.scope(table).items() if "__" not in name}
    outer = NAMED_BY.get(table.model)
    if outer is None:
        return table.model(ref=ref, **scope)
    bearer = cast(type[models.Model], table.model._meta.get_field(outer).related_model)
    return table.model(**{outer: _find(load, bearer, ref, f"{where}, field “ref”")})


def _key_of(dispatch: Dispatch) -> str:
    """The key by which nothing is sent twice; the codes in it are those of this installation."""
    if dispatch.wave is None:
        return f"{dispatch.invitation.code}:{dispatch.ref}"
    how: dict[str, Any] = {"channel": dispatch.channel, "kind": dispatch.kind, "revision": dispatch.revision}
    key = sending.key_of(dispatch.invitation, wave=dispatch.wave, **how)
    before = Dispatch.objects.filter(invitation=dispatch.invitation, wave=dispatch.wave, **how).count()
    return f"{key}:{before}" if before else key


def _set(row: models.Model, column: models.Field[Any, Any], value: Any) -> None:
    """Set a column, unless only the ends of its lines differ, which a folder writes in one way."""
    if not _is_same(getattr(row, column.name, None), value):
        setattr(row, column.name, value)


def _is_same(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return old.replace("\r\n", "\n") == new
    return bool(old == new)


def _refuse_change(row: models.Model, column: models.Field[Any, Any], value: Any, where: str) -> None:
    if not _is_same(getattr(row, column.name), value):
        raise UnreadableFolder(
            f"{where}, field “{column.name}”: it is on record as {shown(getattr(row, column.name))} "
            "and stays so; take the change out of the folder."
        )


def _load_late(load: _Load, table: Table, entry: dict[str, Any], where: str) -> None:
    """Fill what may name any row of the folder: keys to the own table, inner rows, many-to-many."""
    row = load.rows[table.model, entry["ref"]]
    if row in load.shown:
        return
    for column in columns_of(table.model, table.without):
        if column.related_model is table.model:
            value = _value(load, column, entry, where)
            if row not in load.created and table.stays(column.name):
                _refuse_change(row, column, value, where)
            _set(row, column, value)
    _save(load, row, is_new=False, where=where)
    before = written_row(row, table)
    for rows in table.rows:
        wanted = _read_rows(load, row, rows, entry.get(rows.name, []), where)
        if rows.as_recorded:
            _add_recorded(row, rows, wanted, where)
        elif [_written(child, rows, type(row)) for child in wanted] != before.get(rows.name, []):
            _replace_rows(row, rows, wanted, where)
    for many in table.many:
        _set_many(load, row, many, entry.get(many, []), where)
    after = written_row(row, table)
    differing = {key: [before.get(key), after.get(key)] for key in after if before.get(key) != after.get(key)}
    if differing:
        load.changed.add(row)
        audit.note(row, by=load.by, code="desk.archive.loaded", changes=_plain(differing))


def _plain(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: [as_plain(value) for value in sides] for name, sides in changes.items()}


def _value(load: _Load, column: models.Field[Any, Any], entry: dict[str, Any], where: str) -> Any:
    if column.name not in entry:
        if is_needed(column):
            raise UnreadableFolder(f"{where} has no field “{column.name}”; add it.")
        return column.get_default()

    def find(model: type[models.Model], ref: Any) -> models.Model:
        return _find(load, model, ref, f"{where}, field “{column.name}”")

    if column.model is Scan and column.name == "undoes" and load.event is not None:
        return uids.uid_of(Scan, load.event, _text(entry["undoes"], f"{where}, field “undoes”"))
    value = from_toml(column, entry[column.name], find, where)
    if column.model is StatedTotal and column.name in {"question", "texts"}:
        return _by_code(load, column.name, value, entry, where)
    if column.model is Step and column.name == "before" and load.event is not None:
        return _before(value, load.event, where)
    return value


def _before(told: dict[str, Any], event: Event, where: str) -> dict[str, Any]:
    try:
        return steps.by_code(told, event)
    except DoesNotFit as error:
        raise UnreadableFolder(f"{where}, field “before”: {error}.") from None


def _by_code(load: _Load, name: str, told: Any, entry: dict[str, Any], where: str) -> Any:
    campaign = _find(load, Campaign, entry.get("campaign"), f"{where}, field “campaign”")

    def find(model: type[models.Model], ref: str) -> models.Model | None:
        return load.rows.get((model, ref)) or _stored(load, model, ref)

    try:
        return totals.by_code(name, told, cast(Campaign, campaign), find)
    except DoesNotFit as error:
        raise UnreadableFolder(f"{where}, field “{name}”: {error}.") from None


def _text(ref: Any, where: str) -> str:
    if not isinstance(ref, str):
        raise UnreadableFolder(f"{where}: {shown(ref)} is no ref; write one between quotation marks.")
    return ref


def _find(load: _Load, model: type[models.Model], told: Any, where: str) -> models.Model:
    ref = _text(told, where)
    row = load.rows.get((model, ref))
    if row is None:
        row = _stored(load, model, ref)
    if row is None:
        raise UnreadableFolder(
            f"{where}: there is no {model._meta.model_name if model in NAMED_BY else BY_MODEL[model].name} "
            f"{shown(ref)}; add it or correct the ref."
        )
    return row


def _stored(load: _Load, model: type[models.Model], ref: str) -> models.Model | None:
    table = BY_MODEL.get(model)
    scope = load.scope(table) if table else {f"{NAMED_BY[model]}__event": load.event}
    own = model._default_manager.filter(_named(model, ref), **scope).first()
    return own or shown_row(load.organiser, model, ref, {})


def _save(load: _Load, row: models.Model, *, is_new: bool, where: str) -> None:
    try:
        check_meaning(row)
        with transaction.atomic():
            if is_new:
                audit.create(row, by=load.by, code="desk.archive.loaded")
                load.created.add(row)
            elif audit.update(row, by=load.by, code="desk.archive.loaded"):
                load.changed.add(row)
    except DoesNotFit as error:
        raise UnreadableFolder(f"{where}, {error}.") from None
    except IntegrityError:
        raise UnreadableFolder(f"{where}: {disagreement(row)}.") from None


@dataclass(slots=True)
class _Child:
    """A row read from inside another one, not yet saved, with its own inner rows."""

    row: models.Model
    rows: dict[Rows, list["_Child"]]


def _read_rows(load: _Load, parent: models.Model, rows: Rows, entries: Any, where: str) -> list[_Child]:
    model = model_of(parent, rows)
    children = []
    for number, entry in enumerate(listed(entries, f"{where}, field “{rows.name}”"), start=1):
        here = f"{where}, {rows.name} {number}"
        _refuse_strange(rows, entry, here, model)
        child = model(**{link_name(model, type(parent)): parent})
        for column in columns_of(model, rows.without, type(parent)):
            setattr(child, column.name, _value(load, column, entry, here))
        if hasattr(child, "position"):
            child.position = number - 1
        inner = {rows: _read_rows(load, child, rows, entry.get(rows.name, []), here) for rows in rows.rows}
        children.append(_Child(child, inner))
    return children


def _written(child: _Child, rows: Rows, parent: type[models.Model]) -> dict[str, Any]:
    written = written_columns(child.row, rows.without, parent)
    for inner, children in child.rows.items():
        if children:
            written[inner.name] = [_written(grandchild, inner, type(child.row)) for grandchild in children]
    return written


def _replace_rows(parent: models.Model, rows: Rows, wanted: list[_Child], where: str) -> None:
    stored = rows_of(parent, rows)
    if wanted and stored and model_of(parent, rows)._meta.get_field(_link_of(parent, rows)).one_to_one:
        _keep_in_place(stored.pop(), wanted[0], rows)
    try:
        for old in stored:
            old.delete()
    except models.ProtectedError:
        raise UnreadableFolder(
            f"{where}, field “{rows.name}”: messages or replies rest on what the folder leaves out; "
            "put it back."
        ) from None
    for number, child in enumerate(wanted, start=1):
        _insert(child, f"{where}, {rows.name} {number}")


def _add_recorded(parent: models.Model, rows: Rows, wanted: list[_Child], where: str) -> None:
    """Add the rows that are new; those on record stay, but for columns that were empty until now."""
    stored = rows_of(parent, rows)
    for number, child in enumerate(wanted, start=1):
        here = f"{where}, {rows.name} {number}"
        old = next((row for row in stored if _is_of_one_record(row, child.row, rows, type(parent))), None)
        if old is None:
            _insert(child, here)
            continue
        stored.remove(old)
        for column in columns_of(type(old), rows.without, type(parent)):
            if getattr(old, column.name):
                _refuse_change(old, column, getattr(child.row, column.name), here)
            _set(old, column, getattr(child.row, column.name))
        _save_inner(old, here)


def _is_of_one_record(old: models.Model, new: models.Model, rows: Rows, parent: type[models.Model]) -> bool:
    without = rows.without | rows.may_change
    return written_columns(old, without, parent) == written_columns(new, without, parent)


def _link_of(parent: models.Model, rows: Rows) -> str:
    return link_name(model_of(parent, rows), type(parent))


def _keep_in_place(old: models.Model, child: _Child, rows: Rows) -> None:
    """Let the only row of its kind stay the row that it is: others may point at it."""
    told = {column.name for column in columns_of(type(old), rows.without)}
    for column in type(old)._meta.concrete_fields:
        if column.name not in told:
            setattr(child.row, column.attname, getattr(old, column.attname))
    child.row._state.adding = False
    for inner in rows.rows:
        for grandchild in rows_of(old, inner):
            grandchild.delete()


def _insert(child: _Child, where: str) -> None:
    _save_inner(child.row, where)
    for inner, children in child.rows.items():
        for number, grandchild in enumerate(children, start=1):
            _relink(grandchild.row, child.row)
            _insert(grandchild, f"{where}, {inner.name} {number}")


def _save_inner(row: models.Model, where: str) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnreadableFolder(f"{where}: {disagreement(row)}.") from None


def _relink(row: models.Model, parent: models.Model) -> None:
    """Tell a row the key its parent got when it was saved."""
    setattr(row, link_name(type(row), type(parent)), parent)


def _set_many(load: _Load, row: models.Model, many: str, refs: Any, where: str) -> None:
    manager = getattr(row, many)
    if not isinstance(refs, list):
        raise UnreadableFolder(f"{where}, field “{many}”: {shown(refs)} is no list; write it in [ and ].")
    manager.set([_find(load, manager.model, ref, f"{where}, field “{many}”") for ref in refs])


def _refuse_strange(
    shape: Table | Rows, entry: dict[str, Any], where: str, model: type[models.Model] | None = None
) -> None:
    of = model or shape.model  # type: ignore[union-attr]  # Rows come with their model
    known = {column.name for column in columns_of(of, shape.without)} | {inner.name for inner in shape.rows}
    known |= {"ref", "event", "position", *getattr(shape, "many", ()), *getattr(shape, "beside", ())}
    if strange := sorted(set(entry) - known):
        raise UnreadableFolder(f"{where} has a field “{strange[0]}” that is not known; remove or correct it.")

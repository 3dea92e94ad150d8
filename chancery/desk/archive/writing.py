"""Write an event or a campaign, and all it rests on, as a folder."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

import tomli_w
from django.db import models
from django.db.models import Q

from chancery.accounts.models import Organiser
from chancery.base import media
from chancery.base.models import StoredFile
from chancery.campaign.models import StatedTotal
from chancery.desk.archive import files, totals
from chancery.desk.archive.columns import bearer_of, columns_of, is_left_behind, link_name, ref_of, to_toml
from chancery.desk.archive.shapes import BY_MODEL, FILES, OFFICE_FILE, OFFICE_WITHOUT, TABLES, Rows, Table
from chancery.events.models import Event
from chancery.exhibition.models import Exhibition, Work
from chancery.occasions.models import Campaign
from chancery.occasions.queries.texts import texts_of
from chancery.precedence.models import Ordering
from chancery.precedence.queries import version_in_use

type Chosen = dict[type[models.Model], list[models.Model]]


def write_event(event: Event, folder: Path) -> list[Path]:
    """
    Write `event` into `folder` and return the files written.

    Shape: one TOML file a subject, tables in the order of `shapes.TABLES`, rows in the order of their
    position, else of their ref; the bytes of its files under `files/`. The same event always gives the same
    bytes. A file of an earlier export that has nothing to hold any more goes.
    Errors: OSError where the folder cannot be written.
    """
    chosen = closure(_rows_of(event), partial(_hangs_on, event=event))
    if files.make_ready(cast(list[StoredFile], chosen[StoredFile])):
        return write_event(event, folder)
    tables = {name: tables_of(name, chosen) for name in FILES}
    for name, of_file in tables.items():
        if of_file and name != "event.toml" and any(t.is_of_event for t in TABLES if t.file == name):
            tables[name] = {"event": event.ref} | of_file
    return write_folder(folder, event.organiser, tables, chosen)


def write_folder(
    folder: Path, organiser: Organiser, tables: Mapping[str, dict[str, Any]], chosen: Chosen
) -> list[Path]:
    """Write the tables of each file, and the bytes of the files among the rows; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write(folder / OFFICE_FILE, _described(organiser))]
    for name, of_file in tables.items():
        if of_file:
            written.append(_write(folder / name, of_file))
        else:
            (folder / name).unlink(missing_ok=True)
    return written + files.write_files(cast(list[StoredFile], chosen[StoredFile]), folder)


def tables_of(name: str, chosen: Chosen) -> dict[str, Any]:
    """Return the rows of one file by their tables, in order."""
    return {
        table.name: [described_row(row, table) for row in chosen[table.model]]
        for table in TABLES
        if table.file == name and chosen[table.model]
    }


def described_row(row: models.Model, table: Table) -> dict[str, Any]:
    """A row as the folder holds it; of a file also what its bytes must be."""
    written = written_row(row, table)
    if isinstance(row, StoredFile):
        written["sha256"] = files.digest_of(media.path_of(row))
    return written


def _write(path: Path, tables: dict[str, Any]) -> Path:
    path.write_text(tomli_w.dumps(tables, multiline_strings=True), encoding="utf-8")
    return path


def _described(organiser: Organiser) -> dict[str, Any]:
    """What office.toml says about an office, so that an empty installation can found it."""
    return {"ref": organiser.ref} | written_columns(organiser, OFFICE_WITHOUT, None)


def closure(
    roots: Iterable[models.Model],
    hangs_on: Callable[[models.Model], Iterable[models.Model]],
    may_name: Callable[[models.Model, models.Model], bool] = lambda row, named: True,
) -> Chosen:
    """
    Collect rows and, through their foreign keys, everything they rest on, each table in its order.

    `hangs_on` says what else goes with a row; what a row `may_name` not does not come along by it.
    """
    found: dict[type[models.Model], dict[int, models.Model]] = defaultdict(dict)
    waiting = list(roots)
    while waiting:
        row = waiting.pop()
        if row.pk in found[type(row)]:
            continue
        found[type(row)][row.pk] = row
        waiting.extend(named for named in _rests_on(row, BY_MODEL[type(row)]) if may_name(row, named))
        waiting.extend(hangs_on(row))
    return {table.model: sorted(found[table.model].values(), key=partial(_place, table)) for table in TABLES}


def _rows_of(event: Event) -> Iterable[models.Model]:
    yield event
    for table in TABLES:
        if table.is_of_event:
            yield from _rows_of_event(table, event)
    yield from event.glossary.all()
    yield from event.stays.all()


def _rows_of_event(table: Table, event: Event) -> Iterable[models.Model]:
    rows = table.model._default_manager.filter(table.travel, **{table.owner: event})
    above = table.owner.removesuffix("__event")
    return rows if above == "event" else rows.select_related(above)


def _rests_on(row: models.Model, table: Table) -> list[models.Model]:
    named = _named_by(row, table.without)
    for rows in table.rows:
        named.extend(_named_by_rows(row, rows))
    for many in table.many:
        named.extend(bearer_of(other) for other in getattr(row, many).all())
    if isinstance(row, StatedTotal):
        named.extend(totals.bodies_asked(row))
    return named


def _hangs_on(row: models.Model, event: Event) -> Iterable[models.Model]:
    """
    What goes with an exhibition, a work, a campaign or an order.

    Where an exhibition is shown for another event stays with that one; of the texts of a campaign go those of
    the office and those that the campaign offers.
    """
    if isinstance(row, Exhibition):
        stays = row.stays.filter(Q(event=None) | Q(event=event))
        return [*row.rooms.all(), *row.exhibits.all(), *stays, *row.loans.all()]
    if isinstance(row, Work):
        return row.loans.filter(exhibition=None)
    if isinstance(row, Ordering):
        return filter(None, [version_in_use(row)])
    if isinstance(row, Campaign):
        return [*row.glossary.all(), *texts_of(row, event.organiser)]
    return ()


def _named_by_rows(parent: models.Model, rows: Rows) -> list[models.Model]:
    named: list[models.Model] = []
    for row in rows_of(parent, rows):
        named.extend(_named_by(row, rows.without))
        for inner in rows.rows:
            named.extend(_named_by_rows(row, inner))
    return named


def _named_by(row: models.Model, without: frozenset[str]) -> list[models.Model]:
    keys = [field for field in columns_of(type(row), without) if field.related_model in BY_MODEL]
    values = [getattr(row, field.name) for field in keys]
    return [value for value in values if value is not None and not is_left_behind(value)]


def _place(table: Table, row: models.Model) -> tuple[Any, str]:
    return getattr(row, table.sorted_by, 0), ref_of(row)


def written_row(row: models.Model, table: Table) -> dict[str, Any]:
    """Return `row` with everything inside it as the folder holds it."""
    written: dict[str, Any] = {"ref": ref_of(row)}
    written |= written_columns(row, table.without, None)
    if table.owner == "event" and table.file != "event.toml":
        del written["event"]  # stands once, at the head of the file
    for rows in table.rows:
        if inner := [_inner(child, rows, type(row)) for child in rows_of(row, rows)]:
            written[rows.name] = inner
    for many in table.many:
        if refs := sorted(ref_of(other) for other in getattr(row, many).all()):
            written[many] = refs
    return written


def _inner(row: models.Model, rows: Rows, parent: type[models.Model]) -> dict[str, Any]:
    written = written_columns(row, rows.without, parent)
    for inner in rows.rows:
        if children := [_inner(child, inner, type(row)) for child in rows_of(row, inner)]:
            written[inner.name] = children
    return written


def written_columns(
    row: models.Model, without: frozenset[str], parent: type[models.Model] | None
) -> dict[str, Any]:
    """Return the columns of `row` that differ from their defaults."""
    values = ((field.name, to_toml(row, field)) for field in columns_of(type(row), without, parent))
    return {name: value for name, value in values if value is not None}


def rows_of(parent: models.Model, rows: Rows) -> list[models.Model]:
    """Return the rows that hang on `parent` under `rows.name`, in their order."""
    model = model_of(parent, rows)
    order = ["position", "pk"] if any(field.name == "position" for field in model._meta.fields) else ["pk"]
    return list(model._default_manager.filter(**{link_name(model, type(parent)): parent}).order_by(*order))


def model_of(parent: models.Model, rows: Rows) -> type[models.Model]:
    """Return the model of the rows that hang on `parent` under `rows.name`."""
    model = type(parent)._meta.get_field(rows.name).related_model
    if not isinstance(model, type):
        raise TypeError(f"{rows.name} of {type(parent).__name__} leads to no table.")
    return model

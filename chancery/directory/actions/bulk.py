"""Insert many rows at once past the models: only where a hundred thousand come together."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models import Max

_BLOCK = 2000


class Keys:
    """
    Hands out fresh keys of a model, taken in blocks, so that rows that point at each other can be made first.

    On SQLite the one writer holds the lock, so that nobody else takes the same; PostgreSQL gives them itself.
    """

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self._free: list[int] = []
        self._last: int | None = None

    def take(self) -> int:
        """Return a key that nobody has."""
        if not self._free:
            self._free = self._block()
        return self._free.pop()

    def _block(self) -> list[int]:
        if connection.vendor == "sqlite":
            if self._last is None:
                self._last = self.model._default_manager.aggregate(last=Max("pk"))["last"] or 0
            first, self._last = self._last + 1, self._last + _BLOCK
            return list(range(self._last, first - 1, -1))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [self.model._meta.db_table, _BLOCK],
            )
            return [key for (key,) in cursor.fetchall()][::-1]


class Rows:
    """
    Rows of one model on their way into the database.

    `columns` are the attnames of the values that `add` gets; all other columns get their default, the same in
    every row, or what its function in `made` gives. Values are as the database takes them: JSON as text.
    """

    def __init__(
        self, model: type[models.Model], *columns: str, made: dict[str, Callable[[], Any]] | None = None
    ) -> None:
        self.model, self._made = model, list((made or {}).values())
        fields = {field.attname: field for field in model._meta.concrete_fields}
        given = [*columns, *(made or {})]
        rest = [name for name, field in fields.items() if name not in given and not field.primary_key]
        self._defaults = tuple(
            fields[name].get_db_prep_save(fields[name].get_default(), connection) for name in rest
        )
        self._names = [str(fields[name].column) for name in [*given, *rest]]
        self._rows: list[tuple[Any, ...]] = []

    def add(self, *values: Any) -> None:
        """Take one row."""
        self._rows.append((*values, *(make() for make in self._made), *self._defaults))

    def insert(self) -> None:
        """Insert what was taken, and begin anew."""
        rows, self._rows = self._rows, []
        if rows:
            _insert(self.model._meta.db_table, self._names, rows)


def _insert(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    quote = connection.ops.quote_name
    into = f"{quote(table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", rows)  # noqa: S608  # names of the program; values are parameters

"""Rows written by statements over whole sets, with the defaults of their models; PostgreSQL only."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Field, Model
from django.utils import timezone
from psycopg import sql

from chancery.base.codes import new_code

CODE = "lpad(to_hex(n::bigint), 12, '0')"


def fill(model: type[Model], rows: str, **columns: str) -> None:
    """
    Insert one row of `model` for each of `rows`, the text after FROM.

    Shape: `columns` are expressions by field; a code or ref that is not given is made from the number `n`.
    """
    fields = [
        field for field in model._meta.concrete_fields if not field.primary_key or field.name in columns
    ]
    names = sql.SQL(", ").join(sql.Identifier(str(field.column)) for field in fields)
    values = sql.SQL(", ").join(_value(field, columns) for field in fields)
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM ").format(
        sql.Identifier(model._meta.db_table), names, values
    ) + sql.SQL(rows)  # type: ignore[arg-type]  # the statements of a benchmark are its own
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _value(field: Field[Any, Any], columns: dict[str, str]) -> sql.Composable:
    given = columns.get(field.name) or columns.get(field.attname)
    if given is not None:
        return sql.SQL("(" + given + ")" + _cast(field))  # type: ignore[arg-type]  # its own as well
    if field.default is new_code:
        return sql.SQL(CODE)
    if field.default is timezone.now:
        return sql.SQL("now()")
    stored = field.get_db_prep_save(field.get_default(), connection)
    return sql.Literal(stored) + sql.SQL(_cast(field))  # type: ignore[arg-type]  # a type that the model names


def _cast(field: Field[Any, Any]) -> str:
    """The type of the column, without its length."""
    return f"::{str(field.db_type(connection)).partition('(')[0]}"


@contextmanager
def fast_writing(*models: type[Model]) -> Iterator[None]:
    """Write without checks of keys, and make the plain indexes of these tables once at the end."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET synchronous_commit = off")
        cursor.execute("SET maintenance_work_mem = '1GB'")
        dropped = [definition for model in models for definition in _drop_indexes(cursor, model)]
        try:
            yield
        finally:
            for definition in dropped:
                cursor.execute(definition)
            cursor.execute("SET session_replication_role = origin")


def _drop_indexes(cursor: Any, model: type[Model]) -> list[str]:
    """Drop the indexes of a table on which no constraint rests; return how they are made again."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT IN "
        "(SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass)",
        [model._meta.db_table, model._meta.db_table],
    )
    found = cursor.fetchall()
    for name, _definition in found:
        cursor.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    return [definition for _name, definition in found]


def next_keys(*models: type[Model]) -> None:
    """Let the keys that are given next follow those that were written."""
    with connection.cursor() as cursor:
        for model in models:
            table = sql.Identifier(model._meta.db_table)
            cursor.execute(
                sql.SQL(
                    "SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT coalesce(max(id), 1) FROM {}))"
                ).format(sql.Literal(model._meta.db_table), table)
            )

"""The word index behind `SearchEntry`: kept by the database itself, in the transaction of each change."""

from django.db import migrations

# Every word is led by its scope, so that a search in one scope never meets the words of another. A later change
# of directory_searchentry on SQLite remakes the table without its triggers and must make them anew.
SQLITE = [
    """CREATE VIRTUAL TABLE directory_wordindex USING fts5(
        words, content='', detail=none, tokenize="ascii tokenchars '_'")""",
    """CREATE TRIGGER directory_wordindex_insert AFTER INSERT ON directory_searchentry BEGIN
        INSERT INTO directory_wordindex(rowid, words)
        VALUES (new.id, replace(' ' || new.words, ' ', ' ' || new.scope || '_'));
    END""",
    """CREATE TRIGGER directory_wordindex_delete AFTER DELETE ON directory_searchentry BEGIN
        INSERT INTO directory_wordindex(directory_wordindex, rowid, words)
        VALUES ('delete', old.id, replace(' ' || old.words, ' ', ' ' || old.scope || '_'));
    END""",
    """CREATE TRIGGER directory_wordindex_update AFTER UPDATE OF words, scope ON directory_searchentry BEGIN
        INSERT INTO directory_wordindex(directory_wordindex, rowid, words)
        VALUES ('delete', old.id, replace(' ' || old.words, ' ', ' ' || old.scope || '_'));
        INSERT INTO directory_wordindex(rowid, words)
        VALUES (new.id, replace(' ' || new.words, ' ', ' ' || new.scope || '_'));
    END""",
]
SQLITE_BACK = [
    "DROP TRIGGER directory_wordindex_insert",
    "DROP TRIGGER directory_wordindex_delete",
    "DROP TRIGGER directory_wordindex_update",
    "DROP TABLE directory_wordindex",
]
POSTGRESQL = [
    """CREATE INDEX directory_wordindex ON directory_searchentry USING gin (
        array_to_tsvector(string_to_array(
            scope || '_' || replace(words, ' ', ' ' || scope || '_'), ' ')))""",
    # The index must be used: with a small limit the planner hopes to meet enough rows in the table by chance.
    """CREATE FUNCTION directory_found(wanted tsquery, kinds text[], most integer)
        RETURNS TABLE (kind varchar, object_id bigint, words text) LANGUAGE sql STABLE SET enable_seqscan = off
        AS $$
            SELECT entry.kind, entry.object_id, entry.words FROM directory_searchentry AS entry
            WHERE array_to_tsvector(string_to_array(
                entry.scope || '_' || replace(entry.words, ' ', ' ' || entry.scope || '_'), ' ')) @@ wanted
                AND entry.kind = ANY (kinds)
            LIMIT most
        $$""",
]
POSTGRESQL_BACK = [
    "DROP FUNCTION directory_found(tsquery, text[], integer)",
    "DROP INDEX directory_wordindex",
]


def make_index(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_search_imports_and_merges")]
    operations = [migrations.RunPython(make_index, drop_index)]

"""A file of one of the three programs, whichever it is."""

from chancery.desk.bringing import json_files, tables
from chancery.desk.bringing.attendees import Export
from chancery.directory.importing.problems import UnreadableFile
from chancery.directory.importing.tables import recognised, table_of
from chancery.rules.reasons import gettext_noop

NOT_KNOWN = gettext_noop(
    "This is no export of pretix, Indico or Eventbrite that is known by its headings; export it in English, "
    "or bring the people under People → Bring a list."
)


def read(content: bytes) -> Export:
    """Read an export. Errors: UnreadableFile."""
    if json_files.is_json(content):
        return json_files.export_of(content)
    table = table_of(content, recognised(content))
    peer = tables.peer_of(table.headings)
    if peer is None:
        raise UnreadableFile(NOT_KNOWN)
    return tables.export_of(table, peer)

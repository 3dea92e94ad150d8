"""
The verbs of the `chancery` command: what each does in a sentence, and the modules that know it.

The sentence is what the verb says of itself, told here as well so that all can be listed without loading
the program.
"""

from typing import NamedTuple


class Verb(NamedTuple):
    """One verb: its sentence, and the modules that register it; `alone` where it starts without Django."""

    sentence: str
    modules: tuple[str, ...]
    alone: bool = False


# Those that stand alone read and write files only, or must run before the tables are touched.
VERBS = {
    "order": Verb(
        "Put a list of guests in order of precedence and say why, place by place.",
        ("chancery.precedence.commands",),
        alone=True,
    ),
    "match": Verb(
        "Judge pairs of names: same, different or ask, each with the reason.",
        ("chancery.directory.commands",),
        alone=True,
    ),
    "times": Verb(
        "Compute the times of a programme from its anchors and name what stands against it.",
        ("chancery.programme.commands",),
        alone=True,
    ),
    "backup": Verb(
        "Back up database, keys and files, sealed for a passphrase or a public key; or verify a backup.",
        ("chancery.base.backup.commands",),
        alone=True,
    ),
    "restore": Verb(
        "Bring a backup into an empty home; what is there already is never overwritten.",
        ("chancery.base.backup.commands",),
        alone=True,
    ),
    "check": Verb("Say what this installation is made of and what is wrong with it.", ("chancery.checks",)),
    "mail-test": Verb("Send a test mail and say what became of it.", ("chancery.accounts.commands",)),
    "office": Verb("Offices: create, list.", ("chancery.accounts.commands", "chancery.desk.commands_office")),
    "user": Verb("Accounts: add, link, list, role, sign-out, close, open.", ("chancery.accounts.commands",)),
    "seal": Verb("Seals over the history: verify, receipt, key.", ("chancery.accounts.commands_seal",)),
    "seat": Verb(
        "Write who sits where at an event, each seat with its reasons, in the order of precedence.",
        ("chancery.seating.commands",),
    ),
    "ask": Verb(
        "Answer from the record of an event, each line with its source, or say that it is not known.",
        ("chancery.record.commands",),
    ),
    "communique": Verb(
        "Write the communiqué of an event: the draft from its record, marked as one, or what was released.",
        ("chancery.record.commands",),
    ),
    "count": Verb(
        "Count the events that changed, and add up the years of each office and of each ministry.",
        ("chancery.campaign.commands",),
    ),
    "year-report": Verb(
        "Write the report on a year from the record as it stands, marked as a draft; "
        "it is kept nowhere else.",
        ("chancery.campaign.commands",),
    ),
    "recognitions": Verb(
        "Count recognitions by a question, and say the question with the total.",
        ("chancery.occasions.commands",),
    ),
    "wipe": Verb(
        "Delete what is due by now: needs of guests after events, list versions on their day, unused files.",
        ("chancery.desk.commands_office",),
    ),
    "load": Verb(
        "Load an event or a campaign from a folder or a ZIP of it; loading twice changes nothing.",
        ("chancery.desk.commands",),
    ),
    "export": Verb(
        "Write an event and all it rests on as a folder of plain text.", ("chancery.desk.commands",)
    ),
    "export-campaign": Verb(
        "Write a whole campaign as a folder of plain text: texts, series, recognitions, claims and totals.",
        ("chancery.desk.commands",),
    ),
    "archive": Verb(
        "Write the archive pack of an event: all data with its files, and the papers as PDF/A.",
        ("chancery.desk.commands",),
    ),
    "dossier": Verb(
        "Print every paper of an event; one that fails is named and does not stop the others.",
        ("chancery.desk.commands_dossier",),
    ),
    "bring": Verb(
        "Bring the attendees of an export of pretix, Indico or Eventbrite to an event.",
        ("chancery.desk.commands_bringing",),
    ),
    "bring-events": Verb(
        "Bring events of Indico or pretix as drafts, each once.", ("chancery.desk.commands_bringing",)
    ),
    "serve": Verb(
        "Serve the pages; on SQLite the background work runs in the same process.",
        ("chancery.desk.commands",),
    ),
    "worker": Verb(
        "Run the background work of an installation on PostgreSQL, beside `chancery serve`.",
        ("chancery.desk.commands",),
    ),
    "demo": Verb(
        "Load the reference event with its sample guests and serve it.", ("chancery.desk.commands",)
    ),
}

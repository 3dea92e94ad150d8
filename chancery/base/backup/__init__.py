"""
Backups of a whole installation, and the way back (docs/admin/backup.md).

Nothing here asks Django: a backup must be made before an upgrade touches the tables, and a restore before
there are any.
"""

MARK = "restoring"
"""Stands in a home while a restore is under way, with the name of the backup."""

"""`chancery user` and `chancery office`: accounts and offices from the command line."""

import typer


def register(app: typer.Typer) -> None:
    """Add this app's verbs to the command."""

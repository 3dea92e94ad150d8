"""Compile the words of the interface before a wheel is made, so that none leaves with old ones or without."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWords(BuildHookInterface[Any]):
    """What hatchling calls before it collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write each `django.mo` that is older than its source, or not there."""
        for source in sorted(Path(self.root, "chancery", "locale").glob("*/LC_MESSAGES/django.po")):
            compiled = source.with_suffix(".mo")
            if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
                with source.open("rb") as words:
                    catalogue = read_po(words, locale=source.parts[-3])
                with compiled.open("wb") as made:
                    write_mo(made, catalogue)

"""The addresses of static files."""

from django.contrib.staticfiles.storage import StaticFilesStorage


class KeptAddresses(StaticFilesStorage):
    """Works each address out once: a page names fifty of them, and none changes while a process lives."""

    def __init__(self, location: str | None = None, base_url: str | None = None) -> None:
        super().__init__(location, base_url)
        self._addresses: dict[str | None, str] = {}

    def url(self, name: str | None) -> str:
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]

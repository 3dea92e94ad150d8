from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "chancery.directory"
    label = "directory"

    def ready(self) -> None:
        # registers the work, and what follows an undo or a new ministry, once the models are loaded
        from chancery.directory import jobs  # noqa: F401, PLC0415  # see above
        from chancery.directory.actions import belonging, undo  # noqa: F401, PLC0415  # see above

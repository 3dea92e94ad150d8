from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "chancery.directory"
    label = "directory"

    def ready(self) -> None:
        from chancery.directory import jobs  # noqa: F401, PLC0415  # registers the work once the models are loaded

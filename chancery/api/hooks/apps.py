from django.apps import AppConfig


class HooksConfig(AppConfig):
    name = "chancery.api.hooks"
    label = "hooks"

    def ready(self) -> None:
        from chancery.api.hooks import notices, rounds  # noqa: F401, PLC0415  # they register what the house asks

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "chancery.base"
    label = "base"

    def ready(self) -> None:
        from chancery import checks  # noqa: PLC0415  # needs the settings, which this module is part of loading

        checks.tell_django()
        from chancery.base.media import preparing  # noqa: F401, PLC0415  # registers its work once the models are loaded

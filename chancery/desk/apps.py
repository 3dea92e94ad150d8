from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "chancery.desk"
    label = "desk"

    def ready(self) -> None:
        from chancery.desk import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded

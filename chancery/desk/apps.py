from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "chancery.desk"
    label = "desk"

    def ready(self) -> None:
        from chancery.desk import jobs, rounds  # noqa: F401, PLC0415  # they register work once the models are loaded

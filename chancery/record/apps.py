from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "chancery.record"
    label = "record"

    def ready(self) -> None:
        from chancery.record import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded

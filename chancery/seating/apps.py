from django.apps import AppConfig


class SeatingConfig(AppConfig):
    name = "chancery.seating"
    label = "seating"

    def ready(self) -> None:
        from chancery.seating import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded

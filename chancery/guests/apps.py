from django.apps import AppConfig


class GuestsConfig(AppConfig):
    name = "chancery.guests"
    label = "guests"

    def ready(self) -> None:
        from chancery.guests import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded

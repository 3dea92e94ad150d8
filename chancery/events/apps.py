from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "chancery.events"
    label = "events"

    def ready(self) -> None:
        # registers what offices that part keep, once the models are loaded
        from chancery.events import parting  # noqa: F401, PLC0415  # see above

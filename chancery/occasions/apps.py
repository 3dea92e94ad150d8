from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    name = "chancery.occasions"
    label = "occasions"

    def ready(self) -> None:
        # registers what offices that part keep, once the models are loaded
        from chancery.occasions.actions import parting  # noqa: F401, PLC0415  # see above

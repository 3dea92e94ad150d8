from django.apps import AppConfig


class DoorConfig(AppConfig):
    name = "chancery.door"
    label = "door"

    def ready(self) -> None:
        from chancery.door.actions import copying  # noqa: PLC0415  # its models are loaded only now
        from chancery.events import copy_actions  # noqa: PLC0415  # see above

        copy_actions.after_copying(copying.copy_doors)

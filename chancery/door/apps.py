from django.apps import AppConfig
from django.core import checks


class DoorConfig(AppConfig):
    name = "chancery.door"
    label = "door"

    def ready(self) -> None:
        from chancery.checks import LATER  # noqa: PLC0415  # models are loaded only now
        from chancery.door.actions import copying  # noqa: PLC0415  # its models are loaded only now
        from chancery.door.checks import door  # noqa: PLC0415  # see above
        from chancery.events import copy_actions  # noqa: PLC0415  # see above

        copy_actions.after_copying(copying.copy_doors)
        checks.register(door, LATER, deploy=True)

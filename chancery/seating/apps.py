from django.apps import AppConfig


class SeatingConfig(AppConfig):
    name = "chancery.seating"
    label = "seating"

    def ready(self) -> None:
        from chancery.events import copy_actions  # noqa: PLC0415  # see below
        from chancery.guests import seats  # noqa: PLC0415  # its models are loaded only now
        from chancery.seating import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded
        from chancery.seating.actions import copying  # noqa: PLC0415  # see above
        from chancery.seating.queries import telling  # noqa: PLC0415  # see above

        seats.teller(telling.told_on_passes)
        copy_actions.after_copying(copying.copy_seating)

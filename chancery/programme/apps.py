from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    name = "chancery.programme"
    label = "programme"

    def ready(self) -> None:
        from chancery.events import patterns  # noqa: PLC0415  # its models are loaded only now
        from chancery.programme import queries  # noqa: PLC0415  # see above
        from chancery.programme.actions import copying  # noqa: PLC0415  # see above

        patterns.gives(_("Items of the programme"), queries.count_planned, copying.begin_from_pattern)

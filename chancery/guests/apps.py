from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuestsConfig(AppConfig):
    name = "chancery.guests"
    label = "guests"

    def ready(self) -> None:
        from chancery.events import patterns  # noqa: PLC0415  # its models are loaded only now
        from chancery.guests import jobs  # noqa: F401, PLC0415  # registers its work once the models are loaded
        from chancery.guests.actions import patterns as questions  # noqa: PLC0415  # see above
        from chancery.guests.queries.terms import count_questions  # noqa: PLC0415  # see above

        patterns.gives(_("Questions to guests"), count_questions, questions.begin_from_pattern)

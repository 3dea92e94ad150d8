"""Why a drawing of a room is not taken."""

from chancery.rules.reasons import Reason


class LayoutRefused(ValueError):
    """A drawing that is no room; `reason` says in one sentence what, where and what to do."""

    def __init__(self, template: str, **values: object) -> None:
        shown = {name: value if isinstance(value, str) else str(value) for name, value in values.items()}
        self.reason = Reason(template, shown)
        super().__init__(self.reason.words())

"""Why a paper of a plan cannot be made."""

from chancery.base.pdf import PaperFailed
from chancery.base.reasons import in_words
from chancery.rules.seating.refused import LayoutRefused


class DrawingRefused(PaperFailed):
    """The room of a plan cannot be read; `str()` is one sentence in the language of the reader."""

    def __init__(self, refused: LayoutRefused) -> None:
        super().__init__(refused.reason.template)
        self.reason = refused.reason

    def __str__(self) -> str:
        return in_words(self.reason)

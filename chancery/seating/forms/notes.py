"""What a user says of one seat."""

from chancery.base.forms import RowForm
from chancery.seating.models import SeatNote


class SeatNoteForm(RowForm):
    """Blocked, kept for a band of rank, or captioned."""

    class Meta:
        model = SeatNote
        fields = ("is_blocked", "band", "captions")

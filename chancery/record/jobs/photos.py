"""Long work on photographs: the pack for the press."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from chancery.base import jobs
from chancery.base.jobs import Progress, WorkFailed
from chancery.events.models import Event
from chancery.record.documents import photo_packs
from chancery.record.queries import photos as queries

PACK = "record.photos.pack"


@jobs.work(PACK)
def make_pack(progress: Progress, *, event: int, size: str, language: str) -> dict[str, Any]:
    """Write what is selected for the press into one file, without what a wish keeps back (R122)."""
    chosen = Event.objects.select_related("organiser").get(pk=event)
    with override(language):
        photo_packs.forget_old(timezone.now())
        photos = queries.shown_to_press(chosen)
        if not photos:
            raise WorkFailed(_("No photograph that may leave the house is selected for the press."))
        width = int(size) if size.isdecimal() else None
        written = photo_packs.write(chosen, photos, progress.job.code, width=width)
        for _photo in progress.over(written, step=_("Pictures are packed"), total=len(photos)):
            pass
    return {"photos": [photo.code for photo in photos], "size": size}

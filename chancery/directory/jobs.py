"""The long work of the directory: checking, writing and taking back large lists."""

from typing import Any

from django.utils.translation import gettext as _

from chancery.base import jobs
from chancery.base.audit import Actor
from chancery.base.jobs import Progress, WorkFailed
from chancery.directory.actions import import_undo, imports
from chancery.directory.models import Import


@jobs.work(imports.CHECK)
def check_import(progress: Progress, *, of: int) -> dict[str, Any]:
    """Read a file and compare it with the directory."""
    try:
        return imports.check(_import(of), progress)
    except Exception:
        Import.objects.filter(pk=of).update(state=Import.State.UPLOADED)
        raise


@jobs.work(imports.RUN)
def run_import(progress: Progress, *, of: int) -> dict[str, Any]:
    """Write a list into the directory; what it writes is seen when all of it is there."""
    progress.begin(_("Writing"), 0)
    row = _import(of)
    try:
        return imports.write(row, by=_author(progress))
    except Exception:
        Import.objects.filter(pk=of).update(state=Import.State.CHECKED)
        raise


@jobs.work(imports.UNDO)
def take_import_back(progress: Progress, *, of: int) -> dict[str, Any]:
    """Take a whole import back."""
    progress.begin(_("Taking back"), 0)
    try:
        import_undo.undo_import(_import(of), by=_author(progress))
    except import_undo.RestsOnImport:
        raise WorkFailed(_("Later changes rest on this import; take those back first.")) from None
    except import_undo.NotDone:
        raise WorkFailed(_("This import was taken back already.")) from None
    return {}


def _import(key: int) -> Import:
    row = Import.objects.select_related("organiser").filter(pk=key).first()
    if row is None:
        raise WorkFailed(_("This import was dropped; send the file once more."))
    return row


def _author(progress: Progress) -> Actor:
    return Actor(progress.job.organiser_id, progress.job.started_by)

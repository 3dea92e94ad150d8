"""Two rows of one person made one, with all that is needed to part them again."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.directory.models.book import Person


class MergeRecord(models.Model):
    """
    A merge of `gone` (now deleted, its columns kept here) into `kept`.

    `kept_before` are the columns of `kept` before the merge; `moved` the rows that pointed at `gone`, as
    `{"model", "field", "keys"}`; `dropped` the rows that `kept` already had, as `{"model", "values"}`.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="merges")
    kept_before = models.JSONField(default=dict)
    kept_after = models.JSONField(default=dict)
    gone = models.JSONField(default=dict)
    gone_name = models.CharField(max_length=300)
    moved = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    merged_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.kept}"

"""Imports of lists: the file, how its columns were read, what is wrong with it, what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import Organiser
from chancery.base.codes import new_code
from chancery.base.models import Job
from chancery.directory.models.book import Person


class Import(models.Model):
    """
    One list on its way into the directory.

    `headings` are as written in the file, `mapping` the field of each column ("" for none), `counts` what the
    check found and the run made. The file is kept under the media folder until the import is done or dropped.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("columns to be told")
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked")
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        UNDONE = "undone", _("undone")

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="imports")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    filename = models.CharField(_("file"), max_length=200)
    file = models.FileField(upload_to="imports/", max_length=200)
    kind = models.CharField(max_length=4, choices=[("csv", "CSV"), ("xlsx", "XLSX")])
    encoding = models.CharField(max_length=12, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State, default=State.UPLOADED)
    counts = models.JSONField(default=dict)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organiser", "id"], name="import_of_organiser")]

    def __str__(self) -> str:
        return self.filename


class ImportMapping(models.Model):
    """The columns an office told for a set of headings, proposed when the same headings come again."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+")
    headings_digest = models.CharField(max_length=64)
    mapping = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organiser", "headings_digest"], name="one_mapping_a_heading")
        ]

    def __str__(self) -> str:
        return ", ".join(self.mapping)


class ImportProblem(models.Model):
    """
    One thing wrong with a file: row and column as a spreadsheet counts them, from 1; row 0 is the whole file.

    `template` is the English sentence, the key of its translation; `values` fills it.
    """

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=200, blank=True)
    template = models.CharField(max_length=300)
    values = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["of", "row", "id"], name="problem_by_row")]

    def __str__(self) -> str:
        return str(self.template % self.values)


class ImportPair(models.Model):
    """Two who may be one: a row of the file and a person of the directory, or an earlier row."""

    class Decision(models.TextChoices):
        OPEN = "", _("not decided")
        SAME = "same", _("the same: fill what is missing")
        NEW = "new", _("a new person")
        DIFFERENT = "different", _("not the same person, for good")

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="pairs")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    row = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    other_row = models.PositiveIntegerField(null=True)
    is_sure = models.BooleanField(default=False)
    score = models.FloatField(default=0)
    reasons = models.JSONField(default=list)
    here = models.JSONField(default=dict)
    there = models.JSONField(default=dict)
    decision = models.CharField(max_length=9, choices=Decision, blank=True)

    class Meta:
        indexes = [models.Index(fields=["of", "row", "id"], name="pair_by_row")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, other_row__isnull=False) | Q(person__isnull=False, other_row=None),
                name="pair_with_person_or_row",
            )
        ]

    def __str__(self) -> str:
        return f"{self.row} · {self.person or self.other_row}"


class ImportedRow(models.Model):
    """A row of the directory that an import made (`changes` is empty) or filled (section: from, to)."""

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="imported")
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    changes = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["of", "kind", "object_id"], name="imported_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"

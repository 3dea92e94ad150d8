"""What the press wrote; each report is also a source of the record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.models import StoredFile
from chancery.events.models import Source
from chancery.record.models.release import Release


class Coverage(models.Model):
    """
    A report of the press: outlet, date, language and address stand on its source, and so do the figures it
    quotes.

    How many it reached is stored only together with who says so.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        AGENCY = "agency", _("report of an agency")
        TELEVISION = "television", _("television")
        RADIO = "radio", _("radio")
        POST = "post", _("post")
        INTERVIEW = "interview", _("interview")

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="coverage")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ARTICLE)
    after_release = models.ForeignKey(
        Release,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="coverage",
        verbose_name=_("written from our release"),
    )
    reach = models.PositiveBigIntegerField(_("reach"), null=True, blank=True)
    reach_according_to = models.CharField(_("reach according to"), max_length=200, blank=True)
    clipping = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("clipping"),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reach=None) | ~models.Q(reach_according_to=""), name="reach_has_a_claimant"
            )
        ]

    def __str__(self) -> str:
        return str(self.source)

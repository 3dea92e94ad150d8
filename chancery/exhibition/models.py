"""What is shown: films and exhibitions. Unknown makers and titles stay unknown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.events.models import Place


class Film(OwnedModel):
    """A film or video."""

    titles = LanguagesField(verbose_name=_("titles"))
    about = LanguagesField(verbose_name=_("about"))
    makers = models.CharField(_("makers"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    duration_seconds = models.PositiveIntegerField(_("duration in seconds"), null=True, blank=True)

    def __str__(self) -> str:
        return any_text(self.titles or self.about) or self.ref


class Exhibition(OwnedModel):
    """A set of works shown together, at a place and as long as is known."""

    titles = LanguagesField(verbose_name=_("titles"))
    about = LanguagesField(verbose_name=_("about"))
    makers = models.CharField(_("makers"), max_length=200, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    opens = PartialDateField(verbose_name=_("opens"))
    closes = PartialDateField(verbose_name=_("closes"))

    def __str__(self) -> str:
        return any_text(self.titles or self.about) or self.ref

"""Photographs of an event, and who may be shown."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.events.models import Event, Participation
from chancery.programme.models import Item


class Photo(models.Model):
    """One photograph: what it shows, who took it, and whether it goes to the press and to the public page."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="photos")
    item = models.ForeignKey(
        Item,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("taken in"),
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveIntegerField(default=0)
    deeds = LanguagesField(verbose_name=_("who does what"))
    captions = LanguagesField(verbose_name=_("caption written by hand"))
    alt_texts = LanguagesField(verbose_name=_("what the picture shows"))
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    is_for_press = models.BooleanField(_("for the press"), default=False)
    is_public = models.BooleanField(_("in the public gallery"), default=False)
    is_set_aside = models.BooleanField(_("set aside"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_photo_a_ref"),
            models.UniqueConstraint(fields=["event", "file"], name="one_photo_a_file"),
        ]
        indexes = [models.Index(fields=["event", "position", "id"], name="photo_by_position")]

    def __str__(self) -> str:
        return any_text(self.captions) or any_text(self.deeds) or self.file.name


class PhotoPerson(models.Model):
    """Somebody on a photograph, from left to right (R105); who is not known by name stands in words."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="people")
    participation = models.ForeignKey(
        Participation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("who"),
    )
    words = models.CharField(_("in words"), max_length=120, blank=True)
    row = models.PositiveSmallIntegerField(_("row"), default=0)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(participation__isnull=False) | ~Q(words=""), name="somebody_is_on_the_photo"
            ),
            models.UniqueConstraint(fields=["photo", "participation"], name="once_on_a_photo"),
        ]

    def __str__(self) -> str:
        return str(self.participation or self.words)

    @property
    def name_printed(self) -> str:
        """The name as it stands in lists, else the words."""
        return self.participation.name_printed if self.participation else self.words


class PhotoWish(models.Model):
    """Whether somebody may be shown on photographs of an event, and who said so (R122)."""

    class Wish(models.TextChoices):
        AGREED = "agreed", _("agreed")
        REFUSED = "refused", _("does not want to be shown")

    participation = models.OneToOneField(Participation, on_delete=models.CASCADE, related_name="photo_wish")
    wish = models.CharField(_("pictures"), max_length=7, choices=Wish)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    note = models.CharField(_("how it was said"), max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.participation} · {self.get_wish_display()}"

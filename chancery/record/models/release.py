"""The communiqué: its text in each language, sentence by sentence, and what was released of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.models import OutboxMessage
from chancery.directory.models import Body, Person
from chancery.events.models import Event


class Communique(models.Model):
    """The communiqué of an event, in as many languages as it is written in."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="communique")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    contact = LanguagesField(verbose_name=_("contact for the press"))
    boilerplate = LanguagesField(verbose_name=_("about the organiser"))
    embargo_until = models.DateTimeField(_("not to be published before"), null=True, blank=True)

    def __str__(self) -> str:
        return str(self.event)


class Edition(models.Model):
    """The communiqué in one language. What somebody read over is reviewed until a sentence changes."""

    communique = models.ForeignKey(Communique, on_delete=models.CASCADE, related_name="editions")
    ref = models.SlugField(max_length=80, default=new_code)
    language = models.CharField(_("language"), max_length=12)
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    revision = models.PositiveIntegerField(default=1)
    composed_at = models.DateTimeField(default=timezone.now)
    reviewed_revision = models.PositiveIntegerField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["communique", "ref"], name="one_edition_a_ref"),
            models.UniqueConstraint(fields=["communique", "language"], name="one_edition_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.communique} · {self.language}"


class Sentence(models.Model):
    """
    One sentence of an edition and the facts it rests on.

    `composed` is what the record gives for it, as of the last drafting, `text` what stands there now;
    an empty text was taken out. `facts` is a list of `{"key", "digest", "words"}` as they were when somebody
    last looked: a fact whose digest is another today has changed since. Without facts it is the editor's own.
    One that was moved keeps its place when the draft is made anew.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sentences")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    part = models.CharField(max_length=12)
    opens_paragraph = models.BooleanField(default=False)
    composed = models.TextField(blank=True)
    text = models.TextField(blank=True)
    facts = models.JSONField(default=list, blank=True)
    is_moved = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.text


class Release(models.Model):
    """
    What was released of an edition, as it was; never changed after.

    `blocks` is a list of `{"part", "text"}`, one a paragraph. A correction is a release that corrects another
    one; a release that was withdrawn says why and stays.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="releases")
    ref = models.SlugField(max_length=80, default=new_code)
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("version"))
    headline = models.TextField()
    blocks = models.JSONField(default=list)
    embargo_until = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(default=timezone.now)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    correction = models.CharField(_("what was corrected"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_because = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "ref"], name="one_release_a_ref"),
            models.UniqueConstraint(fields=["edition", "number"], name="one_release_a_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""), name="withdrawn_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} · {self.number}"


class MediaList(OwnedModel):
    """A list of those who get releases: local media, parliament, state authorities, embassies (R106)."""

    names = LanguagesField(verbose_name=_("names"))

    def __str__(self) -> str:
        return next(iter(self.names.values()), self.ref)


class MediaAddress(models.Model):
    """Somebody on a media list, with the address and the language for releases."""

    media_list = models.ForeignKey(MediaList, on_delete=models.CASCADE, related_name="addresses")
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("outlet or body"),
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254)
    language = models.CharField(_("language"), max_length=12, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["media_list", "email"], name="once_on_a_media_list")]

    def __str__(self) -> str:
        return self.name or str(self.person or self.body or self.email)


class ReleasePosting(models.Model):
    """A release on its way to one address; the message stands in the outbox."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="postings")
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200, blank=True)
    message = models.ForeignKey(
        OutboxMessage, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    posted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "email"], name="once_a_release")]

    def __str__(self) -> str:
        return f"{self.email} · {self.release}"

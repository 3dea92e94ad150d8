"""
What is shown: films and exhibitions with their works. Unknown makers and titles stay unknown.

Pictures and texts are published only where `Rights` clear them.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.base.taken import content_of_columns
from chancery.directory.models import Body, Person
from chancery.events.models import Event, Place
from chancery.occasions.models import SharedModel


class Rights(models.TextChoices):
    """On what ground something may be shown; only what is cleared may be published."""

    UNKNOWN = "", _("not cleared")
    OWN = "own", _("own work")
    LICENCE = "licence", _("under a licence")
    PERMISSION = "permission", _("with permission")
    PUBLIC_DOMAIN = "public-domain", _("in the public domain")
    REFUSED = "refused", _("refused")


TOLD_OF_WORKS = ("titles", "captions", "makers", "credit", "alt_texts")
RIGHTS = ("rights", "licence", "rights_until", "rights_note")
CLEARED = (Rights.OWN, Rights.LICENCE, Rights.PERMISSION, Rights.PUBLIC_DOMAIN)


class RightsModel(models.Model):
    """On what ground, by what licence and until when something may be shown."""

    rights = models.CharField(_("rights"), max_length=13, choices=Rights, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    licence_address = models.URLField(_("address of the licence"), max_length=500, blank=True)
    rights_until = models.DateField(_("may be shown until"), null=True, blank=True)
    rights_note = models.CharField(_("who gave the rights, and for what"), max_length=300, blank=True)

    class Meta:
        abstract = True


class Film(OwnedModel, SharedModel, RightsModel):
    """A film or video; `rights` are those to show it at all, a showing may have its own."""

    inside = "exhibition.subtitles"

    titles = LanguagesField(verbose_name=_("titles"))
    about = LanguagesField(verbose_name=_("about"))
    makers = models.CharField(_("makers"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    duration_seconds = models.PositiveIntegerField(_("duration in seconds"), null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    poster = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("poster"),
    )
    poster_alt_texts = LanguagesField(verbose_name=_("what the poster shows"))

    def __str__(self) -> str:
        return any_text(self.titles or self.about) or self.ref

    def content(self) -> dict[str, str]:
        own = content_of_columns(self, "titles", "about", "makers", "year", "poster_alt_texts", *RIGHTS)
        spoken = {f"{each.language}/text@{each.language}": each.text for each in self.subtitles.all()}
        return own | spoken


class Subtitles(models.Model):
    """The subtitles of a film in one language, checked and kept as WebVTT."""

    film = models.ForeignKey(Film, on_delete=models.CASCADE, related_name="subtitles")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("subtitles"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["film", "language"], name="subtitles_once_a_language")]

    def __str__(self) -> str:
        return f"{self.film} · {self.language}"


class FilmCheck(models.Model):
    """
    What was found of a film before its showing: in its file, and by a browser that tried it.

    It holds for `file` only, another file is looked at anew. `is_played` is None until a browser has tried;
    `failure` is what that browser said.
    """

    film = models.OneToOneField(Film, on_delete=models.CASCADE, related_name="file_check")
    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    container = models.CharField(max_length=40, blank=True)
    video_codec = models.CharField(max_length=40, blank=True)
    audio_codec = models.CharField(max_length=40, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    seconds = models.FloatField(null=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    checked_at = models.DateTimeField()
    browser = models.CharField(max_length=80, blank=True)
    is_played = models.BooleanField(null=True)
    has_sound = models.BooleanField(null=True)
    browser_seconds = models.FloatField(null=True)
    failure = models.CharField(max_length=200, blank=True)
    played_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.film)


class Work(RightsModel, OwnedModel):
    """A work or panel that can be shown; its picture needs words for those who do not see it."""

    class Kind(models.TextChoices):
        PHOTOGRAPH = "photograph", _("photograph")
        PAINTING = "painting", _("painting")
        DRAWING = "drawing", _("drawing or print")
        SCULPTURE = "sculpture", _("sculpture")
        DOCUMENT = "document", _("document")
        OBJECT = "object", _("object")
        MAP = "map", _("map")
        PANEL = "panel", _("text panel")
        OTHER = "other", _("other work")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PHOTOGRAPH)
    titles = LanguagesField(verbose_name=_("titles"))
    captions = LanguagesField(verbose_name=_("captions"))
    makers = models.CharField(_("maker"), max_length=200, blank=True)
    made_on = PartialDateField(verbose_name=_("made"))
    techniques = LanguagesField(verbose_name=_("technique"))
    dimensions = models.CharField(_("dimensions"), max_length=120, blank=True)
    inventory_number = models.CharField(_("inventory number"), max_length=60, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    credit = models.CharField(_("credit line"), max_length=200, blank=True)
    lender_body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lent by a body"),
    )
    lender_person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lent by a person"),
    )
    picture = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    alt_texts = LanguagesField(verbose_name=_("what the picture shows"))

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(lender_body=None) | Q(lender_person=None), name="work_has_one_lender"
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.titles) or any_text(self.captions) or self.ref


class Exhibition(OwnedModel, SharedModel):
    """A set of works shown together, at one place or travelling; each showing is a `Stay`."""

    inside = "exhibition.work"

    titles = LanguagesField(verbose_name=_("titles"))
    about = LanguagesField(verbose_name=_("about"))
    makers = models.CharField(_("makers"), max_length=200, blank=True)
    credits = LanguagesField(verbose_name=_("credits"))
    languages = models.JSONField(_("languages"), default=list, blank=True)
    is_published = models.BooleanField(_("on the public page"), default=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    def __str__(self) -> str:
        return any_text(self.titles or self.about) or self.ref

    def content(self) -> dict[str, str]:
        """The texts of the exhibition, and of its works by the ref of their place in it."""
        found = content_of_columns(self, "titles", "about", "makers", "credits")
        for exhibit in self.exhibits.select_related("work").order_by("position", "id"):
            texts = content_of_columns(exhibit.work, *TOLD_OF_WORKS, *RIGHTS)
            found |= {f"{exhibit.ref}/{name}": text for name, text in texts.items()}
        return found


class Stay(models.Model):
    """An exhibition at one place, as long as is known; the event it belongs to may be none."""

    exhibition = models.ForeignKey(Exhibition, on_delete=models.CASCADE, related_name="stays")
    ref = models.SlugField(max_length=80, default=new_code)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="stays", verbose_name=_("event")
    )
    opens = PartialDateField(verbose_name=_("opens"))
    closes = PartialDateField(verbose_name=_("closes"))
    hours = LanguagesField(verbose_name=_("opening hours"))
    opened_by = models.CharField(_("opened by"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exhibition", "ref"], name="one_stay_a_ref")]

    def __str__(self) -> str:
        return f"{self.exhibition} · {self.place or ''}".rstrip(" ·")


class Room(models.Model):
    """A room, wall or section of an exhibition, in the order of the visit."""

    exhibition = models.ForeignKey(Exhibition, on_delete=models.CASCADE, related_name="rooms")
    ref = models.SlugField(max_length=80, default=new_code)
    names = LanguagesField(verbose_name=_("names"))
    about = LanguagesField(verbose_name=_("introduction"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exhibition", "ref"], name="one_room_a_ref")]

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class Exhibit(models.Model):
    """
    A work in an exhibition: its place in the order, its room, its number on the label.

    Without a number of its own it is counted. One that `is_left_out` hangs in the house only.
    """

    exhibition = models.ForeignKey(Exhibition, on_delete=models.CASCADE, related_name="exhibits")
    ref = models.SlugField(max_length=80, default=new_code)
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="exhibits")
    room = models.ForeignKey(
        Room,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="exhibits",
        verbose_name=_("room"),
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    number = models.CharField(_("number"), max_length=12, blank=True)
    is_left_out = models.BooleanField(_("left out of the public page"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "ref"], name="one_exhibit_a_ref"),
            models.UniqueConstraint(fields=["exhibition", "work"], name="once_in_an_exhibition"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.work}".strip()


class Loan(OwnedModel):
    """A work lent for a time, insured for a sum; what is not known stays empty."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked for")
        AGREED = "agreed", _("agreed")
        HERE = "here", _("in the house")
        RETURNED = "returned", _("returned")
        REFUSED = "refused", _("refused")

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="loans", verbose_name=_("work"))
    exhibition = models.ForeignKey(
        Exhibition,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="loans",
        verbose_name=_("exhibition"),
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ASKED)
    begins = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)
    value = models.DecimalField(_("insured value"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    insurer = models.CharField(_("insurer"), max_length=200, blank=True)
    policy = models.CharField(_("policy"), max_length=80, blank=True)
    conditions = models.TextField(_("conditions of the lender"), blank=True)

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends=None) | Q(begins=None) | Q(ends__gte=F("begins")),
                name="loan_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.work)


class ConditionReport(models.Model):
    """In what condition a lent work was, when, and who says so."""

    class Moment(models.TextChoices):
        COLLECTION = "collection", _("on collection")
        ARRIVAL = "arrival", _("on arrival")
        DEPARTURE = "departure", _("on departure")
        RETURN = "return", _("on return")
        BETWEEN = "between", _("in between")

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="condition_reports")
    moment = models.CharField(_("moment"), max_length=10, choices=Moment, default=Moment.ARRIVAL)
    seen_on = models.DateField(_("seen on"))
    seen_by = models.CharField(_("seen by"), max_length=200, blank=True)
    text = models.TextField(_("condition"))
    is_damaged = models.BooleanField(_("damage found"), default=False)
    picture = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.loan} · {self.get_moment_display()}"

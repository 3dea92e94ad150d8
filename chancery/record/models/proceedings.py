"""What came out of an event: documents, and what was handed over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.base.models import StoredFile
from chancery.directory.models import Body
from chancery.events.models import Event, Participation, Place, Source
from chancery.programme.models import Item


class Document(models.Model):
    """A book, declaration, petition or resolution, and what it has to do with the event."""

    class Kind(models.TextChoices):
        BOOK = "book", _("book")
        COMMUNIQUE = "communique", _("communiqué")
        DECLARATION = "declaration", _("declaration")
        LETTER = "letter", _("letter")
        OPEN_LETTER = "open-letter", _("open letter")
        CALL = "call", _("call")
        PETITION = "petition", _("petition")
        LAW = "law", _("law")
        RESOLUTION = "resolution", _("resolution")
        MOTION = "motion", _("motion")
        STATEMENT = "statement", _("statement of a body")
        PROCLAMATION = "proclamation", _("proclamation")
        OTHER = "other", _("other document")

    class Relation(models.TextChoices):
        LAUNCHED = "launched", _("launched at it")
        ADOPTED = "adopted", _("adopted at it")
        SIGNED = "signed", _("signed at it")
        HANDED_OVER = "handed-over", _("handed over at it")
        DISTRIBUTED = "distributed", _("distributed at it")
        CITED = "cited", _("cited at it")
        SENT_TO = "sent-to", _("sent to it")
        AGAINST = "against", _("directed against it")

    class Status(models.TextChoices):
        UNKNOWN = "", _("not known")
        PROPOSED = "proposed", _("proposed")
        SUBMITTED = "submitted", _("submitted")
        ADOPTED = "adopted", _("adopted")
        REJECTED = "rejected", _("rejected")
        REPEALED = "repealed", _("repealed")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="documents")
    item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name=_("in")
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OTHER)
    relation = models.CharField(_("what it has to do with the event"), max_length=11, choices=Relation)
    titles = LanguagesField(verbose_name=_("title"))
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    issuer = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("issued by")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    edition = models.CharField(_("edition"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    dated = PartialDateField(verbose_name=_("date"))
    status = models.CharField(_("status"), max_length=9, choices=Status, blank=True)
    votes = models.CharField(_("votes"), max_length=120, blank=True)
    address = models.URLField(_("address"), max_length=500, blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("according to"),
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "ref"], name="one_document_a_ref")]

    def __str__(self) -> str:
        return any_text(self.titles) or self.get_kind_display()


class Handover(models.Model):
    """Something handed over by somebody to somebody, accepted or not."""

    class Acceptance(models.TextChoices):
        UNKNOWN = "", _("not known")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        SYMBOLIC = "symbolic", _("symbolic")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="handovers")
    item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="handovers", verbose_name=_("in")
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    position = models.PositiveSmallIntegerField(default=0)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers",
        verbose_name=_("document"),
    )
    things = LanguagesField(verbose_name=_("what was handed over"))
    giver = models.ForeignKey(
        Participation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers_given",
        verbose_name=_("by"),
    )
    receiver = models.ForeignKey(
        Participation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers_received",
        verbose_name=_("to"),
    )
    receiver_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to a body")
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    acceptance = models.CharField(_("accepted"), max_length=8, choices=Acceptance, blank=True)
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers",
        verbose_name=_("according to"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_handover_a_ref"),
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(things={}), name="something_is_handed_over"
            ),
        ]

    def __str__(self) -> str:
        return any_text(self.things) or str(self.document)

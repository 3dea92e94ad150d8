"""What is asked of the seating: wishes for one event, and pairs that are kept apart wherever they meet."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import SecretField
from chancery.directory.models import Body, Person
from chancery.events.models import Event, GuestCategory, Participation


class Wish(models.Model):
    """
    One wish or rule of the office for the seating of an event.

    Who: one guest, two guests, a category, or all of a body. `where` is the id of a table or row, or the name
    of a zone. What a guest wrote about access needs is sealed and never read here: the office enters a place
    for a wheelchair as a wish of its own. A wish has a weight in places of precedence; a rule that `is_hard`
    is never given up.
    """

    class Kind(models.TextChoices):
        APART = "apart", _("at different tables or rows")
        NOT_BESIDE = "not-beside", _("not side by side")
        TOGETHER = "together", _("at one table or row")
        BESIDE = "beside", _("side by side")
        AT_UNIT = "at-unit", _("at this table or row")
        IN_ZONE = "in-zone", _("in this zone")
        NEAR_STAGE = "near-stage", _("near the way to the stage")
        AT_AISLE = "at-aisle", _("at an aisle")
        WHEELCHAIR = "wheelchair", _("at a place for a wheelchair")
        INTERPRETER = "interpreter", _("interprets for")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="seating_wishes")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    ref = models.SlugField(max_length=80, default=new_code)
    kind = models.CharField(_("wish"), max_length=11, choices=Kind)
    guest = models.ForeignKey(
        Participation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="seating_wishes",
        verbose_name=_("guest"),
    )
    other = models.ForeignKey(
        Participation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="seating_wishes_of_others",
        verbose_name=_("other guest"),
    )
    category = models.ForeignKey(
        GuestCategory,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="seating_wishes",
        verbose_name=_("or everybody of the category"),
    )
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seating_wishes",
        verbose_name=_("or everybody of the body"),
    )
    where = models.CharField(_("table, row or zone"), max_length=40, blank=True)
    is_hard = models.BooleanField(_("must be kept"), default=False)
    weight = models.PositiveSmallIntegerField(_("weight"), default=5)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "ref"], name="one_wish_a_ref"),
            models.CheckConstraint(
                condition=Q(guest__isnull=False) | Q(category__isnull=False) | Q(body__isnull=False),
                name="wish_concerns_somebody",
                violation_error_message=_("Say whom the wish concerns: a guest, a category or a body."),
            ),
            models.CheckConstraint(
                condition=Q(guest=None) | Q(other=None) | ~Q(guest=F("other")),
                name="wish_of_two_guests",
                violation_error_message=_("Both guests are the same; choose another one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.guest or self.category or self.body}"


class Apart(OwnedModel):
    """
    Two people, bodies or states that are not seated together while it holds (R79); known to few.

    Read and changed only with the grant for seating; the reason is never stored plain. Where the order of
    states is fixed by a rule the pair gives way, and the plan says so.
    """

    class Distance(models.TextChoices):
        NOT_BESIDE = "not-beside", _("not side by side")
        OTHER_UNIT = "other-unit", _("not at one table or in one row")

    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    other_person = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("other person"),
    )
    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    other_body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("other body")
    )
    state = models.CharField(_("state"), max_length=2, blank=True)
    other_state = models.CharField(_("other state"), max_length=2, blank=True)
    distance = models.CharField(_("how far"), max_length=10, choices=Distance, default=Distance.NOT_BESIDE)
    is_hard = models.BooleanField(_("must be kept"), default=True)
    begins = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)
    reason = SecretField(_("reason"), blank=True, default=b"")

    class Meta(OwnedModel.Meta):
        constraints = [
            *OwnedModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(person__isnull=False, other_person__isnull=False)
                | Q(body__isnull=False, other_body__isnull=False)
                | (~Q(state="") & ~Q(other_state="")),
                name="apart_are_two",
                violation_error_message=_("Name both: two people, two bodies or two states."),
            ),
            models.CheckConstraint(
                condition=Q(begins=None) | Q(ends=None) | Q(ends__gte=F("begins")),
                name="apart_ends_after_it_begins",
                violation_error_message=_("It ends before it begins; correct one of the days."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

"""The address book of an office: who holds which office from when to when."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chancery.accounts.models import OwnedModel
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField, PartialDateField
from chancery.base.languages import any_text
from chancery.rules.names.folding import fold


class SortKeyField(models.CharField):  # type: ignore[type-arg]  # Django's own fields are not generic here
    """
    The letters a row is sorted by where a list is too long to be sorted in the reader's language.

    Filled from the column `of` whenever the row is saved as a whole.
    """

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        defaults: dict[str, Any] = {"max_length": 200, "editable": False, "default": "", "blank": True}
        super().__init__(*args, **defaults | kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = fold(getattr(model_instance, self.of))[: self.max_length] if self.of else ""
        setattr(model_instance, self.attname, key)
        return key


class Visibility(models.TextChoices):
    """Who may read a row of the directory: its organiser, or all posts under the same parent."""

    OWN = "own", _("this office")
    TREE = "tree", _("all posts of the ministry")


class DirectoryRow(OwnedModel):
    """What people, bodies and groups have in common."""

    visibility = models.CharField(_("visible to"), max_length=4, choices=Visibility, default=Visibility.OWN)
    is_sample = models.BooleanField(_("sample"), default=False)
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(OwnedModel.Meta):
        abstract = True


class Person(DirectoryRow):
    """Somebody, living or dead; the names stand in `PersonName`, the offices in `Tenure`."""

    class Gender(models.TextChoices):
        UNKNOWN = "", _("not known")
        WOMAN = "f", _("woman")
        MAN = "m", _("man")

    sort_name = models.CharField(_("sort name"), max_length=200)
    sort_key = SortKeyField(of="sort_name")
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True)
    honorifics = LanguagesField(verbose_name=_("honorifics"))
    languages = models.JSONField(_("languages"), default=list, blank=True)
    pronunciation = models.CharField(_("pronunciation"), max_length=200, blank=True)
    nationality = models.CharField(_("nationality"), max_length=2, blank=True)
    born = PartialDateField(verbose_name=_("born"))
    died = PartialDateField(verbose_name=_("died"))

    class Meta(DirectoryRow.Meta):
        indexes = [models.Index(fields=["organiser", "sort_key", "id"], name="person_by_name")]

    def __str__(self) -> str:
        return self.sort_name

    @property
    def main_name(self) -> str:
        """The first name as printed; lists load `names` beforehand."""
        first = min(self.names.all(), key=lambda name: name.position, default=None)
        return first.printed if first else self.sort_name


class PersonName(models.Model):
    """A name of a person exactly as printed, in one script and order. The first one is the main name."""

    class Order(models.TextChoices):
        GIVEN_FIRST = "given", _("given name first")
        FAMILY_FIRST = "family", _("family name first")
        WHOLE = "whole", _("one name, not divided")

    class Kind(models.TextChoices):
        CIVIL = "civil", _("civil name")
        TRANSCRIPTION = "transcription", _("transcription")
        PEN = "pen", _("pen name")
        RELIGIOUS = "religious", _("religious name")
        REGNAL = "regnal", _("regnal name")
        MONONYM = "mononym", _("single name")
        INITIALS = "initials", _("with initials")
        FORMER = "former", _("former name")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")
    position = models.PositiveSmallIntegerField(default=0)
    printed = models.CharField(_("name as printed"), max_length=200)
    given = models.CharField(_("given name"), max_length=120, blank=True)
    family = models.CharField(_("family name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    order = models.CharField(_("order of parts"), max_length=6, choices=Order, default=Order.GIVEN_FIRST)
    kind = models.CharField(_("kind of name"), max_length=13, choices=Kind, default=Kind.CIVIL)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "position"], name="one_name_a_position"),
            models.CheckConstraint(
                condition=~Q(printed=""),
                name="name_is_written",
                violation_error_message=_("Write the name as it is printed."),
            ),
        ]

    def __str__(self) -> str:
        return self.printed


class Body(DirectoryRow):
    """An organisation: a mission, ministry, court, magazine, community."""

    class Kind(models.TextChoices):
        MISSION = "mission", _("diplomatic mission")
        CONSULATE = "consulate", _("consular post")
        GOVERNMENT = "government", _("ministry or public authority")
        PARLIAMENT = "parliament", _("parliament")
        COURT = "court", _("court")
        TOWN = "town", _("town or region")
        INTERNATIONAL = "international", _("international organisation")
        RELIGIOUS = "religious", _("religious body")
        ACADEMIC = "academic", _("university or academy")
        CULTURE = "culture", _("cultural institution")
        FOUNDATION = "foundation", _("foundation")
        MEDIA = "media", _("media")
        COMMUNITY = "community", _("community or association")
        COMPANY = "company", _("company")
        FORCES = "forces", _("armed forces")
        OTHER = "other", _("other body")

    names = LanguagesField(verbose_name=_("names"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.OTHER)
    state = models.CharField(_("state"), max_length=2, blank=True)
    seat = models.CharField(_("seat"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("successor of"),
    )

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class Office(OwnedModel):
    """A post that somebody may hold, or nobody known: the Ambassador of a state, the editor of a magazine."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="offices", verbose_name=_("body"))
    titles = LanguagesField(verbose_name=_("titles"))
    office_class = models.CharField(_("class"), max_length=60, blank=True)
    territory = models.CharField(_("territory"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("order within the body"), default=0)
    is_sample = models.BooleanField(_("sample"), default=False)

    def __str__(self) -> str:
        return any_text(self.titles) or self.ref


class Tenure(models.Model):
    """A person holding an office from a day to a day, on a basis. Both days may be unknown."""

    class Basis(models.TextChoices):
        FULL = "full", _("in full")
        ACTING = "acting", _("acting")
        CHARGE_AI = "charge-ai", _("chargé d'affaires ad interim")
        CHARGE_EN_PIED = "charge-en-pied", _("chargé d'affaires en pied")
        DESIGNATE = "designate", _("designate")
        FORMER = "former", _("former")
        HONORARY = "honorary", _("honorary")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tenures")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="tenures", verbose_name=_("office")
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    basis = models.CharField(_("basis"), max_length=14, choices=Basis, default=Basis.FULL)
    begins = PartialDateField(verbose_name=_("from"))
    ends = PartialDateField(verbose_name=_("to"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begins=None) | Q(ends=None) | Q(ends__gte=Left(F("begins"), Length(F("ends")))),
                name="tenure_ends_after_it_begins",
                violation_error_message=_("The office ends before it begins; correct one of the two dates."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.office}"


class TenureStep(models.Model):
    """A dated step by which somebody took up an office, with its local time where known (R2, R3, R15)."""

    class Kind(models.TextChoices):
        ARRIVAL = "arrival", _("arrival")
        COPY_OF_CREDENTIALS = "copy_of_credentials", _("copy of credentials handed over")
        CREDENTIALS = "credentials", _("credentials presented")
        PROVISIONAL_ADMISSION = "provisional_admission", _("provisional admission")
        EXEQUATUR = "exequatur", _("exequatur")
        COMMISSION = "commission", _("commission presented")
        TAKING_CHARGE = "taking_charge", _("taking charge")
        ELECTION = "election", _("election")
        APPOINTMENT = "appointment", _("appointment")

    tenure = models.ForeignKey(Tenure, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=21, choices=Kind)
    moment = PartialDateField(null=False, blank=False, verbose_name=_("date and time"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenure", "kind"], name="one_step_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.moment}"


class Household(OwnedModel):
    """People who are invited and addressed together."""

    name = models.CharField(_("name"), max_length=200)
    members = models.ManyToManyField(Person, through="HouseholdMember", related_name="households")

    def __str__(self) -> str:
        return self.name


class HouseholdMember(models.Model):
    """A person of a household, in the order of the address."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="places")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="household_places")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["household", "person"], name="once_in_a_household")]

    def __str__(self) -> str:
        return str(self.person)


class Relation(models.Model):
    """How two people belong together; also that two of one name are not the same (decided once)."""

    class Kind(models.TextChoices):
        SPOUSE = "spouse", _("spouse of")
        ASSISTANT = "assistant", _("assistant of")
        DEPUTY = "deputy", _("deputy of")
        PREDECESSOR = "predecessor", _("predecessor of")
        PARENT = "parent", _("parent of")
        SIBLING = "sibling", _("sibling of")
        NEXT_OF_KIN = "next_of_kin", _("next of kin of")
        NOT_THE_SAME = "not_the_same", _("not the same person as")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=12, choices=Kind)
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations_from")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "other"], name="one_relation_a_kind"),
            models.CheckConstraint(
                condition=~Q(person=F("other")),
                name="relation_to_another",
                violation_error_message=_("Nobody is related to themselves; choose another person."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()} {self.other}"


class Group(DirectoryRow):
    """People placed together without a rank of their own (R36): families, survivors, clergy, veterans."""

    class Kind(models.TextChoices):
        FAMILIES = "families", _("families")
        SURVIVORS = "survivors", _("survivors")
        CLERGY = "clergy", _("clergy")
        VETERANS = "veterans", _("veterans")
        OTHER = "other", _("other group")

    names = LanguagesField(verbose_name=_("names"))
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.OTHER)
    members = models.ManyToManyField(Person, related_name="groups", blank=True)

    def __str__(self) -> str:
        return any_text(self.names) or self.ref


class ContactPoint(models.Model):
    """A way to reach a person or body; it may belong to an assistant."""

    class Kind(models.TextChoices):
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("telephone")
        MOBILE = "mobile", _("mobile telephone")
        POST = "post", _("postal address")
        MESSENGER = "messenger", _("messenger")
        WEB = "web", _("website")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="contact_points"
    )
    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="contact_points"
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    value = models.TextField(_("address or number"))
    label = models.CharField(_("label"), max_length=80, blank=True)
    via = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers_for",
        verbose_name=_("answered by"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, body__isnull=False) | Q(person__isnull=False, body=None),
                name="contact_of_person_or_body",
            )
        ]

    def __str__(self) -> str:
        return self.value


class AddressForm(models.Model):
    """An office's own wording for addressing somebody; it wins over the rules."""

    class Purpose(models.TextChoices):
        ENVELOPE = "envelope", _("envelope")
        OPENING = "opening", _("opening")
        CARD = "card", _("card")
        INTRODUCTION = "introduction", _("introduction")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="address_forms"
    )
    household = models.ForeignKey(
        Household, on_delete=models.CASCADE, null=True, blank=True, related_name="address_forms"
    )
    language = models.CharField(_("language"), max_length=12)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    text = models.TextField(_("wording"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "language", "purpose"], name="one_form_a_person"),
            models.UniqueConstraint(fields=["household", "language", "purpose"], name="one_form_a_household"),
            models.CheckConstraint(
                condition=Q(person=None, household__isnull=False) | Q(person__isnull=False, household=None),
                name="form_of_person_or_household",
            ),
        ]

    def __str__(self) -> str:
        return self.text

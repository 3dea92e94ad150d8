"""Users, organisers, who is what in which office, and invitations of colleagues."""

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from chancery.accounts.roles import Role
from chancery.base.codes import new_code
from chancery.base.fields import LanguagesField
from chancery.base.languages import any_text


class UserManager(BaseUserManager["User"]):
    """Makes users known by their address alone."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user; without a password the account opens by link, passkey or single sign-on only."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """
    Somebody who signs in. What they may do is said by their memberships alone.

    `columns` are those they chose to see, by the name of the list: `{"guests": ["category", "planned"]}`.
    """

    class Density(models.TextChoices):
        COMFORTABLE = "comfortable", _("comfortable")
        CLOSE = "close", _("close")

    class Theme(models.TextChoices):
        SYSTEM = "system", _("as the device")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    density = models.CharField(
        _("rows of lists"), max_length=11, choices=Density, default=Density.COMFORTABLE
    )
    columns = models.JSONField(_("columns of lists"), default=dict, editable=False)
    theme = models.CharField(_("light or dark"), max_length=6, choices=Theme, default=Theme.SYSTEM)
    is_active = models.BooleanField(_("open"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)
    # Every session carries a digest of it: a new mark ends them all.
    session_mark = models.CharField(max_length=12, default=new_code, editable=False)

    # Whether a sign-on server has asked for a second step in this session; said with each request.
    came_by_second_step = False

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_an_address")]

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Return what a session has to carry to be good: it changes with the password and with the mark."""
        text = f"{self.password}:{self.session_mark}"
        return salted_hmac("chancery.accounts.session", text, secret=secret, algorithm="sha256").hexdigest()


class OpenSession(models.Model):
    """
    What the holder of an account is told of a session; it goes with the session.

    `seen_at` is the last sign of life, written every ten minutes at most. What is not known of the browser is
    empty.
    """

    session = models.OneToOneField(Session, on_delete=models.CASCADE, primary_key=True, related_name="told")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    browser = models.CharField(max_length=60, blank=True)
    system = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.code


class Organiser(models.Model):
    """An office that holds events: the tenant. A parent makes a ministry of many posts."""

    ref = models.SlugField(_("short name"), max_length=60, unique=True)
    names = LanguagesField(_("names"))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("ministry"),
    )
    state = models.CharField(_("state it represents"), max_length=2, blank=True)
    host_state = models.CharField(_("host state"), max_length=2, blank=True)
    city = models.CharField(_("city"), max_length=120)
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    languages = models.JSONField(_("languages"), default=list)
    profile = models.CharField(_("protocol profile"), max_length=80, default="diplomatic-corps")
    accent = models.CharField(_("accent colour"), max_length=7, default="#1F3A6E")
    asks_second_step = models.BooleanField(_("asks all members for a second step"), default=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="office_not_its_own_ministry"
            )
        ]

    def __str__(self) -> str:
        return any_text(self.names) or self.ref

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class OwnedModel(models.Model):
    """A row of one organiser, with a stable name for load and export and an opaque one for addresses."""

    organiser = models.ForeignKey(Organiser, on_delete=models.PROTECT, related_name="+")
    ref = models.SlugField(max_length=120, default=new_code, allow_unicode=True)
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["organiser", "ref"], name="%(app_label)s_%(class)s_ref"),
        ]


class Membership(models.Model):
    """What a user is in an office."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="memberships")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("colleague")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)
    since = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organiser", "user"], name="one_membership_a_user")]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"


class Team(models.Model):
    """Colleagues who share the work on events: protocol, press, the door."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="teams")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    members = models.ManyToManyField(Membership, related_name="teams", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organiser", "name"], name="one_team_a_name")]

    def __str__(self) -> str:
        return self.name


class ColleagueInvitation(models.Model):
    """An invitation to join an office, good once and for a week."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="colleague_invitations")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=10, choices=Role)
    key_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    def __str__(self) -> str:
        return f"{self.email} · {self.get_role_display()}"

    def is_open(self, now: Any) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and now < self.expires_at


# An invitation to become a post that nobody answered or took back; after its day it has lapsed.
UNANSWERED = Q(accepted_at=None, declined_at=None, withdrawn_at=None)


class PostInvitation(models.Model):
    """
    An invitation of an office to become a post of a ministry, good for thirty days.

    `asked` is what the ministry wrote: a short name, or the address of an owner. It stands there whether such
    an office exists or not, so that the ministry cannot tell; `post` is known where a short name met one, or
    once somebody has accepted.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="post_invitations")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    asked = models.CharField(_("short name or e-mail address"), max_length=254)
    post = models.ForeignKey(
        Organiser, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("post")
    )
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organiser", "asked"], condition=UNANSWERED, name="one_open_post_invitation"
            ),
            models.UniqueConstraint(
                fields=["organiser", "post"], condition=UNANSWERED, name="one_open_invitation_a_post"
            ),
            models.CheckConstraint(
                condition=Q(post=None) | ~Q(post=F("organiser")), name="post_invitation_to_another"
            ),
        ]

    def __str__(self) -> str:
        return self.asked

    @property
    def is_answered(self) -> bool:
        return any((self.accepted_at, self.declined_at, self.withdrawn_at))

    def is_open(self, now: Any) -> bool:
        return not self.is_answered and now < self.expires_at


class SignInLink(models.Model):
    """A one-time link that signs a user in; only its digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.user)


class Grant(models.Model):
    """Leave to read one kind of need-to-know text; implied by no role."""

    class Secret(models.TextChoices):
        DIET = "diet", _("diets")
        ACCESS = "access", _("access needs")
        SECURITY = "security", _("security identity")
        SEATING = "seating", _("who is kept apart at table")

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="grants", verbose_name=_("member")
    )
    secret = models.CharField(_("may read"), max_length=10, choices=Secret)
    granted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted"), default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "secret"], name="one_grant_a_secret")]

    def __str__(self) -> str:
        return f"{self.membership} · {self.get_secret_display()}"


class AccessToken(models.Model):
    """
    What a program or device shows to do a part of what a member may; only its digest is kept.

    `beginning` is the part of it that its holder may read aloud. `scopes` are the rights of the member that
    it passes on, `events` the codes of the only events that it opens; none named means all that the member
    sees.
    """

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="tokens", verbose_name=_("of")
    )
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80)
    beginning = models.CharField(_("begins with"), max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(_("scopes"), default=list)
    events = models.JSONField(_("events"), default=list, blank=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("good until"), null=True, blank=True)
    used_at = models.DateTimeField(_("last used"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    def is_open(self, now: Any) -> bool:
        return self.withdrawn_at is None and (self.expires_at is None or now < self.expires_at)


class KeptAnswer(models.Model):
    """
    What a request with a key of its own was answered, so that sending it again does nothing twice.

    `digest` is that of the request; the answer is sealed, since it may hold names.
    """

    token = models.ForeignKey(AccessToken, on_delete=models.CASCADE, related_name="answers")
    key = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)
    sealed_body = models.BinaryField(default=bytes)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"{self.token} · {self.key}"


class ProvisionedColleague(models.Model):
    """
    An account as the directory of a ministry keeps it for one office, by SCIM.

    `user_name` and `external_id` are the names that the directory uses. `is_made_here` says that it made the
    account; else it is somebody who was a member before and changes name and address by themselves.
    `role` is the one that somebody has again who left the office and stayed in another.
    """

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("colleague"))
    user_name = models.CharField(_("name in the directory"), max_length=254)
    external_id = models.CharField(_("number in the directory"), max_length=254, blank=True)
    # What the directory says of the address beside the address itself: {"type": "work", "primary": true}.
    address_marks = models.JSONField(default=dict, editable=False)
    display_name = models.CharField(_("name"), max_length=200, blank=True)
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, blank=True)
    is_made_here = models.BooleanField(_("made by the directory"), default=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint("organiser", Lower("user_name"), name="one_provisioned_colleague_a_name"),
            models.UniqueConstraint(fields=["organiser", "user"], name="one_provisioned_colleague_a_user"),
        ]

    def __str__(self) -> str:
        return self.user_name


class ProvisionedGroup(models.Model):
    """A group of the directory of a ministry, and the role that its members have in the office, if any."""

    organiser = models.ForeignKey(Organiser, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=12, default=new_code, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=254)
    external_id = models.CharField(_("number in the directory"), max_length=254, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, blank=True)
    members = models.ManyToManyField(ProvisionedColleague, related_name="groups", blank=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint("organiser", Lower("name"), name="one_provisioned_group_a_name")
        ]

    def __str__(self) -> str:
        return self.name

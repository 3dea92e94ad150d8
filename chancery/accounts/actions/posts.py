"""What makes an office a post of a ministry, and what parts them again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts.actions import offices
from chancery.accounts.models import Organiser, User
from chancery.base import audit, undo
from chancery.base.audit import Actor
from chancery.base.codes import new_code
from chancery.base.models import AuditLine
from chancery.base.refs import free_ref

ATTACHED = "accounts.organiser.attached"
PARTED = "accounts.organiser.parted"
LONGEST_REF = 60


class CannotBeAPost(Exception):
    """The two cannot be ministry and post; each kind says why."""


class SameOffice(CannotBeAPost):
    """An office is not its own ministry."""


class IsAPost(CannotBeAPost):
    """The office is a post already: it leaves that ministry first."""


class HasPosts(CannotBeAPost):
    """A ministry with posts is not itself a post."""


class MinistryIsAPost(CannotBeAPost):
    """A post has no posts."""


class NotItsPost(Exception):
    """The office is no post of this ministry, or no longer."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An office that became a post of a ministry, or is one no longer; `user` is who said so."""

    post: Organiser
    ministry: Organiser
    user: User | None

    @property
    def by_post(self) -> Actor:
        """The author of what changes at the post."""
        return Actor(self.post.pk, self.user)

    @property
    def by_ministry(self) -> Actor:
        """The author of what changes at the ministry."""
        return Actor(self.ministry.pk, self.user)


type Follow = Callable[[Moved], None]

# What the apps above keep up with who belongs to whom, in the transaction of the change.
AFTER_ATTACHING: list[Follow] = []
AFTER_PARTING: list[Follow] = []


@transaction.atomic
def attach(post: Organiser, ministry: Organiser, *, user: User | None) -> Organiser:
    """
    Make an office a post of a ministry; whoever calls has asked an owner of each.

    Errors: CannotBeAPost, one of its kinds.
    """
    post, ministry = _locked(post, ministry)
    if refusal := refusal_to_attach(post, ministry):
        raise refusal
    _set_parent(post, ministry, Moved(post, ministry, user), code=ATTACHED)
    for follow in AFTER_ATTACHING:
        follow(Moved(post, ministry, user))
    return post


@transaction.atomic
def part(post: Organiser, ministry: Organiser, *, user: User | None) -> Organiser:
    """
    Let a post leave its ministry, whichever of the two wishes so; each keeps what it used of the other.

    Errors: NotItsPost.
    """
    post, ministry = _locked(post, ministry)
    if post.parent_id != ministry.pk:
        raise NotItsPost
    _set_parent(post, None, Moved(post, ministry, user), code=PARTED)
    for follow in AFTER_PARTING:
        follow(Moved(post, ministry, user))
    return post


@transaction.atomic
def found_post(
    ministry: Organiser, *, names: dict[str, str], city: str, user: User | None, **fields: Any
) -> Organiser:
    """
    Found an office without members as a post; state, languages and accent are as at the ministry.

    Its short name begins with that of the ministry and an underscore, which no other office can choose: so it
    tells nothing of which offices there are. Errors: CannotBeAPost.
    """
    if ministry.parent_id is not None:
        raise MinistryIsAPost
    alike = {name: getattr(ministry, name) for name in ("state", "languages", "accent")}
    ref = _ref_of_post(ministry, city)
    post = offices.found_office(ref=ref, names=names, city=city, by=None, **(alike | fields))
    return attach(post, ministry, user=user)


def refusal_to_attach(post: Organiser, ministry: Organiser) -> CannotBeAPost | None:
    """Why an office cannot be a post of a ministry, None where it can."""
    if post.pk == ministry.pk:
        return SameOffice()
    if post.parent_id is not None:
        return IsAPost()
    if ministry.parent_id is not None:
        return MinistryIsAPost()
    return HasPosts() if Organiser.objects.filter(parent=post).exists() else None


def _ref_of_post(ministry: Organiser, city: str) -> str:
    stem = f"{ministry.ref}_"
    taken = Organiser.objects.filter(ref__startswith=stem).values_list("ref", flat=True)
    ref = stem + free_ref(city, {each.removeprefix(stem) for each in taken}, fallback="post")
    return ref if len(ref) <= LONGEST_REF else f"{ministry.ref[:40]}_{new_code()}"


@undo.inverse_of(ATTACHED)
@undo.inverse_of(PARTED)
def _never_behind_the_other(line: AuditLine) -> tuple[models.Model, audit.Changes]:
    """Belonging to a ministry takes both: the history of one of them cannot bring it back."""
    raise undo.CannotUndo(_("Ministry and post part, or join again, on the page of the ministry only."))


def _locked(post: Organiser, ministry: Organiser) -> tuple[Organiser, Organiser]:
    """Both offices as they are now; nobody else can make either a post or a ministry meanwhile."""
    rows = Organiser.objects.select_for_update().filter(pk__in={post.pk, ministry.pk}).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[post.pk], found[ministry.pk]


def _set_parent(post: Organiser, parent: Organiser | None, moved: Moved, *, code: str) -> None:
    """Save it with a line in both histories; figures are counted again by these lines."""
    changes = {"parent_id": [post.parent_id, parent.pk if parent else None]}
    post.parent = parent
    post.save(update_fields=["parent"])
    for by in (moved.by_post, moved.by_ministry):
        audit.note(post, by=by, code=code, changes=changes)

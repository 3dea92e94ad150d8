"""Access tokens of programs and devices: made, used, withdrawn; and the answers kept for their requests."""

import secrets
from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils.translation import gettext as _

from chancery.accounts.actions.links import digest
from chancery.accounts.models import AccessToken, KeptAnswer
from chancery.base import audit, secret_box, undo
from chancery.base.audit import Actor
from chancery.base.codes import new_code

MARK = "chy_"
"""With it every token begins, so that programs that look for secrets in files know one."""
NOTED_EVERY = timedelta(minutes=5)
ANSWERS_LIVE = timedelta(hours=24)


class TokenAlreadyWithdrawn(Exception):
    """The token was withdrawn before."""


class KeyReused(Exception):
    """The key came with another request before."""


@transaction.atomic
def make_token(token: AccessToken, *, by: Actor) -> str:
    """Save a token and return what its holder shows, which is kept nowhere."""
    token.beginning = f"{MARK}{new_code()[:6]}"
    shown = f"{token.beginning}_{secrets.token_urlsafe(32)}"
    token.digest = digest(shown)
    audit.create(token, by=by, code="accounts.token.made")
    return shown


@transaction.atomic
def withdraw_token(token: AccessToken, *, now: datetime, by: Actor) -> None:
    """Let a token open nothing any more. Errors: TokenAlreadyWithdrawn."""
    if token.withdrawn_at is not None:
        raise TokenAlreadyWithdrawn
    token.withdrawn_at = now
    audit.update(token, by=by, code="accounts.token.withdrawn")
    KeptAnswer.objects.filter(token=token).delete()


@undo.after_undo("accounts.accesstoken")
def _stays_withdrawn(row: models.Model, by: Actor) -> None:
    """Whoever withdraws a token may rely on it, and one that is out is withdrawn, not forgotten."""
    raise undo.CannotUndo(_("A token is withdrawn for good; make a new one, or withdraw this one."))


def note_use(token: AccessToken, *, now: datetime) -> None:
    """Note that a token was used; that is no change of the office's, so it leaves no line."""
    if token.used_at is None or now - token.used_at >= NOTED_EVERY:
        AccessToken.objects.filter(pk=token.pk).update(used_at=now)


def answer_for(token: AccessToken, *, key: str, request_digest: str, now: datetime) -> KeptAnswer:
    """
    Return what was answered under a key, or take the key: then its `status` is 0 until `keep_answer`.

    The caller holds the transaction of the work, so that work and key are kept together or not at all; of two
    requests at once the second waits here. Errors: KeyReused.
    """
    kept, _is_new = KeptAnswer.objects.get_or_create(
        token=token, key=key, defaults={"digest": request_digest, "made_at": now}
    )
    if kept.digest != request_digest:
        raise KeyReused
    return kept


def keep_answer(kept: KeptAnswer, *, status: int, location: str, body: str) -> None:
    """Keep what a request was answered, sealed."""
    kept.status, kept.location, kept.sealed_body = status, location, secret_box.seal_text(body)
    kept.save(update_fields=["status", "location", "sealed_body"])


def forget_answers(now: datetime) -> int:
    """Delete the answers that nobody asks for again; return how many."""
    return KeptAnswer.objects.filter(made_at__lt=now - ANSWERS_LIVE).delete()[0]


def body_of(kept: KeptAnswer) -> str:
    """What was answered."""
    return secret_box.open_text(kept.sealed_body)

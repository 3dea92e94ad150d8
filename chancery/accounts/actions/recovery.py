"""
Recovery codes: shown once when they are made, kept as hashes of passwords, each good once.

They stand in the row of allauth, which goes with the last app or passkey. `migrated_codes` stays empty in it:
allauth looks there for codes of its own, and finds none.
"""

import secrets

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from chancery.accounts.models import User

COUNT, DIGITS = 10, 8


@transaction.atomic
def make_codes(user: User) -> list[str]:
    """Return new codes, which nobody can be told again; those from before are no longer good."""
    codes = [f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" for _each in range(COUNT)]
    User.objects.select_for_update().get(pk=user.pk)
    Authenticator.objects.update_or_create(
        user=user, type=Authenticator.Type.RECOVERY_CODES, defaults={"data": kept(codes)}
    )
    return codes


def kept(codes: list[str]) -> dict[str, list[str]]:
    """What is kept of codes."""
    hashes = [make_password(code, hasher=settings.RECOVERY_CODE_HASHER) for code in codes]
    return {"migrated_codes": [], "hashes": hashes}


@transaction.atomic
def use_code(user: User, code: str) -> Authenticator | None:
    """Use up a code and return its row; None where it is none. Two uses at once never both succeed."""
    code = "".join(code.split())
    if len(code) != DIGITS or not code.isdecimal():
        return None
    found = Authenticator.objects.select_for_update().filter(
        user=user, type=Authenticator.Type.RECOVERY_CODES
    )
    row = found.first()
    if row is None:
        return None
    used = next((each for each in row.data.get("hashes", []) if check_password(code, each)), None)
    if used is None:
        return None
    row.data["hashes"].remove(used)
    row.save(update_fields=["data"])
    row.user = user
    return row

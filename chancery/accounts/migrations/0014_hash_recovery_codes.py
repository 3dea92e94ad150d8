"""Recovery codes that were made from a seed are kept hashed from now on; printed ones stay good."""

import hmac
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import migrations

from chancery.base import secret_box

COUNT, DIGITS, BYTES = 10, 8, 4


def hash_codes(apps: Any, _schema_editor: Any) -> None:
    rows = apps.get_model("mfa", "Authenticator").objects.filter(type="recovery_codes")
    for row in rows.order_by("pk"):
        if "seed" not in row.data:
            continue
        codes = unused_codes(row.data)
        hashes = [make_password(code, hasher=settings.RECOVERY_CODE_HASHER) for code in codes]
        row.data = {"migrated_codes": [], "hashes": hashes}
        row.save(update_fields=["data"])


def unused_codes(data: dict[str, Any]) -> list[str]:
    """The codes that are left, as allauth made them; none where the key of the seed is lost."""
    try:
        seed = secret_box.open_text(data["seed"].encode())
    except secret_box.SecretUnreadable:
        return []
    made, codes = hmac.new(seed.encode("ascii"), digestmod="sha1"), []
    for number in range(COUNT):
        made.update(f"{number:3},".encode())
        value = int.from_bytes(made.digest()[:BYTES], byteorder="big") % 10**DIGITS
        if not data.get("used_mask", 0) & (1 << number):
            codes.append(str(value).zfill(DIGITS))
    return codes


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0013_asks_second_step"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(hash_codes, migrations.RunPython.noop)]

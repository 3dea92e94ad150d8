"""The newest seal as a few lines of text, to keep where nobody who runs the installation can reach it."""

import re
from dataclasses import dataclass
from datetime import UTC

from chancery.base.models import AuditSeal

TITLE = "Chancery: seal over the history"
_FIELD = re.compile(r"^\s*([a-z ]+?)\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_GROUP = 8


class UnreadableReceipt(ValueError):
    """The text holds no receipt."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is compared of a receipt."""

    office: str
    number: int
    digest: str


def written(seal: AuditSeal, office: str) -> str:
    """Return the receipt of a seal; it is read by people, by `read`, and typed off paper."""
    lines = [
        ("Office", office),
        ("Seal", str(seal.number)),
        ("Made", seal.made_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")),
        ("Lines", f"{seal.lines}, up to number {seal.last_line}"),
        ("Digest", _grouped(seal.digest)),
        ("Key", _grouped(seal.key)),
        ("Signature", _grouped(seal.signature)),
    ]
    return "\n".join([TITLE, *(f"{name + ':':<11}{words}" for name, words in lines), ""])


def read(text: str) -> Receipt:
    """Read a receipt, also one typed off paper. Errors: UnreadableReceipt."""
    found = {name.lower(): words for name, words in _FIELD.findall(text)}
    digest = re.sub(r"\s", "", found.get("digest", "")).lower()
    number = found.get("seal", "")
    if not re.fullmatch(r"[0-9a-f]{64}", digest) or not re.fullmatch(r"[0-9]{1,9}", number):
        raise UnreadableReceipt
    return Receipt(found.get("office", ""), int(number), digest)


def _grouped(hexadecimal: str) -> str:
    return " ".join(hexadecimal[start : start + _GROUP] for start in range(0, len(hexadecimal), _GROUP))

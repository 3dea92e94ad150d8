"""
Look for secrets that were left in the source: `python -m tools.security.secrets_left [FILE …]`.

Ends with 1 where a line looks like a key or a password. A line that only looks so says why behind
`pragma: allowlist secret`.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

ROOT = Path(__file__).parents[2]

# Lists of digests, and tests: their keys are invented.
LEFT_OUT = ("tests/", "chancery/locale/", "chancery/base/fonts/", "docs/pictures/")
ENDINGS_LEFT_OUT = ("-lock.json", "vendor.json", "requirements.txt", "requirements-dev.txt")

# What the manual writes in the place of a password.
PLACEHOLDERS = re.compile(r"password|secret|passphrase|…|key", re.IGNORECASE)

PLUGINS = [
    {"name": name}
    for name in (
        *("AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "GitHubTokenDetector"),
        *("GitLabTokenDetector", "JwtTokenDetector", "MailchimpDetector", "NpmDetector", "OpenAIDetector"),
        *("PrivateKeyDetector", "PypiTokenDetector", "SendGridDetector", "SlackDetector", "StripeDetector"),
        *("TelegramBotTokenDetector", "TwilioKeyDetector"),
    )
]


def found_in(paths: Iterable[Path]) -> Iterator[str]:
    """Yield where something looks like a secret, and what kind; never the secret itself."""
    with transient_settings({"plugins_used": PLUGINS}):
        for path in paths:
            for secret in scan_file(str(path)):
                if not PLACEHOLDERS.fullmatch(secret.secret_value or ""):
                    yield f"{path}:{secret.line_number}: {secret.type}"


def kept_files() -> list[Path]:
    """The files of the source, as far as people wrote them."""
    words = ["git", "ls-files", "-z"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603  # words of this file
    names = [name for name in listed.decode().split("\0") if name and not name.startswith(LEFT_OUT)]
    return [ROOT / name for name in names if not name.endswith(ENDINGS_LEFT_OUT) and (ROOT / name).is_file()]


def main() -> int:
    """Look, and say what was found."""
    given = [Path(name) for name in sys.argv[1:]]
    found = list(found_in(given or kept_files()))
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

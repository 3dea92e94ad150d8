"""
Give every parser of foreign bytes what atheris makes up, guided by what it reaches.

    make fuzz-parsers [SECONDS=60]
    .venv/bin/python fuzz/parsers.py "a message" [-max_total_time=600 …]

The parsers and their refusals are those of tests/parsers.py; anything else that comes out ends the run with
the bytes in a file `crash-…`. Without a name each parser has its turn in a process of its own.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("CHANCERY_HOME", tempfile.mkdtemp(prefix="chancery-fuzz-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
SECONDS = os.environ.get("SECONDS", "60")
MOST_BYTES = 4096
SLOWEST_SECONDS = 10

# What is instrumented is watched for what it reaches; all of the program would take a minute to begin.
WATCHED = [
    "anymail.webhooks",
    "chancery.base.audit_seal.receipts",
    "chancery.base.backup.manifests",
    "chancery.base.inbox",
    "chancery.base.itip",
    "chancery.base.mail_events",
    "chancery.base.metadata",
    "chancery.desk.bringing",
    "chancery.directory.commands",
    "chancery.directory.importing",
    "chancery.door.hot.asked",
    "chancery.door.told",
    "chancery.occasions.queries.asked",
    "chancery.programme.plain",
    "chancery.rules.dates",
    "chancery.rules.names",
    "chancery.rules.seating.layout",
    "chancery.rules.seating.pretix",
    "chancery.rules.subtitles",
    "icalendar.parser",
    "onelogin.saml2.response",
    "scim2_models.filter",
    "scim2_models.path",
]

with atheris.instrument_imports(include=WATCHED):
    import django

    django.setup()
    from tests.parsers import PARSERS


def fuzz(name: str, arguments: list[str]) -> None:
    """Give one parser bytes until the time is over or something comes out that should not."""
    warnings.simplefilter("ignore")
    parser = PARSERS[name]
    with tempfile.TemporaryDirectory() as folder:
        for number, sample in enumerate(parser.samples):
            (Path(folder) / str(number)).write_bytes(sample)
        usual = [f"-max_len={MOST_BYTES}", f"-timeout={SLOWEST_SECONDS}", f"-max_total_time={SECONDS}"]
        atheris.Setup([sys.argv[0], folder, *usual, *arguments], parser.take)
        atheris.Fuzz()


def each() -> int:
    """Give each parser its turn; 1 where anything came out of one."""
    broken = []
    for name in PARSERS:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, __file__, name], check=False).returncode:
            broken.append(name)
    print("Broken:", ", ".join(broken) or "none")
    return int(bool(broken))


if __name__ == "__main__":
    if sys.argv[1:]:
        fuzz(sys.argv[1], sys.argv[2:])
    else:
        sys.exit(each())

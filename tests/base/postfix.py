"""A Postfix of the test's own: on a port of loopback, in a folder of its own, filling mailboxes."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chancery.configuration import MailServer

LIBRARY = Path("/usr/lib/postfix")
COMMANDS = Path("/usr/sbin")
DOMAIN = "guests.example"
# The services that taking a message and putting it into a folder needs, in the form of master.cf.
SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
proxymap  unix - - n - - proxymap
error     unix - - n - - error
retry     unix - - n - - error
virtual   unix - n n - - virtual
anvil     unix - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """A running server that has mailboxes for `guest` and `other` at DOMAIN, and refuses everybody else."""

    server: MailServer
    mailboxes: Path

    def messages(self, name: str) -> list[bytes]:
        """What lies in a mailbox, in no order."""
        return [path.read_bytes() for path in (self.mailboxes / name / "new").glob("*")]


def as_root() -> list[str] | None:
    """Return what to put before a command that only root may run, or None where nothing helps."""
    if os.geteuid() == 0:
        return []
    can = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False).returncode == 0
    return ["sudo", "-n"] if can else None


@contextmanager
def postfix_in(folder: Path) -> Iterator[Postfix]:
    """Start a server, and end it."""
    port = _free_port()
    _configure(folder, port)
    command = [*(as_root() or []), str(COMMANDS / "postfix"), "-c", str(folder / "etc")]
    started = subprocess.run([*command, "start"], capture_output=True, text=True, check=False)
    assert started.returncode == 0, started.stderr
    try:
        _wait_for(port, folder)
        yield Postfix(MailServer("127.0.0.1", port, "", "", is_encrypted=False), folder / "mail")
    finally:
        subprocess.run([*command, "stop"], capture_output=True, check=False)


def _configure(folder: Path, port: int) -> None:
    owner = pwd.getpwnam("nobody")
    settings = {
        "compatibility_level": "3.6",
        "queue_directory": folder / "queue",
        "data_directory": folder / "data",
        "command_directory": COMMANDS,
        "daemon_directory": LIBRARY / "sbin",
        "maillog_file": folder / "mail.log",
        "maillog_file_prefixes": folder,
        "inet_interfaces": "127.0.0.1",
        "inet_protocols": "ipv4",
        "myhostname": "mail.example",
        "mydestination": "",
        "mynetworks": "127.0.0.0/8",
        "virtual_mailbox_domains": DOMAIN,
        "virtual_mailbox_base": folder / "mail",
        "virtual_mailbox_maps": f"inline:{{guest@{DOMAIN}=guest/, other@{DOMAIN}=other/}}",
        "virtual_uid_maps": f"static:{owner.pw_uid}",
        "virtual_gid_maps": f"static:{owner.pw_gid}",
        "virtual_minimum_uid": 1,
        "smtpd_relay_restrictions": "permit_mynetworks, reject",
        "default_transport": "error:no mail leaves a test",
        "alternate_config_directories": "",
    }
    (folder / "etc").mkdir()
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    (folder / "etc" / "main.cf").write_text(lines)
    (folder / "etc" / "master.cf").write_text(SERVICES.format(port=port))
    for name in ("queue", "data", "mail"):
        (folder / name).mkdir()
    root = as_root() or []
    subprocess.run([*root, "chown", "postfix", folder / "data"], check=True)
    subprocess.run([*root, "chown", "nobody", folder / "mail"], check=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _wait_for(port: int, folder: Path) -> None:
    for _time in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    log = folder / "mail.log"
    raise AssertionError(log.read_text() if log.exists() else "Postfix did not start.")

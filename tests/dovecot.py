"""A real IMAP server on loopback, with its own configuration in a folder of its own."""

import getpass
import grp
import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chancery.configuration import ImapServer

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CONFIGURATION = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
mail_fsync = never
{more}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
"""


@dataclass(frozen=True)
class Dovecot:
    """A running server; every user has the password `secret` and begins with an empty mailbox."""

    port: int
    tls_port: int
    certificate: Path

    def server(self, user: str, folder: str = "INBOX", *, is_encrypted: bool = False) -> ImapServer:
        """The setting that reads the mailbox of `user`."""
        port = self.tls_port if is_encrypted else self.port
        return ImapServer("127.0.0.1", port, user, "secret", folder, is_encrypted)

    @contextmanager
    def signed_in(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A connection of the test itself."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=10) as connection:
            connection.login(user, "secret")
            yield connection

    def deliver(self, user: str, *messages: bytes, folder: str = "INBOX") -> None:
        """Put messages into a mailbox."""
        with self.signed_in(user) as connection:
            for message in messages:
                assert connection.append(folder, "", "", message)[0] == "OK"

    def held(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The messages that lie in a folder."""
        with self.signed_in(user) as connection:
            if connection.select(f'"{folder}"', readonly=True)[0] != "OK":
                return []
            _, found = connection.uid("FETCH", "1:*", "(BODY.PEEK[])")
            return [bytes(part[1]) for part in found if isinstance(part, tuple)]


@contextmanager
def running(more: str = "") -> Iterator[Dovecot]:
    """Start a server with `more` lines of configuration, wait until it answers, and end it afterwards."""
    assert PROGRAM, "The tests need dovecot-imapd; run tools/system."
    folder = Path(tempfile.mkdtemp(prefix="dovecot"))
    folder.chmod(0o755)
    user, group = _who()
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", user, group)
    _write_certificate(folder)
    port, tls_port = _free_port(), _free_port()
    settings = {
        "folder": folder,
        "user": user,
        "group": group,
        "port": port,
        "tls_port": tls_port,
        "more": more,
    }
    (folder / "dovecot.conf").write_text(CONFIGURATION.format(**settings))
    process = subprocess.Popen([PROGRAM, "-F", "-c", folder / "dovecot.conf"])
    try:
        _wait(port, process, folder)
        yield Dovecot(port, tls_port, folder / "certificate.pem")
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _who() -> tuple[str, str]:
    """Whose the mail is: nobody's where the tests run as root, which Dovecot refuses to serve."""
    if os.getuid() == 0:
        return "nobody", "nogroup"
    return getpass.getuser(), grp.getgrgid(os.getgid()).gr_name


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), imaplib.IMAP4("127.0.0.1", port, timeout=2):
            return
        time.sleep(0.05)
    log = folder / "dovecot.log"
    raise AssertionError(log.read_text() if log.exists() else "Dovecot did not start.")


def _write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(built.public_bytes(pem))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *private))

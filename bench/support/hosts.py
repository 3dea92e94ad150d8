"""
Hosts on one machine: network namespaces on a bridge, each with servers and a worker of its own.

They share the processors and the disk, as two machines would not; what they do not share is the network: each
has an address, reaches the database by TCP and nothing else of the other, and can be cut off. It needs root
and `ip`, and a database that listens on the bridge (`tools/with-postgresql --network`).
"""

import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic, sleep

NETWORK = "10.77.0"
BRIDGE, BRIDGE_ADDRESS = "chancery0", f"{NETWORK}.1"
FIRST_PORT, PATIENCE = 8001, 90.0


@dataclass
class Host:
    """A namespace, its address, and what runs in it."""

    name: str
    address: str
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *words: str) -> None:
        """Run a command of the product in it, with the database at the address of the bridge."""
        database = os.environ["CHANCERY_DATABASE"].replace("127.0.0.1", BRIDGE_ADDRESS)
        command = ["ip", "netns", "exec", self.name, sys.executable, "-m", "chancery", *words]
        self.running.append(subprocess.Popen(command, env={**os.environ, "CHANCERY_DATABASE": database}))

    def cut(self) -> None:
        """Take it off the network, as a cable that is pulled; what runs in it goes on and reaches nobody."""
        _ip("link", "set", f"{self.name}-up", "down")

    def mend(self) -> None:
        """Bring it back to the network."""
        _ip("link", "set", f"{self.name}-up", "up")

    def stop(self) -> None:
        """End everything that runs in it."""
        for process in self.running:
            process.terminate()
        for process in self.running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)


type Address = tuple[str, int]


def is_possible() -> bool:
    """Whether hosts can be made here."""
    return os.geteuid() == 0 and shutil.which("ip") is not None


@contextmanager
def hosts(number: int, *, servers: int) -> Iterator[tuple[Sequence[Host], Sequence[Address]]]:
    """
    Have so many hosts with so many servers each, and a worker on each, until the end of the block.

    The second part of the answer are the addresses of the servers, host by host.
    Errors: RuntimeError where one is not ready in time.
    """
    made = [Host(f"chancery-{place}", f"{NETWORK}.{10 + place}") for place in range(1, number + 1)]
    _take_away(made)
    _ip("link", "add", BRIDGE, "type", "bridge")
    _ip("addr", "add", f"{BRIDGE_ADDRESS}/24", "dev", BRIDGE)
    _ip("link", "set", BRIDGE, "up")
    try:
        for host in made:
            _plug_in(host)
        yield made, [address for host in made for address in _started(host, servers)]
    finally:
        for host in made:
            host.stop()
        _take_away(made)


def _plug_in(host: Host) -> None:
    up, down = f"{host.name}-up", "eth0"
    _ip("netns", "add", host.name)
    _ip("link", "add", up, "type", "veth", "peer", "name", down, "netns", host.name)
    _ip("link", "set", up, "master", BRIDGE, "up")
    for words in (["addr", "add", f"{host.address}/24", "dev", down], ["link", "set", down, "up"]):
        _ip("-n", host.name, *words)
    _ip("-n", host.name, "link", "set", "lo", "up")


def _started(host: Host, servers: int) -> Iterator[Address]:
    for port in range(FIRST_PORT, FIRST_PORT + servers):
        host.start("serve", "--host", "0.0.0.0", "--port", str(port))
        # One after another, as the guide says: the first brings the tables up to date.
        _wait_for(host.address, port)
        yield host.address, port
    host.start("worker")


def _wait_for(address: str, port: int) -> None:
    ends = monotonic() + PATIENCE
    while monotonic() < ends:
        with suppress(OSError):
            urllib.request.urlopen(f"http://{address}:{port}/health/live", timeout=2)
            return
        sleep(0.2)
    raise RuntimeError(f"The server at {address}:{port} is not ready.")


def _take_away(made: Sequence[Host]) -> None:
    """Remove what is there of these hosts, also of a run that was broken off."""
    for host in made:
        subprocess.run(["ip", "netns", "del", host.name], stderr=subprocess.DEVNULL, check=False)
        subprocess.run(["ip", "link", "del", f"{host.name}-up"], stderr=subprocess.DEVNULL, check=False)
    subprocess.run(["ip", "link", "del", BRIDGE], stderr=subprocess.DEVNULL, check=False)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)

"""The server as the product runs it, in processes of its own, with a bare view beside its pages."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

PATIENCE = 60.0
READY = b"ready\n"


@contextmanager
def served(*, with_worker: bool = False, processes: int = 1) -> Iterator[int]:
    """Serve the installation of this run on a free port until the end of the block."""
    with serving(with_worker=with_worker, processes=processes) as (port, _numbers):
        yield port


@contextmanager
def serving(*, with_worker: bool = False, processes: int = 1) -> Iterator[tuple[int, list[int]]]:
    """Serve as `served` does, and tell the numbers of the processes beside the port."""
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listening:
        servers = [_start(listening, with_worker) for _number in range(processes)]
        try:
            for server in servers:
                _wait_for(server)
            yield listening.getsockname()[1], [server.pid for server in servers]
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                server.wait(PATIENCE)


def processor_seconds(numbers: Iterable[int]) -> float:
    """The time of processors that these processes have taken so far, on Linux; one that ended took none."""
    return sum(map(_ticks, numbers)) / os.sysconf("SC_CLK_TCK")


def _ticks(number: int) -> int:
    try:
        words = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return int(words[11]) + int(words[12])


def _start(listening: socket.socket, with_worker: bool) -> subprocess.Popen[bytes]:
    """Start a process that answers on the socket; several share it."""
    folder = Path(__file__).parents[1]
    paths = os.pathsep.join([str(folder), str(folder.parent)])
    number = listening.fileno()
    return subprocess.Popen(
        [sys.executable, "-m", "support.serving", str(number), *(["worker"] if with_worker else [])],
        env={**os.environ, "PYTHONPATH": paths},
        pass_fds=[number],
        stdout=subprocess.PIPE,
    )


def _wait_for(server: subprocess.Popen[bytes]) -> None:
    """Wait until a process says that it answers. Errors: RuntimeError where it ends before."""
    assert server.stdout is not None
    if server.stdout.readline() != READY:
        raise RuntimeError("The server ended before it answered.")


def main() -> None:
    """Serve on the socket that is given by its number."""
    import django  # noqa: PLC0415  # the settings come first
    from django.conf import settings  # noqa: PLC0415

    django.setup()
    settings.ROOT_URLCONF = "support.bare_urls"
    from chancery.base.push.hub import hub  # noqa: PLC0415
    from chancery.desk import serving as product  # noqa: PLC0415

    threading.Thread(target=_say_when_ready, args=[hub], daemon=True).start()
    product.serve(socket.socket(fileno=int(sys.argv[1])), with_worker="worker" in sys.argv)


def _say_when_ready(hub: Any) -> None:
    """Say that requests are answered: the hub opens when the server does."""
    while not hub.is_open:
        sleep(0.05)
    sleep(0.2)
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()


if __name__ == "__main__":
    main()

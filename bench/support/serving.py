"""The server as the product runs it, in a process of its own, with a bare view beside its pages."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 60.0


@contextmanager
def served(*, with_worker: bool = False) -> Iterator[int]:
    """Serve the installation of this run on a free port until the end of the block."""
    port = _free_port()
    folder = Path(__file__).parents[1]
    paths = os.pathsep.join([str(folder), str(folder.parent)])
    server = subprocess.Popen(
        [sys.executable, "-m", "support.serving", str(port), *(["worker"] if with_worker else [])],
        env={**os.environ, "PYTHONPATH": paths},
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise TimeoutError(f"Nothing listens on port {port}.")


def main() -> None:
    """Serve on the port that is given."""
    import django  # noqa: PLC0415  # the settings come first
    from django.conf import settings  # noqa: PLC0415

    django.setup()
    settings.ROOT_URLCONF = "support.bare_urls"
    from chancery.desk import serving  # noqa: PLC0415

    serving.serve(serving.listen("127.0.0.1", int(sys.argv[1])), with_worker="worker" in sys.argv)


if __name__ == "__main__":
    main()

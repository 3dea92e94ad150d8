"""The server of the product: one that ends although streams are open."""

import socket

import uvicorn

from chancery.base.push.hub import hub


class Server(uvicorn.Server):
    """A server that ends its streams before it waits for its open requests."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        hub.close()
        await super().shutdown(sockets)


def server() -> Server:
    """Make the server of `chancery.asgi` for sockets that are open already."""
    return Server(
        uvicorn.Config(
            "chancery.asgi:application",
            log_level="warning",
            # What the server says goes the way of all lines, and leaves out what those leave out.
            log_config=None,
            access_log=False,
            lifespan="on",
        )
    )

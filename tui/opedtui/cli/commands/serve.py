"""`opedtui serve`"""

from __future__ import annotations

from ...errors import OpedError
from ..opened import open_store
from ..request import Request
from ..streams import tell, write

HOST, PORT = "127.0.0.1", 8000
HERE = "every program and user of this machine can"
ANYWHERE = "every machine that reaches this address can, over the network and unencrypted,"
EXPOSED = "read the store and change it, and read texts from your files; there is no password"


class Exposure(OpedError):
    """Others would reach what they were perhaps not meant to."""


def run(request: Request) -> int:
    """Serve until interrupted, and say before to whom."""
    # Of no use but here: 300 ms, and an extra that may not be there.
    from ...ui.serving import Service, is_loopback, listen

    host = request.host or HOST
    is_own = is_loopback(host)
    if not is_own and "exposed" not in request.flags:
        raise Exposure(
            f"{host} is open to other machines, and whoever comes could {EXPOSED}; "
            "add --exposed if that is meant"
        )
    opened = open_store(request)
    at = listen(host, PORT if request.port is None else request.port)
    service = Service(opened.found.path.resolve(), at)
    write(f"{service.address}\n")
    tell(f"{opened.found.path} is shown at {service.address}; Ctrl+C ends it")
    tell(f"warning: {HERE if is_own else ANYWHERE} {EXPOSED}")
    service.run()
    return 0

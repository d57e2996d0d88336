"""The app in a web page, by textual-serve: to whom it is served, and what the page may fetch."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import os
import shlex
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..errors import OpedError

try:
    from aiohttp import web
    from textual_serve.server import Server
except ImportError as error:
    raise OpedError(
        "opedtui serve needs textual-serve, which is not installed; pip install 'opedtui[serve]'"
    ) from error

SOURCES = Path(__file__).parent.parent.parent
"""The folder that the package is in, wherever it was started from."""
START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from opedtui.__main__ import main; main()"
DRIVER = "opedtui.ui.page:Page"
PAGES = Path(__file__).parent / "web"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""The page fetches nothing but from here, and stands in no other page."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def _with_policy(_: web.Request, response: web.StreamResponse) -> None:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"


def is_loopback(host: str) -> bool:
    """Whether only this machine can come to it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def command(store: Path) -> str:
    """What a shell is to run for each visitor: the app on this store, and nothing else."""
    words = [sys.executable, "-P", "-c", START, str(SOURCES), "open", "--store", str(store)]
    return f"TEXTUAL_DRIVER={DRIVER} exec {shlex.join(words)}"


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve at; OpedError if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        number = getattr(error, "errno", None)
        why = os.strerror(number).lower() if number and number > 0 else str(error)
        what = f"{host} port {port} cannot be served ({why})"
        raise OpedError(f"{what}; give another --port or --host") from error


class Service(Server):
    """Serves whoever is at the right address and comes from no other page."""

    def __init__(self, store: Path, at: socket.socket) -> None:
        self._socket = at
        host, port = at.getsockname()[:2]
        named = f"[{host}]" if ":" in host else host
        self.address = f"http://{named}:{port}"
        is_own = is_loopback(host)
        self._hosts = {f"{name}:{port}" for name in (named, "localhost")} if is_own else None
        super().__init__(command(store), host, port, "opedtui", self.address)

    def run(self) -> None:
        """Until it is interrupted."""
        logging.basicConfig(level="ERROR", format="opedtui: %(message)s")
        loop = asyncio.new_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.request_exit)
        web.run_app(
            self._make_app(),
            sock=self._socket,
            handle_signals=False,
            access_log=None,
            print=None,
            loop=loop,
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_static("/own", PAGES)
        app.middlewares.append(self._guard)
        app.on_response_prepare.append(_with_policy)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """What there is to say has been said."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """A page of ours: the one of textual-serve fetches a font from another server."""
        page = (
            (PAGES / "page.html").read_text("utf-8").replace("WEBSOCKET", f"ws://{request.host}/ws")
        )
        return web.Response(text=page, content_type="text/html")

    @property
    def _guard(self) -> Any:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self.welcomes(request.host, request.headers.get("Origin"), request.path):
                raise web.HTTPForbidden(text="opedtui is not served to this page")
            return await handler(request)

        return guard

    def welcomes(self, host: str, origin: str | None, path: str) -> bool:
        """Any page that the reader visits may speak to this machine, and be another name of it."""
        if self._hosts is not None and host not in self._hosts:
            return False
        if origin is None:
            return path != "/ws"
        return urlsplit(origin).netloc == host

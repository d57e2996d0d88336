"""Servers on this machine that answer as models do, or do not."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any, NamedTuple

Answer = Callable[["Handler"], None]
"""What a server does with a question."""


class Question(NamedTuple):
    """What came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def form(self) -> str:
        """The form of the answer that is asked for."""
        return str(self.body.get("response_format", {}).get("type", ""))

    @property
    def handed(self) -> str:
        """What the model is to read."""
        return str(self.body["messages"][-1]["content"])


class Server(ThreadingHTTPServer):
    """Gives its answers one after another, the last one again and again."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *answers: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = list(answers)
        self.questions: list[Question] = []
        self.is_over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nobody listens to the end of some answers."""


class Handler(BaseHTTPRequestHandler):
    """One question."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.questions.append(Question(self.path, dict(self.headers), body))
        self.close_connection = True
        answers = self.server.answers
        (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    do_GET = do_POST

    def log_message(self, format: str, *args: Any) -> None:
        """In silence."""

    def whole(self, status: int, body: bytes, **headers: str) -> None:
        """An answer as it should be."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(*answers: Answer) -> Iterator[Server]:
    """A server that is there for as long as it is needed."""
    with Server(*answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.is_over.set()
            server.shutdown()
            thread.join()


@contextmanager
def silence() -> Iterator[str]:
    """The address of something that takes every call and never says a word."""
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"


def nobody() -> str:
    """An address at which nobody listens."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


def completion(content: Any, finish: str = "stop") -> bytes:
    """What a model wrote, in its envelope."""
    written = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": written}
    envelope = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "wise",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18},
    }
    return json.dumps(envelope).encode()


def says(content: Any, finish: str = "stop") -> Answer:
    """It answers well, as far as HTTP is concerned."""
    return lambda handler: handler.whole(200, completion(content, finish))


def refuses(status: int, message: str = "no", **headers: str) -> Answer:
    """It answers with an error."""
    body = json.dumps({"error": {"message": message}}).encode()
    return lambda handler: handler.whole(status, body, **headers)


def raw(body: bytes) -> Answer:
    """It answers with these bytes and nothing around them."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(body)

    return answer


def late(seconds: float, content: Any) -> Answer:
    """It answers well, but not yet."""

    def answer(handler: Handler) -> None:
        handler.server.is_over.wait(seconds)
        handler.whole(200, completion(content))

    return answer


def drips(handler: Handler) -> None:
    """It sends a byte now and then, so that no single wait is long."""
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Long: " + b"x" * 500:
        handler.wfile.write(bytes([byte]))
        if handler.server.is_over.wait(0.02):
            return


def breaks_off(handler: Handler) -> None:
    """Half of what it announced."""
    body = completion({"actors": []})
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body) * 2))
    handler.end_headers()
    handler.wfile.write(body)


def in_chunks(content: Any, size: int = 7, *, whole: bool = True) -> Answer:
    """Chunk by chunk, as servers do that do not know how much there will be."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        body = completion(content)
        for at in range(0, len(body), size):
            chunk = body[at : at + size]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        handler.wfile.write(b"0\r\n\r\n" if whole else b"ff\r\nhalf")

    return answer


def floods(handler: Handler) -> None:
    """50 MB, of a length that it does not tell."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b"x" * 1024 * 1024)


def announces_too_much(handler: Handler) -> None:
    """50 MB, told beforehand, of which little comes soon."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(50 * 1024 * 1024))
    handler.end_headers()
    handler.server.is_over.wait(5)

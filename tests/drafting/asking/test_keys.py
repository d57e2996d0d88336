"""A key goes to the server that it is for, and is shown nowhere."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from opedtui.drafting.asking import Endpoint, NoAnswer, ask, endpoint_from
from tests.drafting.asking.serving import (
    Answer,
    announces_too_much,
    breaks_off,
    floods,
    nobody,
    raw,
    refuses,
    says,
    serving,
)

KEY = "sk-Zq4vT9wLmX2"
TEXT = "Sergei Lavrov came to Baku in May 2022."
OLLAMA = "http://127.0.0.1:11434/v1"
OPENAI = "https://api.openai.com/v1"

ECHO = f"Incorrect API key provided: {KEY}, you sent Bearer={KEY} or {KEY[:8]}***{KEY[-7:]}."
BAD: list[Answer] = [
    *(refuses(status, ECHO) for status in (400, 401, 403, 404, 422, 429, 500)),
    refuses(400, f"{KEY[:7]}\u200b{KEY[7:]}"),
    refuses(302, ECHO, Location=f"http://127.0.0.1:1/{KEY}"),
    raw(f"HTTP/1.1 {KEY} what\r\n\r\n".encode()),
    raw(f"HTTP/1.1 200 OK\r\n\r\n{KEY}".encode()),
    raw(KEY.encode()),
    says(ECHO),
    says("", "stop"),
    says({"dates": []}, "length"),
    breaks_off,
    floods,
    announces_too_much,
]


def shows_key(text: str) -> bool:
    """Or six characters of it in a row."""
    return any(KEY[at : at + 6] in text for at in range(len(KEY) - 5))


@pytest.mark.parametrize("answer", [*BAD, None])
def test_no_failure_shows_the_key(
    answer: Answer | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Not in the line, the trace, a log, the output or a file, even if the server repeats it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    with ExitStack() as stack, caplog.at_level(logging.DEBUG):
        url = stack.enter_context(serving(answer)).url if answer else nobody()
        with pytest.raises(NoAnswer) as raised:
            ask(TEXT, "wise", published=None, endpoint=url, key=KEY, patience=0.5)

    error = raised.value
    shown = [str(error), repr(error), *traceback.format_exception(error), caplog.text]
    assert not any(map(shows_key, [*shown, *capfd.readouterr()]))
    assert list(tmp_path.iterdir()) == []


def test_the_key_goes_to_the_server_and_into_no_question() -> None:
    """In the header that is for it."""
    with serving(says({"dates": []})) as server:
        found = ask(TEXT, "wise", published=None, endpoint=server.url, key=KEY)

    (question,) = server.questions
    assert question.headers["Authorization"] == f"Bearer {KEY}"
    assert KEY not in str(question.body)
    assert not shows_key(repr(found))


def test_without_a_key_none_is_sent() -> None:
    """Models on the reader's own machine want none."""
    with serving(says({"dates": []})) as server:
        ask(TEXT, "wise", published=None, endpoint=server.url)

    assert "Authorization" not in server.questions[0].headers


@pytest.mark.parametrize("key", [f"{KEY}\r\nX-More: 1", f"{KEY} {KEY}", f"{KEY}\u00e9", f"{KEY}\0"])
def test_a_key_that_is_none_is_told_without_it(key: str) -> None:
    """A line break in it would be a header of its own."""
    with serving(says({"dates": []})) as server, pytest.raises(NoAnswer) as raised:
        ask(TEXT, "wise", published=None, endpoint=server.url, key=key)

    assert "check OPEDTUI_MODEL_KEY" in str(raised.value)
    assert not shows_key("".join(traceback.format_exception(raised.value)))
    assert server.questions == []


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1:11434",
        "ftp://127.0.0.1/v1",
        "file:///etc/passwd",
        "http://",
        "http://127.0.0.1:99999/v1",
        "http://127.0.0.1:port/v1",
        "http://[::1/v1",
        "http://127.0.0.1/v1 x",
        "http://127.0.0.1/v1\r\nX-More: 1",
        f"http://me:{KEY}@127.0.0.1/v1",
        f"http://{KEY}@127.0.0.1/v1",
    ],
)
def test_an_address_that_is_none_is_told_without_it(url: str) -> None:
    """It may hold a password."""
    with pytest.raises(NoAnswer, match=r"^OPEDTUI_MODEL_URL") as raised:
        ask(TEXT, "wise", published=None, endpoint=url, patience=1)

    assert not shows_key("".join(traceback.format_exception(raised.value)))


@pytest.mark.parametrize("host", ["models.example.org", "8.8.8.8"])
def test_a_key_is_not_sent_in_the_clear_to_a_stranger(host: str) -> None:
    """Over https, or to this machine and its own network."""
    with pytest.raises(NoAnswer, match="over https only"):
        ask(TEXT, "wise", published=None, endpoint=f"http://{host}/v1", key=KEY, patience=1)


@pytest.mark.parametrize(
    ("environ", "url", "key"),
    [
        ({}, OLLAMA, ""),
        ({"OPEDTUI_MODEL_URL": " "}, OLLAMA, ""),
        ({"OPEDTUI_MODEL_KEY": KEY}, OLLAMA, KEY),
        ({"OPENAI_API_KEY": KEY}, OLLAMA, ""),
        ({"OPEDTUI_MODEL_URL": OPENAI, "OPENAI_API_KEY": KEY}, OPENAI, KEY),
        (
            {"OPEDTUI_MODEL_URL": OPENAI, "OPENAI_API_KEY": KEY, "OPEDTUI_MODEL_KEY": "k"},
            OPENAI,
            "k",
        ),
        *(
            ({"OPEDTUI_MODEL_URL": url, "OPENAI_API_KEY": KEY}, url, "")
            for url in (
                "https://api.openai.com.example.org/v1",
                "https://example.org/api.openai.com",
                "https://api.openai.com@example.org/v1",
                "http://api.openai.com/v1",
                "https://[",
            )
        ),
    ],
)
def test_the_environment_says_where_and_with_which_key(
    environ: Mapping[str, str], url: str, key: str
) -> None:
    """The key of OpenAI goes to OpenAI and to nobody whose address looks like it."""
    assert endpoint_from(environ) == Endpoint(url, key)


def test_an_endpoint_shows_no_key() -> None:
    """However it comes to be printed."""
    endpoint = Endpoint(OPENAI, KEY)

    assert not shows_key(f"{endpoint} {endpoint!r} {[endpoint]}")

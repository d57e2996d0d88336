"""Models that answer badly, late, in part or not at all: one line, in time, and no draft."""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

import pytest

from opedtui.drafting.asking import NoAnswer, ask
from opedtui.drafting.asking.within import NAME
from tests.drafting.asking.serving import (
    Answer,
    announces_too_much,
    breaks_off,
    drips,
    floods,
    in_chunks,
    late,
    nobody,
    raw,
    refuses,
    says,
    serving,
    silence,
)

TEXT = "Sergei Lavrov came to Baku in May 2022."
WELL = {"dates": [{"words": "May 2022", "edtf": "2022-05"}]}


def complaint(url: str, patience: float = 5) -> str:
    """The line that the reader sees."""
    with pytest.raises(NoAnswer) as raised:
        ask(TEXT, "wise", published=None, endpoint=url, patience=patience)
    line = str(raised.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (says("I would rather not."), "not answer in the form asked for"),
        (says("[" * 100_000), "not answer in the form asked for"),
        (says('{"actors": '), "not answer in the form asked for"),
        (says([1, 2]), "not answer in the form asked for"),
        (says({"summary": "A visit."}), "not answer in the form asked for"),
        (says({"actors": "Lavrov"}), "not answer in the form asked for"),
        (says("   "), "“wise” answered with nothing"),
        (says(WELL, "length"), "“wise” had no room to finish"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n<html>Welcome</html>"), "does not answer as a model does"),
        (raw(b'HTTP/1.1 200 OK\r\n\r\n{"choices": []}'), "does not answer as a model does"),
        (raw(b'HTTP/1.1 200 OK\r\n\r\n{"choices": [[]]}'), "does not answer as a model does"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 100_000), "does not answer as a model does"),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "does not speak HTTP as it should"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n"), "does not speak HTTP"),
        (raw(b""), "broke off its answer"),
        (breaks_off, "broke off its answer"),
        (in_chunks(WELL, whole=False), "broke off its answer"),
        (floods, "answered with more than 4 MB"),
        (refuses(401, "Incorrect API key"), "refuses the key (401); check OPEDTUI_MODEL_KEY"),
        (refuses(403), "refuses the key (403)"),
        (refuses(404, "model not found"), "has no model “wise” (404: “model not found”)"),
        (refuses(429, "slow down"), "was asked too much (429: “slow down”); wait"),
        (refuses(500, "out\nof \x1b[31mmemory"), "has refused (500: “out of [31mmemory”)"),
        (refuses(503), "has refused (503: “no”)"),
        (raw(b"HTTP/1.1 502 Bad\r\n\r\n<html>"), "has refused (502: “no reason given”)"),
    ],
)
def test_a_bad_answer_is_one_line_that_says_what_to_do(answer: Answer, said: str) -> None:
    """Whoever asked goes on with the draft by the rules."""
    with serving(answer) as server:
        line = complaint(server.url)

    assert said in line
    assert "; " in line, "what to do stands behind what is wrong"


@pytest.mark.parametrize("answer", [late(3, WELL), drips, announces_too_much])
def test_a_late_answer_is_not_waited_for(answer: Answer) -> None:
    """Not even if a byte comes now and then: the patience is for all of it."""
    began = time.monotonic()
    with serving(answer) as server:
        line = complaint(server.url, patience=0.3)

    assert "has not answered within 0.3 s; give it longer" in line
    assert time.monotonic() - began < 1.5


def asking() -> list[threading.Thread]:
    """What still waits for an answer."""
    return [thread for thread in threading.enumerate() if thread.name == NAME]


def test_nothing_goes_on_waiting_behind_the_reader() -> None:
    """The line is hung up, though a byte comes now and then."""
    with serving(drips) as server:
        complaint(server.url, patience=0.3)
        for thread in asking():
            thread.join(1)

        assert asking() == []


def test_a_question_whose_time_is_over_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is found too late is not told the text."""
    connect = socket.create_connection

    def slowly(*args: Any, **named: Any) -> socket.socket:
        time.sleep(0.4)
        return connect(*args, **named)

    monkeypatch.setattr(socket, "create_connection", slowly)
    with serving(says(WELL)) as server:
        complaint(server.url, patience=0.2)
        for thread in asking():
            thread.join(2)

    assert server.questions == []


def test_the_patience_is_for_all_parts_together() -> None:
    """Three parts of a quarter of a second each are too much for half a second."""
    with serving(late(0.25, WELL)) as server, pytest.raises(NoAnswer, match=r"within 0\.5 s"):
        ask(TEXT * 800, "wise", published=None, endpoint=server.url, patience=0.5)

    assert 1 <= len(server.questions) <= 2


def test_silence_is_not_waited_for() -> None:
    """Something takes the call and never says a word."""
    with silence() as url:
        assert "has not answered within 0.3 s" in complaint(url, patience=0.3)


def test_where_nobody_listens_the_reader_is_told_to_start_the_model() -> None:
    """The commonest failure of all, and told at once."""
    url = nobody()

    assert complaint(url) == (
        f"Nobody listens at {url.removesuffix('/v1')}; start the model, or set OPEDTUI_MODEL_URL"
    )


def test_a_redirect_is_not_followed() -> None:
    """Neither the text nor the key goes where the reader did not send it."""
    with serving(says(WELL)) as other, serving(refuses(307, Location=other.url)) as server:
        line = complaint(server.url)

    assert "sends on to elsewhere (307); set OPEDTUI_MODEL_URL" in line
    assert other.questions == []


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"])
def test_no_proxy_is_used(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question goes straight to where the reader sends it."""
    with serving(says(WELL)) as server, serving(refuses(500)) as proxy:
        monkeypatch.setenv(variable, proxy.url.removesuffix("/v1"))
        found = ask(TEXT, "wise", published=None, endpoint=server.url, patience=5)

    assert len(found.dates) == 1
    assert proxy.questions == []


def test_without_an_address_only_this_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ollama's port on loopback, and no name is looked up."""
    called: list[Any] = []

    def refused(address: Any, *args: Any, **named: Any) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refused)

    assert "Nobody listens at http://127.0.0.1:11434" in complaint("")
    assert called == [("127.0.0.1", 11434)]


# Servers that know less.


@pytest.mark.parametrize(
    ("refusals", "forms"),
    [
        (0, ["json_schema"]),
        (1, ["json_schema", "json_object"]),
        (2, ["json_schema", "json_object", ""]),
    ],
)
@pytest.mark.parametrize("status", [400, 422])
def test_a_server_that_knows_no_form_is_asked_for_a_plainer_one(
    refusals: int, forms: list[str], status: int
) -> None:
    """A schema first, then JSON, then whatever it may write."""
    answers = [refuses(status, "response_format is not supported")] * refusals
    with serving(*answers, says(WELL)) as server:
        found = ask(TEXT, "wise", published=None, endpoint=server.url, patience=5)

    assert [question.form for question in server.questions] == forms
    assert len(found.dates) == 1


def test_what_a_server_does_not_know_is_not_tried_on_the_next_part() -> None:
    """Each refusal costs a journey of the text."""
    with serving(refuses(400, "no schema"), says(WELL)) as server:
        ask(TEXT * 400, "wise", published=None, endpoint=server.url, patience=10)

    assert [q.form for q in server.questions] == ["json_schema", "json_object", "json_object"]


def test_a_model_that_sets_its_own_temperature_may() -> None:
    """The form stays; only the temperature is left out."""
    with serving(refuses(400, "Unsupported value: 'temperature'"), says(WELL)) as server:
        ask(TEXT, "wise", published=None, endpoint=server.url, patience=5)

    assert ["temperature" in question.body for question in server.questions] == [True, False]
    assert {question.form for question in server.questions} == {"json_schema"}


def test_a_server_that_refuses_every_form_is_given_up() -> None:
    """After the third, with what it says."""
    with serving(refuses(400, "the context is too short")) as server:
        line = complaint(server.url)

    assert "has refused (400: “the context is too short”)" in line
    assert len(server.questions) == 3

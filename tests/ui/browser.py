"""A real browser without a window, driven by its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from shutil import which
from typing import Any

import aiohttp
import pyte

CHROMIUM = which("chromium") or which("chromium-browser") or ""
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--window-size=1200,800",
)  # fmt: skip
PATIENCE = 40
"""Seconds for whatever is waited for."""
COLOURS = """
new Promise((done, fail) => {
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = picture.width; canvas.height = picture.height;
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(
      context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    done(new Set(pixels).size);
  };
  picture.onerror = fail;
  picture.src = "data:image/png;base64,PICTURE";
})
"""


class Browser:
    """One page, what it asks the network for, and what the app draws on it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session = ""
        self._number = 0
        self.asked_for: list[str] = []
        """Every address that the page asked for, or opened a connection to."""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        asked = {"id": self._number, "method": method, "params": parameters}
        session = {"sessionId": self._session} if self._session else {}
        await self._socket.send_json(asked | session)
        return await asyncio.wait_for(answer, PATIENCE)

    async def open(self, url: str) -> None:
        """A new page at this address."""
        target = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )
        self._session = attached["sessionId"]
        await self.call("Network.enable")
        await self.call("Page.enable")
        await self.call("Page.navigate", url=url)

    async def listen(self) -> None:
        """Take what the browser says, as long as it says anything."""
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said.get("result", said))
            else:
                self._hear(said["method"], said["params"])

    def _hear(self, event: str, said: dict[str, Any]) -> None:
        match event:
            case "Network.requestWillBeSent":
                self.asked_for.append(said["request"]["url"])
            case "Network.webSocketCreated":
                self.asked_for.append(said["url"])
                sizes = re.findall(r"(?:width|height)=(\d+)", said["url"])
                self._screen.resize(*map(int, reversed(sizes)))
            case "Network.webSocketFrameSent":
                sent = json.loads(said["response"]["payloadData"])
                if sent[0] == "resize":
                    self._screen.resize(sent[1]["height"], sent[1]["width"])
            case "Network.webSocketFrameReceived" if said["response"]["opcode"] == 2:
                self._stream.feed(base64.b64decode(said["response"]["payloadData"]))

    @property
    def screen(self) -> str:
        """What the terminal on the page was told to show."""
        return "\n".join(self._screen.display)

    async def press(self, *keys: str) -> None:
        """Keys of one character, as a keyboard sends them to the page."""
        for key in keys:
            given = {"Enter": "\r"}.get(key, key)
            code = {"Enter": 13}.get(key, ord(key[0].upper()))
            told = {"key": key, "text": given, "windowsVirtualKeyCode": code}
            await self.call("Input.dispatchKeyEvent", type="keyDown", **told)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **told)

    async def evaluate(self, script: str) -> Any:
        done = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return done["result"].get("value")

    async def picture(self) -> bytes:
        shot = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def colours(self) -> int:
        """How many there are in a picture of the page."""
        shot = base64.b64encode(await self.picture()).decode()
        return int(await self.evaluate(COLOURS.replace("PICTURE", shot)))

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until it is so."""
        for _ in range(PATIENCE * 20):
            if holds():
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"it never came to it; the screen:\n{self.screen}")

    async def until_true(self, script: str) -> None:
        """Wait until the page says so."""
        for _ in range(PATIENCE * 20):
            if await self.evaluate(script):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"it never came to it: {script}")

    async def sees(self, words: str) -> None:
        await self.until(lambda: words in self.screen)


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Browser]:
    """A browser with nothing of the reader's own."""
    process = await asyncio.create_subprocess_exec(
        CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "about:blank", stderr=PIPE
    )
    try:
        address = await asyncio.wait_for(_address(process), PATIENCE)
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(address, max_msg_size=0) as socket,
        ):
            browser = Browser(socket)
            listening = asyncio.create_task(browser.listen())
            yield browser
            listening.cancel()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.communicate()


async def _address(process: Process) -> str:
    assert process.stderr
    while line := await process.stderr.readline():
        if found := re.search(rb"DevTools listening on (ws://\S+)", line):
            return found[1].decode()
    raise AssertionError("the browser did not start")

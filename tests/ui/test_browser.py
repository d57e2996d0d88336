"""The app in a real browser."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.program import COMMAND, Program
from tests.making import BUNDLED

pytest.importorskip("textual_serve", reason="textual-serve is not installed")

from tests.ui.browser import CHROMIUM, Browser, browsing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed (apt install chromium)"),
]


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[str]:
    """The address at which a copy of the bundled store is served."""
    store = tmp_path / "db.json"
    store.write_bytes(BUNDLED.read_bytes())
    process = await asyncio.create_subprocess_exec(
        *COMMAND, "serve", str(store), "--port", "0",
        stdout=PIPE, env=Program(tmp_path).environment(),
    )  # fmt: skip
    assert process.stdout
    yield (await process.stdout.readline()).decode().strip()
    process.terminate()
    assert await process.wait() == 0


@pytest.fixture
async def browser(served: str, tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser at that address, the app drawn."""
    async with browsing(tmp_path / "profile") as browser:
        await browser.open(served)
        await browser.sees("claim 1 of 45")
        yield browser


async def test_a_claim_is_followed_to_its_words_in_a_browser(browser: Browser, served: str) -> None:
    """The page is painted, keys work without a click, and nothing is fetched from elsewhere."""
    await browser.press("j", "j")
    await browser.sees("c3 claim")
    await browser.press("Enter")
    await browser.sees("┏━ 4 Source")
    await browser.sees('▐"Azerbaijan’s relations with Russia are based on')

    asked_for = {urlsplit(url).netloc for url in browser.asked_for}
    assert asked_for == {urlsplit(served).netloc}
    assert await browser.colours() > 100


async def test_what_ends_in_a_browser_says_so(browser: Browser) -> None:
    """And can be opened again, at the place where it was left."""
    await browser.press("j", "q")
    await browser.until_true("document.body.classList.contains('-closed')")
    assert "ended here" in await browser.evaluate("document.body.innerText")

    await browser.evaluate("document.querySelector('#ended a').click()")
    await browser.sees("claim 2 of 45")


async def test_another_page_cannot_open_it(browser: Browser, served: str) -> None:
    """A browser tells where a page is from, and this one is refused."""
    socket = served.replace("http", "ws") + "/ws"
    await browser.open("data:text/html,<p>elsewhere")

    refused = await browser.evaluate(
        f"new Promise(done => {{ const s = new WebSocket({socket!r});"
        " s.onopen = () => done('open'); s.onerror = () => done('refused'); })"
    )

    assert refused == "refused"

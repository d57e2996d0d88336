"""Addresses of texts, as they are shown before a browser goes there."""

from __future__ import annotations

import pytest

from opedtui.reading.addresses import AddressError, web_address


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://news.example/a?b=c&d#e", "https://news.example/a?b=c&d#e"),
        ("HTTP://News.Example", "http://news.example"),
        ("https://news.example:8080/a", "https://news.example:8080/a"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("https://münchen.example/zeitung", "https://xn--mnchen-3ya.example/zeitung"),
        ("https://news.example/Türkiye", "https://news.example/T%C3%BCrkiye"),
        ("https://news.example/a%20b", "https://news.example/a%20b"),
        ("https://news.example/(a)'\"`$x", "https://news.example/%28a%29%27%22%60$x"),
        ("  https://news.example/a b\x1b[2J", "https://news.example/a%20b%1B%5B2J"),
    ],
)
def test_an_address_is_shown_in_ascii(text: str, url: str) -> None:
    """What is shown is what the browser is given, and no letter looks like another."""
    assert web_address(text).url == url


def test_a_host_in_other_letters_is_told() -> None:
    """The first letter of this one is Cyrillic."""
    address = web_address("https://аpple.example/")

    assert address.host == "xn--pple-43d.example"
    assert address.is_disguised
    assert not web_address("https://apple.example/").is_disguised


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("javascript:alert(1)", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("--help", "only http and https"),
        ("news.example/a", "only http and https"),
        ("https://bank.example@evil.example/", "a name before an @"),
        ("https:///a", "no host"),
        ("https://a b.example/", "no host"),
        ("https://-x;reboot/", "no host"),
        ("https://x:99999/", "is no address"),
        ("http://[x", "is no address"),
        (f"https://{'ü' * 80}.example", "no host"),
    ],
)
def test_what_a_browser_should_not_go_to_is_refused(text: str, told: str) -> None:
    """In a line that says why."""
    with pytest.raises(AddressError, match=told):
        web_address(text)

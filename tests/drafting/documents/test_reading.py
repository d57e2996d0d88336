"""Files of every kind as texts, with what they say of themselves; and what cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from opedtui.drafting.documents import Page, UnreadablePage, read_page, read_source, sources_in
from tests.drafting.documents.making import (
    DATED,
    NAVIGATION,
    PARAGRAPHS,
    a_docx,
    a_page,
    a_pdf,
    an_archive,
    an_epub,
)

COLUMN = "\n\n".join(PARAGRAPHS) + "\n"


def refusal(content: bytes, name: str = "column.txt") -> str:
    """The line that says why it cannot be read."""
    with pytest.raises(UnreadablePage) as told:
        read_page(content, name)
    assert "\n" not in str(told.value)
    return str(told.value)


# Plain text.


def test_plain_text_stays_as_it_is() -> None:
    """But for its lines' ends, and letters that are written in two ways."""
    page = read_page("Cafe\u0301 is\r\ngood.\r\n".encode(), "column.txt")

    assert page == Page("column.txt", "Café is\ngood.\n")


def test_the_head_of_a_text_says_what_it_is() -> None:
    """Its title alone, by whom, and when; they stay in the text."""
    head = "The bridge must go\n\nBy Ann Lee and Bo Ek\nPublished: 6 March 2023\n\n"

    page = read_page((head + COLUMN).encode(), "column.txt")

    assert (page.title, page.authors) == ("The bridge must go", ("Ann Lee", "Bo Ek"))
    assert str(page.published) == "2023-03-06"
    assert page.text.startswith("The bridge must go\n\nBy Ann Lee")


def test_a_text_without_a_head_has_no_title() -> None:
    """Its first sentence is none."""
    page = read_page(COLUMN.encode(), "column.txt")

    assert (page.title, page.authors, page.published) == ("", (), None)


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        ("“Café”".encode(), ""),
        ("\ufeff“Café”".encode(), ""),
        ("“Café”".encode("utf-16"), "read as utf-16"),
        ("“Café”".encode("utf-16-le"), "read as utf-16-le"),
        ("“Café”".encode("utf-32"), "read as utf-32"),
    ],
)
def test_encodings_are_told(content: bytes, remark: str) -> None:
    """By their marks, their nulls, or because they are UTF-8, which needs no word."""
    page = read_page(content, "column.txt")

    assert page.text == "“Café”"
    assert page.remarks == ((remark,) if remark else ())


def test_an_old_western_text_is_read() -> None:
    """As what most of them are."""
    page = read_page("“Das ist wunderschön für müde Männer”, sagte sie.".encode("cp1252"), "a.txt")

    assert page.text == "“Das ist wunderschön für müde Männer”, sagte sie."
    assert page.remarks[0].startswith("read as ")


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("The café’s owner said: “It’s déjà vu – nothing more.” She left at noon.", "windows-1252"),
        ("It cost £3m – the “naïve” plan’s price. Señor Núñez said so.", "windows-1252"),
        ("Министр сказал, что мост откроют весной, если позволит погода.", "windows-1251"),
        ("Zażółć gęślą jaźń, powiedział premier; w Łodzi nie było światła.", "windows-1250"),
    ],
)
def test_no_letter_becomes_another(words: str, encoding: str) -> None:
    """Encodings that look alike are told apart, the usual one first."""
    page = read_page((words * 8).encode(encoding), "column.txt")

    assert (page.text, page.remarks) == (words * 8, (f"read as {encoding}",))


def test_a_text_keeps_what_stands_between_rules() -> None:
    """Only Markdown has front matter, and only where every line of it is a field."""
    ruled = "---\nHe said: go.\nMore.\n---\nRest.\n"
    column = "---\nA text after a rule.\n\n---\nMore: words\n"

    assert read_page(ruled.encode(), "column.txt").text == ruled
    assert "A text after a rule." in read_page(column.encode(), "column.md").text


def test_no_byline_is_made_of_a_sentence() -> None:
    """What follows “by” has to look like names; what follows a name belongs to it."""
    told = read_page(b"The fall\n\nby noon everyone had left\n\nSo it went.\n", "a.txt")
    king = read_page(b"---\nauthor: Martin Luther King, Jr.\n---\nI have a dream.\n", "a.md")

    assert told.authors == ()
    assert king.authors == ("Martin Luther King, Jr.",)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<!---->" * 250 + b" A note.", "a.txt"),
        (b"[" * 200_000, "a.md"),
        (b"[a](" * 100_000, "a.md"),
        (b"<!--" * 100_000, "a.md"),
    ],
)
def test_hostile_texts_are_read_in_time(content: bytes, name: str) -> None:
    """What is begun over and over and never ended is text like any other."""
    assert read_page(content, name).text


def test_control_characters_are_taken_out() -> None:
    """And that is told: no text speaks to the terminal."""
    page = read_page(b"The \x1b[31mbridge\x07 is old.", "column.txt")

    assert page.text == "The [31mbridge is old."
    assert page.remarks == ("2 control characters taken out",)


# Markdown.


def test_front_matter_and_marks_of_markdown_are_understood() -> None:
    """What is a heading, a link or an emphasis for readers is words here."""
    text = (
        "---\ntitle: The bridge must go\nauthor:\n  - Ann Lee\n  - Bo Ek\ndate: 2023-03-06\n"
        "source: The Daily Post\nurl: https://post.example/bridge\nlang: en\n---\n\n"
        "# The bridge must go\n\nIt is *old* and [rusty](https://rust.example), says __she__.\n\n"
        "> Close it.\n\n## What now\n\n- `Trams` first\n"
    )

    page = read_page(text.encode(), "column.md")

    assert (page.title, page.authors, page.outlet) == (
        "The bridge must go", ("Ann Lee", "Bo Ek"), "The Daily Post",
    )  # fmt: skip
    assert (str(page.published), page.lang) == ("2023-03-06", "en")
    assert page.url == "https://post.example/bridge"
    assert page.text == (
        "It is old and rusty, says she.\n\nClose it.\n\nWhat now\n\n- Trams first\n"
    )


def test_a_first_heading_is_the_title() -> None:
    """Where no front matter says another."""
    page = read_page(b"# The bridge\n\nIt is 2 * 3 * 4 metres_wide_and old.\n", "column.md")

    assert (page.title, page.text) == ("The bridge", "It is 2 * 3 * 4 metres_wide_and old.\n")


# Pages.


def test_a_saved_page_is_its_article() -> None:
    """With what the page says of itself; what was cut can be seen."""
    page = read_page(a_page(head=DATED).encode(), "column.html")

    assert all(words in page.text for words in PARAGRAPHS)
    assert not any(words in page.text for words in NAVIGATION)
    assert {*NAVIGATION} <= {*page.cut}
    assert (page.title, page.authors, page.outlet) == (
        "The bridge must go", ("Ann Lee",), "The Daily Post",
    )  # fmt: skip
    assert (str(page.published), page.url) == ("2023-03-06", "https://post.example/bridge")
    assert page.lang == "en"
    assert "were cut" in page.remarks[0]


def test_what_was_cut_is_shown_whole() -> None:
    """A paragraph with a link in it is one piece, and none of it is lost or told twice."""
    notice = "<div><p>We use <a href='/c'>cookies</a> on <b>this</b> site.</p></div></body>"

    page = read_page(a_page(head=DATED).replace("</body>", notice).encode(), "bridge.html")

    assert page.cut.count("We use cookies on this site.") == 1
    assert not {"cookies", "We use"} & set(page.cut)


def test_a_date_that_is_guessed_is_told() -> None:
    """A page that does not say when it was published may hold the dates of other things."""
    printed = "<p>Page printed 3 March 2025.</p></footer>"

    told = read_page(a_page(head=DATED).encode(), "bridge.html")
    guessed = read_page(a_page().replace("</footer>", printed).encode(), "bridge.html")

    assert not any("guessed" in remark for remark in told.remarks)
    assert "the date 2025-03-03 is guessed from its words; check it" in guessed.remarks


def test_a_page_says_in_which_encoding_it_is() -> None:
    """If that is one that pages are in; a codec that unpacks is none."""
    page = a_page(head='<meta charset="koi8-r">', paragraphs=("Мост старый и ржавый. " * 12,) * 3)

    read = read_page(page.encode("koi8-r", "replace"), "column.html")

    assert "Мост старый и ржавый." in read.text
    assert "read as koi8-r" in read.remarks


def test_a_page_without_an_article_is_refused() -> None:
    """What is left of it is no text."""
    nothing = "<html><body><nav><a href='/'>Home</a></nav></body></html>"

    assert "without an article" in refusal(nothing.encode(), "column.html")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000,
        "<a " * 1_000_000,
        "<p>" * 300_000,
        "<!--" * 500_000,
        "<i><b>" * 1000,
        "<" + "a" * 4_000_000,
    ],
    ids=["deep", "open", "unclosed", "comments", "crossed", "named"],
)
def test_hostile_pages_are_refused_in_time(html: str) -> None:
    """Neither depth nor length nor what is never closed holds anybody up."""
    assert refusal(f"<html><body>{html}".encode(), "column.html")


# Documents.


def test_a_pdf_is_read_without_heads_and_broken_lines() -> None:
    """Lines are paragraphs again, words that were broken are whole."""
    pages = [
        f"The Daily Post\nThe old bridge over the river was built in 1961, and it has been rus-\n"
        f"ting ever since, which nobody in the council wants to hear, page {n}.\nShort end.\n"
        f"Another paragraph begins here and it is about as long as the first one.\n{n}"
        for n in range(1, 5)
    ]

    page = read_page(a_pdf(*pages), "column.pdf")

    assert "it has been rusting ever since, which" in page.text
    assert "Short end.\n\nAnother paragraph" in page.text
    assert "The Daily Post" not in page.text


@pytest.mark.timeout(20)
def test_a_long_pdf_is_read_in_time() -> None:
    """Each line is joined to its paragraph at the same cost, however long that is."""
    pages = [
        "\n".join(f"Words that go on and on, page {page}, line {line}" for line in range(3000))
        for page in range(4)
    ]

    assert len(read_page(a_pdf(*pages), "column.pdf").text) > 400_000


def test_a_drawing_is_no_page_of_text() -> None:
    """It would take minutes to look through."""
    assert "too full" in refusal(a_pdf("\n".join(["words"] * 150_000)), "column.pdf")


def test_a_docx_is_read_with_its_properties() -> None:
    """Its paragraphs, title and author."""
    page = read_page(a_docx(*PARAGRAPHS, title="The bridge", author="Ann Lee; Bo Ek"), "c.docx")

    assert page.text == COLUMN
    assert (page.title, page.authors) == ("The bridge", ("Ann Lee", "Bo Ek"))


def test_an_epub_is_read_in_its_order() -> None:
    """The spine says which part comes first."""
    page = read_page(an_epub("The second.", "The first."), "book.epub")

    assert page.text == "The first.\n\nThe second.\n"
    assert (page.title, page.authors, str(page.published)) == (
        "Bridges",
        ("Ann Lee",),
        "2023-03-06",
    )


@pytest.mark.parametrize(
    ("name", "package"), [("a.html", "trafilatura"), ("a.pdf", "pypdf"), ("a.docx", "docx")]
)
def test_a_missing_reader_is_named(
    name: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it."""
    contents = {"a.html": a_page().encode(), "a.pdf": a_pdf("Words."), "a.docx": a_docx("Words.")}
    monkeypatch.setitem(sys.modules, package, None)

    assert f"pip install 'opedtui[{name[2:]}]'" in refusal(contents[name], name)


# What cannot be read.


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x00\x01\x02\x03" * 100, "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
        (b"\x7fELF" + b"\0" * 50, "a program"),
        (b"\x1f\x8b\x08" + b"\0" * 50, "a packed file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "old Office"),
        (b"PK\x03\x04 and then nothing", "broken"),
        (b"%PDF-1.7 and then nothing", "broken PDF"),
        (an_archive(notes_xtxt="a note"), "packed file"),
        (an_archive(word__document_xxml="<broken"), "broken DOCX"),
        (an_archive(**{"META-INF__container_xxml": "<broken"}), "broken EPUB"),
        (b"x" * 20_000_001, "20 MB"),
        (b"\xff\xfe\x00\xd8\x00\x00", "utf-16"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_in_a_line(content: bytes, why: str) -> None:
    """What it is instead, and what to do."""
    assert why in refusal(content)


def test_a_locked_pdf_is_told() -> None:
    """A password is not asked for."""
    assert "locked by a password" in refusal(a_pdf("Words.", password="secret"))


def test_an_archive_that_unpacks_to_far_too_much_is_left_alone() -> None:
    """Before any of it is unpacked."""
    bomb = an_archive(word__document_xxml=b"0" * 101_000_000)

    assert len(bomb) < 200_000
    assert "far more than a document" in refusal(bomb, "bomb.docx")


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A folder, nothing at all, a pipe that nobody writes to, and an address of no page."""
    os.mkfifo(tmp_path / "pipe")

    for source in (str(tmp_path), str(tmp_path / "none.txt"), str(tmp_path / "pipe"), "ftp://a.b"):
        with pytest.raises(UnreadablePage, match=r"path|address"):
            read_source(source)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """Its size is enough."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(UnreadablePage, match="100 MB"):
        read_source(str(huge))


def test_what_can_be_read_is_taken_out_of_a_folder(tmp_path: Path) -> None:
    """In the order of names, folders too; what is hidden or something else is left out."""
    for name in ("b.txt", "a.md", "c.png", ".hidden.txt", "more/d.html", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    found = [str(path.relative_to(tmp_path)) for path in sources_in(tmp_path)]

    assert found == ["a.md", "b.txt", "more/d.html"]

"""Telling whether a text is there already."""

from __future__ import annotations

from opedtui.drafting.versions import version_of
from opedtui.model.records import Document
from opedtui.model.refs import Kind, Ref

PARAGRAPHS = [
    f"Paragraph {n} says that bridge number {n * n} over the river {n + 7} was painted in spring,"
    f" and that {n + 3} of its {n + 90} lamps are dark at night."
    for n in range(30)
]
ARTICLE = "\n\n".join(PARAGRAPHS)


def document(number: int, text: str, url: str = "") -> Document:
    return Document(ref=Ref(Kind.DOCUMENT, number), title=f"Nr. {number}", text=text, url=url)


def test_the_same_text_is_the_same() -> None:
    """Nothing has to be done about it."""
    found = version_of(ARTICLE, "", [document(1, "Something else."), document(2, ARTICLE)])

    assert found and (found.document.ref.number, found.share, found.is_same) == (2, 1.0, True)


def test_a_corrected_text_is_a_version() -> None:
    """With a paragraph less, one more, and a word put right it is the same article."""
    corrected = "\n\n".join(["Correction: a name was wrong.", *PARAGRAPHS[1:]]).replace(
        "dark", "out"
    )

    found = version_of(corrected, "", [document(1, "Something else."), document(2, ARTICLE)])

    assert found and (found.document.ref.number, found.is_same) == (2, False)
    assert 0.5 < found.share < 1


def test_a_text_whose_lines_are_broken_elsewhere_is_a_version() -> None:
    """What a mail or a terminal did to the lines is no other text."""
    wrapped = ARTICLE.replace(" and", "\nand").replace(" over", "\nover")

    found = version_of(wrapped, "", [document(1, ARTICLE)])

    assert found and found.share > 0.9


def test_another_article_is_no_version() -> None:
    """Though it is about the same and has many of its words."""
    other = ARTICLE.replace("says that bridge", "holds that no bridge").replace(
        "was painted", "is grey"
    )
    shuffled = " ".join(sorted(other.split()))

    assert version_of(shuffled, "", [document(1, ARTICLE)]) is None


def test_another_text_from_the_same_address_is_offered() -> None:
    """The page may have been written anew."""
    there = document(1, ARTICLE, url="https://example.org/column")

    found = version_of("A new text.", "https://example.org/column", [there])

    assert found and found.share == 0.0

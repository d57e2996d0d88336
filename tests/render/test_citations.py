"""Citations in the forms that readers paste."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from opedtui.model.dates import Edtf
from opedtui.model.records import Quote
from opedtui.reading.citing import citation
from opedtui.reading.library import Library
from opedtui.render.citations import BY_NAME, FORMS
from opedtui.render.citations.csl_json import csl_date
from opedtui.render.visible import visible
from opedtui.settings.choices import BY_NAME as SETTINGS
from tests.making import a_document, a_quote, an_actor, bundled_library, ref, words

HOSTILE = "[sic] [/] {\\x} % $ & # _ ~ ^ \" ' `*a*` <b> \x1b[31m \u202e ]] }} @x{ $(touch x) é ü —"
CSL_KEYS = {
    "id", "type", "title", "author", "container-title", "issued", "accessed", "URL", "language",
    "note",
}  # fmt: skip
"""Those of the schema csl-data.json that are used; it allows no other than its own."""
CSL_TYPES = {"article-newspaper", "webpage"}


def cited(form: str, title: str = "An op-ed", name: str = "Ann Writer", **fields: Any) -> str:
    """The citation of a quotation in a text with this title, by an author of this name."""
    given: dict[str, Any] = {
        "url": "https://news.example/a",
        "published": Edtf.parse("2023-03-06"),
    } | fields
    document = a_document(title=title, authors=(ref("a1"),), outlet=ref("a2"), **given)
    library = Library(
        [
            document,
            an_actor(1, name),
            an_actor(2, "The News", kind="media"),
            an_actor(3, "the mayor"),
            a_quote(1, words("the bridge is safe"), speaker="a3"),
        ]
    )
    return BY_NAME[form].text([citation(library, ref("q1"))])


def test_plain_text_is_one_line() -> None:
    """The words, who is quoted by whom, where and when, the paragraph, the address."""
    assert cited("plain") == (
        "“the bridge is safe” — the mayor, quoted by Ann Writer, “An op-ed”, The News,"
        " 6 March 2023, ¶ 1. https://news.example/a"
    )


def test_markdown_is_a_quotation_with_a_link() -> None:
    """As GitHub and pandoc read it."""
    assert cited("markdown") == (
        "> the bridge is safe\n>\n> — the mayor, quoted by Ann Writer,"
        " [An op-ed](https://news.example/a), *The News*, 6 March 2023, ¶ 1"
    )


def test_bibtex_is_an_entry() -> None:
    """Names in two parts, the title's capitals kept, the month as BibTeX knows it."""
    assert cited("bibtex") == (
        "@article{writer2023q1,\n"
        "  author = {Writer, Ann},\n"
        "  title = {{An op-ed}},\n"
        "  journal = {The News},\n"
        "  year = {2023},\n"
        "  month = mar,\n"
        "  url = {https://news.example/a},\n"
        "  note = {6 March 2023, the mayor, quoted by Ann Writer, ¶ 1: “the bridge is safe”}\n"
        "}"
    )


def test_csl_json_is_a_list_of_items() -> None:
    """Dates are numbers."""
    (item,) = json.loads(cited("csl-json"))

    assert item == {
        "id": "writer2023q1",
        "type": "article-newspaper",
        "title": "An op-ed",
        "author": [{"family": "Writer", "given": "Ann"}],
        "container-title": "The News",
        "issued": {"date-parts": [[2023, 3, 6]]},
        "URL": "https://news.example/a",
        "note": "the mayor, quoted by Ann Writer, ¶ 1: “the bridge is safe”",
    }


@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_no_text_breaks_out_of_any_form(form: str) -> None:
    """Nor speaks to the terminal that it is pasted into."""
    text = cited(
        form, title=HOSTILE, name=HOSTILE, lang=HOSTILE, url=f"https://x.example/{HOSTILE}"
    )

    assert all(visible(line) == line for line in text.split("\n"))
    CHECKS[form](text)


def _is_one_line(text: str) -> None:
    assert "\n" not in text


def _is_one_quotation(text: str) -> None:
    """Every sign of Markdown in the title and the name is escaped."""
    assert text.count("\n") == 2
    bare = re.sub(r"\]\(\S+\),", "]", re.sub(r"\\.", "", text))
    assert bare.count("[") == bare.count("]") == 1
    assert "`" not in bare
    assert "<" not in bare
    assert bare.count("*") == 2


def _is_one_entry(text: str) -> None:
    """Braces balance as BibTeX counts them, and every sign of TeX is escaped."""
    depth, least = 0, 1
    for sign in text[text.index("{") : -1]:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        least = min(least, depth)
    assert (depth, least, text[-1]) == (1, 1, "}")
    assert len(re.findall(r"^@", text, re.MULTILINE)) == 1
    fields = "".join(line for line in text.splitlines()[1:] if not line.startswith("  url"))
    assert not re.search(r"(?<!\\)[%$&#_~^]", fields)
    assert re.fullmatch(r"@article\{[a-z0-9]+,", text.partition("\n")[0])


def _is_csl(text: str) -> None:
    (item,) = json.loads(text)
    assert item.keys() <= CSL_KEYS
    assert item["type"] in CSL_TYPES


CHECKS = {
    "plain": _is_one_line,
    "markdown": _is_one_quotation,
    "bibtex": _is_one_entry,
    "csl-json": _is_csl,
}


@pytest.mark.parametrize("begun", ["1. x", "12) x", "- x", "+ x", "= x", "# x", "> x"])
def test_words_that_look_like_markdown_stay_words(begun: str) -> None:
    """At the beginning of a line too."""
    document = a_document(begun)
    quote = a_quote(1, words(begun, document), speaker="")
    library = Library([document, quote])

    line = BY_NAME["markdown"].text([citation(library, ref("q1"))]).partition("\n")[0]

    assert re.fullmatch(r"> (\\.|\d+\\[.)]) x", line)


def test_an_address_that_runs_something_is_no_link() -> None:
    """Only those of the web are."""
    assert "](" not in cited("markdown", url="javascript:alert(1)")


@pytest.mark.parametrize(
    ("name", "kind", "bibtex", "csl"),
    [
        ("Ann B. Writer", "person", "Writer, Ann B.", {"family": "Writer", "given": "Ann B."}),
        ("Plato", "person", "{Plato}", {"literal": "Plato"}),
        ("Works and Roads", "government", "{Works and Roads}", {"literal": "Works and Roads"}),
        ("Rand and Ferrand", "person", "{Rand and Ferrand}", None),
        ("Ağa Çələbi", "person", "Çələbi, Ağa", {"family": "Çələbi", "given": "Ağa"}),
    ],
)
def test_names_are_parted_only_where_they_have_parts(
    name: str, kind: str, bibtex: str, csl: dict[str, str] | None
) -> None:
    """BibTeX parts names at “and”, unless they are in braces."""
    library = Library([a_document(authors=(ref("a1"),)), an_actor(1, name, kind=kind)])
    document = [citation(library, ref("d1"))]

    assert f"  author = {{{bibtex}}},\n" in BY_NAME["bibtex"].text(document)
    if csl:
        assert json.loads(BY_NAME["csl-json"].text(document))[0]["author"] == [csl]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2023-03-06", {"date-parts": [[2023, 3, 6]]}),
        ("2023-03-06T10:00:00Z", {"date-parts": [[2023, 3, 6]]}),
        ("2023-03", {"date-parts": [[2023, 3]]}),
        ("2023", {"date-parts": [[2023]]}),
        ("-0043", {"date-parts": [[-43]]}),
        ("Y170000", {"date-parts": [[170000]]}),
        ("2023-XX", {"date-parts": [[2023]]}),
        ("2023-03-XX", {"date-parts": [[2023, 3]]}),
        ("2023-22", {"date-parts": [[2023]], "season": 2}),
        ("2023-03-06/2023-03-12", {"date-parts": [[2023, 3, 6], [2023, 3, 12]]}),
        ("2023~", {"date-parts": [[2023]], "circa": True}),
        ("2023-03?", {"date-parts": [[2023, 3]], "circa": True}),
        ("2023~/2024-02", {"date-parts": [[2023], [2024, 2]], "circa": True}),
        ("2020/..", {"literal": "since 2020"}),
        ("../2020", {"literal": "until 2020"}),
        ("199X", {"literal": "the 1990s"}),
        ("2023-25", {"literal": "northern spring 2023"}),
        ("[2020,2022]", {"literal": "one of 2020, 2022"}),
    ],
)
def test_dates_of_csl_say_what_is_known(edtf: str, date: dict[str, Any]) -> None:
    """In numbers where there are such; what is vague is circa, and what has no number is said."""
    assert csl_date(Edtf.parse(edtf)) == date


def test_several_citations_stand_in_one_piece() -> None:
    """One list of CSL-JSON, and entries of BibTeX with keys of their own."""
    library = bundled_library()
    found = [citation(library, quote.ref) for quote in library.values() if isinstance(quote, Quote)]

    items = json.loads(BY_NAME["csl-json"].text(found))
    keys = re.findall(r"^@article\{(\w+),$", BY_NAME["bibtex"].text(found), re.MULTILINE)

    assert len(items) == len(found) == len({item["id"] for item in items})
    assert keys == [item["id"] for item in items]


def test_the_settings_know_every_form() -> None:
    """They are read before anything that could tell them."""
    read = SETTINGS["citation"].read

    assert [read(form.name) for form in FORMS] == [form.name for form in FORMS]

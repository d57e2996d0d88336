"""Pages and documents to read, made on the spot."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PARAGRAPHS = (
    "The old bridge over the Aire was built in 1961, and it has been rusting ever since. Nobody in"
    " the council wants to hear it, but it cannot be saved.",
    "“It is safe,” the mayor said last week. It is not. Her own engineers warned her in May 2021"
    " that two of its four piers are hollow.",
    "Close it now, and build a new one for trams. We can afford it, because the state pays two"
    " thirds of the cost, as it did in Hull and in York.",
)
NAVIGATION = ("Home", "Sport", "We use cookies. Accept them all?", "Ten best cafés in town")


def a_page(*, head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """An article with navigation, a cookie notice, related links and a footer."""
    home, sport, cookies, related = NAVIGATION
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        '<!doctype html><html lang="en"><head><title>The bridge must go</title>'
        f'<meta property="og:site_name" content="The Daily Post">{head}</head><body>'
        f"<nav><ul><li><a href='/'>{home}</a></li><li><a href='/s'>{sport}</a></li></ul></nav>"
        f"<div class='cookie-banner'><p>{cookies}</p></div><main><article>"
        f"<h1>The bridge must go</h1>{body}</article><aside><ul><li><a href='/1'>{related}</a>"
        "</li></ul></aside></main><footer><p>© The Daily Post. Subscribe!</p></footer>"
        "</body></html>"
    )


DATED = (
    '<meta name="author" content="Ann Lee">'
    '<meta property="article:published_time" content="2023-03-06T08:00:00Z">'
    '<link rel="canonical" href="https://post.example/bridge">'
)


def a_pdf(*pages: str, password: str = "") -> bytes:
    """Lines of text at the left edge, a page for each."""
    from pypdf import PdfReader, PdfWriter

    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    kids = []
    for page in pages:
        lines = " ".join(f"({line}) Tj T*" for line in page.split("\n"))
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {lines} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 %s >> >> >>" % (len(objects), font)
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    plain = _written(objects)
    if not password:
        return plain
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain)))
    writer.encrypt(password, algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    return locked.getvalue()


def _written(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table,
    )  # fmt: skip
    return bytes(out)


def a_docx(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    from docx import Document

    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.core_properties.title, document.core_properties.author = title, author
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def an_archive(**members: bytes | str) -> bytes:
    """Packed under these names; two underscores stand for a slash."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_x", "."), content)
    return out.getvalue()


def an_epub(*chapters: str) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/book.opf"/></rootfiles></container>'
    )
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Bridges</dc:title><dc:creator>Ann Lee</dc:creator>"
        "<dc:date>2023-03-06</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("book/book.opf", book)
        for n, words in enumerate(chapters):
            archive.writestr(f"book/c{n}.xhtml", f"<html><body><p>{words}</p></body></html>")
    return out.getvalue()

"""Files that are archives: what is in them, as long as it is not more than there should be."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from .page import UnreadablePage

MOST = 100_000_000
"""Bytes of all that is packed in a file."""
MOST_MEMBERS = 5_000


def opened(source: str, content: bytes) -> ZipFile:
    """UnreadablePage for one that is broken, locked, or holds far more than a document."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError) as error:
        raise UnreadablePage(f"{source} is broken ({error}); save it again") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST:
        raise UnreadablePage(f"{source} unpacks to far more than a document; it is left alone")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadablePage(f"{source} is locked by a password; save it without one")
    return archive


def member(source: str, archive: ZipFile, name: str) -> bytes:
    """What is packed under this name; not a byte more than was said of it."""
    try:
        with archive.open(name) as packed:
            return packed.read(MOST)
    except (KeyError, BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadablePage(f"{source} is broken ({error}); save it again") from error
    except Exception as error:  # zlib.error, lzma.LZMAError
        raise UnreadablePage(f"{source} is broken ({error}); save it again") from error

"""Files, pages and addresses as texts, with what they say of themselves."""

from .page import Page, UnreadablePage
from .reading import read_page, read_source, sources_in

__all__ = ["Page", "UnreadablePage", "read_page", "read_source", "sources_in"]

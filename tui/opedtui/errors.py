"""The one family of errors that a reader may see."""

REPLACED = "\N{REPLACEMENT CHARACTER}"
"""What stands for a character that a terminal might obey."""


class OpedError(Exception):
    """Its message is the line the reader sees: what is wrong, where, and what to do."""


def quoted(text: str) -> str:
    """Text from a file, short enough for that line and fit for a terminal."""
    short = text if len(text) <= 60 else f"{text[:59]}…"
    return f"“{''.join(c if c.isprintable() else REPLACED for c in short)}”"


def reason(error: OSError) -> str:
    """Why, in the words of the system."""
    return (error.strerror or str(error)).lower()

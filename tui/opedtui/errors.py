"""The one family of errors that a reader may see."""


class OpedError(Exception):
    """Its message is the line the reader sees: what is wrong, where, and what to do."""


def quoted(text: str) -> str:
    """Text from a file, short enough for that line."""
    return f"“{text}”" if len(text) <= 60 else f"“{text[:59]}…”"


def reason(error: OSError) -> str:
    """Why, in the words of the system."""
    return (error.strerror or str(error)).lower()

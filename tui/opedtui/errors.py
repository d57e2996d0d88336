"""The one family of errors that a reader may see."""


class OpedError(Exception):
    """Its message is the line the reader sees: what is wrong, where, and what to do."""

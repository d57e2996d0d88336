"""Quotations: the words between the marks, and who says them."""

from .finding import quotes

__all__ = ["quotes"]

"""A draft by a language model that the reader has."""

from .asking import Asked, ask
from .endpoint import Endpoint, endpoint_from
from .failing import NoAnswer

__all__ = ["Asked", "Endpoint", "NoAnswer", "ask", "endpoint_from"]

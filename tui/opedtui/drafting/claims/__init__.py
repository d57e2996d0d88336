"""Sentences that may be claims, ranked."""

from .ranking import claims
from .ties import ties

__all__ = ["claims", "ties"]

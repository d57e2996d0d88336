"""Pieces that know nothing of op-eds."""

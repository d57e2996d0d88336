"""Finding words."""

"""Finding words in everything that a library holds."""

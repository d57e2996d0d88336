"""A reading room for opinion pieces, in the terminal."""

__version__ = "0.1.0"

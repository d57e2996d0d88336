"""A module for each command, with a `run` that carries it out and returns the exit status."""

"""The parts of the reading screen; each shows the library from one side."""

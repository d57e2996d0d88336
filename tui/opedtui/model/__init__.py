"""What the records are: frozen values without any input or output."""

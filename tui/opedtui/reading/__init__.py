"""What a reader asks of the records. Values in, values out; no file, no screen."""

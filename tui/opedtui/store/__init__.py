"""The file that holds the records. The only importer of TinyDB."""

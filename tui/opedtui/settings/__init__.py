"""What the reader likes, as a TOML file in the platform's place says it."""

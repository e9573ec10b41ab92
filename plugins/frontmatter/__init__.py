"""Strict front matter: YAML read for its shape alone, every value as the editor typed it, with its line."""

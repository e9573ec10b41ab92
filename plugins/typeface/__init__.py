"""The heading font."""

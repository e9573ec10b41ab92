"""Writing a site: only what differs, all of it or nothing. Knows nothing of associations or of Pelican."""

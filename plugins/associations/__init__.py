"""The site of a union: from profiles and articles to a list of pages. Only `generator` knows Pelican."""

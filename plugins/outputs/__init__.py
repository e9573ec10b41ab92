"""File formats for machines: records in, bytes out. Knows nothing of associations, Pelican or templates.

Each module holds the records that one format is made of and a function that writes it. All addresses in them are
complete (with scheme and host), but those of `redirects`. The same records give the same bytes.
"""

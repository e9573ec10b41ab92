"""The Vietnamese language for a program: folding, order, slugs, dates, numbers, names. Pure functions of text.

Nothing here knows of the site, reads the clock, the locale or the environment, or needs more than the
standard library. Every function gives the same answer for the NFC and the NFD form of a text.
"""

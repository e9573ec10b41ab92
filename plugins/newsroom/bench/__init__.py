"""`tasks.py bench`: how long our builds take, against Hugo and stock Pelican on the same made-up news.

corpus, layouts → tools, edits → measuring, memory → rounds → records → goals, arithmetic → document; `task` is what
tasks.py calls. Linux only: what a process and a machine used is read from /proc.
"""

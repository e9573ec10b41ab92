"""Setting up the heading font: fetched once per lock, made, and kept in the cache where builds find it."""

import sys
from pathlib import Path

from messages import setup_texts
from newsroom.environment import Environment
from newsroom.node_packages import NotFetched, fetch_packages
from newsroom.setup_steps import say
from typeface.cache import ROOT, folder_of, heading_font


def prepare(root: Path = ROOT) -> bool:
    """Fetch and make the font unless the cache has it; whether it is there now. What went wrong is said on stderr.

    Not for two processes at once: the caller holds the set-up's lock, as `ensure` does.
    """
    if heading_font(root):
        return True
    say(setup_texts.FETCHING_FONT)
    try:
        fetch_packages(root)
    except NotFetched as problem:
        say(setup_texts.FONT_UNREACHABLE.format(reason=problem))
        return False
    from typeface.make import (  # fontTools takes 0.2 s to import: not where the font is there
        PACKAGE,
        UnusableFont,
        make,
    )

    try:
        make(root / PACKAGE, folder_of(root))
    except (UnusableFont, OSError) as problem:
        say(setup_texts.FONT_NOT_MADE.format(reason=problem))
        return False
    return True


def ensure(root: Path = ROOT) -> None:
    """Try once more to fetch the font before a build, where the set-up could not."""
    if not heading_font(root):
        with Environment(root).lock:
            prepare(root)


if __name__ == "__main__":
    sys.exit(0 if prepare(Path(sys.argv[1])) else 1)

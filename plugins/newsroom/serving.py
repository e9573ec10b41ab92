"""What `serve` does: build, then show the result; with problems, the last good site."""

from pathlib import Path

from incremental.writer import MARK
from messages import setup_texts
from newsroom.build import build
from newsroom.serve import serve
from newsroom.setup_steps import say


def build_and_serve(content: Path, site: Path, port: int, now: str | None) -> int:
    """Build `content` into `site` and serve that until Ctrl-C; the exit code.

    The address goes to stdout. 1 where there are problems and no earlier site to show; what the build says where it
    could not run at all.
    """
    code = build(content, site, now, strict=False)
    if code == 1 and not (site / MARK).is_file():
        say(setup_texts.NO_GOOD_SITE)
        return code
    if code == 1:
        say(setup_texts.LAST_GOOD_SITE)
    elif code:
        return code
    say(setup_texts.SERVING)
    serve(site, port, lambda address: print(address, flush=True))
    return 0

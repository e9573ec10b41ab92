"""How the browser of the tests and screenshots is started."""

from newsroom import programs

FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def flags() -> tuple[str, ...]:
    """Quiet on the network, and as root, where its sandbox can't work, without one."""
    return (*FLAGS, "--no-sandbox") if programs.is_root() else FLAGS

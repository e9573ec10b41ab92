"""How the browser is started."""

import pytest

from newsroom import chromium, programs


def test_the_sandbox_is_given_up_only_for_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where chromium can't have one."""
    monkeypatch.setattr(programs, "is_root", lambda: True)
    assert "--no-sandbox" in chromium.flags()
    monkeypatch.setattr(programs, "is_root", lambda: False)
    assert "--no-sandbox" not in chromium.flags()

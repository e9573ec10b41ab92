"""The option with which golden pages are written anew: `python3 tasks.py golden`."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden pages instead of comparing")

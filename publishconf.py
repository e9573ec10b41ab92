"""Settings of the published build: overrides only. SITEURL is the one variable of the environment that is read."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *  # noqa: F403 - Pelican's usual way to build settings upon settings

SITEURL = os.environ.get("SITEURL", "")
PUBLISH = True

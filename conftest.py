"""One cast for all tests: see `tests/cast.py`."""

from __future__ import annotations

from tests.cast import *  # noqa: F403

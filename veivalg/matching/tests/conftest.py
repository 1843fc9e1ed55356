"""One engine on the packaged vocabulary for all tests: building takes a second."""

from __future__ import annotations

import pytest

from veivalg.matching import Engine, default_vocabulary


@pytest.fixture(scope="session")
def engine():
    return Engine(default_vocabulary())

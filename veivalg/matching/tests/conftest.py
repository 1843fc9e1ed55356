"""One engine on the packaged vocabulary for all tests, kept between runs until the vocabulary or the code changes."""

from __future__ import annotations

import pytest

from veivalg.matching import Engine
from veivalg.matching.prepared import prepare


@pytest.fixture(scope="session")
def engine(request):
    return Engine.load(prepare(request.config.cache.mkdir("engines")))

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def data_folder_of_its_own(tmp_path, monkeypatch):
    """Commands leave stamps and secrets there."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

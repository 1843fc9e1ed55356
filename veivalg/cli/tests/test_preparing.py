from __future__ import annotations

import os
import stat

from veivalg.cli import preparing
from veivalg.institutions.models import PositionTypeName


def test_reference_data_is_loaded_once_for_a_version_of_the_product(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    preparing.prepare_reference_data()
    PositionTypeName.objects.all().delete()
    preparing.prepare_reference_data()
    assert not PositionTypeName.objects.exists()
    preparing.prepare_reference_data(anyway=True)
    assert PositionTypeName.objects.exists()


def test_a_local_site_keeps_a_secret_of_its_own(tmp_path):
    path = tmp_path / "secret"
    secret = preparing.local_secret(path)
    assert len(secret) > 50
    assert preparing.local_secret(path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_site_with_a_secret_is_no_demo_by_itself(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of a real site")
    monkeypatch.delenv("DEMO", raising=False)
    preparing.prepare_environment()
    assert "DEMO" not in os.environ
    monkeypatch.delenv("SECRET_KEY")
    preparing.prepare_environment()
    assert os.environ["DEMO"] == "1"


def test_files_have_another_fingerprint_when_one_changes(tmp_path):
    file = tmp_path / "a.css"
    file.write_text("a")
    before = preparing.fingerprint([file])
    assert preparing.fingerprint([file]) == before
    file.write_text("ab")
    assert preparing.fingerprint([file]) != before

from __future__ import annotations

import pytest

from veivalg.cli.main import main
from veivalg.competence import engines
from veivalg.competence.models import Edition, TaxonomyImport
from veivalg.competence.tests.bundles import bundle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    monkeypatch.setattr(engines, "_current", None)


def test_a_bundle_is_imported_with_progress_and_a_report(tmp_path, capsys):
    assert main(["import-taxonomy", str(bundle(tmp_path))]) == 0
    said = capsys.readouterr()
    assert "added" in said.out
    assert "passed over: 1 in skills_en.csv" in said.out
    assert "%" in said.err


def test_the_same_bundle_again_changes_nothing(tmp_path, capsys):
    path = str(bundle(tmp_path))
    main(["import-taxonomy", path])
    editions = Edition.objects.count()
    capsys.readouterr()
    assert main(["import-taxonomy", path]) == 0
    assert "0 added, 0 changed" in capsys.readouterr().out
    assert Edition.objects.count() == editions


def test_files_that_cannot_be_read_are_refused_with_a_reason(tmp_path, capsys):
    assert main(["import-taxonomy", str(tmp_path / "nothing.zip")]) == 2
    assert "nothing.zip" in capsys.readouterr().err
    cut_short = tmp_path / "cut.zip"
    cut_short.write_bytes(bundle(tmp_path).read_bytes()[:300])
    assert main(["import-taxonomy", str(cut_short)]) == 2
    assert "cut.zip" in capsys.readouterr().err


def test_a_second_import_waits_for_the_first(tmp_path, capsys):
    TaxonomyImport.objects.create(state=TaxonomyImport.State.RUNNING, seen_at="2999-01-01T00:00:00Z")
    assert main(["import-taxonomy", str(bundle(tmp_path))]) == 1
    assert capsys.readouterr().err

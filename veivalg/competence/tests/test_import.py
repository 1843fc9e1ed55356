"""Importing ESCO through the service: merged, repeatable, all or nothing to the reader."""

from __future__ import annotations

import pytest

from veivalg.competence import engines
from veivalg.competence.engines import current_engine
from veivalg.competence.models import Concept, ConceptLabel, Edition, Link, TaxonomyImport
from veivalg.competence.services import ImportUnderWay, import_taxonomy, take_into_use
from veivalg.competence.tests.bundles import FILES, OCCUPATION, OCCUPATIONS, SKILL, SKILLS, bundle
from veivalg.matching import default_vocabulary

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings, monkeypatch):
    settings.DATA_DIR = tmp_path / "data"
    monkeypatch.setattr(engines, "_current", None)


def test_concepts_are_added_to_our_own_and_serve_at_once(tmp_path):
    before = current_engine().vocabulary
    run = import_taxonomy(paths=[bundle(tmp_path)])
    after = current_engine().vocabulary
    assert (run.state, run.added) == ("done", 5)
    assert len(after.skills) == len(before.skills) + 2
    gardener = after.occupations[f"{OCCUPATION}o1"]
    assert (gardener.isco, gardener.essential, gardener.useful) == ("0110", (f"{SKILL}s1",), (f"{SKILL}s2",))
    assert current_engine().complete("lichen cult", "en", kind="skill")[0].uri == f"{SKILL}s1"


def test_what_was_skipped_is_told_with_the_reason(tmp_path):
    run = import_taxonomy(paths=[bundle(tmp_path)])
    assert ["occupationSkillRelations_en.csv", "unknown_concept", 1] in run.skipped
    assert ["skills_en.csv", "bad_uri", 1] in run.skipped


def test_our_words_win_where_both_have_a_concept(tmp_path):
    ours = next(skill for skill in default_vocabulary().skills.values() if skill.uri.startswith(SKILL))
    rows = [SKILLS[0], [ours.uri, "knowledge", "another name for it", "", "released"]]
    import_taxonomy(paths=[bundle(tmp_path, {"skills_en.csv": rows})])
    merged = current_engine().vocabulary.skills[ours.uri]
    assert merged.label("en") == ours.label("en")
    assert "another name for it" in merged.aliases["en"]


def test_the_same_bundle_twice_changes_nothing(tmp_path):
    path = bundle(tmp_path)
    first = import_taxonomy(paths=[path])
    rows = [model.objects.count() for model in (Concept, ConceptLabel, Link, Edition)]
    second = import_taxonomy(paths=[path])
    assert (second.added, second.changed, second.retired) == (0, 0, 0)
    assert second.edition == first.edition
    assert rows == [model.objects.count() for model in (Concept, ConceptLabel, Link, Edition)]


def test_an_import_that_was_killed_shows_nothing_and_can_be_started_again(tmp_path, monkeypatch):
    path = bundle(tmp_path)
    before = len(current_engine().vocabulary.skills)

    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("veivalg.competence.services.esco_rows.write_links", killed)
        with pytest.raises(KeyboardInterrupt):
            import_taxonomy(paths=[path])
    assert TaxonomyImport.objects.get().error == "interrupted"
    assert len(current_engine().vocabulary.skills) == before
    assert import_taxonomy(paths=[path]).state == "done"
    assert len(current_engine().vocabulary.skills) == before + 2


def test_a_newer_version_renames_adds_and_retires(tmp_path):
    import_taxonomy(paths=[bundle(tmp_path)])
    newer = [SKILLS[0], [f"{SKILL}s1", "knowledge", "grow lichens and mosses", "", "released"]]
    run = import_taxonomy(paths=[bundle(tmp_path, {**FILES, "skills_en.csv": newer}, version="1.3.0")])
    vocabulary = current_engine().vocabulary
    assert run.retired == 1
    assert f"{SKILL}s2" not in vocabulary.skills
    assert vocabulary.skills[f"{SKILL}s1"].label("en") == "grow lichens and mosses"


def test_of_two_versions_handed_in_together_the_newer_is_read(tmp_path):
    newer = {"occupations_en.csv": [OCCUPATIONS[0], [f"{OCCUPATION}o1", "0110", "lichenist", "", "released"]]}
    run = import_taxonomy(paths=[bundle(tmp_path), bundle(tmp_path, newer, version="1.10.0")])
    assert ["occupations_en.csv", "older_version", 1] in run.skipped
    assert current_engine().vocabulary.occupations[f"{OCCUPATION}o1"].label("en") == "lichenist"


def test_an_earlier_edition_can_be_taken_into_use_again_without_its_file(tmp_path):
    first = import_taxonomy(paths=[bundle(tmp_path)]).edition
    assert first
    import_taxonomy(paths=[bundle(tmp_path, {"skills_en.csv": SKILLS[:2]}, version="1.3.0")])
    assert f"{SKILL}s2" not in current_engine().vocabulary.skills
    engines.engine_file(first.key).unlink()
    take_into_use(edition=first)
    assert f"{SKILL}s2" in current_engine().vocabulary.skills


def test_two_imports_at_a_time_are_refused(tmp_path):
    from django.utils import timezone

    TaxonomyImport.objects.create(state="running", seen_at=timezone.now())
    with pytest.raises(ImportUnderWay):
        import_taxonomy(paths=[bundle(tmp_path)])
    assert not Concept.objects.exists()

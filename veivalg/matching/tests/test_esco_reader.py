from __future__ import annotations

import zipfile

import pytest

from veivalg.matching import Vocabulary
from veivalg.matching.esco import ConceptRow, Report, batches, survey
from veivalg.matching.esco_records import with_esco
from veivalg.matching.tests.bundles import LINKS, OCCUPATIONS, OCCUPATIONS_NO, SKILLS, URI, write_zip

EMPTY = Vocabulary({}, {})


@pytest.fixture
def bundle(tmp_path):
    return write_zip(
        tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv.zip",
        {
            "occupations_en.csv": OCCUPATIONS,
            "occupations_no.csv": OCCUPATIONS_NO,
            "skills_en.csv": SKILLS,
            "occupationSkillRelations_en.csv": LINKS,
            "greenShareOcc_en.csv": "a,b\n1,2\n",
            "skills_fr.csv": SKILLS,
        },
    )


def rows(path, kind, report=None):
    report = report or Report()
    return [
        row for file in survey([path], report) if file.kind == kind for batch in batches(file, report) for row in batch
    ]


def test_concepts_links_and_languages_are_put_together(bundle):
    vocabulary = with_esco(EMPTY, [bundle])
    occupation = vocabulary.occupations[URI.format("occupation/1")]
    assert occupation.labels == {"en": "history lecturer", "nb": "universitetslektor, historie"}
    assert occupation.aliases["en"] == ("lecturer of history", "history don")
    assert (occupation.isco, occupation.sector) == ("2310", "academia")
    assert occupation.essential == (URI.format("skill/1"),)
    assert occupation.useful == (URI.format("skill/2"),)


def test_codes_keep_their_leading_zeros(bundle):
    assert {row.code for row in rows(bundle, "occupations")} == {"2310", "0110"}


def test_columns_are_found_by_name_in_any_order_and_behind_a_byte_order_mark(tmp_path):
    content = (
        "\ufeffpreferredLabel,status,altLabels,conceptUri\nGIS,released,maps | geodata," + URI.format("skill/9") + "\n"
    )
    path = write_zip(tmp_path / "x.zip", {"deep/folder/skills_en.csv": content})
    assert rows(path, "skills") == [ConceptRow(URI.format("skill/9"), "en", "GIS", ("maps", "geodata"))]


def test_what_cannot_be_used_is_counted_with_its_reason(bundle):
    report = Report()
    with_esco(EMPTY, [bundle], report)
    assert report.skipped == {
        ("greenShareOcc_en.csv", "not_needed"): 1,
        ("skills_fr.csv", "other_language"): 1,
        ("skills_en.csv", "bad_uri"): 1,
        ("skills_en.csv", "bad_label"): 1,
        ("skills_en.csv", "not_released"): 1,
        ("occupationSkillRelations_en.csv", "unknown_relation"): 1,
    }
    assert report.read["skills_en.csv"] == 2


def test_a_newer_version_wins_whatever_the_order_on_the_command_line(tmp_path):
    paths = [
        write_zip(
            tmp_path / f"ESCO dataset - v{version} - en.zip", {"skills_en.csv": SKILLS.replace("archives", label)}
        )
        for version, label in (("1.10.0", "newest"), ("1.9.0", "older"))
    ]
    for order in (paths, paths[::-1]):
        assert with_esco(EMPTY, order).skills[URI.format("skill/1")].label("en") == "newest"


def test_a_folder_may_hold_several_bundles_and_zips(tmp_path, bundle):
    folder = tmp_path / "all"
    (folder / "en").mkdir(parents=True)
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder / "en")
    write_zip(folder / "more.zip", {"skills_en.csv": SKILLS.replace("skill/1", "skill/7")})
    assert {URI.format("skill/1"), URI.format("skill/7")} <= set(with_esco(EMPTY, [folder]).skills)


def test_reading_twice_gives_the_same(bundle):
    once = with_esco(EMPTY, [bundle])
    assert with_esco(once, [bundle, bundle]).version == once.version


def test_progress_ends_at_the_size_of_each_file(bundle):
    heard = {}
    report = Report()
    for file in survey([bundle], report):
        for _batch in batches(file, report, lambda name, done, size: heard.update({name: (done, size)}), size=1):
            pass
    assert len(heard) == 4
    assert all(done == size > 0 for done, size in heard.values())

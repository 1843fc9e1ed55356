from __future__ import annotations

import pytest

from veivalg.framework.files import DATA as FRAMEWORK
from veivalg.framework.files import edition_folders, read_edition
from veivalg.library.codes import FRAMEWORK_KINDS, INSTITUTIONS, PHASES, POSITIONS, THEMES, TOPICS, Family
from veivalg.library.content import as_data, from_data
from veivalg.library.files import DATA, ArticleFileError, article_folders, read_article, write_article
from veivalg.library.tests.conftest import content

SHIPPED = article_folders(DATA)


def test_what_was_written_is_read_again(tmp_path):
    written = content(from_abroad=True, institutions=("institute",), review_after_months=6)
    write_article(tmp_path / "one", written)
    assert read_article(tmp_path / "one") == written
    assert from_data(as_data(written)) == written


def test_a_language_that_was_taken_away_leaves_no_file(tmp_path):
    write_article(tmp_path / "one", content())
    write_article(tmp_path / "one", content(words={"en": content().words["en"]}))
    assert not (tmp_path / "one" / "nb.md").exists()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("article.yaml", "topics: [no-such-topic]\nphases: [start]"),
        ("article.yaml", "phases: [start]"),
        ("article.yaml", "topics: [vacancies]\nphases: [start]\nsurprise: yes"),
        ("article.yaml", "topics: ["),
        ("article.yaml", "just words"),
        ("en.md", "No title"),
        ("en.md", "# Title only"),
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path, file, text):
    write_article(tmp_path / "one", content())
    (tmp_path / "one" / file).write_text(text, encoding="utf-8")
    with pytest.raises(ArticleFileError, match="one"):
        read_article(tmp_path / "one")


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path):
    write_article(tmp_path / "one", content())
    (tmp_path / "one" / "en.md").write_bytes(b"# \xff\xfe")
    with pytest.raises(ArticleFileError):
        read_article(tmp_path / "one")
    (tmp_path / "one" / "en.md").write_text("# x\n\ny\n\n" + "z" * 300_000, encoding="utf-8")
    with pytest.raises(ArticleFileError):
        read_article(tmp_path / "one")


def test_codes_are_those_of_the_framework(position_codes):
    codes = {Family.TOPIC: set(TOPICS), Family.THEME: set(THEMES), Family.PHASE: set(PHASES)}
    elements = read_edition(edition_folders(FRAMEWORK)[-1]).elements
    for family, kinds in FRAMEWORK_KINDS.items():
        assert codes[family] == {element.code for element in elements if element.kind in kinds}
    assert set(POSITIONS) <= position_codes
    assert "health-trust" in INSTITUTIONS


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_an_article_of_the_product_is_whole(folder):
    found = read_article(folder)
    assert {"nb", "nn", "en"} <= set(found.words)
    for said in found.words.values():
        assert 4 <= len(said.questions) <= 8
        assert "\n## " in "\n" + said.body
    assert 2 <= len(found.sources) <= 5

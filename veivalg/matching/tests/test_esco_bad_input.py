"""Whatever somebody uploads, the answer is a TaxonomyError with a code, never another exception."""

from __future__ import annotations

import zipfile

import pytest

from veivalg.matching import Vocabulary
from veivalg.matching import esco_archive as limits
from veivalg.matching.esco_archive import TaxonomyError
from veivalg.matching.esco_records import with_esco
from veivalg.matching.tests.bundles import SKILLS, write_zip


def code(*paths):
    with pytest.raises(TaxonomyError) as caught:
        with_esco(Vocabulary({}, {}), list(paths))
    assert str(caught.value)
    return caught.value.code


def skills_zip(tmp_path, content):
    return write_zip(tmp_path / "x.zip", {"skills_en.csv": content})


def test_a_missing_file(tmp_path):
    assert code(tmp_path / "nowhere.zip") == "missing"


@pytest.mark.parametrize("content", [b"", b"not a zip at all", b"PK\x03\x04 nearly"])
def test_a_file_that_is_no_zip(tmp_path, content):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    assert code(path) == "not_a_zip"


def test_a_truncated_zip(tmp_path):
    path = skills_zip(tmp_path, SKILLS * 200)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert code(path) in ("not_a_zip", "damaged")


def test_a_zip_with_damaged_content(tmp_path):
    path = skills_zip(tmp_path, SKILLS * 200)
    content = bytearray(path.read_bytes())
    content[60:90] = b"\xff" * 30
    path.write_bytes(bytes(content))
    assert code(path) == "damaged"


def test_a_zip_bomb(tmp_path):
    assert code(skills_zip(tmp_path, b"a" * (8 << 20))) == "bomb"


def test_a_zip_that_lies_about_sizes(tmp_path):
    path = skills_zip(tmp_path, SKILLS * 5_000)
    content = path.read_bytes()
    size = len((SKILLS * 5_000).encode()).to_bytes(4, "little")
    path.write_bytes(content.replace(size, (100).to_bytes(4, "little")))
    assert code(path) in ("bomb", "damaged", "malformed", "encoding")


@pytest.mark.parametrize(
    "name", ["../skills_en.csv", "/etc/skills_en.csv", "C:\\skills_en.csv", "a\\..\\skills_en.csv"]
)
def test_names_that_lead_out_of_the_zip(tmp_path, name):
    assert code(write_zip(tmp_path / "x.zip", {name: SKILLS})) == "unsafe_name"


def test_too_much(tmp_path, monkeypatch):
    path = skills_zip(tmp_path, SKILLS)
    monkeypatch.setattr(limits, "MOST_BYTES", 10)
    assert code(path) == "too_large"
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MOST_BYTES_TOGETHER", 10)
    assert code(path) == "too_large"
    monkeypatch.setattr(limits, "MOST_FILES", 0)
    assert code(path) == "too_many_files"


def test_an_encrypted_zip(tmp_path):
    path = skills_zip(tmp_path, SKILLS)
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag in the local header
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    path.write_bytes(bytes(content))
    assert code(path) == "encrypted"


def test_wrong_headers_are_named(tmp_path):
    path = skills_zip(tmp_path, "uri,label\n1,2\n")
    with pytest.raises(TaxonomyError) as caught:
        with_esco(Vocabulary({}, {}), [path])
    assert caught.value.code == "wrong_header"
    assert caught.value.details == {"file": "skills_en.csv", "missing": ["conceptUri", "preferredLabel"]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "wrong_header"),
        ((SKILLS + "æøå").encode("latin-1"), "encoding"),
        (SKILLS.encode("utf-16"), "encoding"),
        (SKILLS + '"' + "x" * 200_000, "malformed"),
        (SKILLS + "a\x00b,c\n", None),
    ],
)
def test_broken_csv(tmp_path, content, expected):
    path = skills_zip(tmp_path, content)
    if expected:
        assert code(path) == expected
    else:
        assert with_esco(Vocabulary({}, {}), [path]).skills


def test_nothing_of_esco(tmp_path):
    assert code(tmp_path) == "no_files"
    assert code(write_zip(tmp_path / "x.zip", {"readme.txt": "hello"})) == "no_files"


def test_a_link_out_of_a_folder_is_not_followed(tmp_path):
    outside = tmp_path / "skills_en.csv"
    outside.write_text(SKILLS)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "skills_en.csv").symlink_to(outside)
    assert code(folder) == "no_files"


def test_a_zip_within_a_zip_is_not_opened(tmp_path):
    inner = skills_zip(tmp_path, SKILLS)
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(inner, "inner.zip")
    assert code(tmp_path / "outer.zip") == "no_files"

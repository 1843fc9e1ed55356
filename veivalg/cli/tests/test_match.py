from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest
from django.utils import translation

from veivalg.cli.main import main
from veivalg.competence.refusals import REFUSALS

CHEMIST = """Jeg er postdoktor i organisk geokjemi. Jeg har analysert biomarkører med gasskromatografi
og massespektrometri, behandlet data i R og brukt PCA og andre multivariate metoder.
Jeg har undervist på bachelornivå, veiledet masterstudenter og skrevet artikler.
Jeg har ingen erfaring med Python.
"""


@pytest.fixture(autouse=True)
def language_is_put_back():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def engines_are_kept_between_tests(tmp_path_factory, monkeypatch):
    kept = tmp_path_factory.getbasetemp() / "engines"
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))


@pytest.fixture
def written(tmp_path):
    def write(text, name="text.txt", **options):
        path = tmp_path / name
        data = text if isinstance(text, bytes) else text.encode(**options)
        path.write_bytes(data)
        return str(path)

    return write


def matched(capsys, *arguments):
    assert main(["match", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_has_the_promised_shape(written, capsys):
    answer = matched(capsys, written(CHEMIST))
    assert (answer["status"], answer["language"]) == ("ok", "nb")
    assert all(set(skill) == {"uri", "label", "start", "end", "quote", "score"} for skill in answer["skills"])
    wanted = {"uri", "title", "styrk08", "sector", "score", "matched", "missing", "reasons"}
    assert all(set(occupation) == wanted for occupation in answer["occupations"])
    assert {occupation["sector"] for occupation in answer["occupations"]} == {"academia", "outside"}
    assert all(occupation["reasons"] and occupation["matched"] for occupation in answer["occupations"])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_quote_stands_where_it_says_in_the_file(written, capsys, line_end):
    text = ("\n  " + CHEMIST).replace("\n", line_end)
    skills = matched(capsys, written(text))["skills"]
    assert skills
    assert all(text[skill["start"] : skill["end"]] == skill["quote"] for skill in skills)


def test_what_a_person_says_they_cannot_is_no_skill(written, capsys):
    labels = {skill["label"] for skill in matched(capsys, written(CHEMIST))["skills"]}
    assert "R" in labels
    assert "Python" not in labels


def test_too_little_gives_no_occupations(written, capsys):
    answer = matched(capsys, written("Melk, brød og ost."))
    assert (answer["status"], answer["skills"], answer["occupations"]) == ("too_little", [], [])


def test_language_and_number_can_be_asked_for(written, capsys):
    answer = matched(capsys, written(CHEMIST), "--lang", "nn", "--top", "3")
    assert answer["language"] == "nn"
    assert len(answer["occupations"]) == 3


def test_without_json_it_reads_like_a_letter(written, capsys):
    assert main(["match", written(CHEMIST)]) == 0
    said = capsys.readouterr().out
    assert "Yrker utenfor akademia" in said
    assert "Yrker i akademia" in said
    assert main(["match", written("hei")]) == 0
    assert "For lite" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "empty.txt", "empty"),
        (b"%PDF-1.7 and then nothing", "broken.pdf", "unreadable"),
        (b"<!doctype html><html>", "page.txt", "html"),
        (b"plain text", "called.docx", "mislabelled"),
        (b'{"orcid-identifier": ', "broken.json", "broken_json"),
        (b"text " * 300_000, "long.txt", "too_long"),
        (b"\x89PNG\r\n", "picture.png", "unsupported"),
    ],
)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(written, capsys, content, name, reason, language):
    assert main(["match", written(content, name), "--lang", language, "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    with translation.override(language):
        beginning = str(REFUSALS[reason]).split("%")[0]
    assert f"{name}: {beginning}" in said.err


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["match", str(tmp_path / "nothing.txt")]) == 2
    assert "nothing.txt" in capsys.readouterr().err


def test_a_taxonomy_that_cannot_be_read_is_refused(written, tmp_path, capsys):
    bundle = tmp_path / "esco.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("skills_en.csv", "something,else\n1,2\n")
    assert main(["match", written(CHEMIST), "--taxonomy", str(bundle)]) == 2
    assert "esco.zip" in capsys.readouterr().err


def test_it_starts_without_django(written):
    program = "import sys; from veivalg.cli.main import main; main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, "match", written(CHEMIST)], capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr

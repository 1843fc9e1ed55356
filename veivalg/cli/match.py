"""`veivalg match FILE`: the skills that a document shows and the occupations that fit them. Needs no database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, cast

from veivalg.cli.saying import complain, step
from veivalg.matching import Engine, match_document
from veivalg.matching.esco_archive import TaxonomyError
from veivalg.text import LANGUAGES, Language
from veivalg.text.documents import UnreadableDocument

UNREADABLE = 2
Answer = dict[str, Any]

# What stands around the findings, in the language of the text: nb, nn, en.
WORDS = {
    "too_little": {
        "nb": "For lite å gå ut fra. Skriv mer om hva du har gjort, med hvilke metoder og sammen med hvem.",
        "nn": "For lite å gå ut frå. Skriv meir om kva du har gjort, med kva metodar og saman med kven.",
        "en": "Too little to go on. Write more about what you have done, with which methods and with whom.",
    },
    "skills": {"nb": "Kompetanse i teksten", "nn": "Kompetanse i teksten", "en": "Skills in the text"},
    "outside": {"nb": "Yrker utenfor akademia", "nn": "Yrke utanfor akademia", "en": "Occupations outside academia"},
    "academia": {"nb": "Yrker i akademia", "nn": "Yrke i akademia", "en": "Occupations in academia"},
    "missing": {"nb": "Å lære mer om", "nn": "Å lære meir om", "en": "To learn more about"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=".txt, .pdf, .docx or an ORCID record .json")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (found out when not given)")
    parser.add_argument("--taxonomy", type=Path, metavar="DIR|ZIP", help="ESCO files to use beside our own vocabulary")
    parser.add_argument("--top", type=at_least_one, default=20, metavar="N", help="how many occupations (20)")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def at_least_one(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def run(options: argparse.Namespace) -> int:
    language = cast(Language | None, options.lang)
    try:
        text = text_of(options.file)
        answer = match_document(text, engine_with(options.taxonomy), language, options.top)
    except UnreadableDocument as refusal:
        return complain(f"{options.file}: {in_words('document', refusal, language)}", UNREADABLE)
    except TaxonomyError as refusal:
        return complain(f"{options.taxonomy}: {in_words('taxonomy', refusal, language)}", UNREADABLE)
    except OSError as error:
        return complain(f"{options.file}: {error.strerror}", UNREADABLE)
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else as_text(answer))
    return 0


def text_of(path: Path) -> str:
    """The text of a document. Raises UnreadableDocument.

    Plain text stays as it stands in the file, so that places in it are places in the file.
    """
    from veivalg.text.documents.bounded import read_in_child
    from veivalg.text.documents.plain import decoded
    from veivalg.text.documents.reading import check_size, kind_of, read_document

    check_size(path.stat().st_size)
    data = path.read_bytes()
    if data.strip() and kind_of(data, path.name) == "text":
        read_document(data, path.name)
        return decoded(data)
    return read_in_child(data, path.name).text


def engine_with(taxonomy: Path | None) -> Engine:
    """The engine on our own vocabulary, merged with ESCO if asked for. Raises TaxonomyError."""
    from veivalg.cli.engines import merged_engine, packaged_engine

    if taxonomy is None:
        return packaged_engine()
    step(f"reading {taxonomy}")
    return merged_engine(taxonomy)


def in_words(what: str, refusal: UnreadableDocument | TaxonomyError, language: str | None) -> str:
    """The sentence that a reader of the pages would see; Django is started only now."""
    from veivalg.cli.refusals import document_refusal, taxonomy_refusal

    say = document_refusal if what == "document" else taxonomy_refusal
    return say(refusal.code, refusal.details, language or "en")


def as_text(answer: Answer) -> str:
    """The findings for a reader."""
    language = answer["language"]
    if answer["status"] != "ok":
        return WORDS["too_little"][language]
    lines = [WORDS["skills"][language]]
    lines += [f"  {skill['label']}  «{' '.join(skill['quote'].split())}»" for skill in answer["skills"]]
    for sector in ("outside", "academia"):
        found = [occupation for occupation in answer["occupations"] if occupation["sector"] == sector]
        if found:
            lines += [
                "",
                WORDS[sector][language],
                *(line for item in found for line in occupation_lines(item, language)),
            ]
    return "\n".join(lines)


def occupation_lines(occupation: Answer, language: str) -> list[str]:
    """Title and code, why it fits, what is missing."""
    lines = [f"  {occupation['title']}  ({occupation['styrk08']})"]
    lines += [f"      {reason}" for reason in occupation["reasons"]]
    if occupation["missing"]:
        missing = ", ".join(skill["label"] for skill in occupation["missing"])
        lines.append(f"      {WORDS['missing'][language]}: {missing}")
    return lines

"""Public sets that measure two parts by themselves: skills in sentences (RP@5, MRR) and titles (MAP).

Their files are not in the repository: `--bench-data DIR` or VEIVALG_BENCH_DATA says where they are. Nothing is tuned
on a test file.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench.metrics import average_precision, mean, recall_precision_at, reciprocal_rank
from veivalg.matching.document import read_document
from veivalg.matching.lexical import LexicalIndex, standardised
from veivalg.matching.mentions import find_mentions
from veivalg.matching.names import NameTable
from veivalg.matching.sparse import Floats
from veivalg.matching.vocabulary import Skill

_NO_SKILL = {"LABEL NOT PRESENT", "UNDERSPECIFIED"}
_MENTION_WEIGHT = 6.0  # standard deviations that a written name is worth
_MELO = ("nor_q_no_c_no", "nor_q_no_c_en", "usa_q_en_c_en")

Scorer = Callable[[str], Floats]


def measure(folder: Path) -> dict[str, float]:
    """Return all figures by name."""
    return {**_skills(folder), **_titles(folder)}


def _skills(folder: Path) -> dict[str, float]:
    labels = (folder / "skills_en_label.txt").read_text("utf-8").splitlines()
    score = _skill_scorer(labels)
    figures: dict[str, float] = {}
    for path in sorted(folder.glob("*_test_open_half.csv")):
        name = path.name.split("_")[0].upper()
        ranked = [(_ranked(score(sentence), labels), gold) for sentence, gold in _sentences(path, set(labels))]
        figures[f"{name} RP@5"] = mean(
            recall_precision_at([label in gold for label in order[:5]], 5, len(gold)) for order, gold in ranked
        )
        figures[f"{name} MRR"] = mean(reciprocal_rank(label in gold for label in order) for order, gold in ranked)
    return figures


def _skill_scorer(labels: Sequence[str]) -> Scorer:
    """Return the engine's way of seeing a skill in a short text: written names first, then likeness of letters."""
    names = NameTable.build([Skill(uri=label, labels={"en": label}) for label in labels])
    lexical = LexicalIndex.build(labels)

    def score(sentence: str) -> Floats:
        scores = standardised(lexical.likeness(sentence))
        for mention in find_mentions(read_document(sentence, "en"), names):
            scores[mention.skill] += np.float32(_MENTION_WEIGHT * mention.score)
        return scores

    return score


def _sentences(path: Path, known: set[str]) -> Iterator[tuple[str, set[str]]]:
    gold: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            label = line["label"].strip()
            if label not in _NO_SKILL and label in known:
                gold[line["sentence"]].add(label)
    yield from gold.items()


def _titles(folder: Path) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in _MELO:
        figures |= _melo(folder / "melo" / name, name)
    talent = folder / "talentclef_A_en"
    figures["TalentCLEF-A MAP"] = _map(
        _table(talent / "queries"), _table(talent / "corpus_elements"), _relevant(talent / "qrels.tsv")
    )
    return figures


def _melo(folder: Path, name: str) -> dict[str, float]:
    queries, corpus = _table(folder / "queries.tsv"), _table(folder / "corpus_elements.tsv")
    relevant = _relevant(folder / "annotations.tsv")
    figures = {f"MELO {name} MAP": _map(queries, corpus, relevant)}
    if name.startswith("nor"):
        uris = _table(folder / "concept_mapping.tsv")
        groups = {element for element, uri in uris.items() if "/isco/" in uri}
        figures[f"MELO {name} MAP groups last"] = _map(queries, corpus, relevant, last=groups)
    return figures


def _map(
    queries: Mapping[str, str],
    corpus: Mapping[str, str],
    relevant: Mapping[str, set[str]],
    last: set[str] | None = None,
) -> float:
    elements = list(corpus)
    lexical = LexicalIndex.build(list(corpus.values()))
    penalty = np.array([2.0 if last and element in last else 0.0 for element in elements], np.float32)
    figures = []
    for query, wanted in relevant.items():
        order = _ranked(lexical.likeness(queries[query]) - penalty, elements)
        figures.append(average_precision((element in wanted for element in order), len(wanted)))
    return mean(figures)


def _ranked(scores: Floats, names: Sequence[str]) -> list[str]:
    return [names[number] for number in np.argsort(-scores, kind="stable").tolist()]


def _table(path: Path) -> dict[str, str]:
    rows = (line.split("\t", 1) for line in path.read_text("utf-8").splitlines() if "\t" in line)
    return {key: value for key, value in rows if not key.endswith("_id")}


def _relevant(path: Path) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        query, _zero, element, relevance = line.split()
        if relevance != "0":
            wanted[query].add(element)
    return wanted

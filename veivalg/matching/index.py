"""What the engine works out once about a vocabulary: names to recognise and matrices to rank with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from veivalg.matching.names import NameTable
from veivalg.matching.phrases import words_of
from veivalg.matching.professions import practised_by
from veivalg.matching.sparse import Floats, Sparse, from_rows
from veivalg.matching.terms import TermIndex, occupation_bags
from veivalg.matching.vectors import skill_vectors, unit_rows
from veivalg.matching.vocabulary import Occupation, Vocabulary
from veivalg.text import LANGUAGES, Language

ESSENTIAL, USEFUL = 1.0, 0.5


@dataclass(frozen=True, eq=False)
class Index:
    """Skills and occupations are numbered in the order of the vocabulary; all arrays follow it."""

    names: NameTable
    rarity: Floats  # of each skill: the logarithm of how few occupations need it
    needs: Sparse  # skills × occupations: the share of a skill in an occupation's profile (columns have length 1)
    skill_vectors: Floats  # skills × dimensions, rows of length 1 or 0
    occupation_vectors: Floats  # occupations × dimensions, rows of length 1 or 0
    kindred_prior: Floats  # of each occupation: its mean likeness with all the others
    terms: Mapping[Language, TermIndex]
    professions: Sparse  # professions × occupations: 1 where one may be practised


def build_index(vocabulary: Vocabulary) -> Index:
    """Work out the index of a vocabulary."""
    skills, occupations = list(vocabulary.skills.values()), list(vocabulary.occupations.values())
    links = _links(occupations, {skill.uri: number for number, skill in enumerate(skills)})
    rarity = _rarity(links)
    weighted = Sparse(links.starts, links.columns, links.values * rarity[links.columns], links.width).with_unit_rows()
    of_skills = skill_vectors(weighted)
    of_occupations = unit_rows(weighted.times(of_skills))
    index = Index(
        names=NameTable.build(skills),
        rarity=rarity,
        needs=weighted.transposed(),
        skill_vectors=of_skills,
        occupation_vectors=of_occupations,
        kindred_prior=_mean_likeness(of_occupations),
        terms={
            language: TermIndex.build(occupation_bags(occupations, vocabulary.skills, language))
            for language in LANGUAGES
        },
        professions=practised_by(occupations),
    )
    words_of.cache_clear()
    return index


def _links(occupations: Sequence[Occupation], number_of: Mapping[str, int]) -> Sparse:
    """Return occupations × skills with the weight of each link."""
    rows = [
        {number_of[uri]: USEFUL for uri in occupation.useful}
        | {number_of[uri]: ESSENTIAL for uri in occupation.essential}
        for occupation in occupations
    ]
    return from_rows(rows, len(number_of))


def _rarity(links: Sparse) -> Floats:
    needed_by = np.bincount(links.columns, minlength=links.width)
    return np.log((links.height + 1) / (needed_by + 0.5)).astype(np.float32)


def _mean_likeness(vectors: Floats) -> Floats:
    """Return how like each occupation is to all of them on average: those in the middle fit everybody a little."""
    if not len(vectors):
        return np.zeros(0, np.float32)
    return np.asarray(vectors @ vectors.mean(axis=0), np.float32)

"""Places in a text that may mean a skill, from the surest kind of evidence to the least sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from veivalg.matching.document import Document
from veivalg.matching.guards import Guard, is_general
from veivalg.matching.names import NameTable
from veivalg.matching.phrases import KEY_OF, Hit, Scheme, phrase_hash, word_keys, words_of
from veivalg.matching.scattered import ScatteredHit
from veivalg.matching.stopwords import STOPWORDS
from veivalg.text import fold
from veivalg.text.compounds import cuts
from veivalg.text.stems import stem_english, stem_norwegian
from veivalg.text.wordlists import word_list

LABEL, ALIAS = 1.0, 0.97
_ROOT, _COMPOUND, _TYPO, _SCATTERED = 0.87, 0.85, 0.82, 0.76
_SHORTEST_FOREIGN = 5  # letters of a name in another language than its sentence
_SHORTEST_HEAD, _SHORTEST_MODIFIER = 6, 4
_SHORTEST_TYPO, _SHORTEST_DERIVED = 7, 6
_EXACT_UP_TO = 4  # letters: so short a word must be the name itself, no form of it
_AGENTS = ("ere", "erne", "erane", "arar", "arane")  # many of them: "sykepleiere" are other people, not nursing
_LISTING = frozenset({"og", "eller", "samt", "and", "or"})
_STICKS_AFTER, _STICKS_BEFORE = ("&", "’", "'"), ("&", ".")

# What people do with a method: "spektroskopimålinger" is evidence of spektroskopi, "undervisningssykehus" of nothing.
_TAILS = frozenset(
    stem_norwegian(word)
    for word in word_list(
        """
        måling analyse metode metodikk data datasett forsøk eksperiment studie modell modellering simulering
        kurs teknikk verktøy prøve arbeid prosjekt erfaring kunnskap kompetanse undersøkelse undersøking
        beregning utrekning berekning koding programmering skript kode pipeline eksperimentering instrument
        bibliotek forskning forsking tolkning tolking undervisning metoder kartlegging ferdighet ferdigheit emne
        fag oppgave oppgåve
        """
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` of the document evidence a skill (by number). `needs_company`: alone it may mislead."""

    skill: int
    first: int
    last: int
    score: float
    needs_company: bool = False

    @property
    def length(self) -> int:
        """The number of words."""
        return self.last - self.first + 1


def find_mentions(document: Document, names: NameTable) -> list[Mention]:
    """Return all mentions outside denied passages; of two that overlap, the longer or surer one."""
    sure = _undisputed(_written(document, names), document)
    taken = {number for mention in sure for number in range(mention.first, mention.last + 1)}
    unsure = [
        *_in_compounds(document, names, taken),
        *_misspelt(document, names, taken),
        *_scattered(document, names, taken),
    ]
    return sorted((*sure, *_undisputed(unsure, document)), key=lambda mention: (mention.first, mention.last))


def _written(document: Document, names: NameTable) -> Iterator[Mention]:
    """Yield the names that stand in the text, inflected or derived."""
    for hit in names.phrases.find(document.words, document.joined):
        if _is_meant(hit, document, names):
            name = names[hit.name]
            score = LABEL if name.is_label else ALIAS
            if hit.scheme.is_root and not _same_stem(hit, document.words, names):
                score *= _ROOT
            yield Mention(name.concept, hit.first, hit.last, score, names.guards[hit.name] == Guard.COMPANY)


def _is_meant(hit: Hit, document: Document, names: NameTable) -> bool:
    written = names[hit.name].written
    if hit.first == hit.last and not _is_meant_alone(hit, document, written):
        return False
    return names.guards[hit.name] == Guard.NONE or _same_case(hit, document, written)


def _is_meant_alone(hit: Hit, document: Document, written: str) -> bool:
    """Tell whether a single word is enough to stand for a skill."""
    word = document.words[hit.first]
    foreign = (document.languages[hit.first] == "en") != hit.scheme.is_english
    if (foreign or len(word) <= _EXACT_UP_TO) and word != fold(written):
        return False
    if word.endswith(_AGENTS) and not written.endswith(_AGENTS):
        return False
    if hit.scheme.is_root and (is_general(KEY_OF[hit.scheme](word)) or len(written) < _SHORTEST_DERIVED):
        return False
    return not written.islower() or not (word in STOPWORDS or (foreign and len(word) < _SHORTEST_FOREIGN))


def _same_case(hit: Hit, document: Document, written: str) -> bool:
    text, start, end = document.text, document.tokens[hit.first].start, document.tokens[hit.last].end
    if text[start:end] != written:
        return False
    # "R&D", "R. Hansen" and "e.R" are none of the one-letter skills.
    initial = text[end : end + 1] == "." and text[end + 1 : end + 3].strip()[:1].isupper()
    return len(written) > 1 or not (
        initial or text[end : end + 1] in _STICKS_AFTER or text[start - 1 : start] in _STICKS_BEFORE
    )


def _same_stem(hit: Hit, words: Sequence[str], names: NameTable) -> bool:
    """Tell whether the name is there in its inflected form, too: then the other scheme has found it."""
    stems = Scheme.ENGLISH_STEM if hit.scheme.is_english else Scheme.NORWEGIAN_STEM
    value = phrase_hash(words[hit.first : hit.last + 1], stems)
    _places, found = names.phrases.look_up(np.array([value], np.uint64))
    return hit.name in found


def _in_compounds(document: Document, names: NameTable, taken: set[int]) -> Iterator[Mention]:
    """Yield skills that are the head of a Norwegian compound, or its modifier before a word for doing."""
    parts = [
        (number, phrase_hash([part], Scheme.NORWEGIAN_STEM))
        for number, word in enumerate(document.words)
        if number not in taken and document.languages[number] != "en"
        for part in _telling_parts(word)
    ]
    found, names_found = names.phrases.look_up(np.array([value for _number, value in parts], np.uint64))
    for index, name in zip(found.tolist(), names_found.tolist(), strict=True):
        if names.guards[name] == Guard.NONE:
            number = parts[index][0]
            yield Mention(names[name].concept, number, number, _COMPOUND)


@lru_cache(maxsize=16_384)
def _telling_parts(word: str) -> tuple[str, ...]:
    parts = []
    for cut in cuts(word):
        if len(cut.modifier) < _SHORTEST_MODIFIER:
            continue
        head = "" if cut.head.endswith(_AGENTS) else stem_norwegian(cut.head)
        if head and len(cut.head) >= _SHORTEST_HEAD and not is_general(head):
            parts.append(cut.head)
        if head in _TAILS:
            parts.append(cut.modifier)
    return tuple(dict.fromkeys(parts))


def _misspelt(document: Document, names: NameTable, taken: set[int]) -> Iterator[Mention]:
    """Yield names of which one word is one slip of the hand wrong."""
    corrected = [
        word if number in taken or len(word) < _SHORTEST_TYPO else _corrected(word, names)
        for number, word in enumerate(document.words)
    ]
    changed = {number for number, word in enumerate(document.words) if corrected[number] != word}
    if not changed:
        return
    for hit in names.phrases.find(corrected, document.joined):
        touched = not changed.isdisjoint(range(hit.first, hit.last + 1))
        if touched and not hit.scheme.is_root and names.guards[hit.name] == Guard.NONE:
            yield Mention(names[hit.name].concept, hit.first, hit.last, _TYPO)


def _corrected(word: str, names: NameTable) -> str:
    """Return what a misspelt word was meant to be; an inflected or derived form of a known word is none."""
    meant = names.spelling.near(word)
    if meant is None or any(key_of(meant) == key_of(word) for key_of in KEY_OF.values()):
        return word
    return meant


def _scattered(document: Document, names: NameTable, taken: set[int]) -> Iterator[Mention]:
    """Yield names whose words stand apart within one clause."""
    keys = {
        english: word_keys(document.words, Scheme.ENGLISH_ROOT if english else Scheme.NORWEGIAN_ROOT).tolist()
        for english in (False, True)
    }
    for clause in document.clauses:
        if len(clause) < 2:
            continue
        english = document.languages[clause.start] == "en"
        roots: dict[int, list[int]] = {}
        for number in clause:
            if document.words[number] not in STOPWORDS and len(document.words[number]) > 2:
                roots.setdefault(keys[english][number], []).append(number)
        for hit in names.scattered[english].find(roots):
            if not taken.issuperset(hit.places) and _belong_together(hit, document, names, english):
                yield Mention(names[hit.name].concept, hit.places[0], hit.places[-1], _SCATTERED)


def _belong_together(hit: ScatteredHit, document: Document, names: NameTable, english: bool) -> bool:
    """Tell whether words that stand apart can be one name.

    They can in a list ("qualitative and quantitative methods") or when a verb carries one ("supervised two master
    students"), not when the name's own words merely occur in its order ("medical students in statistics").
    """
    between = set(document.words[hit.places[0] : hit.places[-1] + 1])
    if not between.isdisjoint(_LISTING):
        return True
    stem = stem_english if english else stem_norwegian
    name = [stem(word) for word in words_of(names[hit.name].written) if word not in STOPWORDS]
    return [stem(document.words[place]) for place in hit.places] != name


def _undisputed(mentions: Iterable[Mention], document: Document) -> list[Mention]:
    """Drop denied mentions and those that overlap a better one.

    Skills that claim the very same words all stay: the context decides between them.
    """
    kept: list[Mention] = []
    owner: dict[int, tuple[int, int]] = {}
    for mention in sorted(set(mentions), key=lambda item: (-item.length, -item.score, item.first, item.skill)):
        span, place = range(mention.first, mention.last + 1), (mention.first, mention.last)
        if document.denied[mention.first : mention.last + 1].any():
            continue
        owners = {owner.get(number) for number in span}
        if owners <= {None} or owners == {place}:
            kept.append(mention)
            owner.update(dict.fromkeys(span, place))
    return kept

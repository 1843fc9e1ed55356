"""Whether a mention means what it seems to mean: the words around it and the other skills of the text decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from veivalg.matching.document import Document
from veivalg.matching.index import Index
from veivalg.matching.mentions import Mention
from veivalg.matching.sparse import Floats
from veivalg.matching.stopwords import STOPWORDS
from veivalg.matching.vocabulary import Skill
from veivalg.text.wordlists import word_list

_SURE = 0.9
_KINDRED = 0.25  # cosine from which two skills belong together
_STRANGE = 0.03  # cosine with the rest of the text below which weak evidence is not believed
_ENOUGH_COMPANY = 4  # skills that a text must show before a stranger among them can be told
_REACH = 8  # words around a language in which something must say that it is spoken, read or taught
_BEFORE_NAME = 4  # words before a mention in which the name of a body may begin

# "the Ministry of Finance", "Journal of Philosophy": where a word is part of such a name it is no skill.
_BODIES = word_list(
    """
    ministry departement departementet directorate direktorat direktoratet council journal tidsskrift
    tidsskriftet society association foreningen foreininga agency bank conference konferansen norges noregs
    """
)
_LANGUAGE_CUES = word_list(
    """
    språk språka språklig språkleg språkferdigheter språkkunnskaper språkkunnskapar snakker snakkar lese leser
    les lesing skriver skriv skriftlig skriftleg muntlig munnleg flytende flytande morsmål nivå b1 b2 c1 c2 a2
    norskkurs lærer underviser undervist undervisning godt grunnleggende grunnleggjande language languages speak
    speaks spoken read reading write written fluent fluently native mother tongue level basic conversational
    intermediate proficient bilingual taught teach course oversatt oversetter omsetje omsett translated
    """
)

# What may follow a language without making it an adjective: "snakker norsk daglig", "speak German fluently".
_LANGUAGE_WORDS = _LANGUAGE_CUES | word_list(
    """
    daglig dagleg litt noe noko bra flott greit fritt fluently daily well freely somewhat everyday bokmål nynorsk norsk
    engelsk tysk fransk spansk norwegian english german french spanish italian italiensk svensk dansk swedish danish
    """
)


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A text with the skills that are certain in it (their numbers and vectors)."""

    document: Document
    skills: Sequence[Skill]
    index: Index
    sure: frozenset[int]
    vectors: Floats

    @classmethod
    def of(cls, mentions: Sequence[Mention], document: Document, skills: Sequence[Skill], index: Index) -> Context:
        """Collect what the mentions say with certainty."""
        sure = sorted({item.skill for item in mentions if item.score >= _SURE and not item.needs_company})
        return cls(document, skills, index, frozenset(sure), index.skill_vectors[sure])

    def believed(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return one mention per place, without those that the surroundings speak against."""
        by_place: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in mentions:
            if self._is_believable(mention):
                by_place[mention.first, mention.last].append(mention)
        return [max(rivals, key=self._fit) for rivals in by_place.values()]

    def _is_believable(self, mention: Mention) -> bool:
        if self._is_in_name(mention):
            return False
        if self.skills[mention.skill].kind == "language" and not self._is_about_language(mention):
            return False
        return self._has_company(mention)

    def _is_in_name(self, mention: Mention) -> bool:
        tokens, text = self.document.tokens, self.document.text
        if mention.length > 1 or not text[tokens[mention.first].start].isupper():
            return False
        before = tokens[max(0, mention.first - _BEFORE_NAME) : mention.first]
        return any(token.folded in _BODIES and text[token.start].isupper() for token in before)

    def _is_about_language(self, mention: Mention) -> bool:
        """Tell whether somebody speaks or reads it: "Norwegian registers" do not say so."""
        if mention.length > 1:
            return True
        words = self.document.words
        around = words[max(0, mention.first - _REACH) : mention.last + 1 + _REACH]
        return not _LANGUAGE_CUES.isdisjoint(around) and not self._describes_next(mention)

    def _describes_next(self, mention: Mention) -> bool:
        """Tell whether a word for a language only says of what kind the next word is: "norsk språkhistorie"."""
        number = mention.last + 1
        if number >= len(self.document.words) or not self.document.joined[mention.last]:
            return False
        between = self.document.text[self.document.tokens[mention.last].end : self.document.tokens[number].start]
        next_word = self.document.words[number]
        return (
            between.isspace() and "\n" not in between and not (next_word in STOPWORDS or next_word in _LANGUAGE_WORDS)
        )

    def _has_company(self, mention: Mention) -> bool:
        if mention.skill in self.sure and not mention.needs_company:
            return True
        vector = self.index.skill_vectors[mention.skill]
        likeness = self.vectors @ vector
        if mention.needs_company:
            same_kind = sum(self.skills[number].kind == self.skills[mention.skill].kind for number in self.sure)
            return same_kind >= 2 or bool((likeness >= _KINDRED).any())
        return len(self.sure) < _ENOUGH_COMPANY or not vector.any() or float(likeness.max()) >= _STRANGE

    def _fit(self, mention: Mention) -> tuple[float, float, int]:
        """Return how well one of several skills that the same words may mean suits the others."""
        likeness = self.vectors @ self.index.skill_vectors[mention.skill]
        # A sure skill is like itself: that says nothing.
        others = float(likeness.sum() - likeness.max()) / max(len(likeness) - 1, 1) if len(likeness) else 0.0
        return mention.score + others, mention.score, -mention.skill

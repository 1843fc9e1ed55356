"""The matching engine: skills from a text, occupations for skills. Pure Python and numpy; knows no Django.

>>> from veivalg.matching import default_engine, match_document
"""

from __future__ import annotations

from veivalg.matching.complete import Completion
from veivalg.matching.contract import match_document
from veivalg.matching.engine import LONGEST_TEXT, Engine, TextTooLong
from veivalg.matching.prepared import default_engine
from veivalg.matching.recognise import FoundSkill, Reading
from veivalg.matching.suggesting import Filters, Suggestion, Suggestions
from veivalg.matching.vocabulary import Occupation, Skill, Vocabulary
from veivalg.matching.vocabulary_files import default_vocabulary

__all__ = [
    "LONGEST_TEXT",
    "Completion",
    "Engine",
    "Filters",
    "FoundSkill",
    "Occupation",
    "Reading",
    "Skill",
    "Suggestion",
    "Suggestions",
    "TextTooLong",
    "Vocabulary",
    "default_engine",
    "default_vocabulary",
    "match_document",
]

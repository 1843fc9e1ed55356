"""Sentences and clauses as spans of the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = r"(?:[-*+•‣◦▪▫●○■□–—·>»→✓✔]|\(?\d{1,2}[.)]|[a-z]\))"
_BOUNDARY = re.compile(
    rf"""
      (?P<stop>[.!?…]+["'”»)\]]*)(?=\s+["'“«(\[]*[A-ZÆØÅÄÖÜ0-9])   # a full stop and a capital
    | (?P<blank>(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*)              # an empty line
    | (?P<item>(?:\r\n|\r|\n)[ \t]*(?={_BULLET}[ \t]))              # the next item of a list
    | (?P<line>(?:\r\n|\r|\n)[ \t]*(?=[A-ZÆØÅ0-9]))                 # a line that starts anew
    | (?P<other>[\v\f\x1c-\x1e\u2028\u2029]|\t+(?=\S))
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-ZÆØÅ]|dr|prof|ph\.?d|mr|mrs|ms|nr|no|fig|jf|cf|kl|ca|st|vs|e\.g|i\.e|f\.eks|bl\.a|m\.m|et al"
    r"|mfl|inkl|incl|feb|sept?|okt|oct|nov|des|dec|jan|aug|approx)\.$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:()\[\]/|]|\s[-–—]\s"
    r"|\b(?:men|mens|fordi|selv om|sjølv om|samt|but|while|whereas|although|though|because|however)\b",
    re.IGNORECASE,
)
_SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the original text: `text[start:end]`."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Return the sentences, list items and headings of a text, without surrounding white space.

    A wrapped line does not end a sentence; a short line followed by a capital does, as in a CV.

    >>> text = "Brukte f.eks. NMR.  Skrev artikler.\\n- Python\\n- R"
    >>> [text[s.start:s.end] for s in sentences(text)]
    ['Brukte f.eks. NMR.', 'Skrev artikler.', '- Python', '- R']
    """
    spans, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, start, match):
            spans.append(_trimmed(text, start, match.end() if match.lastgroup == "stop" else match.start()))
            start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if span.start < span.end]


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the parts of a sentence between commas, brackets and contrasting words.

    >>> text = "NMR og MS, men ikke Python"
    >>> [text[c.start:c.end] for c in clauses(text, Span(0, len(text)))]
    ['NMR og MS', 'men ikke Python']
    """
    spans, start = [], sentence.start
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        spans.append(_trimmed(text, start, match.start()))
        start = match.start() if match.group()[:1].isalpha() else match.end()
    spans.append(_trimmed(text, start, sentence.end))
    return [span for span in spans if span.start < span.end]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match.lastgroup == "stop":
        return match.group() != "." or not _ABBREVIATION.search(text[max(start, match.end() - 12) : match.end()])
    if match.lastgroup == "line":
        line_start = max(text.rfind("\n", start, match.start()), text.rfind("\r", start, match.start()), start)
        line = text[line_start : match.start()].rstrip()
        return len(line) <= _SHORT_LINE and not line.endswith((",", "-"))
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))

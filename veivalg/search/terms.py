"""Names and typed beginnings, cut the same way. Pure Python."""

from __future__ import annotations

from collections.abc import Iterator

from veivalg.text.folding import fold
from veivalg.text.tokens import tokenise
from veivalg.text.typos import deletions

LONGEST = 100
MOST_WORDS = 12
SHORTEST_MISSPELT = 4
#: Long heads tell more words apart; the short ones serve those who have typed little.
HEADS = (4, 6)


def tails(name: str) -> Iterator[str]:
    """A name as seen from each of its words on, folded.

    >>> list(tails("Data-analyse i R"))
    ['data-analyse i r', 'analyse i r', 'i r', 'r']
    """
    name = storable(name)
    starts = [token.start for token in tokenise(name)] or [0]
    for start in starts[:MOST_WORDS]:
        tail = spaced(fold(name[start:]))[:LONGEST].rstrip()
        if tail:
            yield tail


def sought(typed: str) -> str:
    """What somebody looks for, folded; empty where nothing can begin like that.

    >>> sought("  «Forsk"), sought("   "), sought("x" * 10_000)
    ('forsk', '', '')
    """
    if len(typed) > LONGEST:
        return ""
    return next(tails(typed), "")


def spaced(text: str) -> str:
    """One space between words.

    >>> spaced(" a  b ")
    'a b'
    """
    return " ".join(text.split())


def storable(text: str) -> str:
    """Without what a database refuses: NUL and halves of surrogate pairs.

    >>> storable("a\\x00b\\ud800c")
    'abc'
    """
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def heads(term: str) -> set[str]:
    """The first letters by which a term is found in spite of a slip.

    >>> sorted(heads("kjemi")), heads("egg")
    (['kjem', 'kjemi'], set())
    """
    return {term[:length] for length in HEADS} if len(term) >= SHORTEST_MISSPELT else set()


def forms(head: str) -> set[str]:
    """A head, and what is left of it without each one letter."""
    return {head, *deletions(head)}


def corrections(typed: str, near: set[str]) -> list[str]:
    """Beginnings one slip away from what was typed, made of heads that exist; likely slips first.

    People seldom miss the first letter. A slip in the last letter typed is left out: it is every other letter.

    >>> corrections("sttatistikk", {"statis", "stativ"}), corrections("kjem", {"kjel", "kejm", "hjem"})
    (['statistikk'], ['kejm', 'hjem'])
    """
    length = head_length(typed)
    meant = set()
    for head in near:
        # A letter too many, one wrong or two swapped, one missing: the shortest that fits holds the longer ones.
        made = (head + typed[cut:] for cut in (length + 1, length, length - 1))
        meant.add(next((one for one in made if begins_with_a_slip(one, typed)), typed))
    later = (one for one in meant if not one.startswith(typed[:-1]))
    return sorted(later, key=lambda one: (one[0] != typed[0], abs(len(one) - len(typed)), one))


def head_length(typed: str) -> int:
    """How many of the typed letters to look up."""
    return max(length for length in HEADS if length <= len(typed))


def begins_with_a_slip(term: str, typed: str) -> bool:
    """Whether a term would begin as typed but for one letter wrong, too many, missing, or two swapped.

    >>> [begins_with_a_slip("statistikk", typed) for typed in ("stotis", "sstat", "sttis", "satti", "stat", "genet")]
    [True, True, True, True, False, False]
    """
    same = 0
    while same < min(len(term), len(typed)) and term[same] == typed[same]:
        same += 1
    meant, written = term[same:], typed[same:]
    if not written:
        return False
    return (
        meant[1:].startswith(written[1:])
        or meant.startswith(written[1:])
        or meant[1:].startswith(written)
        or (meant[1::-1] == written[:2] and meant[2:].startswith(written[2:]))
    )

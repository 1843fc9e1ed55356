"""From a ranking to what a person is shown: two lists, filtered, with reasons and gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from veivalg.matching.explain import profession_reason, reasons
from veivalg.matching.index import Index
from veivalg.matching.professions import name_of
from veivalg.matching.ranking import Ranking, at_most_per_group
from veivalg.matching.vocabulary import Occupation, Sector, Skill
from veivalg.text import Language

MOST_PER_ISCO_GROUP = 3
_NORWEGIAN_LEVELS = ("none", "B1", "B2", "C1")
_GENERIC_KINDS = ("transferable", "research", "language")
_LEAST_SHARE = 0.1  # of the best exact score: below it, what fits is an accident
# Nobody enters these from the side: without the profession, several core skills must be there.
_LONG_STUDIES = ("health-personnel", "psychologist", "veterinarian", "lawyer", "priest")
_LEAST_OF_LICENSED = 2


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person rules out beforehand. Empty: nothing."""

    norwegian_at_most: str | None = None  # none | B1 | B2 | C1
    without_licence: bool = False
    without_clearance: bool = False
    employers: Collection[str] | None = None
    fields: Collection[str] | None = None

    def allow(self, occupation: Occupation) -> bool:
        """Tell whether an occupation passes."""
        return (
            (self.norwegian_at_most is None or _level(occupation.norwegian) <= _level(self.norwegian_at_most))
            and not (self.without_licence and occupation.licence)
            and not (self.without_clearance and occupation.clearance != "none")
            and (self.employers is None or not set(self.employers).isdisjoint(occupation.employers))
            and (self.fields is None or not {*self.fields, "all"}.isdisjoint(occupation.fields))
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation with its reasons. `matched` and `missing` are URIs of skills, most telling first.

    `score` (0–1) orders suggestions of one call; `signals` shows what went into it.
    """

    uri: str
    score: float
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[str, ...]
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Two lists, each best first."""

    academia: tuple[Suggestion, ...] = ()
    outside: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Suggester:
    """Turns the ranking of one person into suggestions. `has` are the numbers of their skills."""

    index: Index
    skills: Sequence[Skill]
    occupations: Sequence[Occupation]
    number_of: Mapping[str, int]  # of skills by URI
    has: frozenset[int]
    language: Language

    def best(
        self, ranking: Ranking, sector: Sector, filters: Filters, without: Collection[str], top: int
    ) -> tuple[Suggestion, ...]:
        """Return the best `top` suggestions of a sector."""
        candidates = (
            number
            for number in self._supported(ranking)
            if self.occupations[number].sector == sector
            and self.occupations[number].uri not in without
            and filters.allow(self.occupations[number])
        )
        chosen = at_most_per_group(candidates, lambda number: self.occupations[number].isco, MOST_PER_ISCO_GROUP, top)
        return tuple(self.suggestion(number, ranking) for number in chosen)

    def suggestion(self, number: int, ranking: Ranking | None) -> Suggestion:
        """Return how the person compares with one occupation."""
        occupation = self.occupations[number]
        essential = [uri for uri in self._telling(occupation.essential) if self._holds(uri)]
        useful = [uri for uri in self._telling(occupation.useful) if self._holds(uri)]
        return Suggestion(
            uri=occupation.uri,
            score=round(float(ranking.scores[number]), 4) if ranking else 0.0,
            matched=(*essential, *useful),
            missing=tuple(uri for uri in self._telling(occupation.essential) if not self._holds(uri)),
            reasons=(
                *self._profession_reasons(number, ranking),
                *reasons(self._labels(essential), self._labels(useful), len(occupation.essential), self.language),
            ),
            signals={name: round(float(values[number]), 4) for name, values in ranking.signals.items()}
            if ranking
            else {},
        )

    def _profession_reasons(self, number: int, ranking: Ranking | None) -> Iterator[str]:
        for profession in ranking.professions if ranking else ():
            if number in self.index.professions.row(profession)[0]:
                yield profession_reason(name_of(profession, self.language), self.language)

    def _supported(self, ranking: Ranking) -> Iterator[int]:
        """Yield the occupations, best first, for which there is a reason that a counsellor would accept."""
        exact = ranking.signals["exact"]
        least = _LEAST_SHARE * float(exact.max(initial=0.0))
        own = self._own(ranking)
        for number in ranking.order.tolist():
            if number in own:
                if exact[number] > 0:
                    yield number
            elif exact[number] >= least and self._is_supported(self.occupations[number]):
                yield number

    def _own(self, ranking: Ranking) -> frozenset[int]:
        """Return the occupations that the person's own profession opens."""
        rows = [self.index.professions.row(profession)[0].tolist() for profession in ranking.professions]
        return frozenset(number for row in rows for number in row)

    def _is_supported(self, occupation: Occupation) -> bool:
        """Tell whether what is matched is more than a coincidence."""
        essential = [uri for uri in occupation.essential if self._holds(uri)]
        useful = [uri for uri in occupation.useful if self._holds(uri)]
        if occupation.licence in _LONG_STUDIES and len(essential) < _LEAST_OF_LICENSED:
            return False
        specific = any(self._is_specific(uri) for uri in (*essential, *useful))
        if specific:
            # One skill that is merely useful there, as many are, says nothing about the work.
            return len(essential) + len(useful) > 1 or bool(essential)
        return bool(essential) and self._is_open_to_all(occupation)

    def _is_open_to_all(self, occupation: Occupation) -> bool:
        """Tell whether generic skills are what the work is about: "professor" is, "professor of music" is not."""
        core = occupation.essential
        return "all" in occupation.fields or not any(self._is_specific(uri) for uri in core)

    def _is_specific(self, uri: str) -> bool:
        return self.skills[self.number_of[uri]].kind not in _GENERIC_KINDS

    def _holds(self, uri: str) -> bool:
        return self.number_of[uri] in self.has

    def _telling(self, uris: Iterable[str]) -> list[str]:
        return sorted(uris, key=lambda uri: (-float(self.index.rarity[self.number_of[uri]]), uri))

    def _labels(self, uris: Iterable[str]) -> list[str]:
        return [self.skills[self.number_of[uri]].label(self.language) for uri in uris]


def _level(norwegian: str | None) -> int:
    return _NORWEGIAN_LEVELS.index(norwegian) if norwegian in _NORWEGIAN_LEVELS else 0

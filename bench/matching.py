"""How good, how fast and how heavy the matching engine is: `veivalg bench matching`."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.comparing import comparison, load, save
from bench.labelled import Profile, read_profiles
from bench.metrics import mean, precision_at
from bench.public_sets import measure
from veivalg.matching import Engine, default_vocabulary, match_document
from veivalg.matching.esco_records import with_esco
from veivalg.matching.prepared import prepare
from veivalg.text import LANGUAGES, Language

PROFILES = Path(__file__).parent / "profiles"
DEPTH = 10
_WARM_RUNS = 15
_COLD = (
    "import pathlib, resource, sys; from veivalg.matching import Engine, default_vocabulary, match_document;"
    "path = pathlib.Path(sys.argv[1]);"
    "engine = Engine.load(path) if path.is_file() else Engine(default_vocabulary());"
    "match_document(sys.stdin.read(), engine);"
    "usage = resource.getrusage(resource.RUSAGE_SELF);"
    "status = pathlib.Path('/proc/self/status').read_text();"  # maxrss would be that of the parent
    "print(usage.ru_utime + usage.ru_stime, status.split('VmHWM:')[1].split()[0])"
)
# Some 400 words of an invented researcher, for the times only.
_PARAGRAPH = (
    "Jeg er postdoktor i marinbiologi og har brukt massespektrometri, qPCR og R til å undersøke hvordan "
    "plankton reagerer på varmere hav. Jeg har ledet to tokt, undervist bachelorstudenter i statistikk, "
    "veiledet masterstudenter og skrevet søknader til Forskningsrådet. Resultatene har jeg lagt fram på "
    "internasjonale konferanser og for skoleklasser. "
)
SPEED_TEXT = _PARAGRAPH * 8


@dataclass(slots=True)
class Report:
    """Figures by name, in the order in which they are printed; `notes` say what was not measured."""

    figures: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    by_text: dict[str, dict[str, float]] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return one line per figure and note."""
        width = max((len(name) for name in self.figures), default=0)
        return [*(f"{name:<{width}}  {value:.3f}" for name, value in self.figures.items()), *self.notes]


def run(taxonomy: Path | None = None, shared: Path | None = None, profiles: Path = PROFILES) -> Report:
    """Measure with the default vocabulary, with ESCO from `taxonomy` if given; `shared` holds the public sets."""
    report = Report()
    vocabulary = default_vocabulary()
    started = time.process_time()
    if taxonomy is not None:
        vocabulary = with_esco(vocabulary, [taxonomy])
    engine = Engine(vocabulary)
    report.figures["skills"] = len(vocabulary.skills)
    report.figures["occupations"] = len(vocabulary.occupations)
    report.figures["build, CPU s"] = time.process_time() - started
    _measure_profiles(engine, read_profiles(profiles), report)
    _measure_speed(engine, report)
    if taxonomy is None:
        _measure_cold_start(report)
    report.figures["resident, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if shared is None:
        report.notes.append("skills RP@5, MRR and titles MAP: skipped: no data")
    else:
        report.figures |= measure(shared)
    return report


def _measure_profiles(engine: Engine, profiles: Sequence[Profile], report: Report) -> None:
    if not profiles:
        report.notes.append("own profiles: skipped: no labels")
        return
    valid: list[bool] = []
    for half in ("development", "reporting"):
        for language in LANGUAGES:
            answers = {
                profile.id: _answer(engine, profile, language, valid)
                for profile in profiles
                if profile.half == half and language in profile.texts
            }
            for name in next(iter(answers.values()), ()):
                figure = f"{half} {language} {name}"
                report.by_text[figure] = {text: answer[name] for text, answer in answers.items()}
                report.figures[figure] = mean(report.by_text[figure].values())
    report.figures["spans valid, share"] = mean(map(float, valid))


def _answer(engine: Engine, profile: Profile, language: Language, valid: list[bool]) -> dict[str, float]:
    """Return the figures of one text, and note for each of its spans whether it is exact."""
    text = profile.texts[language]
    answer = match_document(text, engine, language, 2 * DEPTH)
    valid.extend(text[skill["start"] : skill["end"]] == skill["quote"] for skill in answer["skills"])
    found = [engine.vocabulary.occupations[item["uri"]] for item in answer["occupations"]]
    return {
        f"P@{DEPTH}": precision_at([profile.is_hit(occupation) for occupation in found], DEPTH),
        f"ISCO-4 P@{DEPTH}": precision_at([profile.is_near_hit(occupation) for occupation in found], DEPTH),
        f"both sectors in {2 * DEPTH}": float(len({occupation.sector for occupation in found}) == 2),
        "laughable, share": mean(float(occupation.isco in profile.laughable) for occupation in found),
        "occupations found": len(found),
    }


def _measure_speed(engine: Engine, report: Report) -> None:
    match_document(SPEED_TEXT, engine)
    wall, cpu = [], []
    for number in range(_WARM_RUNS):
        # A word of its own each time, so that nothing is answered from a cache.
        text = f"{SPEED_TEXT} prosjektnummer{number}"
        started, started_cpu = time.perf_counter(), time.process_time()
        match_document(text, engine)
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - started_cpu)
    report.figures["400 words warm, ms"] = sorted(wall)[_WARM_RUNS // 2] * 1_000
    report.figures["400 words warm, CPU ms"] = sorted(cpu)[_WARM_RUNS // 2] * 1_000


def _measure_cold_start(report: Report) -> None:
    with TemporaryDirectory() as folder:
        prepared = prepare(Path(folder))
        for name, path in ((" without a file", Path(folder)), ("", prepared)):
            wall, cpu, resident = _cold_start(path)
            report.figures[f"400 words cold{name}, s"] = wall
            report.figures[f"400 words cold{name}, CPU s"] = cpu
            report.figures[f"resident after one text{name}, MB"] = resident


def _cold_start(engine_file: Path) -> tuple[float, float, float]:
    """Return wall and CPU seconds and resident megabytes of a process that answers one text."""
    root = Path(__file__).parents[1]
    started = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - this interpreter with a constant program
        [sys.executable, "-c", _COLD, str(engine_file)],
        input=SPEED_TEXT,
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    cpu, kilobytes = done.stdout.split()
    return time.perf_counter() - started, float(cpu), int(kilobytes) / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line and print the report."""
    parser = argparse.ArgumentParser(prog="veivalg bench matching", description=__doc__)
    parser.add_argument("--taxonomy", type=Path, help="ESCO as a zip or folder, merged with the default vocabulary")
    parser.add_argument("--bench-data", type=Path, default=os.environ.get("VEIVALG_BENCH_DATA"), help="the public sets")
    parser.add_argument("--profiles", type=Path, default=PROFILES, help="own labelled profiles")
    parser.add_argument("--save", type=Path, help="keep the values of each text in a file")
    parser.add_argument("--against", type=Path, help="compare with such a file: paired bootstrap over the texts")
    chosen = parser.parse_args(arguments)
    shared = Path(chosen.bench_data) if chosen.bench_data else None
    report = run(chosen.taxonomy, shared, chosen.profiles)
    if chosen.against:
        report.notes += comparison(report.by_text, load(chosen.against))
    if chosen.save:
        save(chosen.save, report.by_text)
    print("\n".join(report.lines()))


if __name__ == "__main__":
    main()

"""What services write into the log, people can read on "My data"."""

from __future__ import annotations

import re
from pathlib import Path

from veivalg.home.queries.deeds import WORDS

ROOT = Path(__file__).resolve().parent.parent
RECORDED = re.compile(r"""\b(?:record|note)\(\s*"([a-z-]+)\"""")


def test_every_deed_that_a_service_records_has_words():
    services = [path for path in (ROOT / "veivalg").rglob("*.py") if "services" in str(path) or path.stem == "scoping"]
    recorded = {action for path in services for action in RECORDED.findall(path.read_text(encoding="utf-8"))}
    assert recorded <= set(WORDS), "say it in veivalg/home/queries/deeds.py"

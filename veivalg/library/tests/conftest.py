"""Articles for the tests: a few on one shelf, made through the services that people use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cast import person
from veivalg.institutions.models import Institution, Person
from veivalg.institutions.roles import Role
from veivalg.library.content import Content, SourceData, Words
from veivalg.library.files import write_article
from veivalg.library.models import Article
from veivalg.library.services import load_articles


def content(title: str = "Before you sign", **changes: object) -> Content:
    """A complete article in English and bokmål."""
    whole: dict[str, object] = {
        "topics": ("employment-rules",),
        "themes": ("choices",),
        "phases": ("start", "underway"),
        "sources": (SourceData("Lovdata", "The regulation", "https://lovdata.no", "2026-11"),),
        "words": {
            "en": Words(
                title, f"{title}: what to look for.", "## First\n\nRead it.\n\n## Next steps\n\n- Ask.", "", ("?",)
            ),
            "nb": Words(f"{title} (nb)", "Hva du bør se etter.", "## Først\n\nLes.\n\n## Neste steg\n\n- Spør."),
        },
    }
    return Content(**{**whole, **changes})  # type: ignore[arg-type]


@pytest.fixture
def shipped(tmp_path: Path, db: None) -> Callable[..., Article]:
    """Put an article among those that come with the product, and load them all."""

    def ship(slug: str = "before-you-sign", title: str = "Before you sign", **changes: object) -> Article:
        write_article(tmp_path / slug, content(title, **changes))
        load_articles(data=tmp_path)
        return Article.objects.get(slug=slug)

    return ship


@pytest.fixture
def eva(nordhavn: Institution) -> Person:
    """An editor at Nordhavn."""
    return person("Eva", nordhavn, Role.EDITOR)


@pytest.fixture(scope="session")
def position_codes() -> set[str]:
    """Codes of the position types that institutions know."""
    import yaml

    import veivalg.institutions as institutions

    path = Path(institutions.__file__).parent / "data" / "position_types.yaml"
    return {row["code"] for row in yaml.safe_load(path.read_text(encoding="utf-8"))}

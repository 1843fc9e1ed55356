"""Articles as they stand, the revisions behind them, and what readers keep of them."""

from __future__ import annotations

from veivalg.library.models.articles import Article, ArticleCode, ArticleText, Source
from veivalg.library.models.overlays import Overlay, OverlayText
from veivalg.library.models.readers import Bookmark, Helpful
from veivalg.library.models.revisions import Revision, Step

__all__ = [
    "Article",
    "ArticleCode",
    "ArticleText",
    "Bookmark",
    "Helpful",
    "Overlay",
    "OverlayText",
    "Revision",
    "Source",
    "Step",
]

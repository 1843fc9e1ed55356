"""Writing: an article's way from draft to archive, what comes with the product, and what readers leave behind."""

from __future__ import annotations

from veivalg.library.services.loading import Loaded, import_articles, load_articles
from veivalg.library.services.overlays import NoReplacement, NotShared, say_here, say_nothing_here
from veivalg.library.services.readers import answer_helpful, keep, let_go
from veivalg.library.services.workflow import (
    NotNow,
    SamePerson,
    SavedMeanwhile,
    approve,
    archive,
    begin_article,
    begin_revision,
    confirm,
    drop,
    publish_due,
    restore,
    revive,
    save_draft,
    send_back,
    send_to_review,
    wrote,
)

__all__ = [
    "Loaded",
    "NoReplacement",
    "NotNow",
    "NotShared",
    "SamePerson",
    "SavedMeanwhile",
    "answer_helpful",
    "approve",
    "archive",
    "begin_article",
    "begin_revision",
    "confirm",
    "drop",
    "import_articles",
    "keep",
    "let_go",
    "load_articles",
    "publish_due",
    "restore",
    "revive",
    "save_draft",
    "say_here",
    "say_nothing_here",
    "send_back",
    "send_to_review",
    "wrote",
]

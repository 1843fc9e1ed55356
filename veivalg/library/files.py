"""Articles as folders: `article.yaml` with what is the same in all languages, and `<language>.md` with the words.

The Markdown begins with `# Title` and one paragraph that is the lead. Reading what was written gives the same content.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext_lazy as _

from veivalg.library.content import FAMILY_FIELDS, Content, ContentError, SourceData, Words, check

DATA = Path(__file__).resolve().parent / "data" / "articles"
# The same safe loader, ten times as fast where libyaml is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ABOUT = "article.yaml"
KEYS = {*FAMILY_FIELDS.values(), "from_abroad", "neutrality", "questions", "sources", "review_after_months"}
LARGEST_FILE = 200_000


class ArticleFileError(ContentError):
    """A file that cannot be read as an article; nothing has been written."""


def article_folders(data: Path = DATA) -> list[Path]:
    """The folders that hold an article, by name."""
    return sorted(path.parent for path in data.glob(f"*/{ABOUT}"))


def read_article(folder: Path) -> Content:
    """An article from its folder, checked. The folder's name is the slug."""
    files = {path.name: text_of(path) for path in sorted(folder.iterdir()) if path.suffix in {".md", ".yaml"}}
    return whole_article(folder.name, files)


def whole_article(name: str, files: dict[str, str]) -> Content:
    """An article from its files, checked; what is wrong is told with the article's name."""
    try:
        # No database keeps it, and nobody typed it.
        content = from_files({path: text.replace("\x00", "") for path, text in files.items()})
        check(content)
    except (ContentError, KeyError, TypeError, ValueError, AttributeError, yaml.YAMLError) as error:
        raise ArticleFileError(f"{name}: {error}") from error
    return content


def text_of(path: Path) -> str:
    if path.stat().st_size > LARGEST_FILE:
        raise ArticleFileError(_("%(file)s is too large.") % {"file": path.name})
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ArticleFileError(_("%(file)s is not UTF-8 text.") % {"file": path.name}) from error


def from_files(files: dict[str, str]) -> Content:
    """File names with their text → content."""
    about = yaml.load(files[ABOUT], Loader=LOADER)  # noqa: S506 (both are safe loaders)
    unknown = set(about) - KEYS
    if unknown:
        raise ArticleFileError(f"unknown keys {sorted(unknown)}")
    neutrality, questions = about.get("neutrality") or {}, about.get("questions") or {}
    words = {}
    for name, text in files.items():
        if name.endswith(".md"):
            language = name.removesuffix(".md")
            title, lead, body = split_words(text)
            asked = tuple(str(question).strip() for question in questions.get(language) or ())
            words[language] = Words(title, lead, body, str(neutrality.get(language, "")).strip(), asked)
    return Content(
        **{name: tuple(about.get(name) or ()) for name in FAMILY_FIELDS.values()},
        from_abroad=bool(about.get("from_abroad", False)),
        review_after_months=int(about.get("review_after_months", 12)),
        sources=tuple(source_from(row) for row in about.get("sources") or ()),
        words=words,
    )


def source_from(row: dict[str, Any]) -> SourceData:
    return SourceData(
        who=str(row["who"]).strip(),
        title=str(row["title"]).strip(),
        url=str(row.get("url") or "").strip(),
        date=str(row.get("date") or "").strip(),
        checked=bool(row.get("checked", False)),
    )


def split_words(text: str) -> tuple[str, str, str]:
    """Title, lead and body of a Markdown file.

    >>> split_words("# Hello\\n\\nA lead\\non two lines.\\n\\n## First\\n\\nText.\\n")
    ('Hello', 'A lead on two lines.', '## First\\n\\nText.')
    """
    head, _newline, rest = text.replace("\r\n", "\n").strip().partition("\n")
    if not head.startswith("# "):
        raise ArticleFileError(_("A text begins with a line “# Title”."))
    lead, _gap, body = rest.strip().partition("\n\n")
    return head[2:].strip(), " ".join(lead.split()), body.strip()


def to_files(content: Content) -> dict[str, str]:
    """Content → file names with their text; the inverse of `from_files`."""
    about: dict[str, Any] = {name: list(getattr(content, name)) for name in FAMILY_FIELDS.values()}
    about["from_abroad"] = content.from_abroad
    about["neutrality"] = {code: said.neutrality for code, said in content.words.items() if said.neutrality} or None
    about["questions"] = {code: list(said.questions) for code, said in content.words.items()}
    about["sources"] = [
        {"who": row.who, "title": row.title, "url": row.url, "date": row.date, "checked": row.checked}
        for row in content.sources
    ]
    about["review_after_months"] = content.review_after_months
    files = {ABOUT: yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=110)}
    for language, said in content.words.items():
        files[f"{language}.md"] = f"# {said.title}\n\n{said.lead}\n\n{said.body}\n"
    return files


def write_article(folder: Path, content: Content) -> None:
    """Write an article's files, and take away those of languages that it no longer has."""
    folder.mkdir(parents=True, exist_ok=True)
    files = to_files(content)
    for path in folder.glob("*.md"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")

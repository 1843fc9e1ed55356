"""Articles as a zip file of folders: to take along, to write elsewhere, to bring back. What comes in is bounded."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import IO

from django.utils.translation import gettext_lazy as _

from veivalg.library.content import SLUG, Content
from veivalg.library.files import ABOUT, LARGEST_FILE, ArticleFileError, whole_article

LARGEST_ZIP = 5_000_000
MOST_FILES = 2_000


def pack(articles: Mapping[str, dict[str, str]]) -> bytes:
    """Slug → its files, as a zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for slug, files in articles.items():
            for name, text in files.items():
                archive.writestr(f"{slug}/{name}", text)
    return made.getvalue()


def unpack(file: IO[bytes]) -> dict[str, Content]:
    """Slug → content, of every folder that holds an article; the first fault refuses the whole file."""
    try:
        with zipfile.ZipFile(file) as archive:
            folders = folders_in(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise ArticleFileError(_("This is not a zip file that can be read.")) from error
    found = {slug: whole_article(slug, files) for slug, files in folders.items() if ABOUT in files}
    if not found:
        raise ArticleFileError(_("There is no folder with an article.yaml in this file."))
    return found


def folders_in(archive: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST_ZIP * 4:
        raise ArticleFileError(_("The file holds too much."))
    folders: dict[str, dict[str, str]] = {}
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if len(path.parts) < 2 or path.suffix not in {".md", ".yaml"}:
            continue
        slug = path.parts[-2]
        if SLUG.fullmatch(slug):
            folders.setdefault(slug, {})[path.name] = read(archive, entry)
    return folders


def read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """The text of one file; never more of it than an article's file can have, whatever the header says."""
    with archive.open(entry) as source:
        data = source.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ArticleFileError(_("%(file)s is too large.") % {"file": entry.filename})
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleFileError(_("%(file)s is not UTF-8 text.") % {"file": entry.filename}) from error

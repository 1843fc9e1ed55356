"""Markdown to HTML that is safe to show, whoever wrote it: no raw HTML, and nh3 behind that.

Links to `article:<slug>` and `tool:<name>` are turned into addresses of this site. Headings get ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import nh3
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "br", "hr", "img"} | {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"}, "img": {"src", "alt", "loading"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# `tool:<name>` → the name of its address; a list of (route, args), the first that exists being taken.
TOOLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "competence": (("competence:start",), ("competence:try",)),
    "framework": (("framework:model",),),
    "library": (("library:shelf",),),
}
NEXT_STEPS = re.compile(r"^## (?:Neste steg|Next steps)\s*$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rendered:
    """An article's text as HTML, its next steps apart, and its headings as (id, words)."""

    body: SafeString
    steps: SafeString
    headings: tuple[tuple[str, str], ...]


def render(text: str, gone: frozenset[str] = frozenset()) -> Rendered:
    """Turn an article's body into HTML; the same text is rendered once per process.

    `gone` are slugs that the text links to and that the reader cannot open: those links lead to the shelf.
    """
    found = NEXT_STEPS.search(text)
    body, steps = (text[: found.start()], text[found.end() :]) if found else (text, "")
    html, headings = _html(body, gone)
    return Rendered(mark_safe(html), mark_safe(_html(steps, gone)[0]), headings)  # noqa: S308 (cleaned by nh3)


def render_plain(text: str) -> SafeString:
    """A note or an addition: HTML without a part of its own for next steps."""
    return mark_safe(_html(text, frozenset())[0])  # noqa: S308 (cleaned by nh3)


@lru_cache(maxsize=2048)
def _html(text: str, gone: frozenset[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    headings = tuple(_give_ids(tokens))
    _each_link(tokens, lambda address: resolve(address, gone))
    dirty = parser.renderer.render(tokens, parser.options, {})
    clean = nh3.clean(
        dirty,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    return clean, headings


def _give_ids(tokens: list[Token]) -> list[tuple[str, str]]:
    """Name the headings, so that one can link to a part; an article's own begin at the second level."""
    found: list[tuple[str, str]] = []
    for number, token in enumerate(tokens):
        if token.type not in {"heading_open", "heading_close"}:
            continue
        token.tag = token.tag if token.tag in {"h2", "h3"} else "h2"
        if token.type == "heading_open":
            words = tokens[number + 1].content
            name = f"{slugify(words) or 'part'}-{len(found) + 1}"
            token.attrSet("id", name)
            if token.tag == "h2":
                found.append((name, words))
    return found


def _each_link(tokens: list[Token], change: Callable[[str], str]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", change(str(child.attrGet("href") or "")))
            if child.type == "image":
                child.attrSet("src", change(str(child.attrGet("src") or "")))
                child.attrSet("loading", "lazy")


def resolve(address: str, gone: frozenset[str] = frozenset()) -> str:
    """An address of this site for our own schemes; others stay as they are."""
    scheme, _colon, rest = address.partition(":")
    if scheme == "article":
        return (rest not in gone and _reverse("library:article", rest)) or reverse("library:shelf")
    if scheme == "tool":
        return next(filter(None, (_reverse(*route) for route in TOOLS.get(rest, ()))), "/")
    return address


def _reverse(route: str, *args: str) -> str:
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""


def articles_in(text: str) -> set[str]:
    """Slugs of the articles that a text links to."""
    return {address.removeprefix("article:") for address in links_in(text) if address.startswith("article:")}


def links_in(text: str) -> list[str]:
    """The addresses that a text links to, as written."""
    found: list[str] = []

    def keep(address: str) -> str:
        found.append(address)
        return address

    _each_link(MarkdownIt("commonmark", {"html": False}).enable("table").parse(text), keep)
    return found


def count_words(text: str) -> int:
    """Words as a reader counts them.

    >>> count_words("## Two words\\n\\nand **three** [more here](https://x.example).")
    6
    """
    return len(re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"\]\([^)]*\)", "]", text)))

"""Walks all links of the site by plain requests, as the person who is signed in."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIRequestContext

from veivalg.core.http import PUBLIC

MOST_PAGES = 600
ENOUGH = 2
# Signs in as somebody else.
NOT_FOLLOWED = ("/accounts/demo/",)


class Outline(HTMLParser):
    """What a crawler needs of a page: links, ids, language, number of first-level headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.language = ""
        self.headings = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "html":
            self.language = said.get("lang") or ""
        if tag == "h1":
            self.headings += 1
        if tag == "a" and said.get("href"):
            self.links.append(str(said["href"]))
        if said.get("id"):
            self.ids.add(str(said["id"]))


@dataclass(slots=True)
class Found:
    """The pages (address → outline, in the order of finding) and what was wrong."""

    pages: dict[str, Outline] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def walk(http: APIRequestContext, base_url: str, language: str, *, public: bool) -> Found:
    """Follow every link from the first page until nothing is new.

    Public pages are the same for everybody: unless it is them that one is after, two of each pattern are enough.
    """
    found = Found()
    waiting, seen = deque([("/", "the start")]), {"/"}
    fetched: Counter[str] = Counter()
    while waiting:
        path, origin = waiting.popleft()
        route, open_to_all = route_of(path)
        fetched[route] += 1
        if open_to_all and not public and fetched[route] > ENOUGH:
            continue
        outline = fetch(http, path, origin, language, found)
        for link in own_links(outline, base_url, path) if outline else ():
            if link not in seen:
                seen.add(link)
                waiting.append((link, path))
        assert len(seen) < MOST_PAGES, f"endless links, such as {link} on {path}"
    found.wrong += broken_fragments(found.pages, base_url)
    return found


def fetch(http: APIRequestContext, path: str, origin: str, language: str, found: Found) -> Outline | None:
    """The outline of an HTML page; what is wrong with the answer is noted."""
    answer = http.get(path)
    if not answer.ok:
        found.wrong.append(f"{path}: status {answer.status}, linked from {origin}")
        return None
    if "text/html" not in answer.headers.get("content-type", ""):
        return None
    outline = found.pages[path] = Outline(answer.text())
    if outline.language != language:
        found.wrong.append(f"{path}: in {outline.language!r} instead of {language!r}")
    if outline.headings != 1:
        found.wrong.append(f"{path}: {outline.headings} first-level headings")
    return outline


def own_links(outline: Outline, base_url: str, path: str) -> Iterator[str]:
    """Addresses of this site that the page links to, without fragments."""
    for href in outline.links:
        whole = urldefrag(urljoin(base_url + path, href)).url
        if whole.startswith(base_url + "/") and not whole.removeprefix(base_url).startswith(NOT_FOLLOWED):
            yield whole.removeprefix(base_url)


def broken_fragments(pages: dict[str, Outline], base_url: str) -> list[str]:
    """Links to a part of a page that has no such part."""
    wrong = []
    for path, outline in pages.items():
        for href in outline.links:
            whole, fragment = urldefrag(urljoin(base_url + path, href))
            target = pages.get(whole.removeprefix(base_url))
            if fragment and target and fragment not in target.ids:
                wrong.append(f"{path}: links to {href}, and there is no such part")
    return wrong


def route_of(path: str) -> tuple[str, bool]:
    """The pattern of the address, and whether the page is the same for everybody."""
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return path, True
    return match.route, getattr(match.func, "access", PUBLIC) == PUBLIC


def samples(pages: dict[str, Outline], *, of_each: int, own_only: bool) -> list[str]:
    """The first few pages of each pattern: pages of one pattern come from one template."""
    taken: Counter[str] = Counter()
    chosen = []
    for path in pages:
        route, public = route_of(path)
        taken[route] += 1
        if taken[route] <= of_each and (path == "/" or not (own_only and public)):
            chosen.append(path)
    return chosen

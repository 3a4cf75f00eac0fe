"""The plugin `web`: pages that are found for a question, and an answer that cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .knowledge import find_cities
from .reply import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .turn import Turn

_MAX_RESULTS = 5


def search_web(turn: Turn) -> Reply | None:
    """Return a reply that cites the pages found; None if the request does not search the web.

    It does with the plugin `web`, or with the variant `:online` of a model.
    """
    if not turn.uses_plugin("web") and not turn.model.endswith(":online"):
        return None
    plugin: Mapping[str, Any] = next((each for each in turn.body.get("plugins") or [] if each["id"] == "web"), {})
    text, annotations = "", []
    for title, url, content in _find_pages(turn.last_text)[: plugin.get("max_results") or _MAX_RESULTS]:
        start = len(text)
        text += f"{content} [example.com]({url}) "
        citation = {"url": url, "title": title, "content": content, "start_index": start, "end_index": len(text) - 1}
        annotations.append({"type": "url_citation", "url_citation": citation})
    return Reply(text.rstrip(), members={"annotations": annotations}, searches=1)


def _find_pages(text: str) -> list[tuple[str, str, str]]:
    """Return the title, the URL and the content of the pages about the cities in a text."""
    pages: list[tuple[str, str, str]] = [
        (
            city.name,
            f"https://example.com/{city.name.lower()}",
            f"{city.name} is the capital of {city.country} and has {city.population:,} inhabitants.",
        )
        for city in find_cities(text)
    ]
    return pages or [("Search results", "https://example.com/", f"This page mentions: {text}")]

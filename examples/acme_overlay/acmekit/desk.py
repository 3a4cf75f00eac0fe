"""A client of OpenRouter with a namespace and a setting of its own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from openrouterkit import AsyncOpenRouter, OpenRouter, system, user

if TYPE_CHECKING:
    from typing import Unpack

    from openrouterkit import Message
    from openrouterkit.openrouter import AsyncOpenRouterOptions, OpenRouterOptions

MODEL: Final = "openai/gpt-4o-mini"


class Desk(OpenRouter):
    """A client of OpenRouter that summarizes texts.

    with Desk(max_words=20) as desk:
        print(desk.summaries.create("..."))

    Args:
        max_words: The longest summary.
        options: The settings of `openrouterkit.OpenRouter`.
    """

    def __init__(self, *, max_words: int = 50, **options: Unpack[OpenRouterOptions]) -> None:
        super().__init__(**options)
        self.max_words = max_words

    @cached_property  # a derived client (`with_options`) computes it anew, so that it uses that client
    def summaries(self) -> Summaries:
        """Summarize texts."""
        return Summaries(self)


class AsyncDesk(AsyncOpenRouter):
    """The async client, with the methods of `Desk`."""

    def __init__(self, *, max_words: int = 50, **options: Unpack[AsyncOpenRouterOptions]) -> None:
        super().__init__(**options)
        self.max_words = max_words

    @cached_property
    def summaries(self) -> AsyncSummaries:
        """Summarize texts."""
        return AsyncSummaries(self)


class Summaries:
    """Summarize texts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def create(self, text: str) -> str:
        """Return a summary of the text."""
        return self._desk.chat.send(model=MODEL, messages=write_messages(text, self._desk.max_words)).text


class AsyncSummaries:
    """Summarize texts."""

    def __init__(self, desk: AsyncDesk) -> None:
        self._desk = desk

    async def create(self, text: str) -> str:
        """Return a summary of the text."""
        result = await self._desk.chat.send(model=MODEL, messages=write_messages(text, self._desk.max_words))
        return result.text


def write_messages(text: str, max_words: int) -> list[Message]:
    """Return the messages that request a summary: what the sync and the async namespace have in common."""
    return [system(f"Summarize the text in at most {max_words} words."), user(text)]

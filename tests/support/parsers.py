"""Parsers of chat streams, without a client."""

from __future__ import annotations

from typing import Any

from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._streaming.parser import AccumulatingParser
from openrouterkit.accumulate import Accumulator
from openrouterkit.headers import Headers
from openrouterkit.results import ChatCompletion, ChatCompletionChunk


def chat_parser(errors: ErrorFactory | None = None, **settings: Any) -> AccumulatingParser[ChatCompletionChunk]:
    """The parser a client makes for a chat stream; see `AccumulatingParser` for its settings."""
    return AccumulatingParser(
        errors or ErrorFactory(200, Headers(), required_member="choices"),
        accumulator=Accumulator(),
        chunk=ChatCompletionChunk,
        result=ChatCompletion,
        **settings,
    )

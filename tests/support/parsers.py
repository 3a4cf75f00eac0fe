"""Parsers of chat streams, without a client."""

from __future__ import annotations

from typing import Any

from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._results.building import build_result, make_timing_setter
from openrouterkit._streaming.accumulating_parser import AccumulatingParser
from openrouterkit.accumulate import Accumulator
from openrouterkit.headers import Headers
from openrouterkit.results import ChatCompletion, ChatCompletionChunk


def make_chat_parser(errors: ErrorFactory | None = None, **settings: Any) -> AccumulatingParser[ChatCompletionChunk]:
    """Return a parser for chat streams, as a client creates it; see `AccumulatingParser` for the settings."""
    return AccumulatingParser(
        ChatCompletionChunk._adopt,
        errors or ErrorFactory(200, Headers(), required_member="choices"),
        accumulator=Accumulator(),
        set_timing=make_timing_setter(ChatCompletionChunk),
        build_result=lambda data: build_result(ChatCompletion, data),
        **settings,
    )

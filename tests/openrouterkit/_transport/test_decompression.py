"""Compressed bodies, undone in pieces of bounded size."""

from __future__ import annotations

import zlib
from typing import Any

import httpx
import pytest
from loopback import DONE, Loopback, answer, chunk, completion, event

from openrouterkit._flow.limits import RESPONSE_LIMIT
from openrouterkit._transport.decompression import PIECE, Inflater, check_encoding
from openrouterkit.client import OpenRouter
from openrouterkit.errors import DecodeError, OpenRouterError, StreamError

MESSAGES: Any = [{"role": "user", "content": "hi"}]
TEXT = b"Some text, " * 10_000


def compressed(*parts: bytes, wbits: int = 31) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return b"".join([*map(packer.compress, parts), packer.flush()])


@pytest.mark.parametrize("size", [3, 1000, 1_000_000])
@pytest.mark.parametrize(("name", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_what_was_compressed_comes_back_however_it_is_cut(name: str, wbits: int, size: int) -> None:
    body = compressed(TEXT, wbits=wbits)
    inflater = Inflater(name)
    reads = [body[at : at + size] for at in range(0, len(body), size)]
    assert b"".join(piece for data in reads for piece in inflater.feed(data)) == TEXT


def test_no_piece_is_longer_than_its_limit_however_little_was_read() -> None:
    sizes = [len(piece) for piece in Inflater("gzip").feed(compressed(bytes(8 * PIECE)))]
    assert sum(sizes) == 8 * PIECE
    assert max(sizes) <= PIECE


def test_what_is_not_compressed_as_stated_is_a_decoding_error() -> None:
    with pytest.raises(httpx.DecodingError):
        list(Inflater("gzip").feed(b"no gzip at all"))


@pytest.mark.parametrize(
    ("stated", "inflated"),
    [("", None), ("identity", None), ("GZIP", "gzip"), ("x-gzip", "gzip"), ("identity, gzip", "gzip")],
)
def test_the_stated_encoding_is_read_in_any_case_and_may_be_none(stated: str, inflated: str | None) -> None:
    assert check_encoding(stated) == inflated


@pytest.mark.parametrize("stated", ["br", "zstd", "gzip, br", "gzip, gzip"])
def test_an_encoding_that_was_not_asked_for_or_is_stacked_is_refused(stated: str) -> None:
    with pytest.raises(DecodeError, match=stated):
        check_encoding(stated)


@pytest.mark.parametrize("own", [True, False])
def test_only_what_can_be_read_in_pieces_is_asked_for(own: bool) -> None:
    with (
        Loopback([answer(completion())]) as server,
        httpx.Client(headers={"accept-encoding": "br"}) as given,
        OpenRouter(base_url=server.url, http_client=None if own else given) as client,
    ):
        client.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"


def streamed(*parts: bytes, encoding: str = "gzip") -> str | OpenRouterError:
    """The text of a compressed stream, or the error it ends in."""
    body = compressed(*parts)
    packed = answer(body, content_type="text/event-stream", content_encoding=encoding)
    with Loopback([packed]) as server, OpenRouter(base_url=server.url, retries=0) as client:
        try:
            with client.chat.stream(messages=MESSAGES) as stream:
                return stream.read_all().text
        except OpenRouterError as error:
            return error


def test_a_compressed_stream_is_read() -> None:
    assert streamed(event(chunk("Hel")), event(chunk("lo", "stop")), DONE) == "Hello"


def test_an_event_without_end_is_given_up_at_the_limit_of_an_answer() -> None:
    error = streamed(event(chunk("a")), b"data: ", *[bytes(2**20)] * (RESPONSE_LIMIT // 2**20 + 8))
    assert type(error) is StreamError
    assert f"over {RESPONSE_LIMIT} bytes" in str(error)
    assert error.partial.text == "a"


def test_an_event_of_lines_without_end_is_given_up_too() -> None:
    line = b"data: " + bytes(2**20) + b"\n"
    error = streamed(event(chunk("a")), *[line] * (RESPONSE_LIMIT // 2**20 + 8))
    assert type(error) is StreamError
    assert f"over {RESPONSE_LIMIT} bytes" in str(error)

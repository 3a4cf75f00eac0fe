"""Decompression of response bodies in pieces of bounded size."""

from __future__ import annotations

import zlib
from typing import Any

import httpx
import pytest
from http_libraries import HTTP_LIBRARIES
from loopback import DONE, Loopback, chunk, completion, event, http_response

from openrouterkit._flow.limits import RESPONSE_LIMIT
from openrouterkit._transport.decompression import (
    MAX_PIECE_SIZE,
    DecompressionError,
    Decompressor,
    parse_content_encoding,
)
from openrouterkit.errors import DecodeError, OpenRouterError, StreamError
from openrouterkit.openrouter import OpenRouter

MESSAGES: Any = [{"role": "user", "content": "hi"}]
TEXT = b"Some text, " * 10_000


def compress(*parts: bytes, wbits: int = 31) -> bytes:
    compressor = zlib.compressobj(9, wbits=wbits)
    return b"".join([*map(compressor.compress, parts), compressor.flush()])


@pytest.mark.parametrize("size", [3, 1000, 1_000_000])
@pytest.mark.parametrize(("name", "wbits"), [("gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_decompression_does_not_depend_on_the_size_of_reads(name: str, wbits: int, size: int) -> None:
    body = compress(TEXT, wbits=wbits)
    decompressor = Decompressor(name)
    reads = [body[at : at + size] for at in range(0, len(body), size)]
    assert b"".join(piece for data in reads for piece in decompressor.feed(data)) == TEXT


def test_pieces_are_not_longer_than_the_maximum_size() -> None:
    sizes = [len(piece) for piece in Decompressor("gzip").feed(compress(bytes(8 * MAX_PIECE_SIZE)))]
    assert sum(sizes) == 8 * MAX_PIECE_SIZE
    assert max(sizes) <= MAX_PIECE_SIZE


def test_data_that_is_not_compressed_raises_decompression_error() -> None:
    with pytest.raises(DecompressionError):
        list(Decompressor("gzip").feed(b"not gzip"))


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("", None), ("identity", None), ("GZIP", "gzip"), ("x-gzip", "gzip"), ("identity, gzip", "gzip")],
)
def test_content_encoding_is_parsed_in_any_letter_case(header: str, encoding: str | None) -> None:
    assert parse_content_encoding(header) == encoding


@pytest.mark.parametrize("header", ["br", "zstd", "gzip, br", "gzip, gzip"])
def test_unsupported_and_multiple_content_encodings_are_rejected(header: str) -> None:
    with pytest.raises(DecodeError, match=header):
        parse_content_encoding(header)


@pytest.mark.parametrize("own", [True, False])
def test_accept_encoding_has_only_supported_encodings(own: bool) -> None:
    with (
        Loopback([http_response(completion())]) as server,
        httpx.Client(headers={"accept-encoding": "br"}) as http_client,
        OpenRouter(base_url=server.url, http_client=None if own else http_client) as client,
    ):
        client.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"


def read_stream(*parts: bytes, encoding: str = "gzip") -> str | OpenRouterError:
    """Return the text of a compressed stream, or the error it raises."""
    body = compress(*parts)
    response = http_response(body, content_type="text/event-stream", content_encoding=encoding)
    with Loopback([response]) as server, OpenRouter(base_url=server.url, retries=0) as client:
        try:
            with client.chat.stream(messages=MESSAGES) as stream:
                return stream.read_all().text
        except OpenRouterError as error:
            return error


def test_a_compressed_stream_is_read() -> None:
    assert read_stream(event(chunk("Hel")), event(chunk("lo", "stop")), DONE) == "Hello"


def test_an_unterminated_line_over_the_response_limit_fails_the_stream() -> None:
    error = read_stream(event(chunk("a")), b"data: ", *[bytes(2**20)] * (RESPONSE_LIMIT // 2**20 + 8))
    assert type(error) is StreamError
    assert f"larger than {RESPONSE_LIMIT} bytes" in str(error)
    assert error.partial.text == "a"


def test_an_unterminated_event_of_many_lines_over_the_response_limit_fails_the_stream() -> None:
    line = b"data: " + bytes(2**20) + b"\n"
    error = read_stream(event(chunk("a")), *[line] * (RESPONSE_LIMIT // 2**20 + 8))
    assert type(error) is StreamError
    assert f"larger than {RESPONSE_LIMIT} bytes" in str(error)


@pytest.mark.parametrize("library", HTTP_LIBRARIES)
def test_an_invalid_compressed_body_raises_decode_error_with_every_library(library: Any) -> None:
    script = [http_response(b"not gzip", content_encoding="gzip"), "repeat"]
    with Loopback(script) as server, library.Client() as http_client:
        client = OpenRouter(base_url=server.url, http_client=http_client)
        with pytest.raises(DecodeError, match="cannot decompress the response from"):
            client.chat.send(messages=[])
        with pytest.raises(DecodeError, match="cannot decompress the response from"):
            list(client.chat.stream(messages=[]))

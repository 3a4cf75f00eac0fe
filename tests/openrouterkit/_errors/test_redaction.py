"""Redaction of secrets that a service sends back."""

import html
import json
import pickle
import re
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from loopback import END, JSON_HEAD, STREAM_HEAD, Loopback, chunk, event, http_response, piece
from parsers import make_chat_parser

from openrouterkit import OpenRouter, user
from openrouterkit._call.request_log import format_body
from openrouterkit._errors.factory import ErrorFactory
from openrouterkit._errors.redacted_bodies import redact_body
from openrouterkit._errors.redaction import redact, redact_exception, redact_text
from openrouterkit._options.secret import Secret
from openrouterkit._testing.secrets import Secrets
from openrouterkit.errors import APIError, DecodeError, IncompleteStreamError, OpenRouterError, StreamError
from openrouterkit.headers import Headers

KEY = "sk-or-v1-abc/def+123<x>"
ESCAPED = json.dumps(f"no such key: {KEY}").replace("/", "\\/").replace("<", "\\u003c")


def collect_texts(error: BaseException) -> str:
    """Return all texts of an error and of its causes."""
    texts = []
    link: BaseException | None = error
    while link is not None:
        texts += [str(link), repr(link), repr(vars(link)), repr(link.args)]
        link = link.__cause__ or link.__context__
    texts.append(pickle.dumps(error, protocol=0).decode("unicode_escape"))
    return "\n".join(texts)


ECHOES = {
    "unescaped": (APIError, http_response({"error": {"message": f"no such key: {KEY}", "code": 401}}, 401)),
    "in metadata.raw": (APIError, http_response({"error": {"metadata": {"raw": json.dumps({"message": KEY})}}}, 401)),
    "JSON-escaped": (APIError, http_response(f'{{"error": {{"message": {ESCAPED}, "code": 401}}}}', 401)),
    "in UTF-16": (
        APIError,
        http_response(json.dumps({"detail": KEY}).encode("utf-16"), 401, "text/json; charset=utf-16"),
    ),
    "in undeclared UTF-16": (APIError, http_response(json.dumps({"detail": KEY}).encode("utf-16-le"), 401)),
    "in a header": (APIError, http_response("<html>", 401, "text/html", x_echo=f"Bearer {KEY}")),
    "in a location": (APIError, http_response("", 302, "text/html", location=f"http://x/?key={KEY}")),
    "truncated by the message limit": (APIError, http_response("x" * 990 + KEY, 500, "text/plain")),
    "in a successful HTML response": (DecodeError, http_response(f"<html>Bearer {KEY}", 200, "text/html", x_echo=KEY)),
    "in a successful response that is not JSON": (
        DecodeError,
        http_response(f"oops, Bearer {KEY}", 200, "application/json"),
    ),
    "where the excerpt ends": (DecodeError, http_response("x" * 1990 + KEY, 200, "application/json")),
    "as the content type": (DecodeError, http_response("{", 200, KEY)),
}


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(("kind", "script"), ECHOES.values(), ids=list(ECHOES))
def test_error_contains_no_key_echoed_in_a_response(kind: type[OpenRouterError], script: Any, stream: bool) -> None:
    error = send_and_catch([script], stream=stream)
    assert isinstance(error, kind)
    assert KEY[:12] not in collect_texts(error)


EVENTS = {
    "in an error event": (APIError, [piece(b'data: {"error": {"code": 401, "message": %s}}\n\n' % ESCAPED.encode())]),
    "in an event that is not JSON": (StreamError, [piece(f"data: oops, {KEY}\n\n".encode())]),
    "where the excerpt of the event ends": (StreamError, [piece(b"data: " + b"x" * 1990 + KEY.encode() + b"\n\n")]),
    "only in a header": (IncompleteStreamError, []),
}


@pytest.mark.parametrize(("kind", "pieces"), EVENTS.values(), ids=list(EVENTS))
def test_error_contains_no_key_echoed_in_a_stream(kind: type[OpenRouterError], pieces: list[Any]) -> None:
    head = STREAM_HEAD.replace(b"\r\n\r\n", b"\r\nX-Echo: " + KEY.encode() + b"\r\n\r\n")
    error = send_and_catch([head, piece(event(chunk("Hel"))), *pieces, END], stream=True)
    assert isinstance(error, kind)
    assert "x-echo" in error.headers
    assert KEY[:12] not in collect_texts(error)


def test_error_contains_no_value_of_credential_headers() -> None:
    echo = http_response({"error": {"message": "refused: private-token, private-cookie"}}, 401)
    error = send_and_catch(
        [echo], stream=False, headers={"Authorization": "Bearer private-token", "Cookie": "a=private-cookie"}
    )
    assert "private-token" not in collect_texts(error)


def test_connection_error_contains_no_key_echoed_in_headers() -> None:
    head = JSON_HEAD.replace(b"\r\n\r\n", b"\r\nX-Echo: " + KEY.encode() + b"\r\n\r\n")
    assert KEY not in collect_texts(send_and_catch([head, piece(b"{"), 0.02, "reset"], stream=False))


def test_every_encoding_of_a_secret_is_masked_and_the_rest_unchanged() -> None:
    spellings = [
        KEY.encode(),
        ESCAPED.encode(),
        json.dumps(ESCAPED).encode(),
        "".join(f"\\u{ord(character):04X}" for character in KEY).encode(),
        b"sk-or-v1-abc%2Fdef%2B123%3cx%3E",
        b"sk-or-v1-abc&#47;def+123&#x3c;x&#062;",
        KEY.encode("utf-16"),
        KEY.encode("utf-32-be"),
    ]
    for spelling in spellings:
        redacted = redact(b"before " + spelling + b" after", [KEY])
        assert b"abc" not in redacted.replace(b"\0", b"")
        assert len(redacted) == len(spelling) + 13
        assert redacted.startswith(b"before ")
        assert redacted.endswith(b" after")
    assert redact_text("\ud800 caf\u00e9 " + KEY, [KEY]) == "\ud800 caf\u00e9 " + "*" * len(KEY)


SECRETS = [KEY, "gehéim99", "pa:ss wörd €1", "key-😀-123", '<&"\'>\\x"y']
ENCODINGS: dict[str, Any] = {
    "unchanged": str,
    "JSON": lambda secret: json.dumps(secret)[1:-1],
    "JSON in JSON": lambda secret: json.dumps(json.dumps(secret))[3:-3],
    "JSON in UTF-8": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    "a URL": lambda secret: quote(secret, safe=""),
    "a URL with lower-case digits": lambda secret: re.sub("%..", lambda each: each[0].lower(), quote(secret, safe="")),
    "a path": quote,
    "a form": quote_plus,
    "HTML": html.escape,
    "HTML with references": lambda secret: secret.encode("ascii", "xmlcharrefreplace").decode(),
}
CHARSETS = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_secret_is_found_in_every_encoding_by_errors_logs_and_recordings(encoding: str, secret: str) -> None:
    spelling = ENCODINGS[encoding](secret)
    secrets = Secrets((secret,))
    for charset in CHARSETS:
        data = f"<{spelling}>".encode(charset)
        assert set(redact(data, [secret]).replace(b"\0", b"")) <= set(b"<*>"), charset
        assert set(secrets.hide_bytes(data).replace(b"\0", b"")) <= set(b"<*>"), charset
    assert set(redact_text(f"<{spelling}>", [secret])) <= set("<*>")
    assert set(format_body(f"<{spelling}>".encode(), [secret])) <= set("<*>")
    assert secrets.hide_text(f"<{spelling}>") == "<***>"
    assert secrets.hide_json({"a": [f"<{spelling}>"]}) == {"a": ["<***>"]}


def test_a_secret_in_latin_1_is_found() -> None:
    assert redact("<gehéim99>".encode("latin-1"), ["gehéim99"]) == b"<********>"
    assert redact(b"<geh%E9im99>", ["gehéim99"]) == b"<**********>"


@pytest.mark.parametrize(
    ("member", "logged", "recorded"),
    [
        ('"access_token": "tok-123"', "***", "***"),
        ('"refresh_token": "12|abc"', "***", "***"),
        ('"api_key": 12345678', "***", "***"),
        ('"password": "two words"', "***", "***"),
        ('"token": "Hello"', "***", "Hello"),
        ('"key": "a:b:c:0123456789"', "***", "***"),
        ('"title": "Hello"', "Hello", "Hello"),
    ],
)
def test_members_are_redacted_in_logs_and_recordings_by_the_same_names(member: str, logged: str, recorded: str) -> None:
    body = f'{{"n": 1, {member}, "m": [2]}}'
    name, value = next((name, value) for name, value in json.loads(body).items() if name not in ("n", "m"))
    expected = {"n": 1, name: value, "m": [2]}
    assert json.loads(redact_body(body.encode(), ())) == expected | {name: logged}
    assert Secrets().hide_json(json.loads(body)) == expected | {name: recorded}
    inside = {"arguments": body}
    assert json.loads(json.loads(redact_body(json.dumps(inside).encode(), ()))["arguments"]) == expected | {
        name: logged
    }
    assert json.loads(Secrets().hide_json(inside)["arguments"]) == expected | {name: recorded}
    assert json.loads(Secrets().hide_text(body)) == expected | {name: recorded}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see sk-or-v1-anotherkey0123456789!", "see ***!"),
        ("Bearer a.b.c-0123456789==", "Bearer ***"),
        ("at eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc.", "at ***."),
        ("a task-oriented-approach, Bearer tokens", "a task-oriented-approach, Bearer tokens"),
    ],
)
def test_keys_are_recognized_by_their_form_in_logs_and_recordings(text: str, shown: str) -> None:
    assert Secrets().hide_text(text) == shown
    assert redact_body(text.encode(), ()).replace(b"sk-***", b"***").decode() == shown


@pytest.mark.parametrize(("secret", "shown"), [("abcde", "a abcde b"), ("abcdef", "a ****** b"), ("", "a  b")])
def test_secrets_of_six_characters_and_more_are_masked(secret: str, shown: str) -> None:
    assert redact_text(f"a {secret} b", [secret]) == shown


def test_short_secrets_are_not_masked() -> None:
    assert redact(b"no tokens left for k", ["k", ""]) == b"no tokens left for k"
    error = ErrorFactory(429, {}, (Secret("test"),)).build_api_error(b'{"error": {"message": "this is a test"}}')
    assert error.message == "this is a test"


def send_and_catch(script: list[Any], *, stream: bool, **options: Any) -> OpenRouterError:
    with Loopback(script) as server, OpenRouter(api_key=KEY, base_url=server.url, retries=0, **options) as client:
        call = client.chat.stream(model="m", messages=[user("hi")]).read_all if stream else client.chat.send
        with pytest.raises(OpenRouterError) as caught:
            call() if stream else call(model="m", messages=[user("hi")])
        return caught.value


def test_an_error_event_with_a_key_and_invalid_utf_8_is_redacted_and_decoded() -> None:
    errors = ErrorFactory(200, Headers(), (Secret(KEY),), required_member="choices")
    parser = make_chat_parser(errors)
    text = json.dumps({"error": {"code": 502, "message": f"no such key: {KEY} !"}}).encode()
    parser.feed(b"data: " + text.replace(b"!", b"\xff") + b"\n\n", 1.0)
    assert isinstance(parser.failure, APIError)
    assert parser.failure.status_code == 502
    assert parser.failure.message.startswith("no such key: ****")
    assert KEY not in collect_texts(parser.failure)


def test_every_attribute_of_an_exception_is_redacted_and_those_without_a_setter_are_kept() -> None:
    class OddError(OSError):
        @property
        def reason(self) -> str:
            return KEY

    odd = OddError(5, f"refused {KEY}", f"/{KEY}")
    odd.detail = f"Bearer {KEY}".encode()  # type: ignore[attr-defined]  # libraries set such attributes
    decoding = UnicodeDecodeError("utf-8", f"Bearer {KEY}".encode(), 0, 1, f"at {KEY}")
    outer = ValueError(odd, bytearray(KEY.encode()), 3)
    outer.__context__ = decoding
    decoding.__cause__ = outer  # a cycle ends the search
    redact_exception(outer, [KEY])
    for error in (outer, odd, decoding):
        assert KEY not in f"{error} {error.args!r} {vars(error)!r}"
    assert (odd.errno, odd.strerror) == (5, "refused " + "*" * len(KEY))
    assert decoding.object == b"Bearer " + b"*" * len(KEY)

"""The exceptions, and how they are built from error responses."""

from __future__ import annotations

import copy
import json
import pickle
import time
from typing import Any

import pytest

from openrouterkit import errors
from openrouterkit._errors.api_errors import build_api_error
from openrouterkit._errors.error_body import find_nested_error, parse_error
from openrouterkit.headers import Headers
from openrouterkit.openrouter import OPENROUTER
from openrouterkit.retries import Attempt

ALL = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.OpenRouterError)]


def build_error(body: Any, status: int = 400, **headers: str) -> errors.APIError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return build_api_error(status, Headers(fields), content, now=1000.0, service=OPENROUTER)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_can_be_pickled_and_copied(kind: type[errors.OpenRouterError]) -> None:
    error = kind("what happened")
    error.attempts = (Attempt(1, 500, "x", 0.1),)
    error.partial = {"text": "so far"}
    error.headers = Headers({"x-generation-id": "gen-1"})
    for duplicate in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(duplicate) is kind
        assert str(duplicate) == str(error)
        assert vars(duplicate) == vars(error)


def test_phase_and_body_survive_pickling() -> None:
    assert pickle.loads(pickle.dumps(errors.TimedOutError("late", "idle"))).phase == "idle"
    assert pickle.loads(pickle.dumps(errors.DecodeError("invalid", b"<html>"))).body == "<html>"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestResponseError),
        (401, errors.UnauthorizedResponseError),
        (402, errors.PaymentRequiredResponseError),
        (403, errors.ForbiddenResponseError),
        (404, errors.NotFoundResponseError),
        (408, errors.RequestTimeoutResponseError),
        (409, errors.ConflictResponseError),
        (413, errors.PayloadTooLargeResponseError),
        (422, errors.UnprocessableEntityResponseError),
        (429, errors.TooManyRequestsResponseError),
        (500, errors.InternalServerResponseError),
        (502, errors.BadGatewayResponseError),
        (503, errors.ServiceUnavailableResponseError),
        (524, errors.EdgeNetworkTimeoutResponseError),
        (529, errors.ProviderOverloadedResponseError),
        (418, errors.APIError),
        (599, errors.APIError),
        (999, errors.APIError),
    ],
)
def test_status_decides_the_class_not_the_code_in_the_body(status: int, kind: type[errors.APIError]) -> None:
    error = build_error({"error": {"code": 451, "message": "no"}}, status)
    assert type(error) is kind
    assert (error.status_code, error.code) == (status, 451)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"error": {"code": 429, "message": "slow"}}, 429),
        ({"error": {"code": "502", "message": "bad"}}, 502),
        ({"error": {"code": "server_error", "message": "bad"}}, 500),
        ({"error": {"message": "bad", "metadata": {"error_type": "provider_overloaded"}}}, 529),
        ({"type": "error", "error": {"type": "rate_limit_error", "message": "slow"}}, 429),
        ({"object": "error", "message": "bad", "type": "internal_server_error", "code": "1000"}, 500),
        ({"error": "nobody knows"}, 200),
        ({"choices": [{"error": {"code": 503, "message": "upstream"}}]}, 503),
    ],
)
def test_code_or_type_in_the_body_is_the_status_of_a_200(body: Any, status: int) -> None:
    assert build_error(body, 200).status_code == status


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "No credits"}}, "No credits"),
        ({"error": "bad request"}, "bad request"),
        ({"error": None}, "Bad Request"),
        ([{"error": {"message": "x"}}], "x"),
        ({"detail": "Not here"}, "Not here"),
        ({"detail": [{"loc": ["body", "n"], "msg": "too large", "type": "value"}]}, "body.n: too large"),
        ({"message": "Unauthorized", "request_id": "r-1"}, "Unauthorized"),
        ({"object": "error", "message": "Invalid", "type": "x", "code": "1500"}, "Invalid"),
        ({"object": "error", "message": "Invalid", "code": None}, "Invalid"),
        ({"message": {"detail": [{"loc": ["a"], "msg": "wrong"}]}}, "a: wrong"),
        (b"<html><head><title>502 Bad Gateway</title></head><body>cf</body></html>", "502 Bad Gateway"),
        (b"<p>Sorry,\n  <b>no</b></p>", "Sorry, no"),
        (b"", "Bad Request"),
        (b"upstream connect error", "upstream connect error"),
        (b'{"error": {"message": "cut o', '{"error": {"message": "cut o'),
        (b'"only text"', "only text"),
        (b"[" * 100_000, "[" * 999 + "…"),
        (b'{"error": {"message": "n", "x": NaN}}', "n"),
        ('{"error": "zu früh"}'.encode("utf-16"), "zu früh"),
        (b'{"error": {"message": "\\ud800"}}', "\ufffd"),
        (b'{"error": {"message": "a\xff"}}', "a\ufffd"),
    ],
)
def test_message_is_found_in_every_form_of_body(body: Any, message: str) -> None:
    assert build_error(body).message == message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ('{"error": {"message": "model is busy", "type": "x"}}', "model is busy"),
        ('{"detail": "no such voice"}', "no such voice"),
        ("rate-limited upstream", "rate-limited upstream"),
        ({"message": "as an object"}, "as an object"),
        ('["{\\"message\\": \\"twice wrapped\\"}"]', "twice wrapped"),
        ("", "Provider returned error"),
        (None, "Provider returned error"),
        (7, "Provider returned error"),
    ],
)
def test_reason_of_the_provider_is_read_from_raw_metadata(raw: Any, message: str) -> None:
    body = {
        "error": {"code": 502, "message": "Provider returned error", "metadata": {"raw": raw, "provider_name": "Acme"}}
    }
    error = build_error(body, 502)
    assert error.message == message
    assert error.provider_name == "Acme"
    assert str(error) == f"[Acme] {message} (502): try again, or another provider"


def test_text_has_provider_message_code_type_and_hint() -> None:
    metadata = {"error_type": "rate_limit_exceeded", "provider_name": "Acme", "headers": {"Retry-After": "7"}}
    error = build_error({"error": {"code": "busy", "message": "Wait a bit", "metadata": metadata}}, 429)
    assert str(error) == "[Acme] Wait a bit (429, busy, rate_limit_exceeded): slow down and try again after 7 s"
    assert error.retry_after == 7.0


def test_huge_body_is_truncated() -> None:
    error = build_error({"error": {"message": "x" * 5_000_000}})
    assert len(str(error)) < 1200
    assert isinstance(error.body, str)
    assert len(error.body) == 64 * 1024


def test_small_json_body_is_kept_decoded() -> None:
    body = {"error": {"code": 403, "message": "flagged", "metadata": {"reasons": ["x"]}}, "user_id": "u"}
    error = build_error(body, 403)
    assert error.body == body
    assert error.metadata == {"reasons": ["x"]}


def test_deeply_nested_body_is_kept_as_text() -> None:
    error = build_error(b'{"error": {"message": "deep", "metadata": ' + b"[" * 500 + b"]" * 500 + b"}}")
    assert error.message == "deep"
    assert isinstance(copy.deepcopy(error).body, str)


def test_generation_and_request_ids_are_read_from_headers_or_body() -> None:
    from_headers = build_error({"message": "x"}, x_generation_id="gen-7", x_request_id="r-7")
    assert (from_headers.generation_id, from_headers.request_id) == ("gen-7", "r-7")
    from_body = build_error({"id": "gen-8", "message": "x", "request_id": "r-8"})
    assert (from_body.generation_id, from_body.request_id) == ("gen-8", "r-8")


def test_redirect_is_reported_with_its_target() -> None:
    assert "https://elsewhere.example" in str(build_error(b"", 301, location="https://elsewhere.example/v1"))


def test_unknown_charset_is_ignored() -> None:
    assert build_error(b"plain", content_type="text/plain; charset=klingon").message == "plain"
    assert build_error(b"plain", content_type="text/plain; charset=hex").message == "plain"


@pytest.mark.parametrize("text", ["<", "<title", "<script>", "<style></"], ids=str)
def test_unclosed_markup_is_parsed_quickly(text: str) -> None:
    pages: Any = text * (16_000 // len(text))
    for _ in range(4):
        pages = [pages] * 3
    began = time.monotonic()
    assert len(build_error({"error": {"message": pages}}).message) <= 1000
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize("charset", ["unicode_escape", "raw_unicode_escape", "punycode", "idna", "rot13", "undefined"])
def test_codecs_that_are_not_charsets_are_not_used(charset: str) -> None:
    body = b"so it \\777 \\ud800 goes-" + b"zz9" * 50_000
    began = time.monotonic()
    error = build_error(body, content_type=f"text/plain; charset={charset}")
    assert error.message.startswith("so it \\777 \\ud800 goes-zz9")
    assert time.monotonic() - began < 0.5


def test_deeply_nested_location_is_ignored() -> None:
    location: Any = []
    for _ in range(5000):
        location = [location]
    assert parse_error({"detail": [{"loc": ["body", 0, location], "msg": "missing"}]}).reason == "body.0: missing"


def test_control_characters_are_replaced_in_messages() -> None:
    error = {"message": "a\ud800b\x1b[31mc\0\x9f👩‍💻", "metadata": {"provider_name": "P\x1b]0;x\x07"}}
    assert str(build_error({"error": error})).startswith(
        "[P\ufffd]0;x\ufffd] a\ufffdb\ufffd[31mc\ufffd\ufffd👩‍💻 (400)"
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_error_code_is_read_from_json_in_another_charset(charset: str) -> None:
    body = '{"error": {"message": "trop élevé", "code": 429}}'.encode("iso-8859-1")
    error = build_error(body, 200, content_type=f"application/json; charset={charset}")
    assert find_nested_error(body)
    assert (type(error), error.code) == (errors.TooManyRequestsResponseError, 429)
    assert error.message.startswith("trop ")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_reason_of_the_provider_is_found_in_nested_json_strings(times: int) -> None:
    raw: Any = {"error": {"message": "too long"}}
    for _ in range(times):
        raw = json.dumps(raw)
    error = build_error({"error": {"message": "Provider returned error", "metadata": {"raw": raw}}})
    assert error.message == "too long"

"""The error tree, and what is read out of failing answers."""

from __future__ import annotations

import copy
import json
import pickle
import time
from typing import Any

import pytest

from openrouterkit import errors
from openrouterkit._errors.error_body import build_api_error, find_nested_error, parse_error
from openrouterkit.headers import Headers
from openrouterkit.retries import Attempt

ALL = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.OpenRouterError)]


def failed(body: Any, status: int = 400, **headers: str) -> errors.APIError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return build_api_error(status, Headers(fields), content, now=1000.0)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_pickles_and_copies_with_all_that_it_holds(kind: type[errors.OpenRouterError]) -> None:
    error = kind("what happened")
    error.attempts = (Attempt(1, 500, "x", 0.1),)
    error.partial = {"text": "so far"}
    error.headers = Headers({"x-generation-id": "gen-1"})
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is kind
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


def test_the_phase_of_a_timeout_and_the_body_of_a_decode_error_survive_pickling() -> None:
    assert pickle.loads(pickle.dumps(errors.TimedOutError("late", "idle"))).phase == "idle"
    assert pickle.loads(pickle.dumps(errors.DecodeError("odd", b"<html>"))).body == "<html>"


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
def test_the_status_decides_the_class_whatever_code_the_body_states(status: int, kind: type[errors.APIError]) -> None:
    error = failed({"error": {"code": 451, "message": "no"}}, status)
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
def test_in_a_200_the_code_or_the_type_of_the_body_is_the_status(body: Any, status: int) -> None:
    assert failed(body, 200).status_code == status


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
def test_the_message_is_found_in_every_shape_of_body(body: Any, message: str) -> None:
    assert failed(body).message == message


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
def test_the_providers_own_reason_is_dug_out_of_raw(raw: Any, message: str) -> None:
    body = {
        "error": {"code": 502, "message": "Provider returned error", "metadata": {"raw": raw, "provider_name": "Acme"}}
    }
    error = failed(body, 502)
    assert error.message == message
    assert error.provider_name == "Acme"
    assert str(error) == f"[Acme] {message} (502): try again, or another provider"


def test_the_text_has_provider_reason_code_type_and_hint() -> None:
    metadata = {"error_type": "rate_limit_exceeded", "provider_name": "Acme", "headers": {"Retry-After": "7"}}
    error = failed({"error": {"code": "busy", "message": "Wait a bit", "metadata": metadata}}, 429)
    assert str(error) == "[Acme] Wait a bit (429, busy, rate_limit_exceeded): slow down and try again after 7 s"
    assert error.retry_after == 7.0


def test_a_huge_body_leaves_a_short_message_and_a_bounded_beginning() -> None:
    error = failed({"error": {"message": "x" * 5_000_000}})
    assert len(str(error)) < 1200
    assert isinstance(error.body, str)
    assert len(error.body) == 64 * 1024


def test_a_small_json_body_is_kept_decoded_with_its_metadata() -> None:
    body = {"error": {"code": 403, "message": "flagged", "metadata": {"reasons": ["x"]}}, "user_id": "u"}
    error = failed(body, 403)
    assert error.body == body
    assert error.metadata == {"reasons": ["x"]}


def test_a_deeply_nested_body_is_kept_as_text_that_can_be_copied() -> None:
    error = failed(b'{"error": {"message": "deep", "metadata": ' + b"[" * 500 + b"]" * 500 + b"}}")
    assert error.message == "deep"
    assert isinstance(copy.deepcopy(error).body, str)


def test_generation_and_request_ids_come_from_headers_or_from_the_body() -> None:
    stated = failed({"message": "x"}, x_generation_id="gen-7", x_request_id="r-7")
    assert (stated.generation_id, stated.request_id) == ("gen-7", "r-7")
    inside = failed({"id": "gen-8", "message": "x", "request_id": "r-8"})
    assert (inside.generation_id, inside.request_id) == ("gen-8", "r-8")


def test_a_redirect_that_was_not_followed_names_its_target() -> None:
    assert "https://elsewhere.example" in str(failed(b"", 301, location="https://elsewhere.example/v1"))


def test_an_unknown_charset_is_no_obstacle() -> None:
    assert failed(b"plain", content_type="text/plain; charset=klingon").message == "plain"
    assert failed(b"plain", content_type="text/plain; charset=hex").message == "plain"


@pytest.mark.parametrize("text", ["<", "<title", "<script>", "<style></"], ids=str)
def test_markup_without_end_takes_no_time(text: str) -> None:
    pages: Any = text * (16_000 // len(text))
    for _ in range(4):
        pages = [pages] * 3
    began = time.monotonic()
    assert len(failed({"error": {"message": pages}}).message) <= 1000
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize("charset", ["unicode_escape", "raw_unicode_escape", "punycode", "idna", "rot13", "undefined"])
def test_a_charset_that_is_a_program_rather_than_a_charset_is_not_run(charset: str) -> None:
    body = b"so it \\777 \\ud800 goes-" + b"zz9" * 50_000
    began = time.monotonic()
    error = failed(body, content_type=f"text/plain; charset={charset}")
    assert error.message.startswith("so it \\777 \\ud800 goes-zz9")
    assert time.monotonic() - began < 0.5


def test_a_place_that_is_nested_deeply_is_no_obstacle() -> None:
    place: Any = []
    for _ in range(5000):
        place = [place]
    assert parse_error({"detail": [{"loc": ["body", 0, place], "msg": "missing"}]}).reason == "body.0: missing"


def test_a_message_can_be_printed_whatever_the_service_says() -> None:
    odd = {"message": "a\ud800b\x1b[31mc\0\x9f👩‍💻", "metadata": {"provider_name": "P\x1b]0;x\x07"}}
    assert str(failed({"error": odd})).startswith("[P\ufffd]0;x\ufffd] a\ufffdb\ufffd[31mc\ufffd\ufffd👩‍💻 (400)")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_json_in_another_charset_than_it_must_be_in_still_has_its_code(charset: str) -> None:
    body = '{"error": {"message": "trop élevé", "code": 429}}'.encode("iso-8859-1")
    error = failed(body, 200, content_type=f"application/json; charset={charset}")
    assert find_nested_error(body)
    assert (type(error), error.code) == (errors.TooManyRequestsResponseError, 429)
    assert error.message.startswith("trop ")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_providers_own_reason_is_found_however_often_it_is_wrapped_in_strings(times: int) -> None:
    raw: Any = {"error": {"message": "too long"}}
    for _ in range(times):
        raw = json.dumps(raw)
    error = failed({"error": {"message": "Provider returned error", "metadata": {"raw": raw}}})
    assert error.message == "too long"

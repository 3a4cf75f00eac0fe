"""Webhook signatures: which are accepted, and which are rejected."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import hmac
import pickle
import traceback
from typing import Any

import pytest

from openrouterkit import webhooks
from openrouterkit._options.secret import Secret
from openrouterkit.errors import ConfigurationError, DecodeError, OpenRouterError
from openrouterkit.webhooks import WebhookSignatureError, sign, verify

SECRET = "whsec_5f0c"
BODY = b'{"type": "video.generation.completed", "data": {"id": "job-1"}}'
NOW = 1_760_000_000
# Computed from `1760000000,` and the body by `openssl dgst -sha256 -hmac whsec_5f0c`.
DIGEST = "3f18de8d59136c206e1ae9a565d6a46d1e9cc2575dd8eadd7882d95477880fc8"
HEADER = f"t={NOW},v1={DIGEST}"


def get_reason(header: Any, body: Any = BODY, secret: Any = SECRET, **arguments: Any) -> str:
    with pytest.raises(WebhookSignatureError) as caught:
        verify(body, header, secret, **{"now": NOW, **arguments})
    return caught.value.reason


def test_event_has_the_time_and_the_body() -> None:
    event = verify(BODY, HEADER, SECRET, now=NOW)
    assert event.sent_at == dt.datetime(2025, 10, 9, 8, 53, 20, tzinfo=dt.UTC)
    assert (event.body, event.json()["data"]["id"]) == (BODY, "job-1")
    assert "job-1" not in repr(event)


def test_verify_accepts_the_result_of_sign() -> None:
    assert verify(BODY, sign(BODY, SECRET), SECRET).body == BODY
    assert sign(BODY, SECRET, now=NOW) == HEADER


@pytest.mark.parametrize("secret", [SECRET, SECRET.encode(), Secret(SECRET)])
@pytest.mark.parametrize("body", [BODY, bytearray(BODY), memoryview(BODY)])
def test_secret_and_body_can_be_of_every_bytes_type(secret: Any, body: Any) -> None:
    assert verify(body, HEADER, secret, now=NOW).body == BODY


@pytest.mark.parametrize(
    "header",
    [
        f"t={NOW},v1={'0' * 64},v1={DIGEST}",
        f"t={NOW},v1={DIGEST},v1={'0' * 64}",
        f"v1={DIGEST},t={NOW}",
        f" t={NOW} , v1={DIGEST.upper()} ",
        f"t={NOW},v0=old,v1={DIGEST},v2=new,x",
        f"t={NOW},v1=short,v1={DIGEST}",
    ],
)
def test_one_valid_signature_among_several_is_enough(header: str) -> None:
    assert verify(BODY, header, SECRET, now=NOW).body == BODY


@pytest.mark.parametrize("now", [NOW - 300, NOW, NOW + 300])
def test_difference_of_five_minutes_is_tolerated(now: int) -> None:
    assert verify(BODY, HEADER, SECRET, now=now).body == BODY


@pytest.mark.parametrize("now", [NOW - 301, NOW + 301, NOW + 300.5, 0, float("nan"), float("inf")])
def test_difference_of_more_than_five_minutes_is_expired(now: float) -> None:
    assert get_reason(HEADER, now=now) == "expired"


def test_tolerance_can_be_set() -> None:
    assert verify(BODY, HEADER, SECRET, now=NOW + 900, tolerance=900).body == BODY
    assert get_reason(HEADER, now=NOW + 2, tolerance=1) == "expired"
    assert get_reason(HEADER, now=NOW, tolerance=float("nan")) == "expired"


@pytest.mark.parametrize(
    ("body", "header", "secret"),
    [
        (BODY + b" ", HEADER, SECRET),
        (b"", HEADER, SECRET),
        (BODY, HEADER, "whsec_other"),
        (BODY, f"t={NOW + 1},v1={DIGEST}", SECRET),
        (BODY, f"t=0{NOW},v1={DIGEST}", SECRET),
        (BODY, f"t={NOW},v1={'0' * 64}", SECRET),
        (BODY, f"t={NOW},v1={hmac.new(SECRET.encode(), b'%d.' % NOW + BODY, hashlib.sha256).hexdigest()}", SECRET),
    ],
)
def test_a_signature_of_another_body_time_or_secret_is_wrong(body: bytes, header: str, secret: str) -> None:
    assert get_reason(header, body, secret) == "wrong"


@pytest.mark.parametrize("header", [None, ""])
def test_missing_header_has_its_own_reason(header: Any) -> None:
    assert get_reason(header) == "missing"


@pytest.mark.parametrize(
    "header",
    [
        "nonsense",
        f"v1={DIGEST}",
        f"t={NOW}",
        f"t={NOW},t={NOW},v1={DIGEST}",
        f"t=-1,v1={DIGEST}",
        f"t=1e9,v1={DIGEST}",
        f"t=\u0661,v1={DIGEST}",
        f"t={'9' * 400},v1={DIGEST}",
        f"t={NOW},v1={DIGEST[:-1]}",
        f"t={NOW},v1={DIGEST}\u0661",
        f"t={NOW},v1=",
        f"t={NOW},v0={DIGEST}",
    ],
)
def test_invalid_header_is_malformed(header: str) -> None:
    assert get_reason(header) == "malformed"


@pytest.mark.parametrize("payload", [BODY.decode(), {"type": "x"}, None])
def test_payload_that_is_not_bytes_is_rejected_with_a_hint(payload: Any) -> None:
    for function in (lambda: verify(payload, HEADER, SECRET), lambda: sign(payload, SECRET)):
        with pytest.raises(ConfigurationError, match=r"must be the body as bytes, not .*before they are decoded"):
            function()


@pytest.mark.parametrize("secret", ["", b"", Secret(" ")])
def test_empty_secret_is_rejected(secret: Any) -> None:
    with pytest.raises(ConfigurationError, match="empty"):
        verify(BODY, sign(BODY, "k"), secret)


@pytest.mark.parametrize("header", [HEADER.replace(DIGEST[:4], "beef"), f"t={NOW - 999},v1={DIGEST}", None, "t=,v1="])
def test_errors_show_neither_the_secret_nor_the_valid_signature(header: Any) -> None:
    with pytest.raises(WebhookSignatureError) as caught:
        verify(BODY, header, Secret(SECRET), now=NOW)
    output = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    frames = output[output.index("webhooks.py") :]
    assert SECRET not in frames
    assert DIGEST not in frames.replace(str(header), "")


def test_error_is_an_openrouter_error_and_can_be_pickled() -> None:
    error = WebhookSignatureError("no", "expired")
    assert isinstance(error, OpenRouterError)
    for duplicate in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(duplicate), duplicate.reason) == ("no", "expired")


def test_a_body_that_is_not_json_is_verified_but_json_raises() -> None:
    event = verify(b"hello", sign(b"hello", SECRET), SECRET)
    with pytest.raises(DecodeError, match="webhook"):
        event.json()


def test_time_beyond_the_range_of_datetime_is_the_last_datetime() -> None:
    header = sign(BODY, SECRET, now=999_999_999_999)
    assert verify(BODY, header, SECRET, now=999_999_999_999).sent_at.year == 9999


def test_header_constant_is_the_name_of_the_header() -> None:
    assert webhooks.HEADER == "X-OpenRouter-Signature"


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (NOW + 301, "the webhook was signed 301 s ago, but the tolerance is 300 s"),
        (NOW - 301, "the webhook was signed 301 s in the future, but the tolerance is 300 s"),
    ],
)
def test_an_expired_event_is_reported_with_its_age(now: float, message: str) -> None:
    with pytest.raises(WebhookSignatureError, match=message):
        verify(BODY, HEADER, SECRET, now=now)
